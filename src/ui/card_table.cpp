#include "ui/card_table.h"

#include "ui/conflict_box.h"
#include "ui/date_poll.h"
#include "ui/evaluation_compare.h"
#include "ui/former_seats.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "review/visit_days.h"

#include <cmath>

namespace planner::ui {

namespace {

struct RowPlace {
    const review::TableKey& table;
    const document::EntityKey& row;
    std::string name;
    std::size_t index, count;
    TableView view;

    bool is_seat() const { return table.field->binding == "seats"; }
};

void draw_row_tools(Context& c, const RowPlace& place) {
    const auto tool = [&](std::string_view icon, std::string_view key, bool possible, auto command) {
        if (kit::icon_button(c.frame, {.icon = icon, .name = c.tr(key, {{"row", place.name}}),
                                       .enabled = possible ? kit::Enabled::yes : kit::Enabled::no, .size = 32, .icon_size = 18}))
            c.frame.defer(command);
    };
    const auto move = [&](review::Direction direction) {
        return [&planner = c.planner, table = place.table, row = place.row, direction] {
            planner.move_row(table, row, direction);
        };
    };
    tool(kit::icon::arrow_up, "row.move_up_named", place.index > 0, move(review::Direction::up));
    tool(kit::icon::arrow_down, "row.move_down_named", place.index + 1 < place.count, move(review::Direction::down));
    if (place.is_seat())
        tool(kit::icon::arrow_right_left, "seat.replace", true,
             [&planner = c.planner, row = place.row] { planner.replace_seat(row); });
    tool(kit::icon::trash_2, "row.remove_named", true, [&planner = c.planner, row = place.row] { planner.remove_row(row); });
}

void draw_row_head(Context& c, const RowPlace& place) {
    kit::Frame& frame = c.frame;
    const float side = kit::icon_button_size(frame, {.icon = {}, .name = {}, .size = 32});
    const float count = place.is_seat() ? 4 : 3;
    const float tools = count * side + (count - 1) * frame.px(2);
    const float x = frame.layout().x(), y = frame.layout().y(), width = frame.layout().available();
    const bool beside = width - tools >= kit::text_width(frame, place.name, kit::style::body_strong) + frame.px(4);
    const float room = beside ? width - tools : width;
    const float name = kit::text_height(frame, place.name, kit::style::body_strong, room);
    {
        const kit::Column column(frame.layout(), x, beside ? y + std::round((side - name) / 2) : y, room, 0);
        kit::heading(frame, 4, place.name, {.style = kit::style::body_strong});
    }
    const float above = beside ? 0 : name + frame.px(4);
    {
        const kit::Column column(frame.layout(), x + width - tools, y + above, tools + 1, 0);
        const kit::Row row(frame.layout(), frame.px(2));
        draw_row_tools(c, place);
    }
    frame.layout().place(-1, above + side);
}

/// A day with from when to when stands on one line where there is room for the three, else each on its own.
int columns_for(kit::Frame& frame, const process::Field& table) {
    const float width = frame.layout().available() / frame.input().text_scale;
    if (review::day_columns(table).until)
        return width > 480 ? 3 : 1;
    const int room = width > 700 ? 3 : width > 420 ? 2 : 1;
    return std::min(room, static_cast<int>(table.columns.size()));
}

/// How many columns of the form a value takes.
int span_of(const process::Field& table, const process::Field& column) {
    const bool is_moment = column.kind == process::FieldKind::date || column.kind == process::FieldKind::time;
    const bool beside_moments = review::day_columns(table).until && !is_moment;
    return column.kind == process::FieldKind::long_text || beside_moments ? 99 : 1;
}

void draw_row(Context& c, const RowPlace& place) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, place.row.id);
    const kit::Card card(frame, {.padding = 12, .gap = 8, .name = place.name, .radius = 8});
    draw_row_head(c, place);
    const document::FieldKey deleted{place.row, "deleted"};
    const document::Register* versions = c.planner.current()->document().field(deleted);
    if (versions && versions->in_conflict())
        draw_conflict(c, deleted, nullptr, place.name);
    if (place.table.field->agreement)
        draw_conflicts_of(c, place.row, {process::agreement_field::done});
    if (review::ends_before_it_begins(c.planner.current()->document(), place.row, *place.table.field)) {
        const review::DayColumns times = review::day_columns(*place.table.field);
        kit::text(frame, c.tr("row.ends_before_it_begins", {{"until", times.until->label.in(c.language())}, {"from", times.from->label.in(c.language())}}),
                  {.style = kit::style::meta, .color = frame.theme().warn, .icon = kit::icon::triangle_alert});
    }
    kit::Grid grid(frame.layout(), columns_for(frame, *place.table.field), frame.px(12), frame.px(12));
    for (const process::Field& column : place.table.field->columns) {
        if (place.view == TableView::brief && column.kind == process::FieldKind::choices)
            continue;
        grid.next(span_of(*place.table.field, column));
        draw_value(c, review::column_key(place.row, column), column,
                   c.tr("row.cell", {{"column", column.label.in(c.language())}, {"row", place.name}}));
    }
}

} // namespace

void draw_card_table(Context& c, const CardPlace& place, const process::Field& field, TableView view) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "table " + field.id);
    const kit::Stack stack(frame.layout(), frame.px(10));
    {
        const kit::Stack caption(frame.layout(), frame.px(4));
        kit::heading(frame, 3, field.label.in(c.language()), {.style = kit::style::meta_strong});
        if (!field.help.empty())
            kit::text(frame, field.help.in(c.language()), {.style = kit::style::meta, .color = frame.theme().ink_3});
    }
    const review::TableKey table = c.planner.reading().table_of(place.card, place.participant, field);
    const auto rows = review::rows_of(c.planner.current()->document(), table);
    if (draw_comparison(c, field, rows))
        return;
    for (std::size_t i = 0; i < rows.size(); ++i)
        draw_row(c, {table, rows[i], c.tr("row.name", {{"name", field.row_name.in(c.language())}, {"number", std::to_string(i + 1)}}),
                     i, rows.size(), view});
    if (kit::button(frame, {.label = field.add_label.in(c.language()), .icon = kit::icon::plus, .size = kit::ButtonSize::small}))
        frame.defer([&planner = c.planner, table] { planner.add_row(table); });
    if (field.binding == "date_options")
        draw_date_poll(c);
    if (field.binding == "seats")
        draw_former_seats(c, table.participant);
}

} // namespace planner::ui
