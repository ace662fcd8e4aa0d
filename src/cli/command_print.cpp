#include "cli/commands.h"
#include "cli/open_review.h"
#include "cli/words.h"

#include "exchange/print_review.h"

#include <algorithm>

namespace planner::cli {

namespace {

struct Wanted {
    const Arguments& arguments;
    const OpenReview& opened;
    const review::Review review;
    const exchange::PrintWords words;
    const std::string& file() const { return arguments.files_and_values[0]; }
    std::string participant() const { return arguments.participant.value_or(""); }
};

/// Whether there is one for that participant, or, without one, for the whole review.
bool has_one(const Wanted& wanted, process::Scope scope) {
    const std::vector<std::string> subjects = wanted.review.subjects(scope);
    return std::find(subjects.begin(), subjects.end(), wanted.participant()) != subjects.end();
}

tl::unexpected<Problem> no_such(const Wanted& wanted, const std::string& what, const std::string& id) {
    return refuse(wanted.file(), "",
                  "there is no " + what + " \"" + id + "\" of " +
                      (wanted.arguments.participant ? "participant \"" + wanted.participant() + "\""
                                                    : std::string("the whole review")));
}

Expected<exchange::Sheet> card_sheet(const Wanted& wanted) {
    const std::string id = wanted.arguments.card.value_or("");
    const process::Card* card = wanted.opened.followed.process().card(id);
    if (card == nullptr || !has_one(wanted, card->scope)) {
        return no_such(wanted, "card", id);
    }
    const auto paper = wanted.arguments.paper == "a3" ? exchange::Paper::a3 : exchange::Paper::a4;
    return exchange::card_sheet(wanted.review, *card, wanted.participant(), paper, wanted.words);
}

Expected<exchange::Sheet> agenda_sheet(const Wanted& wanted) {
    const std::string id = wanted.arguments.run_sheet.value_or("");
    const process::RunSheet* sheet = wanted.opened.followed.process().run_sheet(id);
    if (sheet == nullptr || !has_one(wanted, sheet->scope)) {
        return no_such(wanted, "run sheet", id);
    }
    return exchange::agenda_sheet(wanted.review, *sheet, wanted.participant(), wanted.words);
}

Expected<exchange::Sheet> tasks_sheet(const Wanted& wanted, const planning::Plan& plan) {
    const planning::Identity owner = identity_of(wanted.arguments);
    if (!planning::is_known(wanted.review, owner)) {
        return refuse(wanted.file(), "", "nobody in the review has the id \"" + owner.id + "\"");
    }
    const std::string whose = exchange::owner_name(wanted.review, owner, wanted.words);
    const exchange::ToDo to_do = exchange::to_do_of(wanted.review, plan, owner, wanted.words.today);
    return exchange::tasks_sheet(wanted.review, plan, to_do, whose, wanted.words);
}

Expected<exchange::Sheet> sheet_of(const Wanted& wanted) {
    const std::string& what = *wanted.arguments.what;
    if (what == "card") {
        return card_sheet(wanted);
    }
    if (what == "run-sheet") {
        return agenda_sheet(wanted);
    }
    if (what == "hours") {
        return exchange::hours_sheet(wanted.review, wanted.words);
    }
    if (what == "about") {
        return exchange::about_sheet(wanted.opened.followed.process(), wanted.words);
    }
    const planning::Plan plan = wanted.opened.plan(wanted.words.today);
    return what == "tasks" ? tasks_sheet(wanted, plan)
                           : Expected<exchange::Sheet>(exchange::dashboard_sheet(wanted.review, plan, wanted.words));
}

} // namespace

Expected<void> run_print(const Surroundings& surroundings, const Arguments& arguments) {
    const auto opened = open_review(surroundings, arguments.files_and_values[0]);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const auto today = arguments.today ? planning::parse_day(*arguments.today) : std::nullopt;
    const planning::Day day = today.value_or(day_of(surroundings.now()));
    const auto sheet = sheet_of({arguments, *opened, opened->reading(), Words(arguments).for_print(day)});
    if (!sheet) {
        return tl::unexpected<Problem>(sheet.error());
    }
    return write_bytes(surroundings, *arguments.output, exchange::to_html(*sheet));
}

} // namespace planner::cli
