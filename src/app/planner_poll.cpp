// Proposed days for the kickoff, and the free days that the plan keeps clear of.

#include "app/planner.h"
#include "assets/catalog.h"
#include "planning/school_holidays.h"

namespace planner::app {

using review::FieldWrite;

void Planner::answer_date(std::string_view option, std::string_view participant, review::Answer answer) {
    namespace field = review::availability_field;
    const document::EntityKey key = review::availability_key(option, participant);
    const std::vector<FieldWrite> writes = {{{key, std::string(field::answer)}, std::string(review::to_text(answer))},
                                            {{key, std::string(field::answered_by)}, settings_.author}};
    write_fields(writes, "undo.what.answer");
}

void Planner::choose_date(const review::DateOption& option) {
    std::vector<FieldWrite> writes;
    const auto put = [&](const char* field, const std::string& value) {
        if (!value.empty()) writes.push_back({{review::review_key(), field}, value});
    };
    put("kickoff_date", option.date);
    put("kickoff_time", option.time);
    put("kickoff_place", option.place);
    if (!write_fields(writes, "undo.what.date_chosen")) return;
    const auto day = parse_day(option.date);
    offer_undo(texts_.tr("poll.chosen_toast", {{"date", day ? long_date(texts_, *day) : option.date}}),
               {{current()->id(), current()->undo().last_id()}});
}

void Planner::set_region(std::string_view participant, std::string_view region) {
    std::vector<FieldWrite> writes;
    for (const review::Participant& each : reading().participants()) {
        if (participant.empty() || each.id == participant)
            writes.push_back({{review::participant_key(each.id), "holiday_region"},
                              std::string(region.empty() ? planning::no_region : region)});
    }
    write_fields(writes, "undo.what.field");
}

std::string Planner::holidays_known_text() const {
    const auto last = planning::known_until(assets::school_holidays());
    return last ? texts_.tr("holidays.known_until", {{"date", long_date(texts_, *last)}}) : "";
}

} // namespace planner::app
