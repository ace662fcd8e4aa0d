#pragma once

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planner::cli {

/// What stands on the command line after the command's name.
struct Arguments {
    std::vector<std::string> files_and_values;
    std::optional<std::string> output;
    std::optional<std::string> label;
    std::optional<std::string> process;
    std::optional<std::string> process_file;
    std::optional<std::string> title;
    std::vector<std::string> teams;
    std::optional<std::string> kickoff;
    std::vector<std::string> visits;
    std::optional<std::string> today;
    std::optional<std::string> language;
    std::optional<std::string> participant;
    std::optional<std::string> person;
    std::optional<std::string> what;
    std::optional<std::string> card;
    std::optional<std::string> run_sheet;
    std::optional<std::string> paper;
    std::optional<std::string> pass_phrase_file;
    std::optional<std::string> key_file;
    std::optional<std::string> field;
    std::optional<std::string> name;
    bool json = false;
    bool without_contacts = false;
    bool dry_run = false;
    bool anonymous = false;
};

/// What a command accepts.
struct Usage {
    std::string_view name;
    std::string_view synopsis;    ///< what follows the name
    std::string_view description; ///< one line
    std::vector<std::string_view> options;
    std::size_t minimum = 0; ///< of files and values
    std::size_t maximum = 0;
    bool needs_output = false;
    bool needs_today = false;
};

/// Takes a command line apart. "--" ends the options; "-" alone is a file; "--option=value" is "--option value". The
/// error is a sentence about wrong usage.
tl::expected<Arguments, std::string> parse_arguments(const Usage& usage, const std::vector<std::string>& words);

} // namespace planner::cli
