#include "ui/dashboard_cards.h"
#include "ui/forget_dialog.h"
#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/process_parts.h"
#include "ui/rule_notes.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/storage_cards.h"
#include "ui/task_words.h"

#include "review/values.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace planner::ui {

namespace {

kit::StepState to_kit(app::StepState state) {
    return state == app::StepState::done      ? kit::StepState::done
           : state == app::StepState::current ? kit::StepState::current
                                              : kit::StepState::open;
}

void draw_step_mark(Context& c, const kit::Rect& rect, std::size_t number, kit::StepState state) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2, radius = rect.width / 2;
    const bool done = state == kit::StepState::done, current = state == kit::StepState::current;
    kit::draw::circle(frame, x, y, radius, done ? t.action : current ? t.sun : t.surface);
    if (!done)
        kit::draw::ring(frame, x, y, radius, current ? t.now_line : t.line_strong, 1);
    if (done) {
        kit::draw::icon(frame, x, y, kit::icon::check, 16, t.on_action);
        return;
    }
    const std::string digit = std::to_string(number);
    const float width = kit::text_width(frame, digit, kit::style::meta_strong);
    kit::draw::text(frame, std::round(x - width / 2), std::round(y - frame.px(9)), digit, kit::style::meta_strong,
                    current ? t.on_sun : t.ink_2);
}

void draw_step(Context& c, const app::StepView& step, std::size_t number) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, step.step->id);
    const std::string name = step.step->title.in(c.language());
    const kit::StepState state = to_kit(step.state);
    const bool plain = step.progress.cards == 0;
    const std::string progress = plain ? c.tr("dashboard.step_no_cards")
                                       : c.planner.texts().count("dashboard.step_cards", step.progress.cards,
                                                                 {{"done", std::to_string(step.progress.complete_cards)}});
    const float side = frame.px(26), gap = frame.px(8);
    const float x = frame.layout().x(), y = frame.layout().y(), room = frame.layout().available() - side - gap;
    draw_step_mark(c, {x, y, side, side}, number, state);
    const std::string label = c.tr("step.label", {{"number", std::to_string(number)}, {"name", name}});
    const float height = kit::text_height(frame, name, kit::style::body_strong, room);
    {
        kit::Node node;
        node.id = frame.id("title");
        node.role = kit::Role::heading;
        node.level = 2;
        node.name = label;
        frame.tree().add(std::move(node), {x + side + gap, y + frame.px(3), room, height});
    }
    kit::place_text(frame, {x + side + gap, y + frame.px(3), room, height}, name, kit::style::body_strong, frame.theme().ink);
    frame.layout().place(-1, std::max(side, height + frame.px(3)));
    if (!plain)
        kit::progress_bar(frame, {.fraction = static_cast<float>(step.progress.complete_cards) /
                                              static_cast<float>(step.progress.cards),
                                  .name = label + ": " + progress});
    kit::text(frame, progress, {.style = kit::style::meta, .color = frame.theme().ink_2});
}

void draw_steps(Context& c, const app::ReviewView& view) {
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.name = c.tr("dashboard.steps")});
    const int columns = frame.room() == kit::Room::narrow ? 1 : frame.layout().available() < frame.px(800) ? 3 : 5;
    {
        kit::Grid grid(frame.layout(), columns, frame.px(24), frame.px(16));
        for (std::size_t i = 0; i < view.steps.size(); ++i) {
            grid.next();
            const kit::Stack stack(frame.layout(), frame.px(8));
            draw_step(c, view.steps[i], i + 1);
        }
    }
    draw_process_line(c);
}

struct QuestionPlace {
    app::Route card;
    std::optional<document::FieldKey> field;
};

/// The card that shows the learning question, else the one that asks for it last; the cards where the process asks for none.
QuestionPlace question_place(Context& c, const app::ParticipantView& participant) {
    const app::OpenReview& open = *c.planner.current();
    const review::Review reading = c.planner.reading();
    const std::string &review = c.planner.route().review, &id = participant.participant.id;
    QuestionPlace place{app::Route::cards(review), {}};
    for (const process::FieldReference& source : open.process().learning_question) {
        const process::Card* card = open.process().card(source.card);
        const process::Field* field = card ? card->field(source.field) : nullptr;
        if (!field)
            continue;
        place = {app::Route::card_of(review, source.card, id), reading.key_of(source.card, id, *field)};
        if (review::is_filled(reading.value(source.card, id, *field)))
            break;
    }
    return place;
}

