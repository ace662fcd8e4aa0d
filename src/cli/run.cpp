#include "cli/run.h"

#include "cli/arguments.h"
#include "cli/command_list.h"

#include "document/key.h"
#include "document/utf8.h"
#include "planning/day.h"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <span>

namespace planner::cli {

namespace {

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

bool is_day(const std::string& text) {
    return planning::parse_day(text).has_value();
}

bool is_visit(const std::string& text) {
    const std::size_t equals = text.rfind('=');
    return equals != std::string::npos && equals > 0 && is_day(text.substr(equals + 1));
}

/// Days, and for whom and in which language something is made.
std::string wrong_with_plan(const Usage& usage, const Arguments& arguments) {
    if (usage.needs_today && !arguments.today) {
        return "--today and a day are missing";
    }
    for (const auto& day : {arguments.today, arguments.kickoff}) {
        if (day && !is_day(*day)) {
            return "a day must be yyyy-mm-dd and exist";
        }
    }
    if (!std::all_of(arguments.visits.begin(), arguments.visits.end(), is_visit)) {
        return "a visit must be \"NAME=yyyy-mm-dd\"";
    }
    if (arguments.language && arguments.language != "nl" && arguments.language != "en") {
        return "the language must be nl or en";
    }
    if (arguments.participant && arguments.person) {
        return "either --participant or --person, not both";
    }
    return {};
}

std::string wrong_with_print(const Arguments& arguments) {
    constexpr std::string_view kinds[] = {"dashboard", "card", "tasks", "run-sheet", "hours", "about"};
    if (std::find(std::begin(kinds), std::end(kinds), arguments.what.value_or("")) == std::end(kinds)) {
        return "--what must be dashboard, card, tasks, run-sheet, hours or about";
    }
    if (arguments.paper && arguments.paper != "a4" && arguments.paper != "a3") {
        return "the paper must be a4 or a3";
    }
    if (arguments.paper == "a3" && arguments.what != "card") {
        return "a3 is for cards";
    }
    return {};
}

std::string wrong_with_share(const Arguments& arguments) {
    if (arguments.without_contacts && arguments.anonymous) {
        return "either --without-contacts or --anonymous, not both";
    }
    if (!arguments.without_contacts && !arguments.anonymous && !arguments.pass_phrase_file) {
        return "--without-contacts, --anonymous or --passphrase-file is missing";
    }
    if (arguments.key_file && !arguments.anonymous) {
        return "--key goes with --anonymous";
    }
    if (arguments.key_file && (*arguments.key_file == *arguments.output || *arguments.key_file == "-")) {
        return "the key goes to a file of its own";
    }
    return {};
}

/// Words in UTF-8.
bool is_name(const std::string& text) {
    return document::is_writable_text(text) && text.find_first_not_of(" \t\r\n") != std::string::npos;
}

/// What the options' own shape does not say.
std::string wrong_with(const Usage& usage, const Arguments& arguments) {
    const std::span<const std::string> words(arguments.files_and_values);
    if (usage.name == "new" && (arguments.process.has_value() == arguments.process_file.has_value() || !arguments.title)) {
        return "--title and one of --process and --process-file are needed";
    }
    if (!document::is_writable_text(arguments.label.value_or(""))) {
        return "what follows --as is not UTF-8";
    }
    if (std::string wrong = wrong_with_plan(usage, arguments); !wrong.empty()) {
        return wrong;
    }
    if (usage.name == "print") {
        return wrong_with_print(arguments);
    }
    if (arguments.field && (!document::is_writable_text(*arguments.field) || !document::parse_pointer(*arguments.field))) {
        return "--field must be a JSON pointer to a field: /collection/id/field";
    }
    if (usage.name == "share") {
        if (std::string wrong = wrong_with_share(arguments); !wrong.empty()) {
            return wrong;
        }
    }
    if (usage.name == "unlock" && !arguments.pass_phrase_file) {
        return "--passphrase-file is missing";
    }
    if (arguments.pass_phrase_file == "-" && words[0] == "-") {
        return "standard input can be read only once";
    }
    if (usage.name == "forget-person" && !is_name(arguments.name.value_or(""))) {
        return "--name and the whole name of a person are missing";
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
    const Command* command = find_command(words);
    const std::size_t named = command == nullptr ? 1 : command->words();
    const auto is_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
    if (words[0] == "help" || is_help(words[0]) || (words.size() > named && is_help(words[named]))) {
        print_help(surroundings.out);
        return Exit::done;
    }
    if (command == nullptr) {
        return wrong_usage(surroundings, "there is no command " + words[0]);
    }
    return run_command(surroundings, *command, {words.begin() + static_cast<std::ptrdiff_t>(named), words.end()});
}

} // namespace planner::cli
