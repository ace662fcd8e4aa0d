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
        {{"share",
          "FILE [--without-contacts|--anonymous [--key FILE] [--language nl|en]] [--passphrase-file FILE] -o OUT [--json]",
          "write a copy to hand on: without mail addresses, telephone numbers and earlier texts (merged with a full one, they "
          "are there again); anonymous, as a new review, with a key that says who is who; locked with a pass phrase",
          {"--without-contacts", "--anonymous", "--key", "--language", "--passphrase-file", "-o", "--json"},
          1,
          1,
          true},
         run_share},
        {{"forget-person",
          "FILE --name NAME -o OUT [--dry-run] [--json] [--as LABEL]",
          "remove a person from a review for good, and from every copy that is merged with it; --dry-run only says where",
          {"--name", "-o", "--dry-run", "--json", "--as"},
          1,
          1,
          true},
         run_forget_person},
        {{"unlock",
          "FILE --passphrase-file FILE -o OUT",
          "write what is in a locked file",
          {"--passphrase-file", "-o"},
          1,
          1,
          true},
         run_unlock},
        {{"merge", "FILE FILE... -o OUT [--json]", "put copies of a review together", {"-o", "--json"}, 2, any, true},
         run_merge},
        {{"conflicts", "FILE [--json]", "print what several people wrote differently", {"--json"}, 1, 1, false},
         run_conflicts},
        {{"history",
          "FILE [--field POINTER] [--json]",
          "print what stood in the fields, or in one, before: whose it was and when",
          {"--field", "--json"},
          1,
          1,
          false},
         run_history},
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