/// What the process calls the question that participants learn from.
std::string question_label(Context& c) {
    const process::Process& process = c.planner.current()->process();
    if (process.learning_question.empty())
        return "";
    const process::FieldReference& first = process.learning_question.front();
    return process.card(first.card)->field(first.field)->label.in(c.language());
}

std::string date_text(Context& c, const std::string& date) {
    const auto day = app::parse_day(date);
    return day ? app::short_date(c.planner.texts(), *day, c.planner.today()) : std::string();
}

struct DateChip {
    std::string label;
    kit::Tone tone = kit::Tone::neutral;
    std::string_view icon;
};

DateChip date_chip(Context& c, const std::string& date) {
    const auto day = app::parse_day(date);
    if (!day)
        return {};
    const int days = app::days_between(c.planner.today(), *day);
    if (days < 0)
        return {c.tr("dashboard.visited"), kit::Tone::ok, kit::icon::check};
    return {app::distance(c.planner.texts(), *day, c.planner.today()), kit::Tone::neutral, {}};
}

void draw_visit_side(Context& c, const app::ParticipantView& participant, const kit::Rect& area) {
    kit::Frame& frame = c.frame;
    const std::string date = date_text(c, participant.visit.date);
    if (date.empty())
        return;
    kit::place_described_text(frame, {area.x, area.y, area.width, frame.px(18)}, date, kit::style::meta_strong,
                              frame.theme().ink, kit::Alignment::end);
    const DateChip chip = date_chip(c, participant.visit.date);
    const float width = kit::chip_width(frame, {.label = chip.label, .icon = chip.icon});
    const kit::Column column(frame.layout(), area.right() - width, area.y + frame.px(24), width + 1, 0);
    kit::chip(frame, {.label = chip.label, .icon = chip.icon, .tone = chip.tone});
}

void draw_participant(Context& c, const app::ParticipantView& participant) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, participant.participant.id);
    const std::string name = participant.participant.name.empty() ? c.tr("participant.no_name") : participant.participant.name;
    const QuestionPlace target = question_place(c, participant);
    const bool has_question = !participant.learning_question.empty();
    const std::string question = has_question ? participant.learning_question : c.tr("dashboard.no_question");
    const float badge = frame.px(32), gap = frame.px(12);
    const bool side_by_side = frame.layout().available() > frame.px(420);
    const float side = side_by_side ? frame.px(116) : 0;
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0};
    kit::Node node;
    node.id = frame.id("participant");
    node.role = kit::Role::list_item;
    const kit::Container container(frame, std::move(node), start);
    {
        const kit::Column column(frame.layout(), start.x, start.y, badge, 0);
        kit::badge(frame, participant.badge, 32);
    }
    const float x = start.x + badge + gap, room = start.width - badge - gap - (side > 0 ? side + gap : 0);
    float bottom = start.y;
    {
        const kit::Column column(frame.layout(), x, start.y, room, frame.px(2));
        {
            const kit::Row row(frame.layout(), frame.px(8));
            kit::text(frame, name, {.style = kit::style::body_strong});
            if (!participant.participant.institution.empty())
                kit::text(frame, participant.participant.institution, {.style = kit::style::meta, .color = frame.theme().ink_3});
        }
        if (const std::string asked = question_label(c); !asked.empty())
            kit::text(frame, asked, {.style = kit::style::meta, .color = frame.theme().ink_3});
        kit::text(frame, question,
                  {.style = {15, 20}, .color = has_question ? frame.theme().ink_2 : frame.theme().ink_3});
        if (kit::link(frame, {.label = c.tr(has_question ? "action.open" : "dashboard.fill_question"),
                              .address = app::format_route(target.card), .trailing_icon = kit::icon::arrow_right,
                              .name = c.tr("dashboard.question_of", {{"participant", name}})}))
            frame.defer([c, target, has_question]() mutable {
                c.planner.go(target.card);
                if (!has_question)
                    c.state.wanted_field = target.field;
            });
        if (side == 0 && !participant.visit.date.empty())
            kit::text(frame, date_text(c, participant.visit.date), {.style = kit::style::meta, .icon = kit::icon::calendar});
        bottom = column.bottom();
    }
    if (side > 0)
        draw_visit_side(c, participant, {start.right() - side, start.y, side, frame.px(48)});
    const kit::Rect rect = frame.layout().place(-1, std::max(frame.px(52), bottom - start.y));
    if (kit::Node* added = frame.tree().find_open(container.id()))
        added->box.height = rect.height;
}

