#include "cli/command_list.h"

#include "cli/commands.h"

#include <limits>

namespace planner::cli {

const std::vector<Command>& commands() {
    constexpr std::size_t any = std::numeric_limits<std::size_t>::max();
    static const std::vector<Command> list = {
        {{"new",
          "--process ID|--process-file FILE --title TITLE --team \"NAME|INSTITUTION\" [--team ...] [--kickoff DATE] "
          "[--visit \"NAME=DATE\" ...] -o FILE [--as LABEL]",
          "start a review",
          {"-o", "--as", "--process", "--process-file", "--title", "--team", "--kickoff", "--visit"},
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
        {{"tasks",
          "FILE --today DATE [--language nl|en] [--json]",
          "print what is asked of whom on a day",
          {"--today", "--language", "--json"},
          1,
          1,
          false,
          true},
         run_tasks},
        {{"messages",
          "FILE --today DATE [--language nl|en] [--json]",
          "print the messages that have arisen on a day",
          {"--today", "--language", "--json"},
          1,
          1,
          false,
          true},
         run_messages},
        {{"ics",
          "FILE [--participant ID|--person ID] [--language nl|en] -o OUT",
          "write a calendar of everybody, or of a participant, a person or the \"facilitator\"",
          {"--participant", "--person", "--language", "-o"},
          1,
          1,
          true},
         run_ics},
        {{"hours",
          "FILE [--language nl|en] [--json]",
          "print how much time a review takes whom",
          {"--language", "--json"},
          1,
          1,
          false},
         run_hours},
        {{"print",
          "FILE --what dashboard|card|tasks|run-sheet|hours|about [--card ID] [--run-sheet ID] [--participant ID|--person "
          "ID] [--paper a4|a3] [--today DATE] [--language nl|en] -o OUT",
          "write something of a review for paper, as HTML that needs nothing else; a3 is for cards",
          {"--what", "--card", "--run-sheet", "--participant", "--person", "--paper", "--today", "--language", "-o"},
          1,
          1,
          true},
         run_print},
        {{"merge", "FILE FILE... -o OUT [--json]", "put copies of a review together", {"-o", "--json"}, 2, any, true},
         run_merge},
        {{"conflicts", "FILE [--json]", "print what several people wrote differently", {"--json"}, 1, 1, false},
         run_conflicts},
        {{"resolve", "FILE POINTER VALUE -o OUT [--as LABEL]", "settle a conflict", {"-o", "--as"}, 3, 3, true},
         run_resolve},
        {{"check", "FILE... [--json]", "read files and say what is wrong with them", {"--json"}, 1, any, false},
         run_check},
        {{"process check", "PROCESS", "read the file of a process and say what is wrong with it", {}, 1, 1, false},
         run_process_check},
        {{"process use",
          "REVIEW PROCESS -o OUT [--as LABEL]",
          "let a review follow the process in a file; what people wrote stays",
          {"-o", "--as"},
          2,
          2,
          true},
         run_process_use},
    };
    return list;
}

const Command* find_command(const std::vector<std::string>& words) {
    for (const Command& command : commands()) {
        const std::size_t space = command.usage.name.find(' ');
        if (words[0] != command.usage.name.substr(0, space)) {
            continue;
        }
        if (space == std::string_view::npos || (words.size() > 1 && words[1] == command.usage.name.substr(space + 1))) {
            return &command;
        }
    }
    return nullptr;
}

} // namespace planner::cli
