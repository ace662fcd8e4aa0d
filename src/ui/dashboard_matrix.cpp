// Who visits whom: a row for everybody who sends people, a column for everybody who is visited.

#include "ui/dashboard_cards.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

constexpr std::size_t most_dots = 4; ///< more people than that are a number

struct Columns {
    float label, cell;
};

/// Nothing when the columns do not fit.
std::optional<Columns> columns_for(kit::Frame& frame, std::size_t hosts) {
    const float room = frame.layout().available(), count = static_cast<float>(hosts);
    const float label = frame.px(140), least = frame.px(48);
    if (label + count * least > room)
        return std::nullopt;
    const float cell = std::floor(std::min(frame.px(120), (room - label) / count));
    return Columns{std::floor(room - count * cell), cell};
}

std::string name_of(Context& c, const std::string& participant) {
    return participant.empty() ? c.tr("dashboard.elsewhere") : subject_name(c, participant);
}

std::string cell_text(Context& c, const app::SupplyView& from, const app::VisitView& to, const app::Standings& people) {
    const bool own = from.participant == to.host;
    const std::string what = own                     ? c.tr(people.counted() > 0 ? "dashboard.own_panel" : "dashboard.own")
                             : people.counted() == 0 ? c.tr("dashboard.nobody")
                                                     : panel_text(c, people);
    return c.tr("dashboard.cell", {{"from", name_of(c, from.participant)}, {"to", name_of(c, to.host)}, {"what", what}});
}

void draw_dot(kit::Frame& frame, float x, float y, process::Standing standing) {
    const kit::Theme& t = frame.theme();
    if (standing == process::Standing::settled)
        kit::draw::circle(frame, x, y, frame.px(6), t.action);
    else
        kit::draw::ring(frame, x, y, frame.px(6), t.warn_line, 2);
}

void draw_people(Context& c, const kit::Rect& rect, const app::Standings& people) {
    kit::Frame& frame = c.frame;
    const float step = frame.px(16), y = rect.y + rect.height / 2;
    const std::size_t count = people.counted();
    if (count > most_dots || static_cast<float>(count) * step > rect.width) {
        const std::string text = people.open == 0 ? std::to_string(people.settled)
                                                  : std::to_string(people.settled) + "/" + std::to_string(count);
        kit::place_text(frame, {rect.x, std::round(y - frame.px(10)), rect.width, frame.px(20)}, text, kit::style::body_strong,
                        people.open == 0 ? frame.theme().accent_ink : frame.theme().warn, kit::Alignment::center);
        return;
    }
    float x = rect.x + rect.width / 2 - step * (static_cast<float>(count) - 1) / 2;
    for (std::size_t i = 0; i < count; ++i, x += step)
        draw_dot(frame, x, y, i < people.settled ? process::Standing::settled : process::Standing::open);
}

void draw_cell(Context& c, const kit::Rect& rect, const app::SupplyView& from, const app::VisitView& to,
               const app::Standings& people) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const bool own = from.participant == to.host;
    if (own)
        kit::draw::fill(frame, rect, t.sunken);
    kit::draw::outline(frame, {rect.x, rect.y, rect.width + 1, rect.height + 1}, t.line);
    const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
    if (!own)
        draw_people(c, rect, people);
    else if (people.counted() > 0)
        kit::draw::icon(frame, x, y, kit::icon::triangle_alert, 18, t.late);
    else
        kit::draw::fill(frame, {x - frame.px(4), y, frame.px(8), 1}, t.ink_3);
    kit::Node node;
    node.id = frame.id(to.host);
    node.role = kit::Role::cell;
    node.name = cell_text(c, from, to, people);
    frame.tree().add(std::move(node), rect);
}

kit::Node node_of(kit::Frame& frame, std::string_view key, kit::Role role, std::string name = {}) {
    kit::Node node;
    node.id = frame.id(key);
    node.role = role;
    node.name = std::move(name);
    return node;
}

void draw_column_heads(Context& c, const Columns& columns, const std::vector<app::VisitView>& visits) {
    kit::Frame& frame = c.frame;
    const kit::Rect row = frame.layout().place(-1, frame.px(34));
    const kit::Container container(frame, node_of(frame, "heads", kit::Role::row), row);
    const kit::Rect corner{row.x, row.y, columns.label, row.height};
    frame.tree().add(node_of(frame, "corner", kit::Role::column_header, c.tr("dashboard.sends")), corner);
    kit::place_text(frame, {corner.x, corner.y + frame.px(8), corner.width, frame.px(18)}, c.tr("dashboard.sends"), kit::style::meta,
                    frame.theme().ink_2);
    float x = row.x + columns.label;
    for (const app::VisitView& visit : visits) {
        const kit::Rect rect{x, row.y, columns.cell, row.height};
        frame.tree().add(node_of(frame, "to " + visit.host, kit::Role::column_header, name_of(c, visit.host)), rect);
        if (const app::ParticipantView* host = c.planner.view().participant(visit.host)) {
            const kit::Column column(frame.layout(), std::round(x + columns.cell / 2 - frame.px(12)), row.y + frame.px(4), frame.px(24), 0);
            kit::badge(frame, host->badge, 24);
        }
        x += columns.cell;
    }
}

