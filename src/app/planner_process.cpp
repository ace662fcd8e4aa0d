// The process of the current review: where it comes from, and going on with another one.

#include <algorithm>

#include "app/known_processes.h"
#include "app/planner.h"
#include "assets/review_process.h"
#include "review/kept_process.h"

namespace planner::app {

const ProcessOffer* Planner::process_offer() const {
    return import_.state == ImportState::none && !offers_.empty() ? &offers_.front() : nullptr;
}

void Planner::offer_newer_process() {
    const process::Process* newer = newer_process(current());
    if (newer == nullptr) return;
    offers_ = {{ProcessOffer::From::program, "", newer, {}}};
    touch();
}

void Planner::close_process_offer() {
    if (!offers_.empty()) offers_.erase(offers_.begin());
    touch();
}

const ProcessPreview& Planner::process_preview() {
    const OpenReview& review = *current();
    const process::Process& next = *process_offer()->process;
    const std::string key = shown_state() + " " + key_of_process(next);
    if (found_.process_preview.of == key) return found_.process_preview.value;
    found_.process_preview = {{}, key};
    ProcessPreview& preview = found_.process_preview.value;
    if (const process::Process* followed = review.followed().unnamed())
        preview.differences = process::differences(assets::text_of(*followed), assets::text_of(next));
    const review::RowIndex rows(review.document());
    const review::Review before(review.document(), review.process(), rows), after(review.document(), next, rows);
    const std::vector<review::Leftover>& left = leftovers();
    for (review::Leftover& item : review::leftovers(after, language())) {
        const bool was_left = std::any_of(left.begin(), left.end(),
                                          [&](const review::Leftover& each) { return each.key == item.key; });
        if (was_left) continue;
        // In the words of the process that still knows it.
        const review::Place place = review::place_of(before, item.key, language());
        if (!place.card.empty()) item.card = place.card;
        if (!place.column.empty() || !place.field.empty()) item.field = place.column.empty() ? place.field : place.column;
        item.definition = place.definition;
        preview.hidden.push_back(std::move(item));
    }
    const planning::Plan planned = plan_on(after, today());
    for (const planning::DateMove& move : planning::moves_between(plan(), planned)) {
        const planning::PlannedTask& task = *planned.find(move.key);
        const auto participant = after.participant(task.subject);
        preview.moves.push_back(
            {task.task->title.in(language()), participant ? participant->name : "", move.from, move.to});
    }
    return preview;
}

const std::vector<review::Leftover>& Planner::leftovers() {
    const std::string key = shown_state();
    if (found_.leftovers.of != key) found_.leftovers = {review::leftovers(reading(), language()), key};
    return found_.leftovers.value;
}

void Planner::use_offered_process() {
    const ProcessOffer* offer = process_offer();
    if (offer == nullptr || offer->process == nullptr || editable() == nullptr) return;
    const process::Process& process = *offer->process;
    write_fields(review::follow_process(process.id, assets::text_of(process)), "undo.what.process");
    offer_undo(texts_.tr("process.used", {{"process", process.title.in(language())}, {"version", process.version}}),
               {{current()->id(), current()->undo().last_id()}});
    close_process_offer();
}

} // namespace planner::app
