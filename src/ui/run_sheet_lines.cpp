#include "ui/kit/draw.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/run_sheet_line.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

using kit::LabelPlace;

struct Widths {
    float time, minutes, what, who, needs, start, tools, gap, padding;
};

Widths widths_of(kit::Frame& frame, float all, const SheetView& view) {
    const bool open = view.is_open();
    Widths w{};
    w.gap = frame.px(8);
    w.padding = frame.px(14);
    w.time = frame.px(78);
    w.minutes = frame.px(open ? 80 : 60);
    w.start = frame.px(open ? 112 : 60);
    w.tools = open ? 4 * frame.px(32) + frame.px(1) : 0;
    const float rest = all - 2 * w.padding - w.time - w.minutes - w.start - w.tools - 6 * w.gap;
    w.who = w.needs = std::floor(rest * 0.29f);
    w.what = rest - w.who - w.needs;
    return w;
}

kit::Node node_of(kit::Frame& frame, std::string_view key, kit::Role role) {
    kit::Node node;
    node.id = frame.id(key);
    node.role = role;
    return node;
}

void set_height(kit::Frame& frame, kit::NodeId id, float height) {
    if (kit::Node* node = frame.tree().find_open(id))
        node->box.height = height;
}

enum class CellPlace { beside, below };

/// A row of the table whose height is that of its highest cell.
class TableRow {
public:
    TableRow(Context& c, std::string_view key)
        : frame_(c.frame), x_(frame_.layout().x()), y_(frame_.layout().y()), width_(frame_.layout().available()), bottom_(y_),
          row_(frame_, node_of(frame_, key, kit::Role::row), {x_, y_, width_, 0}) {}
    ~TableRow() {
        const float height = bottom_ - y_ + frame_.px(10);
        set_height(frame_, row_.id(), height);
        const kit::Rect rect = frame_.layout().place(-1, height);
        kit::draw::fill(frame_, {rect.x + 1, rect.bottom() - 1, rect.width - 2, 1}, frame_.theme().line_soft);
    }
    TableRow(const TableRow&) = delete;
    TableRow& operator=(const TableRow&) = delete;

    void cell(std::string_view key, float x, float width, kit::Draw draw,
              CellPlace place = CellPlace::beside) {
        const float top = (place == CellPlace::below ? bottom_ : y_) + frame_.px(10);
        const kit::Container cell(frame_, node_of(frame_, key, kit::Role::cell), {x, top, width, 0});
        const kit::Column column(frame_.layout(), x, top, width, frame_.px(6));
        draw();
        set_height(frame_, cell.id(), column.bottom() - top);
        bottom_ = std::max(bottom_, column.bottom());
    }
    float left() const { return x_; }

private:
    kit::Frame& frame_;
    float x_, y_, width_, bottom_;
    kit::Container row_;
};

void draw_table_head(Context& c, const Widths& w) {
    kit::Frame& frame = c.frame;
    const kit::Rect rect = frame.layout().place(-1, frame.px(37));
    kit::draw::fill(frame, {rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 1}, frame.theme().row_head, frame.px(11));
    kit::draw::fill(frame, {rect.x, rect.bottom() - 1, rect.width, 1}, frame.theme().line);
    const kit::Container row(frame, node_of(frame, "head", kit::Role::row), rect);
    float x = rect.x + w.padding;
    const auto head = [&](std::string_view key, float width) {
        kit::Node cell = node_of(frame, key, kit::Role::column_header);
        cell.name = c.tr(key);
        frame.tree().add(std::move(cell), {x, rect.y, width, rect.height});
        if (key != "row.actions")
            kit::draw::text(frame, x, rect.y + frame.px(10), c.tr(key), kit::style::meta_strong, frame.theme().ink_2);
        x += width + w.gap;
    };
    head("run_sheet.column.time", w.time);
    head("run_sheet.column.what", w.what);
    head("run_sheet.column.minutes", w.minutes);
    head("run_sheet.column.start", w.start);
    head("run_sheet.column.who", w.who);
    head("run_sheet.column.needs", w.needs);
    if (w.tools > 0)
        head("row.actions", w.tools);
}

