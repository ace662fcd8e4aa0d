#include "ui/card_field.h"
#include "ui/earlier_question.h"
#include "ui/feedback_tips.h"
#include "ui/live_parts.h"
#include "ui/live_tools.h"
#include "ui/points.h"
#include "ui/visit_days.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "app/value_text.h"

#include <algorithm>

namespace planner::ui {

namespace {

/// Where a part of a line is worked on.
struct Work {
    const process::RunSheetPart& part;
    const process::Card* card; ///< may be null
    std::string participant;
};

Work work_of(Context& c, const LiveView& view) {
    const process::RunSheetPart& part = *view.part();
    const process::Card* card = c.planner.current()->process().card(part.card);
    return {part, card, card ? planning::card_subject(*card, view.meeting.agenda, view.line()->line) : ""};
}

/// Whether a control that was added since `from` has the focus.
bool took_focus(kit::Frame& frame, std::size_t from) {
    const auto& nodes = frame.tree().nodes();
    return std::any_of(nodes.begin() + static_cast<std::ptrdiff_t>(from), nodes.end(),
                       [&](const kit::Node& node) { return frame.is_focused(node.id); });
}

/// What is worked on is what the room sees, until another field is.
void follow(Context& c, const LiveView& view, const Work& work, const process::Field& field) {
    c.state.live.field = FieldInRoom{work.card->id, work.participant, field.id};
    c.state.live.part_of_field = view.line()->line->key.id + " " + work.part.id;
}

void draw_work_fields(Context& c, const LiveView& view, const Work& work) {
    kit::Frame& frame = c.frame;
    bool first = true;
    for (const std::string& id : work.part.fields) {
        const process::Field* field = work.card->field(id);
        if (!field || !c.planner.reading().is_asked(work.card->id, work.participant, *field))
            continue;
        const kit::Scope scope(frame, "field " + id);
        const std::size_t from = frame.tree().nodes().size();
        draw_card_field(c, {work.card->id, work.participant}, *field);
        draw_earlier_question(c, {work.card->id, work.participant}, *field);
        draw_feedback_tips(c, {work.card->id, work.participant}, *field);
        if (work.part.kind == process::PartKind::visit_dates)
            draw_visit_days(c, {work.card->id, work.participant}, *field);
        if (took_focus(frame, from))
            follow(c, view, work, *field);
        if (std::exchange(first, false) && c.state.live.wanted == LiveFocus::work) {
            const auto& nodes = frame.tree().nodes();
            const auto control = std::find_if(nodes.begin() + static_cast<std::ptrdiff_t>(from), nodes.end(), [](const kit::Node& node) {
                return node.role == kit::Role::field || node.role == kit::Role::area || node.role == kit::Role::button;
            });
            if (control != nodes.end())
                frame.request_focus(control->id);
            c.state.live.wanted = LiveFocus::none;
        }
    }
}

void draw_work_title(Context& c, const Work& work) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(10), frame.px(28));
    kit::heading(frame, 2, work.part.title.in(c.language()), {.style = kit::style::lead});
    if (work.part.audience == process::Audience::panel)
        kit::chip(frame, {.label = c.tr("live.private"), .icon = kit::icon::lock});
    if (!work.card)
        return;
    const app::Route card = app::Route::card_of(c.planner.route().review, work.card->id, work.participant);
    const std::string title = work.card->title.in(c.language());
    if (kit::link(frame, {.label = title, .address = app::format_route(card), .icon = kit::icon::file_text,
                          .name = c.tr("live.open_card", {{"card", title}})}))
        frame.defer([&planner = c.planner, card] { planner.go(card); });
}

bool has_points(Context& c, const planning::AgendaItem& line) {
    return !line.needs(c.language()).empty() || (line.item && (!line.item->points.empty() || !line.item->cards.empty()));
}

/// What to think of in this line, and the cards that are used in it.
void draw_points_of_line(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const process::RunSheetItem* item = view.line()->line->item;
    const std::string needs = view.line()->line->needs(c.language());
    if (!needs.empty())
        kit::text(frame, c.tr("live.needs", {{"needs", needs}}), {.color = frame.theme().ink_2});
    if (!item)
        return;
    if (!item->points.empty())
        draw_points(c, c.tr("live.points"), item->points, mark_of(c, process::Tone::plain));
    const kit::Row row(frame.layout(), frame.px(12), frame.px(32));
    for (const std::string& id : item->cards) {
        const process::Card* card = c.planner.current()->process().card(id);
        if (!card)
            continue;
        const app::Route route = app::Route::card_of(c.planner.route().review, id, planning::card_subject(*card, view.meeting.agenda, view.line()->line));
        const std::string title = card->title.in(c.language());
        if (kit::link(frame, {.label = title, .address = app::format_route(route), .icon = kit::icon::file_text,
                              .key = "card " + id, .name = c.tr("live.open_card", {{"card", title}})}))
            frame.defer([&planner = c.planner, route] { planner.go(route); });
    }
}

} // namespace

void draw_live_work(Context& c, const LiveView& view) {
    if (!view.line())
        return;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "work " + view.line()->line->key.id);
    if (view.part()) {
        const Work work = work_of(c, view);
        const kit::Scope part(frame, work.part.id);
        const kit::Card card(frame, {.gap = 14, .name = work.part.title.in(c.language())});
        draw_work_title(c, work);
        if (lacks_visit_day(c, work.part, work.participant))
            kit::text(frame, c.tr("live.no_day_yet", {{"button", c.tr("visit_days.choose")}}), {.color = frame.theme().ink_2, .icon = kit::icon::info});
        if (work.part.kind == process::PartKind::overlap)
            draw_live_overlap(c, view);
        if (work.part.kind == process::PartKind::findings || work.part.kind == process::PartKind::impressions)
            draw_live_findings(c, view);
        if (work.part.kind == process::PartKind::talk && has_points(c, *view.line()->line)) {
            kit::heading(frame, 3, c.tr("live.points_of_line"), {.style = kit::style::meta_strong});
            draw_points_of_line(c, view);
        }
        if (work.card && !work.part.fields.empty())
            draw_work_fields(c, view, work);
        return;
    }
    if (!has_points(c, *view.line()->line))
        return;
    const kit::Card card(frame, {.gap = 10, .name = c.tr("live.now_in", {{"title", live_title(c, *view.line()->line)}})});
    kit::heading(frame, 2, c.tr("live.points"), {.style = kit::style::lead});
    draw_points_of_line(c, view);
}

} // namespace planner::ui
