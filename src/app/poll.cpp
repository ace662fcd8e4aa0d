#include "app/poll.h"

#include "app/planner.h"
#include "assets/catalog.h"
#include "planning/school_holidays.h"

namespace planner::app {

using review::FieldWrite;

void answer_date(Planner& planner, std::string_view option, std::string_view participant, review::Answer answer) {
    namespace field = review::availability_field;
    const document::EntityKey key = review::availability_key(option, participant);
    const std::vector<FieldWrite> writes = {{{key, std::string(field::answer)}, std::string(review::to_text(answer))},
                                            {{key, std::string(field::answered_by)}, planner.settings().author}};
    planner.write_fields(writes, "undo.what.answer");
}

void choose_date(Planner& planner, const review::DateOption& option) {
    std::vector<FieldWrite> writes;
    const auto put = [&](const char* field, const std::string& value) {
        if (!value.empty()) writes.push_back({{review::review_key(), field}, value});
    };
    put("kickoff_date", option.date);
    put("kickoff_time", option.time);
    put("kickoff_place", option.place);
    if (!planner.write_fields(writes, "undo.what.date_chosen")) return;
    const auto day = parse_day(option.date);
    planner.offer_undo_of_last(
        planner.tr("poll.chosen_toast", {{"date", day ? long_date(planner.texts(), *day) : option.date}}));
}

void set_region(Planner& planner, std::string_view participant, std::string_view region) {
    std::vector<FieldWrite> writes;
    for (const review::Participant& each : planner.reading().participants()) {
        if (participant.empty() || each.id == participant)
            writes.push_back({{review::participant_key(each.id), "holiday_region"},
                              std::string(region.empty() ? planning::no_region : region)});
    }
    planner.write_fields(writes, "undo.what.field");
}

std::string holidays_known_text(const Planner& planner) {
    const auto last = planning::known_until(assets::school_holidays());
    return last ? planner.tr("holidays.known_until", {{"date", long_date(planner.texts(), *last)}}) : "";
}

} // namespace planner::app
