// The dialogs of one visit or one participant on the dashboard: panel, documents, actions.

#include "ui/card_table.h"
#include "ui/kit/dialog.h"
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
    default: return "";
    }
}

std::string_view title_key(DialogKind kind) {
    return kind == DialogKind::visit       ? "review.visit"
           : kind == DialogKind::documents ? "dashboard.documents_of"
                                           : "dashboard.follow_up_of";
}

/// When and where the visit is, and who chairs it.
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

} // namespace

void draw_visit_dialog(Context& c) {
    const DialogKind kind = c.state.dialog;
    const std::string_view binding = binding_of(kind);
    if (binding.empty() || !c.planner.current() || !c.planner.current()->ready())
        return;
    const std::string& subject = c.state.dialog_subject;
    kit::Frame& frame = c.frame;
    kit::Dialog dialog(frame, {.title = c.tr(title_key(kind), {{"participant", subject_name(c, subject)}}), .key = binding,
                               .close_name = c.tr("action.close"), .width = 720});
    if (kind == DialogKind::visit)
        draw_visit_fields(c, subject);
    const auto table = c.planner.current()->process().bound_field(binding);
    if (table.field)
        draw_card_table(c, {table.card->id, subject}, *table.field, TableView::brief);
    if (dialog.opened())
        focus_first(c, kind, table.card, table.field);
    const std::string done = c.tr("action.done");
    const std::array buttons = {kit::ButtonOptions{.label = done, .kind = kit::ButtonKind::primary}};
    const bool gone = !c.planner.view().participant(subject);
    if (dialog.buttons(buttons) || dialog.dismissed() || gone)
        frame.defer([&state = c.state, &planner = c.planner] {
            planner.end_typing();
            state.dialog = DialogKind::none;
        });
}

} // namespace planner::ui
