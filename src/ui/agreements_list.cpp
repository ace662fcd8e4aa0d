#include "ui/agreements_list.h"

#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include "app/agreements.h"
#include "document/order.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

using planning::Agreement;
using planning::AgreementState;

constexpr std::size_t agreements_at_first = 8;

bool is_listed(const TaskFilter& filter, const Agreement& agreement) {
    if (!filter.subject.empty() && !agreement.whose.empty() && agreement.whose != filter.subject)
        return false;
    if (filter.show == TaskFilter::late)
        return agreement.state == AgreementState::late;
    if (filter.show == TaskFilter::done)
        return agreement.state == AgreementState::done;
    return filter.show == TaskFilter::all || agreement.state != AgreementState::done;
}

void draw_tick(Context& c, const Agreement& agreement, const std::string& name, const kit::Rect& rect) {
    const float side = c.frame.px(c.frame.room() == kit::Room::narrow ? 44 : 32);
    const kit::Column column(c.frame.layout(), rect.x + c.frame.px(4), rect.y + std::round((rect.height - side) / 2), side, 0);
    const bool done = agreement.state == AgreementState::done;
    if (kit::checkbox(c.frame, {.label = c.tr("agreement.tick", {{"agreement", name}}), .checked = done, .key = "tick",
                                .label_place = kit::LabelPlace::hidden}))
        c.frame.defer([&planner = c.planner, agreement, done] {
            app::decide_agreement(planner, agreement, done ? app::AgreementDecision::open : app::AgreementDecision::done);
        });
}

/// The words lead to the table in which the agreement stands.
void draw_agreement(Context& c, const Agreement& agreement) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Scope scope(frame, agreement.row.id);
    const std::string whose = subject_name(c, agreement.whose), when = agreement_when(c, agreement);
    const std::string name = whose.empty() ? agreement.what : agreement.what + ", " + whose;
    std::string under;
    for (const std::string& part : {agreement.who, whose, when})
        under += part.empty() ? "" : (under.empty() ? "" : " · ") + part;
    const float padding = frame.px(12), tick = frame.px(frame.room() == kit::Room::narrow ? 48 : 38);
    const float width = frame.layout().available() - tick - padding;
    const float what_height = kit::text_height(frame, agreement.what, kit::style::body, width);
    const float under_height = kit::text_height(frame, under, kit::style::meta, width);
    const kit::Rect line = frame.layout().place(-1, std::max(frame.px(44), what_height + under_height + frame.px(16)));
    draw_tick(c, agreement, name, line);
    const kit::Rect rect{line.x + tick, line.y, line.width - tick, line.height};
    const kit::NodeId id = frame.id("open");
    const kit::Interaction interaction = frame.interact(id, rect);
    if (interaction.hovered)
        kit::draw::fill(frame, {rect.x, rect.y, rect.width - 1, rect.height}, t.hover);
    kit::draw::fill(frame, {line.x, line.y, line.width, 1}, t.line_soft);
    const bool late = agreement.state == AgreementState::late, done = agreement.state == AgreementState::done;
    const float top = rect.y + std::round((rect.height - what_height - under_height) / 2);
    kit::place_text(frame, {rect.x, top, width, what_height}, agreement.what, kit::style::body, done ? t.ink_2 : t.ink);
    kit::place_text(frame, {rect.x, top + what_height, width, under_height}, under,
                    late ? kit::style::meta_strong : kit::style::meta, late ? t.late : t.ink_2);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(2), frame.px(6), 0);
    const app::Route target = app::route_to(c.planner, agreement);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = name;
    node.help = under;
    node.address = app::format_route(target);
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, &state = c.state, target, block = agreement.block->id] {
            state.next_block = block;
            planner.go(target);
        });
}

/// With air around it, which the card itself leaves to its lines.
template <class Draw>
void draw_inset(kit::Frame& frame, const Draw& draw) {
    const float top = frame.layout().y();
    float bottom = top;
    {
        const kit::Column inner(frame.layout(), frame.layout().x() + frame.px(14), top + frame.px(8),
                                frame.layout().available() - frame.px(28), 0);
        draw();
        bottom = inner.bottom();
    }
    frame.layout().place(-1, std::max(frame.px(44), bottom - top + frame.px(8)));
}

void draw_agreements_head(Context& c, const std::string& title, std::size_t late) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(10), frame.px(28));
    kit::heading(frame, 2, title, {.style = kit::style::card_title});
    if (late > 0)
        kit::chip(frame, {.label = c.planner.texts().count("tasks.late", late), .icon = kit::icon::triangle_alert,
                          .tone = kit::Tone::late});
}

} // namespace

std::string agreement_when(Context& c, const Agreement& agreement) {
    const app::Texts& texts = c.planner.texts();
    const app::Day today = c.planner.today();
    if (agreement.state == AgreementState::done && agreement.done_on)
        return c.tr("task.done_on", {{"date", app::short_date(texts, *agreement.done_on, today)}});
    if (agreement.state == AgreementState::done)
        return c.tr("task.state.done");
    if (!agreement.due)
        return c.tr("task.no_date");
    const std::string date = app::short_date(texts, *agreement.due, today);
    if (agreement.state != AgreementState::late)
        return c.tr("agreement.by", {{"date", date}});
    return texts.count("task.days_late", static_cast<std::size_t>(app::days_between(*agreement.due, today)), {{"date", date}});
}

std::vector<Agreement> shown_agreements(app::Planner& planner, const TaskFilter& filter) {
    std::vector<Agreement> shown;
    for (const Agreement& agreement : planner.agreements())
        if (is_listed(filter, agreement))
            shown.push_back(agreement);
    document::sort_items(shown, [](const Agreement& left, const Agreement& right) {
        return left.due && (!right.due || *left.due < *right.due);
    });
    return shown;
}

bool draw_agreements(Context& c) {
    const std::vector<Agreement> shown = shown_agreements(c.planner, c.state.tasks);
    if (shown.empty())
        return false;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "agreements");
    const std::string title = c.tr("agreements.title");
    const kit::Card card(frame, {.padding = 0, .gap = 0, .name = title});
    const auto late = static_cast<std::size_t>(std::count_if(
        shown.begin(), shown.end(), [](const Agreement& each) { return each.state == AgreementState::late; }));
    draw_inset(frame, [&] { draw_agreements_head(c, title, late); });
    const std::size_t lines = c.state.agreements_unfolded ? shown.size() : std::min(shown.size(), agreements_at_first);
    for (std::size_t i = 0; i < lines; ++i)
        draw_agreement(c, shown[i]);
    if (lines == shown.size())
        return true;
    draw_inset(frame, [&] {
        if (kit::button(frame, {.label = c.tr("agreements.show_all", {{"count", std::to_string(shown.size())}}),
                                .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small}))
            frame.defer([&state = c.state] { state.agreements_unfolded = true; });
    });
    return true;
}

} // namespace planner::ui
