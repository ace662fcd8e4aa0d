#pragma once

#include "cli/arguments.h"

#include "exchange/review_calendar.h"
#include "exchange/print_words.h"
#include "planning/message_text.h"
#include "process/text.h"
#include "review/anonymous.h"

#include <string>
#include <string_view>

namespace planner::cli {

/// The texts of the program in the language that a call asks for: Dutch, or what follows --language.
class Words {
public:
    explicit Words(const Arguments& arguments);

    process::Language language() const { return language_; }
    const std::string& of(const process::Text& text) const { return text.in(language_); }
    /// "donderdag 19 november 2026"
    std::string long_date(planning::Day day) const;
    planning::MessageWords for_messages() const;
    exchange::CalendarWords for_calendars() const;
    review::AnonymousWords for_anonymous() const;
    exchange::PrintWords for_print(planning::Day today) const;

private:
    /// The key itself when there is no such text.
    std::string text(const std::string& key) const;
    std::string date(const std::string& pattern, const std::string& form, planning::Day day) const;

    process::Language language_;
};

} // namespace planner::cli
