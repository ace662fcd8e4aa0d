#include "app/editing.h"
#include "app/planner.h"
#include "app/value_text.h"
#include "planning/agenda_changes.h"

namespace planner::app {

using document::Value;

planning::Agenda Planner::agenda(const process::RunSheet& sheet, std::string_view subject) const {
    return planning::make_agenda(reading(), sheet, subject);
}

planning::RunSheetStatus Planner::status_of(const planning::Agenda& agenda) const {
    return planning::status_of(reading(), agenda.sheet->id, agenda.subject);
}

bool Planner::differs_from_proposal(const planning::Agenda& agenda) const {
    return planning::differs_from_proposal(reading(), agenda);
}

void Planner::set_agenda_text(const document::FieldKey& key, const std::string& proposed, const std::string& text,
                              const std::optional<std::string>& base) {
    const auto own = [&](const std::string& shown) { return shown == proposed ? std::string() : shown; };
    set_field(key, own(text), EditGroup::typing, base ? std::optional(own(*base)) : std::nullopt);
}

document::EntityKey Planner::add_agenda_item(const planning::Agenda& agenda, const planning::AgendaItem* above) {
    const review::NewRow row =
        planning::new_item(reading(), agenda, above, [this] { return writer_.random_bits(); });
    add_entity(row, "undo.what.row_added");
    return row.row;
}

void Planner::leave_out_agenda_item(const planning::AgendaItem& item) {
    const std::string name = label_text(texts_, review::place_of(reading(), item.key, language()));
    const std::uint64_t before = current()->undo().last_id();
    write_fields(planning::leave_out(item), "undo.what.row_removed");
    const std::uint64_t command = current()->undo().last_id();
    if (command != before) offer_undo(texts_.tr("row.removed", {{"row", name}}), {{current()->id(), command}});
}

void Planner::put_back_agenda_item(const planning::AgendaItem& item) {
    write_fields(planning::put_back(item), "undo.what.row_added");
}

void Planner::move_agenda_item(const planning::Agenda& agenda, const document::EntityKey& item,
                               review::Direction direction) {
    write_fields(planning::move_item(agenda, item, direction), "undo.what.row_moved");
}

void Planner::shorten_agenda(const std::vector<planning::ShorterItem>& items) {
    write_fields(planning::shorten(items), "undo.what.run_sheet");
}

void Planner::unlock_agenda_item(const planning::AgendaItem& item) {
    write_fields(planning::unlock(item), "undo.what.run_sheet");
}

void Planner::agree_on_length(const planning::Agenda& agenda) {
    write_fields(planning::agree_on_length(agenda), "undo.what.run_sheet");
}

void Planner::reset_agenda(const planning::Agenda& agenda) {
    if (!differs_from_proposal(agenda)) return;
    write_fields(planning::as_proposed(agenda), "undo.what.run_sheet");
    offer_undo(texts_.tr("run_sheet.was_reset"), {{current()->id(), current()->undo().last_id()}});
}

void Planner::decide_run_sheet(const planning::Agenda& agenda, planning::RunSheetState state) {
    namespace field = planning::run_sheet_field;
    const document::EntityKey key = planning::run_sheet_key(agenda.sheet->id, agenda.subject);
    const planning::RunSheetStatus now = status_of(agenda);
    const bool new_draft = state == planning::RunSheetState::draft && now.state != state;
    const auto at = [&](std::string_view name) { return document::FieldKey{key, std::string(name)}; };
    write_fields({{at(field::state), std::string(planning::stored_state(state))},
                  {at(field::number), now.number + (new_draft ? 1 : 0)},
                  {at(field::on), format_day(today())},
                  {at(field::by), settings_.author}},
                 "undo.what.run_sheet");
}

} // namespace planner::app
