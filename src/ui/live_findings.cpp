#include "ui/live_tools.h"

#include "ui/points.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "review/values.h"

#include <algorithm>

namespace planner::ui {

namespace {

void draw_targets(Context& c, const LiveView& view, const planning::MeetingNote& note) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(6));
    for (const process::NoteTarget& target : view.sheet->targets) {
        const std::string label = target.label.in(c.language());
        if (kit::button(frame, {.label = label, .icon = kit::icon::arrow_right, .size = kit::ButtonSize::small, .key = "to " + target.id,
                                .name = c.tr("live.work_out_named", {{"target", label}, {"note", note.text}})}))
            frame.defer([c, note, &target]() mutable { app::work_out_note(c.planner, live_view(c).meeting, note, target); });
    }
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
    kit::heading(frame, 3, c.planner.texts().count("live.open_notes_count", open.size()), {.style = kit::style::card_title});
    kit::text(frame, c.tr("live.open_notes_help"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    // In the order of their kinds, so that what belongs together lies together.
    for (const process::NoteKind& kind : view.sheet->notes) {
        for (const planning::MeetingNote& note : open) {
            if (note.kind != &kind)
                continue;
            const kit::Scope scope(frame, note.key.id);
            kit::divider(frame);
            const kit::Stack stack(frame.layout(), frame.px(4));
            kit::text(frame, kind.label.in(c.language()), {.style = kit::style::meta_strong, .color = frame.theme().action});
            kit::text(frame, note.text);
            draw_targets(c, view, note);
        }
    }
}

} // namespace planner::ui