void draw_table_row(Context& c, const Line& line, const Widths& w) {
    kit::Frame& frame = c.frame;
    TableRow row(c, "row");
    float x = row.left() + w.padding;
    const auto cell = [&](std::string_view key, float width, kit::Draw draw) {
        row.cell(key, x, width, draw);
        x += width + w.gap;
    };
    cell("time", w.time, [&] { kit::text(frame, time_text(c, line), {.style = kit::style::body_strong}); });
    const float what = x;
    cell("what", w.what, [&] {
        draw_owner(c, line);
        draw_line_field(c, line, LinePart::title, LabelPlace::hidden);
        draw_marks(c, line);
        draw_points(c, line);
        draw_card_links(c, line);
    });
    cell("minutes", w.minutes, [&] { draw_line_field(c, line, LinePart::minutes, LabelPlace::hidden); });
    cell("start", w.start, [&] { draw_line_field(c, line, LinePart::start, LabelPlace::hidden); });
    cell("who", w.who, [&] { draw_line_field(c, line, LinePart::who, LabelPlace::hidden); });
    cell("needs", w.needs, [&] { draw_line_field(c, line, LinePart::needs, LabelPlace::hidden); });
    if (w.tools > 0)
        cell("tools", w.tools, [&] {
            const kit::Row tools(frame.layout(), 0);
            draw_tools(c, line);
        });
    if (has_more(c, line))
        row.cell("more", what, x - w.gap - what, [&] { draw_more(c, line); }, CellPlace::below);
}

void draw_line_card(Context& c, const Line& line) {
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.padding = 12, .gap = 8, .name = line.name, .radius = 8});
    kit::text(frame, time_text(c, line), {.style = kit::style::body_strong});
    draw_owner(c, line);
    {
        kit::Grid grid(frame.layout(), 2, frame.px(12), frame.px(8));
        const int span = frame.layout().available() > frame.px(360) ? 1 : 2;
        grid.next(2);
        draw_line_field(c, line, LinePart::title, LabelPlace::above);
        grid.next();
        draw_line_field(c, line, LinePart::minutes, LabelPlace::above);
        grid.next();
        draw_line_field(c, line, LinePart::start, LabelPlace::above);
        grid.next(span);
        draw_line_field(c, line, LinePart::who, LabelPlace::above);
        grid.next(span);
        draw_line_field(c, line, LinePart::needs, LabelPlace::above);
    }
    draw_marks(c, line);
    draw_points(c, line);
    draw_card_links(c, line);
    draw_more(c, line);
    const kit::Row tools(frame.layout(), frame.px(2));
    draw_tools(c, line);
}

/// The part of the meeting that begins with this item; "" when it goes on.
std::string phase_of(Context& c, const planning::AgendaItem& item, std::string& last) {
    const std::string phase = item.item ? item.item->phase.in(c.language()) : "";
    if (phase.empty() || phase == last)
        return "";
    last = phase;
    return phase;
}

/// Runs `draw` for every line, and `head` before the first line of a part.
template <class Head, class Draw>
void for_each_line(Context& c, const SheetView& view, const Head& head, const Draw& draw) {
    std::string last;
    for (std::size_t i = 0; i < view.agenda.items.size(); ++i) {
        const planning::AgendaItem& item = view.agenda.items[i];
        const kit::Scope scope(c.frame, item.key.id);
        const std::string phase = phase_of(c, item, last);
        if (!phase.empty())
            head(phase);
        const std::string name = c.tr("run_sheet.row", {{"number", std::to_string(i + 1)}, {"title", line_title(c, item)}});
        const bool explained = std::any_of(view.agenda.items.begin(), view.agenda.items.begin() + static_cast<std::ptrdiff_t>(i),
                                           [&](const auto& above) { return item.item && above.item == item.item; });
        draw(Line{view, item, i, name, explained});
    }
}

void draw_table(Context& c, const SheetView& view) {
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.padding = 0, .gap = 0});
    const float top = frame.layout().y(), width = frame.layout().available();
    kit::Node node = node_of(frame, "table", kit::Role::table);
    node.name = c.tr("run_sheet.table");
    const kit::Container table(frame, std::move(node), {frame.layout().x(), top, width, 0});
    const Widths w = widths_of(frame, width, view);
    draw_table_head(c, w);
    const auto head = [&](const std::string& phase) {
        TableRow row(c, "phase");
        row.cell("phase cell", row.left() + w.padding, width - 2 * w.padding,
                 [&] { kit::heading(frame, 3, phase, {.style = kit::style::card_title, .color = frame.theme().action}); });
    };
    for_each_line(c, view, head, [&](const Line& line) { draw_table_row(c, line, w); });
    set_height(frame, table.id(), frame.layout().y() - top);
}

} // namespace

void draw_run_sheet_lines(Context& c, const SheetView& view) {
    kit::Frame& frame = c.frame;
    if (frame.layout().available() > frame.px(920)) {
        draw_table(c, view);
        return;
    }
    const kit::Stack stack(frame.layout(), frame.px(10));
    const auto head = [&](const std::string& phase) {
        kit::heading(frame, 3, phase, {.style = kit::style::lead, .color = frame.theme().action});
    };
    for_each_line(c, view, head, [&](const Line& line) { draw_line_card(c, line); });
}

} // namespace planner::ui
