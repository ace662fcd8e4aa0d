#include "ui/live_tools.h"

#include "ui/points.h"

#include "ui/kit/button.h"
#include "ui/kit/drag.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/overlay_window.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/kit/toast.h"

#include "review/values.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace planner::ui {

namespace {

void work_out(Context& c, const planning::MeetingNote& note, const process::NoteTarget& target) {
    c.frame.defer([c, note, &target]() mutable { app::work_out_note(c.planner, live_view(c).meeting, note, target); });
}

void draw_targets(Context& c, const LiveView& view, const planning::MeetingNote& note) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(6));
    for (const process::NoteTarget& target : view.sheet->targets) {
        const std::string label = target.label.in(c.language());
        const bool pressed = kit::button(frame, {.label = label, .icon = kit::icon::arrow_right, .size = kit::ButtonSize::small, .key = "to " + target.id,
                                                 .name = c.tr("live.work_out_named", {{"target", label}, {"note", note.text}})});
        // The note that went made place for this one under the same pointer: a hand that pressed twice meant the other.
        const double now = frame.input().time;
        double& filed_at = c.state.live.filed_at;
        if (!pressed || (frame.press_repeats() && now - filed_at < 1))
            continue;
        filed_at = now;
        work_out(c, note, target);
    }
}

/// One of the boxes that a note is dragged to; true when it was let go there.
bool draw_drop_box(Context& c, const std::string& label, const kit::Rect& rect) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::NodeId id = frame.id(label);
    const kit::DropResult result = kit::drop_target(frame, id, rect);
    const bool over = result == kit::DropResult::over;
    kit::draw::fill(frame, rect, over ? t.selected : t.surface, frame.px(8));
    if (over)
        kit::draw::outline(frame, rect, t.action, frame.px(8), 3);
    else
        kit::draw::dashed_outline(frame, rect, t.line_strong, frame.px(8), 1.5f);
    const float room = rect.width - frame.px(16);
    const float height = kit::text_height(frame, label, kit::style::body_strong, room);
    kit::place_text(frame, {rect.x + frame.px(8), std::round(rect.y + (rect.height - height) / 2), room, height}, label,
                    kit::style::body_strong, over ? t.action : t.ink, kit::Alignment::center);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::text;
    node.name = label;
    node.selected = over;
    frame.tree().add(std::move(node), rect);
    return result == kit::DropResult::dropped;
}

/// Where the boxes stand while a note is dragged: at the end of the window that it does not come from, so that a hand that
/// shakes drops it nowhere.
struct DropBoxes {
    std::size_t columns;
    float width, height, gap;
    kit::Rect area;
};

DropBoxes place_drop_boxes(kit::Frame& frame, std::size_t count) {
    DropBoxes boxes{};
    boxes.gap = frame.px(8);
    const float margin = frame.px(8), padding = frame.px(12);
    const float width = std::min(frame.px(960), frame.input().width - 2 * margin), inner = width - 2 * padding;
    const auto fitting = static_cast<std::size_t>(std::max(1.0f, inner / frame.px(140)));
    boxes.columns = std::min(count, fitting);
    const auto rows = static_cast<float>((count + boxes.columns - 1) / boxes.columns);
    const auto across = static_cast<float>(boxes.columns);
    boxes.width = std::floor((inner - (across - 1) * boxes.gap) / across);
    // On a low window they are lower, so that what is dragged stays in sight beside them.
    const float most = (frame.input().height / 2 - 2 * padding) / rows - boxes.gap;
    boxes.height = std::clamp(most, frame.px(30), frame.px(72));
    const float height = rows * (boxes.height + boxes.gap) - boxes.gap + 2 * padding;
    const bool from_below = frame.drag() && frame.drag()->start_y > frame.input().height / 2;
    const float bottom = frame.input().height - margin - frame.px(kit::toast_room(frame));
    boxes.area = {std::round((frame.input().width - width) / 2), from_below ? margin : bottom - height, width, height};
    return boxes;
}

void draw_drop_boxes(Context& c, const LiveView& view, const planning::MeetingNote& note) {
    kit::Frame& frame = c.frame;
    const DropBoxes boxes = place_drop_boxes(frame, view.sheet->targets.size());
    const kit::OverlayWindow window(frame, "drop boxes", boxes.area);
    kit::Node node;
    node.id = frame.id("drop boxes");
    node.role = kit::Role::region;
    node.name = c.tr("live.drop_on");
    const kit::Container container(frame, std::move(node), boxes.area);
    kit::draw::shadow(frame, boxes.area, frame.px(12));
    kit::draw::fill(frame, boxes.area, frame.theme().paper, frame.px(12));
    kit::draw::outline(frame, boxes.area, frame.theme().line_strong, frame.px(12));
    const float padding = frame.px(12);
    for (std::size_t i = 0; i < view.sheet->targets.size(); ++i) {
        const process::NoteTarget& target = view.sheet->targets[i];
        const kit::Scope scope(frame, target.id);
        const auto column = static_cast<float>(i % boxes.columns), row = static_cast<float>(i / boxes.columns);
        const kit::Rect rect{boxes.area.x + padding + column * (boxes.width + boxes.gap),
                             boxes.area.y + padding + row * (boxes.height + boxes.gap), boxes.width, boxes.height};
        if (draw_drop_box(c, target.label.in(c.language()), rect))
            work_out(c, note, target);
    }
}

