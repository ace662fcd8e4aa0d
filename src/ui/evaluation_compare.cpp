#include "ui/evaluation_compare.h"

#include "document/order.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "app/value_text.h"

#include <algorithm>

namespace planner::ui {

namespace {

bool is_question(const process::Field& column) {
    return column.kind == process::FieldKind::long_text;
}

std::string cell_text(Context& c, const document::EntityKey& row, const process::Field& column) {
    const document::FieldKey key = review::column_key(row, column);
    return app::value_text(c.planner.texts(), c.planner.reading(), key, c.planner.current()->document().value(key),
                           &column, c.planner.today());
}

/// Whose answers a row holds: what its short columns say, the name first.
struct Respondent {
    document::EntityKey row;
    std::string name, detail;
};

/// In the order of their names, so that what one person said at several moments stands side by side.
std::vector<Respondent> respondents_of(Context& c, const process::Field& table,
                                       const std::vector<document::EntityKey>& rows) {
    std::vector<Respondent> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Respondent respondent{rows[i], "", ""};
        bool any = false;
        for (const process::Field& column : table.columns) {
            const std::string text = cell_text(c, rows[i], column);
            any = any || !text.empty();
            if (text.empty() || is_question(column)) continue;
            std::string& part = respondent.name.empty() ? respondent.name : respondent.detail;
            part += (part.empty() ? "" : " · ") + text;
        }
        if (respondent.name.empty())
            respondent.name =
                c.tr("row.name", {{"name", table.row_name.in(c.language())}, {"number", std::to_string(i + 1)}});
        if (any) found.push_back(std::move(respondent));
    }
    document::sort_items(found, [](const Respondent& left, const Respondent& right) { return left.name < right.name; });
    return found;
}

void draw_question(Context& c, const process::Field& question, const std::vector<Respondent>& respondents) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, question.id);
    const std::string title = question.label.in(c.language());
    const kit::Card card(frame, {.padding = 12, .gap = 10, .name = title, .radius = 8});
    kit::heading(frame, 4, title, {.style = kit::style::body_strong});
    const float room = frame.layout().available() / frame.input().text_scale;
    const int columns = std::clamp(static_cast<int>(room / 220), 1, static_cast<int>(respondents.size()));
    kit::Grid grid(frame.layout(), columns, frame.px(16), frame.px(12));
    for (const Respondent& each : respondents) {
        grid.next();
        const kit::Stack stack(frame.layout(), frame.px(2));
        kit::text(frame, each.name, {.style = kit::style::meta_strong});
        if (!each.detail.empty())
            kit::text(frame, each.detail, {.style = kit::style::meta, .color = frame.theme().ink_3});
        const std::string answer = cell_text(c, each.row, question);
        kit::text(frame, answer.empty() ? c.tr("compare.no_answer") : answer,
                  {.color = answer.empty() ? frame.theme().ink_3 : frame.theme().ink});
    }
}

} // namespace

bool draw_comparison(Context& c, const process::Field& table, const std::vector<document::EntityKey>& rows) {
    if (table.compared == process::Compared::no || rows.empty()) return false;
    kit::Frame& frame = c.frame;
    const std::string key = app::format_route(c.planner.route()) + " " + table.id;
    const bool on = c.state.compared.contains(key);
    if (kit::button(frame, {.label = c.tr(on ? "compare.close" : "compare.open"),
                            .icon = on ? kit::icon::pencil : kit::icon::arrow_right_left,
                            .size = kit::ButtonSize::small,
                            .key = "compare"}))
        frame.defer([&state = c.state, key, on] {
            if (on)
                state.compared.erase(key);
            else
                state.compared.insert(key);
        });
    if (!on) return false;
    const std::vector<Respondent> respondents = respondents_of(c, table, rows);
    if (respondents.empty()) kit::text(frame, c.tr("compare.nothing"), {.color = frame.theme().ink_2});
    for (const process::Field& column : table.columns)
        if (is_question(column) && !respondents.empty()) draw_question(c, column, respondents);
    return true;
}

} // namespace planner::ui
