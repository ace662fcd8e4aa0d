#include "ui/card_field.h"
#include "ui/conflict_box.h"
#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/table.h"
#include "ui/kit/text.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/task_words.h"

#include "planning/hours.h"

#include <algorithm>
#include <cstdio>

namespace planner::ui {

namespace {

namespace hours_field = planning::hours_field;
using planning::HoursRow;
using planning::RoleHours;
using process::FieldKind;

std::string plain_number(double hours) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", hours);
    return text;
}

document::FieldKey review_field(std::string_view name) {
    return {review::review_key(), std::string(name)};
}

/// Chooses among a few words that are kept as they are.
void draw_word(Context& c, const document::FieldKey& key, const kit::SelectOptions& options) {
    if (const auto chosen = kit::select(c.frame, options))
        c.frame.defer([&planner = c.planner, key, next = *chosen] { planner.set_field(key, next); });
}

void draw_counted(Context& c) {
    kit::Frame& frame = c.frame;
    const review::Review review = c.planner.reading();
    const std::string title = c.tr("hours.counted");
    const kit::Card card(frame, {.gap = 12, .name = title});
    kit::heading(frame, 2, title, {.style = kit::style::card_title});
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(480) ? 2 : 1, frame.px(16), frame.px(12));
    grid.next();
    draw_plain_value(c, review_field(hours_field::visits), FieldKind::number,
                     {.label = c.tr("review.hours_visits"),
                      .help = c.tr("hours.visits_help"),
                      .placeholder = std::to_string(planning::number_of_visits(review))});
    grid.next();
    const document::FieldKey length = review_field(hours_field::length);
    const std::vector<kit::Choice> choices = {{"", c.tr("hours.length.as_planned")},
                                              {std::string(planning::half_day), c.tr("hours.length.half_day")},
                                              {std::string(planning::whole_day), c.tr("hours.length.whole_day")}};
    const document::Value& chosen = review.document().value(length);
    const std::string value = chosen.is_string() ? chosen.get<std::string>() : "";
    draw_word(
        c, length,
        {.label = c.tr("review.hours_length"), .value = value, .choices = choices, .help = c.tr("hours.length_help")});
}

std::string name_of(Context& c, const HoursRow& row, std::size_t index) {
    const std::string title = row.title(c.language());
    return title.empty() ? c.tr("row.name", {{"name", c.tr("hours.own_row")}, {"number", std::to_string(index + 1)}})
                         : title;
}

void draw_number(Context& c, const HoursRow& row, std::string_view name, std::string_view label,
                 const std::string& proposed, const std::string& row_name) {
    const std::string text = c.tr("row.cell", {{"column", c.tr(label)}, {"row", row_name}});
    draw_plain_value(c, {row.key, std::string(name)}, FieldKind::number,
                     {.label = text, .placeholder = proposed, .label_place = kit::LabelPlace::hidden});
}

/// How often it is done.
void draw_times(Context& c, const HoursRow& row, const std::string& name) {
    const std::vector<kit::Choice> choices = {{std::string(planning::times_once), c.tr("hours.times.once")},
                                              {std::string(planning::times_visit), c.tr("hours.times.visit")}};
    const bool visit = row.counted == process::Times::visit;
    draw_word(c, {row.key, std::string(hours_field::times)},
              {.label = c.tr("row.cell", {{"column", c.tr("hours.column.times")}, {"row", name}}),
               .value = visit ? planning::times_visit : planning::times_once,
               .choices = choices,
               .label_place = kit::LabelPlace::hidden});
}

void draw_rest(Context& c, const HoursRow& row, const std::string& name) {
    kit::Frame& frame = c.frame;
    if (!row.work)
        draw_plain_value(c, {row.key, std::string(hours_field::title)}, FieldKind::text,
                         {.label = c.tr("hours.row_title", {{"row", name}}), .label_place = kit::LabelPlace::hidden});
    else if (!row.work->tasks.in(c.language()).empty())
        kit::text(frame, row.work->tasks.in(c.language()), {.style = kit::style::meta, .color = frame.theme().ink_2});
    if (!kit::button(frame, {.label = c.tr("action.remove"),
                             .icon = kit::icon::trash_2,
                             .kind = kit::ButtonKind::quiet,
                             .size = kit::ButtonSize::small,
                             .key = "remove",
                             .name = c.tr("row.remove_named", {{"row", name}})}))
        return;
    const review::FieldWrite said{{row.key, std::string(hours_field::role)}, row.work ? row.work->role : ""};
    frame.defer([&planner = c.planner, said] { planner.leave_out(said); });
}

