#include "ui/coach_panel.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/points.h"

#include "app/coaching.h"
#include "review/values.h"

#include <algorithm>

namespace planner::ui {

namespace {

void draw_remarks(Context& c, const CardPlace& place, const process::Field& field) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const review::Review review = c.planner.reading();
    const std::string question = review::text_of(review.value(place.card, place.participant, field));
    const auto remarks = app::coach_remarks(review, place.participant, question, c.language());
    if (remarks.empty())
        kit::text(frame, c.tr("coach.start"), {.style = kit::style::meta, .color = t.ink_2});
    for (const planning::CoachRemark& remark : remarks) {
        const bool good = remark.finding == planning::CoachFinding::good;
        kit::text(frame, (good ? remark.check->good : remark.check->text).in(c.language()),
                  {.style = kit::style::meta, .color = good ? t.ok : t.ink,
                   .icon = good ? kit::icon::circle_check : kit::icon::lightbulb});
    }
    if (!remarks.empty())
        kit::text(frame, c.tr("coach.free"), {.style = kit::style::meta, .color = t.ink_3});
}

void draw_examples(Context& c, const process::Coach& coach) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    if (!coach.criteria.empty()) {
        kit::heading(frame, 4, c.tr("coach.criteria"), {.style = kit::style::meta_strong});
        draw_points(c, c.tr("coach.criteria"), coach.criteria, {kit::icon::circle_dot, t.ink_3});
    }
    if (coach.examples.empty())
        return;
    kit::heading(frame, 4, c.tr("coach.examples"), {.style = kit::style::meta_strong});
    for (const process::CoachExample& example : coach.examples) {
        const kit::Stack stack(frame.layout(), 0);
        kit::text(frame, example.text.in(c.language()), {.style = kit::style::body_dense});
        kit::text(frame, example.why.in(c.language()), {.style = kit::style::meta, .color = t.ink_3});
    }
}

} // namespace

bool has_coach(Context& c, const CardPlace& place, const process::Field& field) {
    const process::Process& process = c.planner.current()->process();
    const auto& questions = process.learning_question;
    return !process.coach.empty() && std::any_of(questions.begin(), questions.end(), [&](const process::FieldReference& each) {
        return each.card == place.card && each.field == field.id;
    });
}

void draw_coach(Context& c, const CardPlace& place, const process::Field& field) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "coach " + field.id);
    const std::string title = c.tr("coach.title");
    const kit::Card card(frame, {.padding = 12, .gap = 6, .name = title, .radius = 8});
    kit::heading(frame, 3, title, {.style = kit::style::meta_strong, .color = frame.theme().ink_2});
    draw_remarks(c, place, field);
    bool& open = c.state.coach_open;
    if (kit::button(frame, {.label = c.tr(open ? "coach.less" : "coach.more"),
                            .icon = open ? kit::icon::chevron_up : kit::icon::chevron_down, .kind = kit::ButtonKind::quiet,
                            .size = kit::ButtonSize::small, .key = "examples", .expanded = open}))
        frame.defer([&open] { open = !open; });
    if (open)
        draw_examples(c, c.planner.current()->process().coach);
}

} // namespace planner::ui
