#include "cli/run.h"

#include "cli/arguments.h"
#include "cli/commands.h"

#include "document/key.h"
#include "document/utf8.h"

#include <algorithm>
#include <array>
#include <limits>
#include <ostream>
#include <span>

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

bool has_pointer(const Usage& usage) {
    return usage.name == "get" || usage.name == "set" || usage.name == "remove" || usage.name == "resolve";
}

std::string wrong_with_pointer(const Usage& usage, const std::string& pointer) {
    if (!document::is_writable_text(pointer)) {
        return "the pointer is not UTF-8";
    }
    if (!document::split_pointer(pointer)) {
        return pointer + " is not a JSON pointer";
    }
    const auto key = document::parse_pointer(pointer);
    if (usage.name == "remove" && key && key->field == document::deleted_field) {
        return "\"deleted\" cannot be removed; to take a deletion back, set it to false";
    }
    return {};
}

std::string wrong_with_files(const Arguments& arguments, std::span<const std::string> files) {
    if (std::count(files.begin(), files.end(), "-") > 1) {
        return "standard input can be read only once";
    }
    if (arguments.json && (!document::is_writable_text(arguments.output.value_or("")) ||
                           !std::all_of(files.begin(), files.end(), document::is_writable_text))) {
        return "with --json, the names of files must be UTF-8";
    }
    return {};
}

/// What the options' own shape does not say.
std::string wrong_with(const Usage& usage, const Arguments& arguments) {
    const std::span<const std::string> words(arguments.files_and_values);
    if (usage.name == "new" && (!arguments.process || !arguments.title)) {
        return "--process and --title are needed";
    }
    if (!document::is_writable_text(arguments.label.value_or(""))) {
        return "what follows --as is not UTF-8";
    }
    if (!has_pointer(usage)) {
        return wrong_with_files(arguments, words);
    }
    const std::string wrong = wrong_with_pointer(usage, words[1]);
    return wrong.empty() ? wrong_with_files(arguments, words.first(1)) : wrong;
}

Exit run_command(const Surroundings& surroundings, const Command& command, const std::vector<std::string>& words) {
    const auto arguments = parse_arguments(command.usage, words);
    if (!arguments) {
        return wrong_usage(surroundings, arguments.error());
    }
    if (const std::string wrong = wrong_with(command.usage, *arguments); !wrong.empty()) {
        return wrong_usage(surroundings, wrong);
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
