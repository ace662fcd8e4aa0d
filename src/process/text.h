#pragma once

#include <string>

namespace planner::process {

enum class Language { dutch, english };

/// A text for people, in both languages.
struct Text {
    std::string nl;
    std::string en;

    const std::string& in(Language language) const { return language == Language::dutch ? nl : en; }
    bool empty() const { return nl.empty() && en.empty(); }
};

} // namespace planner::process
