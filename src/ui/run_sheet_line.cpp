#include "ui/run_sheet_line.h"

#include "ui/card_field.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include "app/run_sheets.h"
#include "app/value_text.h"
#include "review/values.h"

#include <algorithm>

namespace planner::ui {

namespace {

namespace field = planning::agenda_field;
using kit::FieldInput;
using kit::LabelPlace;

struct LineField {
    std::string_view field, label;
    std::string proposed = {}; ///< what stands there when people say nothing
    FieldInput input = FieldInput::long_text;
};

std::string typed_text(const document::Value& value) {
    if (value.is_string())
        return review::text_of(value);
    return value.is_null() ? std::string() : value.dump();
}

std::string error_of(Context& c, const LineField& what, const std::string& own) {
    if (own.empty())
        return "";
    const std::size_t minutes = review::whole_number_of(own);
    if (what.field == field::minutes && (minutes == 0 || minutes > static_cast<std::size_t>(planning::minutes_per_day)))
        return c.tr("run_sheet.minutes_wrong");
    return what.field == field::start && !planning::parse_clock(own) ? c.tr("field.error_time") : "";
}

void draw_field(Context& c, const Line& line, const LineField& what, LabelPlace place) {
    kit::Frame& frame = c.frame;
    const document::FieldKey key{line.item.key, std::string(what.field)};
    const std::string own = typed_text(c.planner.current()->document().value(key));
    const std::string label = c.tr(what.label);
    const bool empty = own.empty() && c.state.emptied != key;
    const std::string& shown = empty ? what.proposed : own;
    if (!line.view.is_open()) {
        const kit::Scope scope(frame, what.field);
        if (!shown.empty())
            kit::text(frame, place == LabelPlace::above ? label + ": " + shown : shown);
        return;
    }
    const std::string error = error_of(c, what, own);
    const kit::FieldResult result = kit::field(
        frame, {.label = label, .value = shown, .key = document::to_pointer(key),
                .name = c.tr("row.cell", {{"column", label}, {"row", line.name}}), .error = error,
                .input = what.input, .label_place = place, .lines = 1});
    if (result.changed)
        frame.defer([&planner = c.planner, &state = c.state, key, what, text = *result.changed, base = result.base] {
            state.emptied.reset();
            if (text.empty())
                state.emptied = key;
            app::set_agenda_text(planner, key, what.proposed, text, base);
        });
    if (result.left)
        frame.defer([&planner = c.planner, &state = c.state] {
            state.emptied.reset();
            planner.end_typing();
        });
    if (what.field == field::title && c.state.wanted_line == key.entity.id) {
        frame.request_focus(result.id);
        c.state.wanted_line.clear();
    }
}

LineField field_of(Context& c, const Line& line, LinePart part) {
    const process::RunSheetItem* item = line.item.item;
    const auto proposed = [&](const process::Text process::RunSheetItem::*text) {
        return item ? (item->*text).in(c.language()) : std::string();
    };
    switch (part) {
    case LinePart::title: return {field::title, "run_sheet.column.what", proposed(&process::RunSheetItem::title)};
    case LinePart::who: return {field::who, "run_sheet.column.who", proposed(&process::RunSheetItem::who)};
    case LinePart::needs: return {field::needs, "run_sheet.column.needs", proposed(&process::RunSheetItem::needs)};
    case LinePart::start: return {field::start, "run_sheet.column.start", "", FieldInput::time};
    case LinePart::comment: return {field::comment, "run_sheet.column.comment"};
    case LinePart::minutes: break;
    }
    const std::size_t minutes = item ? item->minutes_of(line.view.agenda.length) : 0;
    return {field::minutes, "run_sheet.column.minutes", minutes == 0 ? "" : std::to_string(minutes), FieldInput::number};
}

bool asks_comment(const Line& line) {
    return line.view.status.state == planning::RunSheetState::comments || !line.item.comment.empty();
}

/// What two people wrote differently in this line.
void draw_conflicts(Context& c, const Line& line) {
    const document::Entity* entity = c.planner.current()->document().entity(line.item.key);
    if (!entity)
        return;
    for (const auto& [name, versions] : *entity) {
        const document::FieldKey key{line.item.key, name};
        if (versions.in_conflict() && review::is_visible(key))
            draw_conflict_instead(c, key, nullptr,
                                  app::label_text(c.planner.texts(), review::place_of(c.planner.reading(), key, c.language())));
    }
}

} // namespace

void draw_line_field(Context& c, const Line& line, LinePart part, LabelPlace place) {
    draw_field(c, line, field_of(c, line, part), place);
}

bool has_more(Context& c, const Line& line) {
    const document::Entity* entity = c.planner.current()->document().entity(line.item.key);
    const auto conflict = [&](const auto& each) {
        return each.second.in_conflict() && review::is_visible({line.item.key, each.first});
    };
    return asks_comment(line) || (entity && std::any_of(entity->begin(), entity->end(), conflict));
}

void draw_more(Context& c, const Line& line) {
    draw_conflicts(c, line);
    if (asks_comment(line))
        draw_line_field(c, line, LinePart::comment, LabelPlace::above);
}

void draw_tools(Context& c, const Line& line) {
    if (!line.view.is_open())
        return;
    const auto tool = [&](std::string_view icon, std::string_view key, bool possible, auto command) {
        if (kit::icon_button(c.frame, {.icon = icon, .name = c.tr(key, {{"row", line.name}}), .key = key,
                                       .enabled = possible ? kit::Enabled::yes : kit::Enabled::no, .size = 32, .icon_size = 18}))
            c.frame.defer(command);
    };
    const auto move = [&](review::Direction direction) {
        return [&planner = c.planner, agenda = line.view.agenda, key = line.item.key, direction] {
            app::move_agenda_item(planner, agenda, key, direction);
        };
    };
    tool(kit::icon::arrow_up, "row.move_up_named", line.index > 0, move(review::Direction::up));
    tool(kit::icon::arrow_down, "row.move_down_named", line.index + 1 < line.view.agenda.items.size(),
         move(review::Direction::down));
    tool(kit::icon::plus, "run_sheet.add_below", true,
         [&planner = c.planner, &state = c.state, agenda = line.view.agenda, above = line.item] {
             state.wanted_line = app::add_agenda_item(planner, agenda, &above).id;
         });
    tool(kit::icon::trash_2, "row.remove_named", true,
         [&planner = c.planner, item = line.item] { app::leave_out_agenda_item(planner, item); });
}

void draw_card_links(Context& c, const Line& line) {
    if (!line.item.item)
        return;
    const app::ReviewView& view = c.planner.view();
    for (const std::string& id : line.item.item->cards) {
        const process::Card* card = c.planner.current()->process().card(id);
        if (!card)
            continue;
        const std::string wanted = card->scope == process::Scope::review ? ""
                                   : line.item.participant.empty()       ? line.view.agenda.subject
                                                                         : line.item.participant;
        const std::string owner = view.card(id, wanted) ? wanted : view.first_with(*card);
        const app::Route route = app::Route::card_of(c.planner.route().review, id, owner);
        if (kit::link(c.frame, {.label = card->title.in(c.language()), .address = app::format_route(route),
                                .icon = kit::icon::file_text}))
            c.frame.defer([&planner = c.planner, route] { planner.go(route); });
    }
}

void draw_marks(Context& c, const Line& line) {
    kit::Frame& frame = c.frame;
    const process::ItemKind kind = line.item.item ? line.item.item->kind : process::ItemKind::activity;
    const kit::Row row(frame.layout(), frame.px(6));
    if (kind == process::ItemKind::pause)
        kit::chip(frame, {.label = c.tr("run_sheet.break"), .icon = kit::icon::pause});
    if (kind == process::ItemKind::run_over)
        kit::chip(frame, {.label = c.tr("run_sheet.run_over"), .icon = kit::icon::hourglass, .tone = kit::Tone::info});
    if (line.item.overlap > 0)
        kit::text(frame, c.tr("run_sheet.overlaps", {{"minutes", std::to_string(line.item.overlap)}}),
                  {.style = kit::style::meta_strong, .color = frame.theme().warn, .icon = kit::icon::triangle_alert});
    if (line.item.slack > 0)
        kit::text(frame, c.tr("run_sheet.free", {{"minutes", std::to_string(line.item.slack)}}),
                  {.style = kit::style::meta, .color = frame.theme().ink_3});
}

void draw_owner(Context& c, const Line& line) {
    const app::ParticipantView* owner = c.planner.view().participant(line.item.participant);
    if (line.item.participant.empty() || !owner)
        return;
    const kit::Row row(c.frame.layout(), c.frame.px(8), c.frame.px(24));
    kit::badge(c.frame, owner->badge, 24);
    kit::text(c.frame, subject_name(c, line.item.participant), {.style = kit::style::meta_strong});
}

void draw_points(Context& c, const Line& line) {
    if (!line.item.item || line.explained)
        return;
    for (const process::Text& point : line.item.item->points)
        kit::text(c.frame, "– " + point.in(c.language()), {.style = kit::style::meta, .color = c.frame.theme().ink_3});
}

std::string time_text(Context& c, const Line& line) {
    const planning::Agenda& agenda = line.view.agenda;
    return c.tr("date.time_range", {{"from", agenda.clock(line.item.start)}, {"until", agenda.clock(line.item.end)}});
}

std::string line_title(Context& c, const planning::AgendaItem& item) {
    std::string title = item.title(c.language());
    if (title.empty())
        title = c.tr("run_sheet.new_row");
    const std::string whose = subject_name(c, item.participant);
    return whose.empty() ? title : c.tr("task.of", {{"task", title}, {"participant", whose}});
}

} // namespace planner::ui