/// A note with its grip and its buttons.
void draw_open_note(Context& c, const LiveView& view, const planning::MeetingNote& note) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, note.key.id);
    kit::divider(frame);
    const kit::Stack stack(frame.layout(), frame.px(4));
    kit::NodeId grip;
    {
        const kit::Row row(frame.layout(), frame.px(4), frame.px(32));
        grip = kit::drag_handle(frame, {.label = note.text, .hint = c.tr("live.drag_note"), .key = "grip"});
        kit::text(frame, note.kind->label.in(c.language()), {.style = kit::style::meta_strong, .color = frame.theme().action});
    }
    kit::text(frame, note.text);
    draw_targets(c, view, note);
    if (kit::dragged(frame) == grip)
        c.state.live.dragged_note = note.key;
}

/// How many rows of a table hold an option in a column.
std::size_t rows_with_option(Context& c, const process::Check& check, const std::string& participant, const std::string& option) {
    const review::Review review = c.planner.reading();
    const process::Field* table = review.process().card(check.card)->field(check.field);
    const process::Field* column = table ? table->column(check.column) : nullptr;
    if (!column)
        return 0;
    const auto rows = review.rows(check.card, participant, *table);
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const document::EntityKey& row) {
        return review::text_of(review.document().value(review::column_key(row, *column))) == option;
    }));
}

std::string label_of_option(Context& c, const process::Check& check, const std::string& option) {
    const process::Field* table = c.planner.current()->process().card(check.card)->field(check.field);
    const process::Option* known = table && table->column(check.column) ? table->column(check.column)->option(option) : nullptr;
    return known ? known->label.in(c.language()) : option;
}

/// How what goes well and what can be better balance, where the process has a rule for that.
void draw_balance(Context& c, const LiveView& view) {
    for (const process::Rule& rule : c.planner.current()->process().rules) {
        const process::Check& check = rule.check;
        if (check.kind != process::CheckKind::rows_ratio || check.card != view.part()->card)
            continue;
        kit::Frame& frame = c.frame;
        const std::string participant =
            planning::card_subject(*c.planner.current()->process().card(check.card), view.meeting.agenda, view.line()->line);
        const std::size_t good = rows_with_option(c, check, participant, check.good), other = rows_with_option(c, check, participant, check.other);
        const bool balanced = good >= other * check.least;
        const std::string counts = c.tr("live.balance", {{"good", std::to_string(good)}, {"good_label", label_of_option(c, check, check.good)},
                                                         {"other", std::to_string(other)}, {"other_label", label_of_option(c, check, check.other)}});
        const std::size_t whole = std::max<std::size_t>(1, good + other);
        const kit::Stack stack(frame.layout(), frame.px(4));
        kit::text(frame, counts, {.style = kit::style::body_strong, .exposure = kit::Exposure::decoration, .icon = good + other == 0 ? kit::icon::circle : balanced ? kit::icon::circle_check : kit::icon::circle_alert});
        kit::progress_bar(frame, {.fraction = static_cast<float>(good) / static_cast<float>(whole), .name = counts,
                                  .tone = good + other == 0 ? kit::Tone::neutral : balanced ? kit::Tone::ok : kit::Tone::warn});
        kit::text(frame, rule.text.in(c.language()), {.style = kit::style::meta, .color = frame.theme().ink_2});
    }
}

/// In which order to say it: what the cards beside this one list without a judgement.
void draw_order(Context& c, const LiveView& view) {
    const process::Process& process = c.planner.current()->process();
    const process::Card* card = process.card(view.part()->card);
    if (!card)
        return;
    for (const std::string& id : card->see_also) {
        for (const process::Block& block : process.card(id)->blocks) {
            if (block.tone != process::Tone::plain || block.points.empty() || !block.fields.empty())
                continue;
            const kit::Scope scope(c.frame, "order " + block.id);
            const kit::Stack stack(c.frame.layout(), c.frame.px(4));
            const std::string name = block.title.in(c.language());
            kit::heading(c.frame, 3, name, {.style = kit::style::meta_strong});
            draw_points(c, name, block.points, mark_of(c, block.tone));
        }
    }
}

bool is_of_line(const planning::MeetingNote& note, const LiveView& view) {
    return note.line == view.line()->line->key.id;
}

} // namespace

void draw_live_findings(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const bool findings = view.part()->kind == process::PartKind::findings;
    if (!findings || view.sheet->targets.empty())
        return;
    draw_order(c, view);
    draw_balance(c, view);
    std::vector<planning::MeetingNote> open;
    for (planning::MeetingNote& note : planning::notes_of(c.planner.reading(), *view.sheet, view.subject))
        if (!note.used && !is_of_line(note, view))
            open.push_back(std::move(note));
    const kit::Card card(frame, {.padding = 12, .gap = 8, .name = c.tr("live.open_notes"), .radius = 8});
    const std::string left = open.empty() ? c.tr("live.open_notes_none") : c.planner.texts().count("live.open_notes_count", open.size());
    kit::heading(frame, 3, left, {.style = kit::style::card_title});
    if (!open.empty())
        kit::text(frame, c.tr("live.open_notes_help"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    // In the order of their kinds, so that what belongs together lies together.
    for (const process::NoteKind& kind : view.sheet->notes)
        for (const planning::MeetingNote& note : open)
            if (note.kind == &kind)
                draw_open_note(c, view, note);
}

void draw_note_boxes(Context& c) {
    const std::optional<document::EntityKey> dragged = std::exchange(c.state.live.dragged_note, std::nullopt);
    if (!dragged)
        return;
    const LiveView view = live_view(c);
    for (const planning::MeetingNote& note : planning::notes_of(c.planner.reading(), *view.sheet, view.subject))
        if (note.key == *dragged)
            draw_drop_boxes(c, view, note);
}

} // namespace planner::ui
