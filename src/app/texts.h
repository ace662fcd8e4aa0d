#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "assets/language.h"
#include "process/process.h"

namespace planner::app {

/// A name between braces in a text and what stands there: "{count} teams" with {"count", "3"}.
using Argument = std::pair<std::string_view, std::string_view>;
using Arguments = std::initializer_list<Argument>;

/// "nl" or "en".
std::string_view language_code(process::Language language);

/// The planner's own texts in one language, from assets/texts. What belongs to a process stands in the process.
class Texts {
public:
    explicit Texts(process::Language language = process::Language::dutch);

    void set_language(process::Language language);
    process::Language language() const { return language_; }
    std::string_view language_code() const { return app::language_code(language_); }

    /// The text of `key` with its arguments filled in. A key that does not exist gives the key itself, so that it is
    /// seen.
    std::string tr(std::string_view key, Arguments arguments = {}) const;
    /// The text of `key`.one or `key`.other, with {count} filled in.
    std::string count(std::string_view key, std::size_t number, Arguments arguments = {}) const;
    bool has(std::string_view key) const;

private:
    const std::string_view* find(std::string_view key) const;
    std::string fill(std::string_view pattern, Arguments arguments) const;

    process::Language language_;
    std::span<const assets::Text> texts_;
};

} // namespace planner::app
