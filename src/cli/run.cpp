#include "cli/run.h"

#include "cli/arguments.h"
#include "cli/commands.h"

#include "document/key.h"

#include <algorithm>
#include <array>
#include <limits>
#include <ostream>

namespace planner::cli {

namespace {

using Run = Expected<void> (*)(const Surroundings&, const Arguments&);

struct Command {
    Usage usage;
    Run run;
};

const std::array<Command, 9>& commands() {
    constexpr std::size_t any = std::numeric_limits<std::size_t>::max();
    static const std::array<Command, 9> list = {{
        {{"new",
          "--process ID --title TITLE --team \"NAME|INSTITUTION\" [--team ...] -o FILE [--as LABEL]",
          "start a review",
          {"-o", "--as", "--process", "--title", "--team"},
          0,
          0,
          true},
         run_new},
        {{"show", "FILE [--json]", "print a file; --json prints its data", {"--json"}, 1, 1, false}, run_show},
        {{"get", "FILE POINTER", "print one value of the data as JSON", {"--json"}, 2, 2, false}, run_get},
        {{"set",
          "FILE POINTER VALUE -o OUT [--as LABEL]",
          "write a field, or the fields of an entity",
          {"-o", "--as"},
          3,
          3,
          true},
         run_set},
        {{"remove",
          "FILE POINTER -o OUT [--as LABEL]",
          "delete an entity or empty a field",
          {"-o", "--as"},
          2,
          2,
          true},
         run_remove},
        {{"merge", "FILE FILE... -o OUT [--json]", "put copies of a review together", {"-o", "--json"}, 2, any, true},
         run_merge},
        {{"conflicts", "FILE [--json]", "print what several people wrote differently", {"--json"}, 1, 1, false},
         run_conflicts},
        {{"resolve", "FILE POINTER VALUE -o OUT [--as LABEL]", "settle a conflict", {"-o", "--as"}, 3, 3, true},
         run_resolve},
        {{"check", "FILE... [--json]", "read files and say what is wrong with them", {"--json"}, 1, any, false},
         run_check},
    }};
    return list;
}

void print_help(std::ostream& out) {
    out << "planner - peer review files on the command line\n\n";
    for (const Command& command : commands()) {
        out << "  planner " << command.usage.name << " " << command.usage.synopsis << "\n      "
            << command.usage.description << "\n";
    }
    out << "\n\"-\" is standard input or output. A POINTER is a JSON pointer into the data: /collection/id/field.\n"
           "A VALUE is JSON, or a plain text where it is not. Options end at \"--\".\n"
           "Exit codes: 0 done, 1 refused (nothing was written), 2 wrong usage.\n";
}

Exit wrong_usage(const Surroundings& surroundings, const std::string& sentence) {
    surroundings.err << "planner: " << sentence << " (planner --help)\n";
    return Exit::wrong_usage;
}

/// What the options' own shape does not say.
std::string missing_in(const Usage& usage, const Arguments& arguments) {
    const auto& words = arguments.files_and_values;
    if (usage.name == "new" && (!arguments.process || !arguments.title)) {
        return "--process and --title are needed";
    }
    const bool has_pointer =
        usage.name == "get" || usage.name == "set" || usage.name == "remove" || usage.name == "resolve";
    if (has_pointer && !document::split_pointer(words[1])) {
        return words[1] + " is not a JSON pointer";
    }
    const std::size_t files = has_pointer ? 1 : words.size();
    if (std::count(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(files), "-") > 1) {
        return "standard input can be read only once";
    }
    return {};
}

Exit run_command(const Surroundings& surroundings, const Command& command, const std::vector<std::string>& words) {
    const auto arguments = parse_arguments(command.usage, words);
    if (!arguments) {
        return wrong_usage(surroundings, arguments.error());
    }
    if (const std::string missing = missing_in(command.usage, *arguments); !missing.empty()) {
        return wrong_usage(surroundings, missing);
    }
    if (const auto done = command.run(surroundings, *arguments); !done) {
        surroundings.err << to_line(done.error()) << "\n";
        return Exit::refused;
    }
    return Exit::done;
}

} // namespace

Exit run(const Surroundings& surroundings, const std::vector<std::string>& words) {
    if (words.empty()) {
        return wrong_usage(surroundings, "a command is missing");
    }
    const auto is_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
    const auto options_end = std::find(words.begin(), words.end(), "--");
    if (words[0] == "help" || is_help(words[0]) || (options_end - words.begin() > 1 && is_help(words[1]))) {
        print_help(surroundings.out);
        return Exit::done;
    }
    for (const Command& command : commands()) {
        if (command.usage.name == words[0]) {
            return run_command(surroundings, command, {words.begin() + 1, words.end()});
        }
    }
    return wrong_usage(surroundings, "there is no command " + words[0]);
}

} // namespace planner::cli
