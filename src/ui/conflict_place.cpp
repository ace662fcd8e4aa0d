#include "ui/conflict_place.h"

#include "planning/hours.h"
#include "planning/school_holidays.h"
#include "review/availability.h"
#include "review/kept_process.h"

namespace planner::ui {

namespace {

bool is_of_hours(const document::FieldKey& key) {
    return key.entity.collection == planning::hours_collection || key.field == planning::hours_field::visits ||
           key.field == planning::hours_field::length;
}

DialogKind dialog_of(const document::FieldKey& key) {
    if (key.entity.collection == planning::free_periods) return DialogKind::holidays;
    if (key == review::kept_process_key() || key.entity.collection == review::given_names_collection)
        return DialogKind::process;
    const bool of_date = key.entity.collection == "availability" || key.entity.collection == "visits" ||
                         key.field.starts_with("kickoff");
    return of_date ? DialogKind::dates : DialogKind::participants;
}

/// The card on which to choose; of an answer to a proposed day that on which the day is proposed.
review::Place place_to_choose(const app::Planner& planner, const review::Conflict& conflict) {
    const document::EntityKey& entity = conflict.key.entity;
    if (entity.collection != "availability") return conflict.place;
    const review::Review reading = planner.reading();
    return review::place_of(reading, review::day_of_answer(reading.document(), entity), planner.language());
}

} // namespace

void show_conflict(app::Planner& planner, ScreenState& state, const review::Conflict& conflict) {
    const document::EntityKey& entity = conflict.key.entity;
    const std::string review = planner.route().review;
    state.postponed.erase(conflict.key);
    state.wanted_field = conflict.key;
    if (entity.collection == "tasks")
        planner.go(app::Route::tasks(review, entity.id));
    else if (entity.collection == "messages")
        planner.go(app::Route::messages(review, entity.id));
    else if (is_of_hours(conflict.key))
        planner.go(app::Route::hours(review));
    else if (!conflict.place.run_sheet.empty())
        planner.go(app::Route::run_sheets(review, conflict.place.run_sheet, conflict.place.participant_id));
    else if (const review::Place place = place_to_choose(planner, conflict);
             planner.view().card(place.card_id, place.participant_id))
        planner.go(app::Route::card_of(review, place.card_id, place.participant_id));
    else
        state.dialog = dialog_of(conflict.key);
}

} // namespace planner::ui
