#include "ui/card_field.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/rule_notes.h"
#include "ui/run_sheet_parts.h"

#include "app/live.h"
#include "app/run_sheets.h"

#include <algorithm>
#include <cstdio>

namespace planner::ui {

namespace {

using planning::RunSheetState;

/// "3:45"
std::string duration_text(std::size_t minutes) {
    char text[32];
    std::snprintf(text, sizeof text, "%zu:%02zu", minutes / 60, minutes % 60);
    return text;
}

struct StateLook {
    std::string_view word, text, icon;
    kit::Tone tone;
};

constexpr StateLook held_look = {"run_sheet.state.held", "run_sheet.held_text", kit::icon::circle_check, kit::Tone::ok};

StateLook look_of(RunSheetState state) {
    switch (state) {
    case RunSheetState::draft:
        return {"run_sheet.state.draft", "run_sheet.draft_text", kit::icon::pencil, kit::Tone::neutral};
    case RunSheetState::comments:
        return {"run_sheet.state.comments", "run_sheet.comments_text", kit::icon::users_round, kit::Tone::warn};
    case RunSheetState::settled:
        return {"run_sheet.state.final", "run_sheet.final_text", kit::icon::circle_check, kit::Tone::ok};
    }
    return {};
}

/// The state as a choice, so that a conflict about it is shown in words.
process::Field state_field(Context& c, std::size_t number) {
    process::Field field;
    field.kind = process::FieldKind::choice;
    for (const RunSheetState state : {RunSheetState::draft, RunSheetState::comments, RunSheetState::settled}) {
        const std::string word = c.tr(look_of(state).word, {{"number", std::to_string(number)}});
        field.options.push_back({std::string(planning::stored_state(state)), {word, word}});
    }
    return field;
}

void draw_decisions(Context& c, const SheetView& view) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(8));
    const auto decide = [&](std::string_view key, std::string_view icon, kit::ButtonKind kind, RunSheetState state) {
        if (kit::button(frame, {.label = c.tr(key), .icon = icon, .kind = kind, .size = kit::ButtonSize::small}))
            frame.defer([&planner = c.planner, agenda = view.agenda, state] { app::decide_run_sheet(planner, agenda, state); });
    };
    if (view.status.state == RunSheetState::draft)
        decide("run_sheet.ask_comments", kit::icon::users_round, kit::ButtonKind::primary, RunSheetState::comments);
    if (view.is_open())
        decide("run_sheet.settle", kit::icon::check, kit::ButtonKind::secondary, RunSheetState::settled);
    if (view.status.state != RunSheetState::draft)
        decide("run_sheet.new_draft", kit::icon::pencil, kit::ButtonKind::secondary, RunSheetState::draft);
}

