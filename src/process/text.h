#pragma once

#include <string>

namespace planner::process {

enum class Language { dutch, english };

/// A text for people. Dutch is always there; `en` is empty where nobody translated it.
struct Text {
    std::string nl;
    std::string en;

    /// In Dutch when it is not there in `language`.
    const std::string& in(Language language) const { return language == Language::dutch || en.empty() ? nl : en; }
    bool empty() const { return nl.empty() && en.empty(); }
};

} // namespace planner::process
