#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

/// Who was in a part for less than this, in milliseconds, was looking for another.
constexpr std::int64_t passed_by = 5000;

/// The clock of a talk: how long it may still last, and between which minutes it should end.
void draw_talk(Context& c, const LiveView& view) {
    const process::RunSheetPart* part = view.part();
    if (!part || part->kind != process::PartKind::talk || part->most_minutes == 0)
        return;
    kit::Frame& frame = c.frame;
    const std::int64_t spent = view.line()->spent_on_parts[view.line()->part];
    const auto least = static_cast<std::int64_t>(part->least_minutes) * planning::ms_of_minute;
    const auto most = static_cast<std::int64_t>(part->most_minutes) * planning::ms_of_minute;
    const bool over = spent > most, soon = spent >= least;
    const kit::Tone tone = over ? kit::Tone::late : soon ? kit::Tone::warn : kit::Tone::ok;
    const std::string title = part->title.in(c.language());
    const std::string minutes = c.tr("live.talk_minutes", {{"least", std::to_string(part->least_minutes)},
                                                            {"most", std::to_string(part->most_minutes)}});
    const kit::Card card(frame, {.padding = 12, .gap = 8, .radius = 8});
    {
        const kit::Row row(frame.layout(), frame.px(12), frame.px(36));
        kit::text(frame, title, {.style = kit::style::lead, .icon = kit::icon::mic});
        const std::string digits = countdown_text(most - spent); // counts down, as on the wall
        const kit::TextStyle style{28, 34, kit::Weight::semibold};
        const kit::Rect rect = frame.layout().place(std::ceil(kit::text_width(frame, digits, style)) + 1, frame.px(34));
        kit::place_text(frame, rect, digits, style, over ? frame.theme().late : frame.theme().ink);
        kit::text(frame, minutes, {.style = kit::style::meta, .color = frame.theme().ink_2});
        kit::chip(frame, {.label = c.tr(over ? "live.talk_over" : soon ? "live.talk_soon" : "live.talk_in_time"),
                          .icon = over ? kit::icon::triangle_alert : soon ? kit::icon::hourglass : kit::icon::check, .tone = tone});
        // People still have to walk to the front.
        if (kit::button(frame, {.label = c.tr("live.talk_restart"), .icon = kit::icon::play, .size = kit::ButtonSize::small, .key = "talk begins",
                                .help = c.tr("live.talk_restart_help", {{"title", title}})}))
            frame.defer([c, id = part->id]() mutable { app::go_to_part(c.planner, live_view(c).meeting, id); });
    }
    const std::string heard = c.planner.texts().count("live.busy", static_cast<std::size_t>(spent / planning::ms_of_minute));
    kit::progress_bar(frame, {.fraction = std::clamp(static_cast<float>(spent) / static_cast<float>(most), 0.0f, 1.0f),
                              .name = title + ": " + heard, .tone = tone});
}

void draw_parts(Context& c, const LiveView& view) {
    if (!view.part())
        return;
    kit::Frame& frame = c.frame;
    const auto& parts = view.line()->line->item->parts;
    const kit::Row row(frame.layout(), frame.px(8));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // What people only passed on their way to another is not done.
        const bool now = i == view.line()->part;
        const bool done = !now && view.line()->spent_on_parts[i] >= passed_by && !lacks_visit_day(c, parts[i], view.line()->line->participant);
        const std::string title = parts[i].title.in(c.language());
        const std::string name = c.tr(now ? "live.part_now" : done ? "live.part_done" : "live.part_ahead",
                                      {{"number", std::to_string(i + 1)}, {"title", title}});
        if (kit::button(frame, {.label = title, .icon = done ? kit::icon::check : now ? kit::icon::circle_dot : kit::icon::circle,
                                .kind = now ? kit::ButtonKind::primary : kit::ButtonKind::secondary,
                                .size = kit::ButtonSize::small, .key = "part " + parts[i].id, .name = name}) && !now)
            frame.defer([c, id = parts[i].id]() mutable { app::go_to_part(c.planner, live_view(c).meeting, id); });
    }
}

} // namespace

void draw_live_line_parts(Context& c, const LiveView& view) {
    draw_parts(c, view);
    draw_talk(c, view);
}

} // namespace planner::ui