void draw_state(Context& c, const SheetView& view) {
    kit::Frame& frame = c.frame;
    const StateLook look = view.held ? held_look : look_of(view.status.state);
    const process::Field field = state_field(c, view.status.number);
    const document::FieldKey key{planning::run_sheet_key(view.agenda.sheet->id, view.agenda.subject),
                                 std::string(planning::run_sheet_field::state)};
    if (draw_conflict_instead(c, key, &field, c.tr("run_sheet.state")))
        return;
    {
        const kit::Row row(frame.layout(), frame.px(8), frame.px(24));
        const RunSheetLook chip = look_of(c, view.status, view.held);
        kit::chip(frame, {.label = chip.word, .icon = chip.icon, .tone = chip.tone});
        std::string since = view.status.on && !view.held
            ? c.tr("run_sheet.since", {{"date", app::short_date(c.planner.texts(), *view.status.on, c.planner.today())}})
            : "";
        if (!view.status.by.empty() && !view.held)
            since += (since.empty() ? "" : " · ") + view.status.by;
        if (!since.empty())
            kit::text(frame, since, {.style = kit::style::meta, .color = frame.theme().ink_2});
    }
    kit::text(frame, c.tr(look.text), {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (!view.held)
        draw_decisions(c, view);
}

void draw_times(Context& c, const SheetView& view) {
    kit::Frame& frame = c.frame;
    const planning::Agenda& agenda = view.agenda;
    const review::Review review = c.planner.reading();
    {
        kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(360) ? 2 : 1, frame.px(12), frame.px(8));
        grid.next();
        draw_plain_value(c, planning::start_key(review, *agenda.sheet, agenda.subject), process::FieldKind::time, c.tr("dates.time"));
        if (!agenda.sheet->lengths.empty()) {
            const std::string label = c.tr("run_sheet.length");
            process::Field length;
            length.kind = process::FieldKind::choice;
            length.label = {label, label};
            length.options = agenda.sheet->lengths;
            grid.next();
            draw_value(c, planning::length_key(review, agenda.subject), length, label);
        }
    }
    const std::string duration = duration_text(static_cast<std::size_t>(std::max(0, agenda.length_minutes)));
    kit::text(frame,
              agenda.start ? c.tr("run_sheet.lasts_until", {{"duration", duration}, {"end", agenda.clock(agenda.end())}})
                           : c.tr("run_sheet.lasts", {{"duration", duration}}),
              {.style = kit::style::body_strong});
    if (!agenda.start)
        kit::text(frame, c.tr("run_sheet.start_first"), {.style = kit::style::meta, .color = frame.theme().ink_3, .icon = kit::icon::info});
}

bool is_shown_with(const process::Rule& rule, const process::RunSheet& sheet) {
    return std::any_of(rule.shown.begin(), rule.shown.end(), [&](const process::Showing& each) {
        return each.on == process::ShownOn::run_sheet && each.id == sheet.id;
    });
}

bool has_rules(Context& c, const process::RunSheet& sheet) {
    const auto& rules = c.planner.current()->process().rules;
    return std::any_of(rules.begin(), rules.end(), [&](const process::Rule& rule) { return is_shown_with(rule, sheet); });
}

void draw_shorten(Context& c, const std::vector<planning::ShorterItem>& items, const std::string& label) {
    if (items.empty()) {
        kit::text(c.frame, c.tr("run_sheet.cannot_shorten"), {.color = c.frame.theme().ink_2});
        return;
    }
    if (kit::button(c.frame, {.label = label, .icon = kit::icon::minimize_2}))
        c.frame.defer([&planner = c.planner, items] { app::shorten_agenda(planner, items); });
}

void draw_overlap(Context& c, const planning::Agenda& agenda, const planning::AgendaItem& late) {
    kit::Frame& frame = c.frame;
    const std::string end = agenda.clock(late.start + late.overlap);
    kit::text(frame, c.tr("run_sheet.overlap_text", {{"row", line_title(c, late)}, {"start", agenda.clock(late.start)},
                                                     {"end", end}, {"minutes", std::to_string(late.overlap)}}));
    const kit::Row row(frame.layout(), frame.px(8));
    draw_shorten(c, planning::shorter_before(agenda, late), c.tr("run_sheet.shorten_before"));
    if (kit::button(frame, {.label = c.tr("run_sheet.unlock", {{"start", end}}), .icon = kit::icon::clock}))
        frame.defer([&planner = c.planner, late] { app::unlock_agenda_item(planner, late); });
}

void draw_too_long(Context& c, const planning::Agenda& agenda) {
    kit::Frame& frame = c.frame;
    const planning::WaysOut& ways = *agenda.too_long;
    const std::string later = std::to_string(ways.minutes_later);
    kit::text(frame, c.tr("run_sheet.too_long_text",
                          {{"duration", duration_text(static_cast<std::size_t>(agenda.length_minutes))},
                           {"maximum", duration_text(agenda.maximum)}, {"minutes", later}}));
    const std::string participant = c.planner.current()->process().participants.singular.in(c.language());
    const kit::Row row(frame.layout(), frame.px(8));
    draw_shorten(c, ways.shorter,
                 ways.shorten_to ? c.tr("run_sheet.shorten_repeated", {{"participant", participant},
                                                                       {"minutes", std::to_string(*ways.shorten_to)}})
                                 : c.tr("run_sheet.shorten_all"));
    const std::string label = agenda.start ? c.tr("run_sheet.end_at", {{"end", agenda.clock(agenda.end())}})
                                           : c.tr("run_sheet.end_later", {{"minutes", later}});
    if (kit::button(frame, {.label = label, .icon = kit::icon::clock}))
        frame.defer([&planner = c.planner, agenda] { app::agree_on_length(planner, agenda); });
}

} // namespace

bool was_held(Context& c, const process::RunSheet& sheet, const std::string& subject) {
    const auto day = planning::meeting_day(c.planner.reading(), sheet, subject);
    return day && *day <= c.planner.today() && app::live_meeting(c.planner, sheet, subject).live.state == planning::MeetingState::over;
}

RunSheetLook look_of(Context& c, const planning::RunSheetStatus& status, bool held) {
    const StateLook look = held ? held_look : look_of(status.state);
    return {c.tr(look.word, {{"number", std::to_string(status.number)}}), look.icon, look.tone};
}

void draw_run_sheet_head(Context& c, const SheetView& view) {
    kit::Frame& frame = c.frame;
    const bool rules = has_rules(c, *view.agenda.sheet);
    kit::Grid grid(frame.layout(), rules && frame.layout().available() > frame.px(720) ? 2 : 1, frame.px(16), frame.px(16));
    grid.next();
    {
        const kit::Card card(frame, {.gap = 12, .name = c.tr("run_sheet.state")});
        kit::heading(frame, 2, c.tr("run_sheet.state"), {.style = kit::style::card_title});
        draw_state(c, view);
        kit::divider(frame);
        draw_times(c, view);
    }
    if (!rules)
        return;
    grid.next();
    draw_rule_notes(c, {{process::ShownOn::run_sheet, view.agenda.sheet->id}}, 2);
}

void draw_run_sheet_trouble(Context& c, const SheetView& view) {
    const planning::AgendaItem* late = view.agenda.first_overlap();
    if (!late && !view.agenda.too_long)
        return;
    kit::Frame& frame = c.frame;
    const std::string title = c.tr("run_sheet.too_long");
    const kit::Card card(frame, {.kind = kit::CardKind::difference, .gap = 10, .name = title});
    kit::heading(frame, 2, title, {.style = kit::style::card_title, .icon = kit::icon::triangle_alert});
    late ? draw_overlap(c, view.agenda, *late) : draw_too_long(c, view.agenda);
}

} // namespace planner::ui
