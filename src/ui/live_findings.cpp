#include "ui/live_tools.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

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

bool is_of_line(const planning::MeetingNote& note, const LiveView& view) {
    return note.line == view.line()->line->key.id;
}

} // namespace

void draw_live_findings(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const bool findings = view.part()->kind == process::PartKind::findings;
    if (!findings || view.sheet->targets.empty())
        return;
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
