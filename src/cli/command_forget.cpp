#include "cli/commands.h"
#include "cli/files.h"
#include "cli/open_review.h"
#include "cli/pointers.h"

#include "review/forgetting.h"

#include <ostream>

namespace planner::cli {

namespace {

using document::Value;

void report(const Surroundings& surroundings, const Arguments& arguments, const review::ForgettingPlan& plan) {
    std::ostream& out = surroundings.out;
    if (arguments.json) {
        out << Value{{"persons", pointers(plan.persons)},
                     {"emptied", pointers(plan.emptied)},
                     {"texts", pointers(plan.texts)},
                     {"earlier", pointers(plan.earlier)},
                     {"writers", plan.labels.size()},
                     {"to_look_at", pointers(plan.to_look_at)},
                     {"several_persons", plan.is_ambiguous()}}
                   .dump(2)
            << "\n";
    } else if (arguments.output != "-") {
        print_pointers(out, " persons removed for good", plan.persons);
        print_pointers(out, " fields emptied", plan.emptied);
        print_pointers(out, " texts in which the name is replaced", plan.texts);
        print_pointers(out, " fields in which the name only stood before", plan.earlier);
        out << plan.labels.size() << " writers without a name from now on\n";
        print_pointers(out, " to look at: part of the name or how to reach the person stands there", plan.to_look_at);
        if (plan.is_ambiguous()) {
            out << "several persons have this name; all of them are meant\n";
        }
    }
}

} // namespace

Expected<void> run_forget_person(const Surroundings& surroundings, const Arguments& arguments) {
    auto opened = open_review(surroundings, arguments.files_and_values[0]);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const review::ForgettingPlan plan = review::plan_forgetting(opened->reading(), *arguments.name);
    if (plan.places() == 0 && plan.to_look_at.empty()) {
        return refuse(arguments.files_and_values[0], "", "nobody with this name stands in the review");
    }
    if (!arguments.dry_run) {
        const document::Stamp stamp = new_stamp(surroundings, arguments);
        const std::string day = planning::format_day(day_of(stamp.time));
        review::forget(opened->document, plan, {"[naam verwijderd]", day}, stamp, surroundings.random_bits);
        if (auto done = write_document(surroundings, *arguments.output, opened->document); !done) {
            return done;
        }
    }
    report(surroundings, arguments, plan);
    return {};
}

} // namespace planner::cli
