#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/value.h"
#include "planning/day.h"
#include "process/card.h"
#include "review/review.h"

namespace planner::exchange {

/// Names between braces in a text and what stands there.
using PrintArguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// How what is printed is put into words.
struct PrintWords {
    process::Language language = process::Language::dutch; ///< of what the process says
    planning::Day today;                                   ///< on which is printed
    /// The planner's own text with that key (assets/texts), filled in.
    std::function<std::string(std::string_view key, PrintArguments arguments)> text;
    std::function<std::string(planning::Day)> long_date;
    std::function<std::string(planning::Day)> short_date;

    const std::string& of(const process::Text& said) const { return said.in(language); }
    std::string operator()(std::string_view key, PrintArguments arguments = {}) const { return text(key, arguments); }
    /// The text of `key`.one or `key`.other, with {count} filled in.
    std::string count(std::string_view key, std::size_t number) const;
    /// A stored date in words; whatever else somebody wrote there is given as it is.
    std::string date(const std::string& stored) const;
    /// When and where: "do 19 nov, 13:30 · Zaal 1"; parts that are not filled in are left out.
    std::string moment(const std::string& date, const std::string& time, const std::string& place) const;
    /// A value as people read it: labels of options, names of participants, dates in words, a tick as "Ja". "" when
    /// nothing is filled in.
    std::string value(const review::Review& review, const process::Field& field, const document::Value& value) const;
};

/// What there is, with `between` between the parts; empty parts are left out.
std::string joined(const std::vector<std::string>& parts, std::string_view between = " · ");

/// At most `most` characters: what is longer is cut, at the end of a word where there is one, and marked with "…".
/// Line breaks become spaces.
std::string shortened(std::string_view text, std::size_t most);

/// What the process calls who guides the review.
std::string facilitator_title(const review::Review& review, const PrintWords& words);

/// The name of a participant; "" when there is none with this id.
std::string name_of(const review::Review& review, std::string_view participant);

} // namespace planner::exchange
