// The dialogs of one visit or one participant on the dashboard: panel, documents, actions, contact persons.

#include "ui/card_table.h"
#include "ui/forget_dialog.h"
#include "ui/kit/dialog.h"
#include "ui/moved_dates.h"
#include "ui/rule_notes.h"
#include "ui/screens.h"
#include "ui/task_words.h"

#include <array>

namespace planner::ui {

namespace {

using process::FieldKind;

std::string_view binding_of(DialogKind kind) {
    switch (kind) {
    case DialogKind::visit: return "seats";
    case DialogKind::documents: return "documents";
    case DialogKind::actions: return "actions";
    case DialogKind::contacts: return "persons";
    default: return "";
    }
}

std::string_view title_key(DialogKind kind) {
    return kind == DialogKind::visit       ? "review.visit"
           : kind == DialogKind::documents ? "dashboard.documents_of"
           : kind == DialogKind::contacts  ? "dashboard.contacts_of"
                                           : "dashboard.follow_up_of";
}

/// Where the rules of what the dialog shows are shown.
std::vector<process::Showing> rules_beside(DialogKind kind) {
    using process::ShownOn;
    switch (kind) {
    case DialogKind::visit: return {{ShownOn::visits, ""}, {ShownOn::panel, ""}};
    case DialogKind::documents: return {{ShownOn::documents, ""}};
    case DialogKind::contacts: return {{ShownOn::participants, ""}};
    default: return {};
    }
}

/// When, how long and where the visit is, and who chairs it.
void draw_visit_fields(Context& c, const std::string& host) {
    kit::Frame& frame = c.frame;
    const document::EntityKey visit = review::visit_key(host);
    const std::array<std::pair<const char*, FieldKind>, 4> fields = {
        {{"date", FieldKind::date}, {"time", FieldKind::time}, {"place", FieldKind::text}, {"chair", FieldKind::text}}};
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(360) ? 2 : 1, frame.px(12), frame.px(8));
    for (const auto& [field, kind] : fields) {
        grid.next();
        const std::string label = c.tr(field == std::string_view("chair") ? "dashboard.chair" : std::string("dates.") + field);
        draw_plain_value(c, {visit, field}, kind, label);
    }
    grid.next(2);
    draw_bound_value(c, "visit.length", host);
}

/// The day of the visit, else the first row, else the button that adds one.
void focus_first(Context& c, DialogKind kind, const process::Card* card, const process::Field* table) {
    kit::Frame& frame = c.frame;
    const std::string& subject = c.state.dialog_subject;
    if (kind == DialogKind::visit)
        return frame.request_focus(frame.id(document::to_pointer({review::visit_key(subject), "date"})));
    if (!table)
        return;
    const kit::Scope scope(frame, "table " + table->id);
    const auto rows = c.planner.reading().rows(card->id, subject, *table);
    if (rows.empty())
        return frame.request_focus(frame.id(table->add_label.in(c.language())));
    const kit::Scope row(frame, rows.front().id);
    frame.request_focus(frame.id(document::to_pointer(review::column_key(rows.front(), table->columns.front()))));
}

/// `gone`: what the dialog is about is there no more.
void close_when_done(Context& c, kit::Dialog& dialog, bool gone) {
    const std::string done = c.tr("action.done");
    const std::array buttons = {kit::ButtonOptions{.label = done, .kind = kit::ButtonKind::primary}};
    if (dialog.buttons(buttons) || dialog.dismissed() || gone)
        c.frame.defer([&state = c.state, &planner = c.planner] {
            planner.end_typing();
            state.dialog = DialogKind::none;
        });
}

} // namespace

void draw_gathered_dialog(Context& c) {
    if (c.state.dialog != DialogKind::gathered || !c.planner.current() || !c.planner.current()->ready())
        return;
    const process::Process& process = c.planner.current()->process();
    const CardPlace place{c.state.dialog_card, c.state.dialog_subject};
    const process::Card* card = process.card(place.card);
    const bool gone = !card || !c.planner.view().card(place.card, place.participant);
    kit::Dialog dialog(c.frame, {.title = gone ? "" : card_name(c, place.card, place.participant), .key = "gathered",
                                 .close_name = c.tr("action.close"), .width = 720});
    for (const process::Gathered& part : process.gathered)
        for (const process::GatheredField& shown : part.fields)
            if (!gone && shown.card == place.card) {
                const process::Field& field = *card->field(shown.field);
                if (c.planner.reading().is_asked(place.card, place.participant, field))
                    draw_card_field(c, place, field);
            }
    close_when_done(c, dialog, gone);
}

void draw_visit_dialog(Context& c) {
    const DialogKind kind = c.state.dialog;
    const std::string_view binding = binding_of(kind);
    if (binding.empty() || !c.planner.current() || !c.planner.current()->ready())
        return;
    const std::string& subject = c.state.dialog_subject;
    kit::Frame& frame = c.frame;
    kit::Dialog dialog(frame, {.title = c.tr(title_key(kind), {{"participant", subject_name(c, subject)}}), .key = binding,
                               .close_name = c.tr("action.close"), .width = 720});
    if (dialog.opened())
        c.state.plan_before = c.planner.plan();
    if (kind == DialogKind::visit) {
        draw_visit_fields(c, subject);
        draw_moved_dates(c);
    }
    const auto table = c.planner.current()->process().bound_field(binding);
    if (table.field)
        draw_card_table(c, {table.card->id, subject}, *table.field, TableView::brief);
    if (table.field)
        draw_forget_buttons(c, c.planner.reading().rows(table.card->id, subject, *table.field));
    draw_rule_notes(c, rules_beside(kind));
    if (dialog.opened())
        focus_first(c, kind, table.card, table.field);
    close_when_done(c, dialog, !c.planner.view().participant(subject));
}

} // namespace planner::ui
