#include "review/text_keys.h"

#include <algorithm>
#include <array>

namespace planner::review {

std::string text_key_of(std::string_view owner, std::string_view field) {
    struct Known {
        std::string_view owner, field, key;
    };
    static constexpr std::array<Known, 54> known{{
        {"task", "", "task.place"},
        {"task", "state", "task.place.state"},
        {"task", "due", "task.place.due"},
        {"task", "done_by", "task.place.done_by"},
        {"task", "done_on", "task.place.done_on"},
        {"task", "reason", "task.place.reason"},
        {"message", "", "message.place"},
        {"message", "state", "message.place.state"},
        {"message", "sent_on", "message.place.sent_on"},
        {"message", "sent_by", "message.place.sent_by"},
        {"message", "subject", "message.place.subject"},
        {"message", "body", "message.place.body"},
        {"review", "title", "review.title_field"},
        {"review", "goal", "review.goal"},
        {"review", "facilitator_name", "review.facilitator_name"},
        {"review", "facilitator_contact", "review.facilitator_contact"},
        {"review", "kickoff_date", "review.kickoff_date"},
        {"review", "kickoff_time", "review.kickoff_time"},
        {"review", "kickoff_place", "review.kickoff_place"},
        {"review", "kickoff_duration", "review.kickoff_duration"},
        {"review", "period", "review.period"},
        {"review", "cycle_date", "review.cycle_date"},
        {"participant", "name", "participant.name"},
        {"participant", "institution", "participant.institution"},
        {"participant", "sector", "participant.sector"},
        {"participant", "region", "participant.region"},
        {"participant", "side", "participant.side"},
        {"visit", "date", "review.visit_date"},
        {"visit", "time", "review.visit_time"},
        {"visit", "place", "review.visit_place"},
        {"visit", "length", "review.visit_length"},
        {"visit", "chair", "review.visit_chair"},
        {"review", "hours_visits", "review.hours_visits"},
        {"review", "hours_length", "review.hours_length"},
        {"availability", "", "availability.place"},
        {"availability", "answer", "availability.place"},
        {"availability", "answered_by", "availability.place.answered_by"},
        {"availability", "note", "availability.place.note"},
        {"hours", "", "hours.place"},
        {"hours", "minimum", "hours.place.minimum"},
        {"hours", "maximum", "hours.place.maximum"},
        {"hours", "persons", "hours.place.persons"},
        {"hours", "title", "hours.place.title"},
        {"hours", "times", "hours.place.times"},
        {"agenda_items", "", "agenda.place"},
        {"agenda_items", "minutes", "agenda.place.minutes"},
        {"agenda_items", "title", "agenda.place.title"},
        {"agenda_items", "who", "agenda.place.who"},
        {"agenda_items", "needs", "agenda.place.needs"},
        {"agenda_items", "start", "agenda.place.start"},
        {"free_periods", "", "free_period.place"},
        {"free_periods", "first", "free_period.place.first"},
        {"free_periods", "last", "free_period.place.last"},
        {"free_periods", "title", "free_period.place.title"},
    }};
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Known& entry) { return entry.owner == owner && entry.field == field; });
    return found == known.end() ? "" : std::string(found->key);
}

} // namespace planner::review
