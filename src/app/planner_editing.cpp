#include <utility>

#include "app/editing.h"
#include "app/planner.h"
#include "app/value_text.h"
#include "review/replacing.h"
#include "review/values.h"

namespace planner::app {

using document::Value;

namespace {

std::string command_text(const Planner& planner, const std::string& name, const document::FieldKey& key) {
    const review::Review review = planner.reading();
    const review::Place entity = review::place_of(review, key.entity, planner.language());
    const review::Place place = key.field.empty() ? entity : review::place_of(review, key, planner.language());
    const bool whole = key.field.empty() || !review::is_visible(key);
    const std::string label = label_text(planner.texts(), whole ? entity : place);
    return planner.tr(name, {{"field", label}, {"row", label}, {"name", place.participant}});
}

} // namespace

OpenReview* Planner::editable() {
    OpenReview* review = route_.review.empty() ? nullptr : reviews_.find(route_.review);
    return review != nullptr && review->ready() ? review : nullptr;
}

/// A writer that wrote is remembered as one of this device; saving and drawing follow.
void Planner::wrote_in(OpenReview& review) {
    if (settings_.replicas.empty() || settings_.replicas.back() != writer_.replica()) {
        remember_replica(settings_, writer_.replica());
        save_settings();
    }
    reviews_.changed(review);
    touch_document();
}

/// Runs one command on the current review; saving and drawing follow when it changed something.
template <class Run>
bool Planner::edit(const Run& run) {
    OpenReview* review = editable();
    if (review == nullptr) return false;
    Editing editing(reviews_.edit(*review), reviews_.undo_of(*review), writer_, platform_.now());
    if (!run(editing)) return false;
    wrote_in(*review);
    return true;
}

void Planner::set_field(const document::FieldKey& key, document::Value value, EditGroup group,
                        const std::optional<std::string>& base) {
    if (review::text_of(value).size() > longest_text) {
        const std::string count = std::to_string(longest_text);
        toasts_.add(ToastKind::problem, texts_.tr("field.too_long", {{"count", count}}), platform_.now());
        touch();
        return;
    }
    edit([&](Editing& editing) { return editing.set_field(key, std::move(value), group, base); });
}

bool Planner::write_fields(const std::vector<review::FieldWrite>& writes, std::string_view command) {
    return edit([&](Editing& editing) { return editing.write(writes, command); });
}

void Planner::add_entity(const review::NewRow& row, std::string_view command) {
    edit([&](Editing& editing) {
        editing.add(row, command);
        return true;
    });
}

void Planner::end_typing() {
    if (OpenReview* review = editable()) reviews_.undo_of(*review).end_group();
}

document::EntityKey Planner::add_row(const review::TableKey& table) {
    document::EntityKey made;
    edit([&](Editing& editing) {
        const review::NewRow row =
            review::new_row(current()->document(), table, [this] { return writer_.random_bits(); });
        editing.add(row, "undo.what.row_added");
        made = row.row;
        return true;
    });
    return made;
}

document::EntityKey Planner::replace_seat(const document::EntityKey& seat) {
    document::EntityKey made;
    edit([&](Editing& editing) {
        const auto replacement = review::replace_seat(current()->document(), seat, format_day(today()));
        if (replacement.beside.empty()) return false;
        editing.add(replacement.made, "undo.what.seat_replaced", replacement.beside);
        made = replacement.made.row;
        return true;
    });
    return made;
}

void Planner::remove_row(const document::EntityKey& row) {
    const std::string name =
        editable() == nullptr ? "" : label_text(texts_, review::place_of(reading(), row, language()));
    if (!edit([&](Editing& editing) { return editing.remove(row, "undo.what.row_removed"); })) return;
    offer_undo(texts_.tr("row.removed", {{"row", name}}), {{current()->id(), current()->undo().last_id()}});
}

void Planner::move_row(const review::TableKey& table, const document::EntityKey& row, review::Direction direction) {
    edit([&](Editing& editing) {
        return editing.write(review::move_row(current()->document(), table, row, direction), "undo.what.row_moved");
    });
}

document::EntityKey Planner::add_to_list(std::string_view collection,
                                         const std::vector<std::pair<std::string, Value>>& fields) {
    document::EntityKey made;
    edit([&](Editing& editing) {
        const review::NewRow row =
            review::new_in_list(current()->document(), collection, fields, [this] { return writer_.random_bits(); });
        editing.add(row, "undo.what.row_added");
        made = row.row;
        return true;
    });
    return made;
}

void Planner::leave_out(const review::FieldWrite& said) {
    const document::EntityKey& entity = said.key.entity;
    if (!edit([&](Editing& editing) { return editing.leave_out(said, "undo.what.row_removed"); })) return;
    const std::string name = label_text(texts_, review::place_of(reading(), entity, language()));
    offer_undo(texts_.tr("row.removed", {{"row", name}}), {{current()->id(), current()->undo().last_id()}});
}

void Planner::bring_back(const document::EntityKey& entity) {
    edit([&](Editing& editing) { return editing.bring_back(entity, "undo.what.row_added"); });
}

std::string Planner::add_participant(const review::NewParticipant& participant) {
    std::string made;
    edit([&](Editing& editing) {
        const review::NewRow row =
            review::new_participant(current()->document(), participant, [this] { return writer_.random_bits(); });
        editing.add(row, "undo.what.participant_added");
        made = row.row.id;
        return true;
    });
    return made;
}

void Planner::remove_participant(std::string_view id) {
    const auto participant = editable() == nullptr ? std::nullopt : reading().participant(id);
    if (!participant || view().participants.size() <= current()->process().participants.minimum) return;
    edit(
        [&](Editing& editing) { return editing.remove(review::participant_key(id), "undo.what.participant_removed"); });
    offer_undo(texts_.tr("participant.removed", {{"name", participant->name}}),
               {{current()->id(), current()->undo().last_id()}});
}

void Planner::move_participant(std::string_view id, review::Direction direction) {
    edit([&](Editing& editing) {
        std::vector<document::EntityKey> siblings;
        for (const std::string& sibling : review::sorted_ids(current()->document(), "participants")) {
            siblings.push_back(review::participant_key(sibling));
        }
        return editing.write(
            review::move_among(current()->document(), siblings, review::participant_key(id), direction),
            "undo.what.participant_moved");
    });
}

void Planner::choose_version(const document::FieldKey& key, std::size_t index) {
    if (!edit([&](Editing& editing) { return editing.choose_version(key, index); })) return;
    const std::string field = label_text(texts_, review::place_of(reading(), key, language()));
    offer_undo(texts_.tr("conflict.chosen", {{"field", field}}), {{current()->id(), current()->undo().last_id()}});
}

void Planner::combine(const document::FieldKey& key, document::Value value, const std::vector<std::string>& seen) {
    edit([&](Editing& editing) { return editing.combine(key, value, seen); });
}

bool Planner::can_step(Step step) const {
    const OpenReview* review = current();
    if (review == nullptr || !review->ready()) return false;
    return step == Step::undo ? review->undo().can_undo() : review->undo().can_redo();
}

std::string Planner::step_text(Step step) {
    if (!can_step(step)) return "";
    const UndoStack& undo = current()->undo();
    const Command* command = step == Step::undo ? undo.next_undo() : undo.next_redo();
    if (command->changes.empty()) return "";
    return command_text(*this, command->name, command->changes.front().key);
}

void Planner::step(Step step) {
    OpenReview* review = editable();
    if (review == nullptr) return;
    toasts_.dismiss(step_toast_);
    if (!can_step(step)) {
        const char* nothing = step == Step::undo ? "undo.nothing" : "undo.nothing_to_redo";
        step_toast_ = toasts_.add(ToastKind::done, texts_.tr(nothing), platform_.now());
        touch();
        return;
    }
    UndoStack& undo = reviews_.undo_of(*review);
    document::Document& document = reviews_.edit(*review);
    const UndoStack::Outcome outcome = step == Step::undo ? undo.undo(document, writer_) : undo.redo(document, writer_);
    if (outcome.done > 0) reviews_.changed(*review);
    show_step(outcome, step);
    touch_document();
}

void Planner::show_step(const UndoStack::Outcome& outcome, Step step) {
    if (outcome.overtaken > 0) {
        step_toast_ = toasts_.add(ToastKind::problem, texts_.tr("undo.overtaken"), platform_.now());
    } else if (outcome.place) {
        const std::string what = command_text(*this, outcome.name, *outcome.place);
        step_toast_ = toasts_.add(ToastKind::done,
                                  texts_.tr(step == Step::undo ? "undo.undone" : "undo.redone", {{"what", what}}),
                                  platform_.now());
    }
}

void Planner::offer_undo_of_last(std::string text) {
    offer_undo(std::move(text), {{current()->id(), current()->undo().last_id()}});
}

void Planner::offer_undo(std::string text, std::vector<CommandOfReview> commands) {
    toasts_.add(
        ToastKind::done, std::move(text), texts_.tr("toast.undo"),
        [this, offered = std::move(commands)] { take_back(offered); }, platform_.now());
}

void Planner::take_back(const std::vector<CommandOfReview>& commands) {
    for (const CommandOfReview& command : commands) {
        OpenReview* review = reviews_.find(command.review);
        if (review == nullptr || !review->ready()) continue;
        const auto outcome = reviews_.undo_of(*review).undo_command(command.command, reviews_.edit(*review), writer_);
        if (outcome.done > 0) reviews_.changed(*review);
        if (outcome.overtaken > 0) toasts_.add(ToastKind::problem, texts_.tr("undo.overtaken"), platform_.now());
    }
    touch_document();
}

} // namespace planner::app