void draw_rows(Context& c, const RoleHours& role) {
    const std::vector<kit::TableColumn> columns = {
        {c.tr("hours.column.work"), 130, 2},      {c.tr("hours.column.minimum"), 84, 0.3f},
        {c.tr("hours.column.maximum"), 84, 0.3f}, {c.tr("hours.column.persons"), 84, 0.3f},
        {c.tr("hours.column.times"), 100, 0.6f},  {c.tr("hours.column.total"), 90, 0.5f},
        {c.tr("hours.column.rest"), 150, 2}};
    std::vector<kit::TableRow> rows;
    for (const HoursRow& row : role.rows) {
        std::string name = name_of(c, row, rows.size());
        // Two rows with the same name must be told apart.
        const auto same = [&](const kit::TableRow& other) { return other.name == name; };
        if (std::any_of(rows.begin(), rows.end(), same)) name += " (" + std::to_string(rows.size() + 1) + ")";
        rows.push_back({row.key.id, std::move(name)});
    }
    for (const HoursRow& row : role.rows)
        draw_conflicts_of(c, row.key,
                          {hours_field::title, hours_field::minimum, hours_field::maximum, hours_field::persons,
                           hours_field::times, "deleted"});
    const auto draw_cell = [&](std::size_t index, std::size_t column) {
        const HoursRow& row = role.rows[index];
        const std::string& name = rows[index].name;
        switch (column) {
        case 1:
            draw_number(c, row, hours_field::minimum, "hours.column.minimum", plain_number(row.proposed.minimum), name);
            break;
        case 2:
            draw_number(c, row, hours_field::maximum, "hours.column.maximum", plain_number(row.proposed.maximum), name);
            break;
        case 3:
            draw_number(c, row, hours_field::persons, "hours.column.persons", std::to_string(row.proposed_persons),
                        name);
            break;
        case 4: draw_times(c, row, name); break;
        case 5: kit::text(c.frame, hours_text(c, row.person_hours())); break;
        default: draw_rest(c, row, name); break;
        }
    };
    kit::table(c.frame,
               {.name = role.role->title.in(c.language()), .columns = columns, .rows = rows, .draw_cell = draw_cell});
}

void draw_left_out(Context& c, const RoleHours& role) {
    for (const process::Hours* work : role.left_out)
        if (kit::button(c.frame, {.label = c.tr("hours.bring_back", {{"row", work->title.in(c.language())}}),
                                  .icon = kit::icon::plus,
                                  .kind = kit::ButtonKind::quiet,
                                  .size = kit::ButtonSize::small,
                                  .key = "back " + work->id}))
            c.frame.defer([&planner = c.planner, key = planning::hours_key(work->id)] { planner.bring_back(key); });
}

void draw_role(Context& c, const RoleHours& role) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, role.role->id);
    const std::string title = role.role->title.in(c.language());
    const kit::Card card(frame, {.gap = 12, .name = title});
    kit::heading(frame, 2, title, {.style = kit::style::card_title});
    draw_rows(c, role);
    kit::text(frame, c.tr("hours.one_person", {{"hours", hours_text(c, role.hours)}}),
              {.style = kit::style::body_strong});
    kit::text(frame, c.tr("hours.together", {{"hours", hours_text(c, role.person_hours)}}),
              {.style = kit::style::body_strong});
    for (const process::Text* note : role.notes)
        kit::text(frame, note->in(c.language()),
                  {.style = kit::style::meta, .color = frame.theme().ink_2, .icon = kit::icon::info});
    draw_left_out(c, role);
    if (kit::button(frame, {.label = c.tr("hours.add"),
                            .icon = kit::icon::plus,
                            .size = kit::ButtonSize::small,
                            .name = c.tr("hours.add_named", {{"role", title}})}))
        frame.defer([&planner = c.planner, id = role.role->id] {
            planner.add_to_list(planning::hours_collection, {{std::string(hours_field::role), id}});
        });
}

} // namespace

void draw_hours_screen(Context& c) {
    const app::ReviewView& view = c.planner.view();
    const std::string title = view.title.empty() ? c.tr("review.untitled") : view.title;
    draw_shell(
        c, {.title = c.tr("hours.title"), .subtitle = title, .back = app::Route::dashboard(c.planner.route().review)},
        [&] {
            const review::Review review = c.planner.reading();
            const auto roles = planning::make_hours(review, planning::counted_visits(review));
            kit::text(c.frame, c.tr(roles.empty() ? "hours.none" : "hours.intro"), {.color = c.frame.theme().ink_2});
            if (roles.empty()) return;
            draw_counted(c);
            for (const RoleHours& role : roles) draw_role(c, role);
        });
}

} // namespace planner::ui
