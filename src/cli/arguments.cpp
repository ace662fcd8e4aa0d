#include "cli/arguments.h"

#include <algorithm>
#include <utility>

namespace planner::cli {

namespace {

/// Options that nothing follows; null for any other word.
bool* switch_of(Arguments& arguments, std::string_view option) {
    if (option == "--json") return &arguments.json;
    if (option == "--dry-run") return &arguments.dry_run;
    if (option == "--anonymous") return &arguments.anonymous;
    return option == "--without-contacts" ? &arguments.without_contacts : nullptr;
}

void assign(Arguments& arguments, std::string_view option, std::string value) {
    const std::pair<std::string_view, std::optional<std::string>*> once[] = {
        {"-o", &arguments.output},           {"--as", &arguments.label},
        {"--process", &arguments.process},   {"--title", &arguments.title},
        {"--kickoff", &arguments.kickoff},   {"--today", &arguments.today},
        {"--language", &arguments.language}, {"--participant", &arguments.participant},
        {"--person", &arguments.person},     {"--what", &arguments.what},
        {"--card", &arguments.card},         {"--run-sheet", &arguments.run_sheet},
        {"--paper", &arguments.paper},       {"--field", &arguments.field},
        {"--name", &arguments.name},
        {"--process-file", &arguments.process_file},
        {"--passphrase-file", &arguments.pass_phrase_file},
        {"--key", &arguments.key_file},
    };
    for (const auto& [name, place] : once) {
        if (name == option) *place = std::move(value);
    }
    if (option == "--team") arguments.teams.push_back(std::move(value));
    if (option == "--visit") arguments.visits.push_back(std::move(value));
}

tl::expected<void, std::string> check(const Usage& usage, const Arguments& arguments) {
    if (arguments.files_and_values.size() < usage.minimum || arguments.files_and_values.size() > usage.maximum) {
        return tl::unexpected<std::string>("expected: " + std::string(usage.synopsis));
    }
    if (usage.needs_output && !arguments.output && !arguments.dry_run) {
        return tl::unexpected<std::string>("-o and the file to write are missing");
    }
    if (arguments.json && arguments.output == "-") {
        return tl::unexpected<std::string>("--json and the result cannot both go to standard output");
    }
    return {};
}

} // namespace

tl::expected<Arguments, std::string> parse_arguments(const Usage& usage, const std::vector<std::string>& words) {
    Arguments arguments;
    bool options_end = false;
    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string& word = words[index];
        const std::size_t equals = word.rfind("--", 0) == 0 ? word.find('=') : std::string::npos;
        const std::string name = word.substr(0, equals);
        const bool known = std::find(usage.options.begin(), usage.options.end(), name) != usage.options.end();
        if (options_end || (!known && name.rfind("--", 0) != 0)) {
            arguments.files_and_values.push_back(word);
        } else if (word == "--") {
            options_end = true;
        } else if (!known) {
            return tl::unexpected<std::string>("unknown option " + name);
        } else if (bool* is_on = switch_of(arguments, name)) {
            *is_on = true;
        } else if (equals != std::string::npos) {
            assign(arguments, name, word.substr(equals + 1));
        } else if (index + 1 == words.size()) {
            return tl::unexpected<std::string>("something must follow " + name);
        } else {
            assign(arguments, name, words[++index]);
        }
    }
    if (auto complete = check(usage, arguments); !complete) {
        return tl::unexpected<std::string>(std::move(complete.error()));
    }
    return arguments;
}

} // namespace planner::cli
