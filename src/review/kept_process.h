#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "process/names.h"
#include "review/fields.h"

namespace planner::review {

// A review keeps the whole text of the process that it follows, from its beginning, whether the process came with the
// planner or from a file of a network. It costs some 80 KB in a file that people mail; for that
//  - a mailed review opens anywhere, also where nobody has that process;
//  - a review keeps its cards and dates when a planner with a newer version of its process opens it, and that planner
//    can say what would change, without carrying every old version along;
//  - two copies that went on with different processes differ in one value, of which people choose one. Id and version
//    stand in the text itself, so that they cannot come from different sides.
// A review without a kept text follows the planner's own process with the id in /review/review/process, whatever its
// version.

/// Where the text of the process is kept: /process/file/text.
document::FieldKey kept_process_key();

/// The text of the process that the review keeps, good until the document changes; "" when it keeps none.
std::string_view kept_process(const document::Document& document);

/// What to write to let a review follow the process with that id and text.
std::vector<FieldWrite> follow_process(std::string_view id, std::string_view text);

constexpr std::string_view given_names_collection = "names";
/// Where the name is kept that people give to something of the process: /names/<id>/text.
document::FieldKey given_name_key(std::string_view id);

/// The names that people gave, sorted by id; without blank ones and those of more than `longest_name` characters, which
/// are no names.
constexpr std::size_t longest_name = 100;
std::vector<process::GivenName> given_names(const document::Document& document);

} // namespace planner::review
