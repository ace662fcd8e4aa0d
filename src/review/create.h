#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/stamp.h"
#include "review/ids.h"
#include "review/review.h"

namespace planner::review {

struct NewParticipant {
    std::string name;
    std::string institution;
};

/// A new document for a review. The title and names are taken as they are; the caller checks the process's minimum.
/// `stamp.time` becomes the moment of creation.
document::Document create_review(std::string_view title, const process::Process& process,
                                 const std::vector<NewParticipant>& participants, const document::Stamp& stamp,
                                 const RandomBits& random);

/// What to write so that the visit at this host is on that day, yyyy-mm-dd.
std::vector<FieldWrite> planned_visit(const document::Document& document, std::string_view host, std::string_view day);

/// A separate review with the same shown content and another document id: it never merges with the original. Removed
/// entities and values that lost a conflict are left behind. `title` replaces the title unless it is empty.
document::Document copy_review(const document::Document& original, std::string_view title, const document::Stamp& stamp,
                               const RandomBits& random);

/// What a copy says in a field that says `shown` in the original; null leaves it out.
using CopiedValue = std::function<document::Value(const document::FieldKey& key, const document::Value& shown)>;

/// The same, with other values.
document::Document copy_review(const document::Document& original, std::string_view title, const document::Stamp& stamp,
                               const RandomBits& random, const CopiedValue& copied);

/// What to write to add a participant after the last one.
NewRow new_participant(const document::Document& document, const NewParticipant& participant, const RandomBits& random);

} // namespace planner::review
