#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "process/card.h"

namespace planner::planning {

/// How the values of a row stand behind each other.
struct RowWords {
    /// From when to when, or only until when: `from` may be empty. Without it a dash stands between them.
    std::function<std::string(const std::string& from, const std::string& until)> times = nullptr;
    std::string_view between = ", ";
    std::string_view after_sentence = " "; ///< in its place behind what ends a sentence by itself
};

/// The values of a row of a table on one line. Two columns with times that follow each other are one: from when to when.
/// `text_of` puts the value of a column into words; "" leaves it out.
std::string row_text(const std::vector<process::Field>& columns,
                     const std::function<std::string(const process::Field& column)>& text_of, const RowWords& words);

} // namespace planner::planning
