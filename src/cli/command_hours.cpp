#include "cli/commands.h"
#include "cli/open_review.h"
#include "cli/words.h"

#include "document/key.h"
#include "document/write.h"
#include "planning/hours.h"

#include <ostream>

namespace planner::cli {

namespace {

using document::Value;
using planning::HoursRange;

Value as_json(const HoursRange& range) {
    return {{"minimum", range.minimum}, {"maximum", range.maximum}};
}

Value as_json(const planning::HoursRow& row, const Words& words) {
    return {{"pointer", document::to_pointer(row.key)},
            {"hours_of", row.work == nullptr ? Value() : Value(row.work->id)},
            {"title", row.title(words.language())},
            {"each_time", as_json(row.each_time)},
            {"persons", row.persons},
            {"times", row.times},
            {"hours", as_json(row.hours())},
            {"person_hours", as_json(row.person_hours())},
            {"edited", row.edited}};
}

Value as_json(const planning::RoleHours& role, const Words& words) {
    Value rows = Value::array();
    for (const planning::HoursRow& row : role.rows) {
        rows.push_back(as_json(row, words));
    }
    Value notes = Value::array();
    for (const process::Text* note : role.notes) {
        notes.push_back(words.of(*note));
    }
    return {{"role", role.role->id},        {"title", words.of(role.role->title)},        {"rows", std::move(rows)},
            {"hours", as_json(role.hours)}, {"person_hours", as_json(role.person_hours)}, {"notes", std::move(notes)}};
}

std::string for_people(const HoursRange& range) {
    return planning::to_text(range, process::Language::english);
}

void print(std::ostream& out, const planning::RoleHours& role, const Words& words) {
    out << words.of(role.role->title) << ": " << for_people(role.hours) << " hours, " << for_people(role.person_hours)
        << " person-hours\n";
    for (const planning::HoursRow& row : role.rows) {
        out << "  " << row.title(words.language()) << ": " << for_people(row.each_time) << " hours";
        if (row.times != 1) {
            out << ", " << row.times << " times";
        }
        if (row.persons != 1) {
            out << ", " << row.persons << " persons";
        }
        out << (row.edited ? " (changed)\n" : "\n");
    }
    for (const process::Text* note : role.notes) {
        out << "  * " << words.of(*note) << "\n";
    }
}

} // namespace

Expected<void> run_hours(const Surroundings& surroundings, const Arguments& arguments) {
    const auto opened = open_review(surroundings, arguments.files_and_values[0]);
    if (!opened) {
        return tl::unexpected<Problem>(opened.error());
    }
    const Words words(arguments);
    const review::Review review = opened->reading();
    const std::size_t visits = planning::counted_visits(review);
    Value roles = Value::array();
    for (const planning::RoleHours& role : planning::make_hours(review, visits)) {
        if (arguments.json) {
            roles.push_back(as_json(role, words));
        } else {
            print(surroundings.out, role, words);
        }
    }
    if (arguments.json) {
        surroundings.out << document::canonical_text({{"visits", visits}, {"roles", std::move(roles)}}) << "\n";
    }
    return {};
}

} // namespace planner::cli
