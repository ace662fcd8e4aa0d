#include "app/run_sheets.h"

#include "app/planner.h"
#include "app/value_text.h"
#include "planning/agenda_changes.h"

namespace planner::app {

using document::Value;

planning::Agenda agenda_in(const Planner& planner, const process::RunSheet& sheet, std::string_view subject) {
    return planning::make_agenda(planner.reading(), sheet, subject);
}

planning::RunSheetStatus status_of(const Planner& planner, const planning::Agenda& agenda) {
    return planning::status_of(planner.reading(), agenda.sheet->id, agenda.subject);
}

bool differs_from_proposal(const Planner& planner, const planning::Agenda& agenda) {
    return planning::differs_from_proposal(planner.reading(), agenda);
}

void set_agenda_text(Planner& planner, const document::FieldKey& key, const std::string& proposed,
                     const std::string& text, const std::optional<std::string>& base) {
    const auto own = [&](const std::string& shown) { return shown == proposed ? std::string() : shown; };
    planner.set_field(key, own(text), EditGroup::typing, base ? std::optional(own(*base)) : std::nullopt);
}

document::EntityKey add_agenda_item(Planner& planner, const planning::Agenda& agenda,
                                    const planning::AgendaItem* above) {
    const review::NewRow row =
        planning::new_item(planner.reading(), agenda, above, [&planner] { return planner.random_bits(); });
    planner.add_entity(row, "undo.what.row_added");
    return row.row;
}

void leave_out_agenda_item(Planner& planner, const planning::AgendaItem& item) {
    const std::string name =
        label_text(planner.texts(), review::place_of(planner.reading(), item.key, planner.language()));
    if (planner.write_fields(planning::leave_out(item), "undo.what.row_removed"))
        planner.offer_undo_of_last(planner.tr("row.removed", {{"row", name}}));
}

void put_back_agenda_item(Planner& planner, const planning::AgendaItem& item) {
    planner.write_fields(planning::put_back(item), "undo.what.row_added");
}

void move_agenda_item(Planner& planner, const planning::Agenda& agenda, const document::EntityKey& item,
                      review::Direction direction) {
    planner.write_fields(planning::move_item(agenda, item, direction), "undo.what.row_moved");
}

void shorten_agenda(Planner& planner, const std::vector<planning::ShorterItem>& items) {
    planner.write_fields(planning::shorten(items), "undo.what.run_sheet");
}

void unlock_agenda_item(Planner& planner, const planning::AgendaItem& item) {
    planner.write_fields(planning::unlock(item), "undo.what.run_sheet");
}

void agree_on_length(Planner& planner, const planning::Agenda& agenda) {
    planner.write_fields(planning::agree_on_length(agenda), "undo.what.run_sheet");
}

void reset_agenda(Planner& planner, const planning::Agenda& agenda) {
    if (!differs_from_proposal(planner, agenda)) return;
    planner.write_fields(planning::as_proposed(agenda), "undo.what.run_sheet");
    planner.offer_undo_of_last(planner.tr("run_sheet.was_reset"));
}

void decide_run_sheet(Planner& planner, const planning::Agenda& agenda, planning::RunSheetState state) {
    namespace field = planning::run_sheet_field;
    const document::EntityKey key = planning::run_sheet_key(agenda.sheet->id, agenda.subject);
    const planning::RunSheetStatus now = status_of(planner, agenda);
    const bool new_draft = state == planning::RunSheetState::draft && now.state != state;
    const auto at = [&](std::string_view name) { return document::FieldKey{key, std::string(name)}; };
    planner.write_fields({{at(field::state), std::string(planning::stored_state(state))},
                          {at(field::number), now.number + (new_draft ? 1 : 0)},
                          {at(field::on), format_day(planner.today())},
                          {at(field::by), planner.settings().author}},
                         "undo.what.run_sheet");
}

} // namespace planner::app
