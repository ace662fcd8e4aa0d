#include "ui/card_field.h"
#include "ui/live_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include <algorithm>

namespace planner::ui {

namespace {

constexpr std::size_t most_notes = 40; ///< the rest stands in the review, and is found there

/// The kind that the next note gets: the one chosen last, or the first.
const process::NoteKind& chosen_kind(Context& c, const LiveView& view) {
    const auto& kinds = view.sheet->notes;
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const process::NoteKind& kind) { return kind.id == c.state.live.note_kind; });
    return found == kinds.end() ? kinds.front() : *found;
}

void draw_new_note(Context& c, const LiveView& view) {
    kit::Frame& frame = c.frame;
    const process::NoteKind& chosen = chosen_kind(c, view);
    std::vector<kit::ChipChoice> choices;
    for (const process::NoteKind& kind : view.sheet->notes)
        choices.push_back({kind.id, kind.label.in(c.language()), &kind == &chosen});
    if (const auto index = kit::chip_group(frame, {.label = c.tr("live.note_kind"), .choices = choices, .key = "note kind",
                                                   .label_place = kit::LabelPlace::hidden}))
        frame.defer([&state = c.state.live, id = view.sheet->notes[*index].id] {
            state.note_kind = id;
            state.wanted = LiveFocus::note;
        });
    LiveState& state = c.state.live;
    const kit::FieldResult field = kit::field(frame, {.label = c.tr("live.note"), .value = state.note, .key = "new note",
                                                      .name = c.tr("live.note_of_kind", {{"kind", chosen.label.in(c.language())}}),
                                                      .placeholder = c.tr("live.note_placeholder"), .label_place = kit::LabelPlace::hidden});
    state.note_field = field.id;
    if (state.wanted == LiveFocus::note) {
        frame.request_focus(field.id);
        state.wanted = LiveFocus::none;
    }
    if (field.changed)
        frame.defer([&state, text = *field.changed] { state.note = text; });
    const bool pressed = kit::button(frame, {.label = c.tr("live.note_add"), .icon = kit::icon::plus, .size = kit::ButtonSize::small});
    if (field.submitted || pressed)
        frame.defer([c, kind = &chosen]() mutable {
            app::add_note(c.planner, live_view(c).meeting, *kind, c.state.live.note);
            c.state.live.note.clear();
            c.state.live.wanted = LiveFocus::note;
        });
}

void draw_note_tools(Context& c, const planning::MeetingNote& note, const std::string& name, bool open) {
    kit::Frame& frame = c.frame;
    if (kit::icon_button(frame, {.icon = open ? kit::icon::check : kit::icon::pencil, .name = c.tr(open ? "live.note_close" : "live.note_edit", {{"note", name}}),
                                 .size = 32, .icon_size = 16, .expanded = open}))
        frame.defer([&state = c.state.live, key = note.key, open] {
            state.chosen_note.reset();
            if (!open)
                state.chosen_note = key;
        });
    if (kit::icon_button(frame, {.icon = kit::icon::trash_2, .name = c.tr("live.note_remove", {{"note", name}}), .size = 32, .icon_size = 16}))
        frame.defer([&planner = c.planner, note] {
            planner.remove_row(note.text_key.entity);
        });
}

/// "Afspraak 2": the second of its kind.
std::string note_name(Context& c, const planning::MeetingNote& note, std::size_t number) {
    const std::string kind = note.kind ? note.kind->label.in(c.language()) : c.tr("live.note");
    return c.tr("live.note_name", {{"kind", kind}, {"number", std::to_string(number)}});
}

/// The team in whose turn it was made; "" outside a turn.
std::string made_at(Context& c, const LiveView& view, const planning::MeetingNote& note) {
    const auto& items = view.meeting.agenda.items;
    const auto item = std::find_if(items.begin(), items.end(), [&](const planning::AgendaItem& each) { return each.key.id == note.line; });
    return item == items.end() || item->participant.empty() ? "" : live_title(c, *item);
}

void draw_meeting_note(Context& c, const LiveView& view, const planning::MeetingNote& note, std::size_t number) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, note.key.id);
    const std::string name = note_name(c, note, number);
    const bool open = c.state.live.chosen_note == note.key;
    kit::divider(frame);
    const kit::Stack stack(frame.layout(), frame.px(2));
    {
        const kit::Row row(frame.layout(), frame.px(8), frame.px(32));
        std::string head = note.at == 0 ? "" : clock_at(c, note.at);
        for (const std::string& part : {name, made_at(c, view, note), note.by})
            if (!part.empty())
                head += (head.empty() ? "" : " · ") + part;
        kit::text(frame, head, {.style = kit::style::meta_strong, .color = frame.theme().action});
        if (note.used)
            kit::chip(frame, {.label = note.used->label.in(c.language()), .icon = kit::icon::check, .tone = kit::Tone::ok});
        draw_note_tools(c, note, name, open);
    }
    if (open)
        draw_plain_value(c, note.text_key, process::FieldKind::long_text, name);
    else
        kit::text(frame, note.text);
}

} // namespace

void draw_live_notes(Context& c, const LiveView& view) {
    if (view.sheet->notes.empty())
        return;
    kit::Frame& frame = c.frame;
    const auto notes = planning::notes_of(c.planner.reading(), *view.sheet, view.subject);
    const kit::Card card(frame, {.gap = 10, .name = c.tr("live.notes")});
    {
        const kit::Row row(frame.layout(), frame.px(8), frame.px(24));
        kit::heading(frame, 2, c.tr("live.notes"), {.style = kit::style::card_title});
        kit::text(frame, std::to_string(notes.size()), {.style = kit::style::meta, .color = frame.theme().ink_2});
    }
    if (view.sheet->notes_audience == process::Audience::panel)
        kit::text(frame, c.tr("live.private"), {.style = kit::style::meta, .color = frame.theme().ink_2, .icon = kit::icon::lock});
    draw_new_note(c, view);
    for (std::size_t shown = 0; shown < std::min(notes.size(), most_notes); ++shown) {
        const auto end = notes.end() - static_cast<std::ptrdiff_t>(shown);
        const process::NoteKind* kind = (end - 1)->kind;
        const auto number = std::count_if(notes.begin(), end, [&](const planning::MeetingNote& each) { return each.kind == kind; });
        draw_meeting_note(c, view, *(end - 1), static_cast<std::size_t>(number));
    }
    if (notes.size() > most_notes)
        kit::text(frame, c.planner.texts().count("live.notes_more", notes.size() - most_notes),
                  {.style = kit::style::meta, .color = frame.theme().ink_2});
}

} // namespace planner::ui