void draw_participants(Context& c, const app::ReviewView& view) {
    kit::Frame& frame = c.frame;
    const std::string title = c.tr("dashboard.participants",
                                   {{"participants", c.planner.current()->process().participants.plural.in(c.language())}});
    const kit::Card card(frame, {.gap = 12, .name = title});
    if (draw_card_head(c, title, c.tr("action.edit"), kit::icon::pencil))
        frame.defer([&state = c.state] { state.dialog = DialogKind::participants; });
    kit::Node node;
    node.id = frame.id("participants");
    node.role = kit::Role::list;
    node.name = title;
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 1};
    const kit::Container list(frame, std::move(node), start);
    for (const app::ParticipantView& participant : view.participants) {
        kit::divider(frame);
        draw_participant(c, participant);
    }
    if (kit::Node* added = frame.tree().find_open(list.id()))
        added->box.height = frame.layout().y() - start.y;
}

/// Where a card stands when there is room for several columns.
enum class Column { wide, half, side };

struct Section {
    using Draw = void (*)(Context&, const app::ReviewView&, const app::GatheredView*);

    Column column;
    Draw draw;
    const app::GatheredView* gathered = nullptr;
};

/// In the order in which a phone shows them.
std::vector<Section> sections(Context& c) {
    using View = const app::ReviewView&;
    using Gathered = const app::GatheredView*;
    std::vector<Section> all = {{Column::side, [](Context& in, View, Gathered) { draw_next_tasks_card(in); }},
                                {Column::wide, [](Context& in, View view, Gathered) { draw_participants(in, view); }},
                                {Column::side, [](Context& in, View view, Gathered) { draw_dates_card(in, view); }},
                                {Column::side, [](Context& in, View view, Gathered) { draw_conflicts_card(in, view); }},
                                {Column::wide, [](Context& in, View, Gathered) { draw_visits_card(in); }},
                                {Column::wide, [](Context& in, View, Gathered) { draw_matrix_card(in); }},
                                {Column::half, [](Context& in, View, Gathered) { draw_documents_card(in); }},
                                {Column::half, [](Context& in, View, Gathered) { draw_follow_up_card(in); }}};
    for (const app::GatheredView& gathered : c.planner.dashboard().gathered)
        all.push_back({Column::half, [](Context& in, View, Gathered card) { draw_gathered_card(in, *card); }, &gathered});
    all.push_back({Column::side, [](Context& in, View view, Gathered) { draw_contacts_card(in, view); }});
    all.push_back({Column::side, [](Context& in, View, Gathered) { draw_hours_card(in); }});
    return all;
}

/// Those of one column, or all.
void draw_where(Context& c, const app::ReviewView& view, const std::vector<Section>& all, std::optional<Column> column) {
    for (const Section& section : all)
        if (!column || section.column == *column)
            section.draw(c, view, section.gathered);
}

void draw_lower_cards(Context& c, const app::ReviewView& view) {
    kit::Frame& frame = c.frame;
    const std::vector<Section> all = sections(c);
    const float gap = frame.px(16);
    if (frame.room() == kit::Room::narrow)
        return draw_where(c, view, all, std::nullopt);
    const bool wide = frame.room() == kit::Room::wide;
    kit::Grid grid(frame.layout(), wide ? 3 : 2, gap, gap);
    grid.next(wide ? 2 : 1);
    {
        const kit::Stack stack(frame.layout(), gap);
        draw_where(c, view, all, Column::wide);
        kit::Grid pairs(frame.layout(), wide ? 2 : 1, gap, gap);
        for (const Section& section : all)
            if (section.column == Column::half) {
                pairs.next();
                section.draw(c, view, section.gathered);
            }
    }
    grid.next();
    const kit::Stack stack(frame.layout(), gap);
    draw_where(c, view, all, Column::side);
}

} // namespace

void draw_dashboard_screen(Context& c) {
    const app::ReviewView& view = c.planner.view();
    const std::string title = view.title.empty() ? c.tr("review.untitled") : view.title;
    draw_shell(c, {.title = c.tr("dashboard.title"), .subtitle = title, .back = app::Route::overview()}, [&] {
        draw_process_notices(c);
        draw_keep_until_notice(c);
        draw_download_reminder(c);
        draw_steps(c, view);
        draw_rule_summary(c);
        draw_lower_cards(c, view);
    });
}

} // namespace planner::ui