void draw_row(Context& c, const Columns& columns, const app::SupplyView& from, const std::vector<app::VisitView>& visits) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "from " + from.participant);
    const app::ParticipantView* sender = c.planner.view().participant(from.participant);
    const std::string name = name_of(c, from.participant);
    const float indent = sender ? frame.px(32) : 0, room = columns.label - indent - frame.px(8);
    const float text = kit::text_height(frame, name, kit::style::meta_strong, room);
    const kit::Rect row = frame.layout().place(-1, std::max(frame.px(38), text + frame.px(8)));
    const kit::Container container(frame, node_of(frame, "row", kit::Role::row), row);
    const float middle = row.y + row.height / 2;
    if (sender) {
        const kit::Column column(frame.layout(), row.x, std::round(middle - frame.px(12)), frame.px(24), 0);
        kit::badge(frame, sender->badge, 24);
    }
    frame.tree().add(node_of(frame, "head", kit::Role::row_header, name), {row.x, row.y, columns.label, row.height});
    kit::place_text(frame, {row.x + indent, std::round(middle - text / 2), room, text}, name, kit::style::meta_strong, frame.theme().ink);
    float x = row.x + columns.label;
    for (std::size_t to = 0; to < visits.size(); ++to, x += columns.cell)
        draw_cell(c, {x, row.y, columns.cell, row.height}, from, visits[to], from.to_host[to]);
}

void draw_table(Context& c, const Columns& columns, const std::string& title) {
    kit::Frame& frame = c.frame;
    const app::DashboardView& view = c.planner.dashboard();
    {
        const kit::Column column(frame.layout(), frame.layout().x() + columns.label, frame.layout().y(),
                                 frame.layout().available() - columns.label, 0);
        kit::text(frame, c.tr("dashboard.receives"),
                  {.style = kit::style::meta, .color = frame.theme().ink_2, .align = kit::Alignment::center});
    }
    frame.layout().place(-1, kit::text_height(frame, c.tr("dashboard.receives"), kit::style::meta, frame.layout().available() - columns.label));
    const kit::Stack stack(frame.layout(), 0);
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 1};
    const kit::Container table(frame, node_of(frame, "table", kit::Role::table, title), start);
    draw_column_heads(c, columns, view.visits);
    for (const app::SupplyView& from : view.supplies)
        draw_row(c, columns, from, view.visits);
    if (kit::Node* added = frame.tree().find_open(table.id()))
        added->box.height = frame.layout().y() - start.y;
}

/// The same as a list of who is visited, where a table does not fit.
void draw_as_list(Context& c, const std::string& title) {
    const app::DashboardView& view = c.planner.dashboard();
    draw_list(c, title, [&] {
        for (std::size_t to = 0; to < view.visits.size(); ++to)
            draw_subject(c, {view.visits[to].host, ""}, [&] {
                bool any = false;
                const auto line = [&](const std::string& text) {
                    kit::text(c.frame, text, {.style = kit::style::meta, .color = c.frame.theme().ink_2});
                };
                for (const app::SupplyView& from : view.supplies) {
                    if (from.to_host[to].counted() == 0)
                        continue;
                    line(cell_text(c, from, view.visits[to], from.to_host[to]));
                    any = true;
                }
                if (!any)
                    line(c.tr("dashboard.panel_none"));
            });
    });
}

void draw_legend(Context& c) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(12), frame.px(22));
    const auto mark = [&](process::Standing standing, std::string_view key) {
        const kit::Rect dot = frame.layout().place(frame.px(14), frame.px(18));
        draw_dot(frame, dot.x + frame.px(6), dot.y + frame.px(9), standing);
        kit::text(frame, c.tr(key), {.style = kit::style::meta, .color = frame.theme().ink_2});
    };
    mark(process::Standing::settled, "dashboard.sure");
    mark(process::Standing::open, "dashboard.not_sure");
    kit::text(frame, panel_text(c, c.planner.dashboard().panels), {.style = kit::style::meta_strong});
}

} // namespace

void draw_matrix_card(Context& c) {
    if (!c.planner.current()->process().bound_field("seats").field)
        return;
    kit::Frame& frame = c.frame;
    const std::string title = c.tr("dashboard.matrix");
    const kit::Card card(frame, {.gap = 8, .name = title});
    draw_card_head(c, title, "", "");
    const auto columns = columns_for(frame, c.planner.dashboard().visits.size());
    if (!columns) {
        draw_as_list(c, title);
        return;
    }
    draw_table(c, *columns, title);
    draw_legend(c);
}

} // namespace planner::ui
