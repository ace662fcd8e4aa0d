#include "ui/live_parts.h"
#include "ui/live_tools.h"
#include "ui/room_moments.h"
#include "ui/run_sheet_parts.h"
#include "ui/visit_days.h"

#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "app/value_text.h"
#include "planning/row_text.h"
#include "review/visit_days.h"

#include <algorithm>
#include <span>
#include <utility>

namespace planner::ui {

namespace {

using app::RoomKind;
using app::RoomShows;
using planning::LineState;

/// At the end of a line the dot stays behind what it comes after.
constexpr std::string_view between_texts = "\u00A0· ";

/// The field that the room may see: the one worked on, or the first of the part; nothing of what only the panel sees.
std::optional<FieldInRoom> field_in_room(Context& c, const LiveView& view) {
    const process::RunSheetPart* part = view.part();
    if (!part || part->audience == process::Audience::panel || part->card.empty() || part->fields.empty())
        return std::nullopt;
    const LiveState& state = c.state.live;
    if (state.field && state.part_of_field == view.line()->line->key.id + " " + part->id)
        return state.field;
    const process::Card* card = c.planner.current()->process().card(part->card);
    if (!card)
        return std::nullopt;
    return FieldInRoom{card->id, planning::card_subject(*card, view.meeting.agenda, view.line()->line), part->fields.front()};
}

/// What can be chosen there, behind each other.
std::string choices_of(Context& c, const process::Field& field) {
    std::string labels;
    for (const process::Option& option : field.options)
        labels += (labels.empty() ? "" : std::string(between_texts)) + option.label.in(c.language());
    return labels.empty() ? "" : c.tr("live.room_choices", {{"choices", labels}});
}

void put_field(Context& c, app::RoomScene& scene, const FieldInRoom& shown) {
    const process::Card* card = c.planner.current()->process().card(shown.card);
    const process::Field* field = card ? card->field(shown.field) : nullptr;
    if (!field)
        return;
    scene.kind = RoomKind::field;
    scene.label = field->label.in(c.language());
    // How to fill in a table is for who does so.
    scene.help = field->kind == process::FieldKind::table ? "" : field->help.in(c.language());
    scene.text = text_for_room(c, shown);
    if (!scene.text.empty())
        return;
    scene.choices = choices_of(c, *field);
    if (scene.choices.empty())
        scene.choices = c.tr("card.not_started");
}

/// What is about all of the meeting, whoever is busy now.
app::RoomScene scene_of_meeting(Context& c, const LiveView& view, RoomKind kind) {
    app::RoomScene scene{.kind = kind, .theme = c.state.live.theme};
    scene.title = view.sheet->meeting.in(c.language());
    return scene;
}

void put_agenda(Context& c, const LiveView& view, app::RoomScene& scene) {
    scene = scene_of_meeting(c, view, RoomKind::agenda);
    if (!view.live().lines.empty())
        scene.subtitle = c.tr("live.end_at", {{"time", clock_at(c, view.live().end)}});
    for (const planning::LiveLine& line : view.live().lines) {
        const auto state = line.state == LineState::running ? app::RoomLine::State::running
                           : line.state == LineState::ahead ? app::RoomLine::State::ahead
                                                            : app::RoomLine::State::done;
        if (line.state == LineState::skipped)
            scene.lines.push_back({"", live_title(c, *line.line) + " · " + c.tr("live.skipped"), app::RoomLine::State::skipped});
        else
            scene.lines.push_back({clock_at(c, line.start), live_title(c, *line.line), state});
    }
}

void put_clock(Context& c, const LiveView& view, app::RoomScene& scene) {
    const planning::LiveLine& line = *view.line();
    scene.clock = view.runs() ? app::RoomClock::running : app::RoomClock::stopped;
    scene.allotted = line.allotted;
    if (view.runs())
        scene.ends_at = c.planner.now() + line.remaining();
    else
        scene.remaining = line.remaining();
    const process::RunSheetPart* part = view.part();
    const std::string_view ready = part && !line.line->participant.empty() ? "live.team_ready_at" : "live.ready_at";
    scene.until = line.remaining() < 0 ? "" : c.tr(ready, {{"time", clock_at(c, line.end)}});
    // Who talks sees how long that may take, not how long the whole line has.
    if (part && part->kind == process::PartKind::talk && part->most_minutes > 0) {
        scene.allotted = static_cast<std::int64_t>(part->most_minutes) * planning::ms_of_minute;
        const std::int64_t left = scene.allotted - line.spent_on_parts[line.part];
        // What changes each moment would be a new scene each moment.
        (view.runs() ? scene.ends_at : scene.remaining) = view.runs() ? c.planner.now() + left : left;
        scene.until = c.tr("live.talk_minutes", {{"least", std::to_string(part->least_minutes)}, {"most", std::to_string(part->most_minutes)}});
    }
}

/// Whether a team that has a turn of its own in this meeting has not begun it: then the room does not know its question yet.
bool is_still_to_come(const LiveView& view, const std::string& participant) {
    const auto& lines = view.live().lines;
    return std::any_of(lines.begin(), lines.end(), [&](const planning::LiveLine& line) {
        return line.line->participant == participant && line.state == LineState::ahead;
    });
}

/// The learning questions under each other, as long as nothing is written about them; the clock where there is nothing to compare.
void put_questions(Context& c, const LiveView& view, app::RoomScene& scene) {
    std::string questions;
    std::size_t count = 0;
    for (const app::ParticipantView& team : c.planner.view().participants) {
        if (team.learning_question.empty() || is_still_to_come(view, team.participant.id))
            continue;
        questions += (questions.empty() ? "" : "\n") + team.participant.name + ": " + team.learning_question;
        ++count;
    }
    scene.kind = count > 1 ? RoomKind::field : RoomKind::clock;
    if (count < 2)
        return;
    scene.label = c.tr("live.room_questions");
    scene.text = std::move(questions);
}

void put_line(Context& c, const LiveView& view, app::RoomScene& scene) {
    const planning::LiveLine& line = *view.line();
    scene.title = live_title(c, *line.line);
    if (const app::ParticipantView* team = c.planner.view().participant(line.line->participant)) {
        scene.badge = team->badge;
        scene.subtitle = team->participant.institution;
    }
    const planning::LiveLine* next = view.live().next_line();
    const std::string next_title = next ? live_title(c, *next->line) : c.tr("live.end");
    scene.next = next_title;
    const process::RunSheetPart* part = view.part();
    if (!part)
        return;
    const auto& parts = line.line->item->parts;
    scene.part = line.part;
    scene.parts = parts.size();
    scene.part_text = c.tr("live.part_of", {{"number", std::to_string(line.part + 1)}, {"count", std::to_string(parts.size())}});
    scene.doing = part->title.in(c.language());
    if (line.part + 1 < parts.size()) {
        scene.next = parts[line.part + 1].title.in(c.language());
        scene.after = next_title;
    }
}

/// The field, under the day that was chosen where that is what the part is for.
void put_field_of_part(Context& c, const LiveView& view, app::RoomScene& scene, const FieldInRoom& field) {
    put_field(c, scene, field);
    if (view.part()->kind != process::PartKind::visit_dates)
        return;
    const std::string chosen = visit_day_text(c, c.planner.reading().visit_of(field.participant));
    if (!chosen.empty())
        scene.text = chosen + "\n" + scene.text;
}

/// What whoever directs chose; without a choice, what people are working on.
void put_choice(Context& c, const LiveView& view, app::RoomScene& scene) {
    switch (c.state.live.shows) {
    case RoomShows::blank:
        scene = app::RoomScene{.kind = RoomKind::blank, .theme = scene.theme};
        return;
    case RoomShows::message:
        if (c.state.live.message.empty())
            break;
        scene = scene_of_meeting(c, view, RoomKind::message);
        scene.text = c.state.live.message;
        return;
    case RoomShows::agenda: put_agenda(c, view, scene); return;
    case RoomShows::clock:
    case RoomShows::follow: break;
    }
    if (!view.line())
        put_around(c, view, scene);
    else if (view.live().paused_since)
        put_pause(c, view, scene);
    else if (c.state.live.shows == RoomShows::clock)
        scene.kind = RoomKind::clock;
    else if (const auto field = field_in_room(c, view); field && (view.part()->kind != process::PartKind::overlap || !text_for_room(c, *field).empty()))
        put_field_of_part(c, view, scene, *field);
    else if (field)
        put_questions(c, view, scene);
    else
        scene.kind = RoomKind::clock;
}

constexpr std::string_view shows_texts[] = {"live.room_follow", "live.room_clock", "live.room_agenda", "live.room_message", "live.room_blank"};
constexpr std::string_view theme_texts[] = {"live.theme_light", "live.theme_dark", "live.theme_contrast"};

/// What can be chosen for the room: names, and the keys of what they are called.
struct RoomChoice {
    std::string label;
    std::string_view key;
    std::span<const std::string_view> names, texts;
};

template <class Kind> void draw_room_choice(Context& c, const RoomChoice& all, Kind& chosen) {
    std::vector<kit::Choice> choices;
    for (std::size_t index = 0; index < all.names.size(); ++index)
        choices.push_back({std::string(all.names[index]), c.tr(all.texts[index])});
    const std::string now(all.names[static_cast<std::size_t>(chosen)]);
    const auto name = kit::select(c.frame, {.label = all.label, .value = now, .choices = choices, .key = all.key});
    const auto found = name ? std::find(all.names.begin(), all.names.end(), *name) : all.names.end();
    if (found != all.names.end())
        c.frame.defer([&chosen, value = static_cast<Kind>(found - all.names.begin())] { chosen = value; });
}

void draw_room_message(Context& c) {
    if (c.state.live.shows != RoomShows::message)
        return;
    const kit::FieldResult field = kit::field(c.frame, {.label = c.tr("live.room_message_label"), .value = c.state.live.message,
                                                        .key = "room message", .input = kit::FieldInput::long_text, .lines = 2});
    c.state.live.message_field = field.id;
    if (field.changed)
        c.frame.defer([&state = c.state.live, text = *field.changed] { state.message = text; });
}

/// A date stays in one piece at the end of a line.
std::string unbroken(std::string text) {
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at))
        text.replace(at, 1, "\u00A0");
    return text;
}

std::string times_for_room(Context& c, const std::string& from, const std::string& until) {
    return from.empty() ? c.tr("live.time_until", {{"until", until}}) : c.tr("live.time_range", {{"from", from}, {"until", until}});
}

/// How many can come on a proposed day, once somebody has said so.
std::string who_can(Context& c, const review::DatePoll& poll, const std::string& option) {
    for (const review::OptionCount& count : poll.options)
        if (count.option.id == option && count.can_come() + count.no > 0)
            return std::string(between_texts) + c.tr("live.room_can", {{"count", std::to_string(count.can_come())}, {"total", std::to_string(poll.asked.size())}});
    return "";
}

} // namespace

std::string text_for_room(Context& c, const FieldInRoom& shown) {
    const review::Review review = c.planner.reading();
    const process::Card* card = review.process().card(shown.card);
    const process::Field* field = card ? card->field(shown.field) : nullptr;
    if (!field)
        return "";
    const auto text_of = [&](const document::FieldKey& key, const process::Field& kind) {
        const document::Value& value = review.document().value(key);
        return value.is_null() ? std::string() : app::value_text(c.planner.texts(), review, key, value, &kind, c.planner.today());
    };
    if (field->kind != process::FieldKind::table)
        return text_of(review.key_of(shown.card, shown.participant, *field), *field);
    const planning::RowWords words{[&](const std::string& from, const std::string& until) { return times_for_room(c, from, until); }, between_texts};
    const bool offers_days = review::offers_visit_days(review.process(), shown.card, field->id);
    const review::DatePoll poll = offers_days ? review::visit_days(review, shown.card, shown.participant, *field).poll : review::DatePoll{};
    std::string lines;
    for (const document::EntityKey& row : review.rows(shown.card, shown.participant, *field)) {
        const auto in_room = [&](const process::Field& column) -> std::string {
            // How to reach somebody is nothing for a wall.
            if (column.personal == process::Personal::contact)
                return "";
            std::string text = text_of(review::column_key(row, column), column);
            return column.kind == process::FieldKind::date ? unbroken(std::move(text)) : text;
        };
        const std::string line = planning::row_text(field->columns, in_room, words);
        if (!line.empty())
            lines += (lines.empty() ? "" : "\n") + std::string(app::list_mark) + line + who_can(c, poll, row.id);
    }
    return lines;
}

app::RoomScene room_scene(Context& c, const LiveView& view) {
    app::RoomScene scene;
    scene.theme = c.state.live.theme;
    scene.title = view.sheet->meeting.in(c.language());
    if (view.line()) {
        put_clock(c, view, scene);
        put_line(c, view, scene);
        put_break(c, view, scene);
    } else {
        scene.subtitle = c.planner.view().title;
    }
    put_choice(c, view, scene);
    if (view.line())
        put_question(c, view, scene);
    return scene;
}

void draw_live_room(Context& c) {
    kit::Frame& frame = c.frame;
    LiveState& state = c.state.live;
    const kit::Card card(frame, {.gap = 10, .name = c.tr("live.room")});
    kit::heading(frame, 2, c.tr("live.room"), {.style = kit::style::card_title});
    draw_room_choice(c, {c.tr("live.room_shows"), "room shows", app::room_shows_names, shows_texts}, state.shows);
    draw_room_message(c);
    if (c.planner.projector_state() == platform::ProjectorState::absent)
        kit::text(frame, c.tr("live.projector_hint"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (c.planner.projector_state() == platform::ProjectorState::refused)
        kit::text(frame, c.tr("live.projector_refused"), {.color = frame.theme().late, .icon = kit::icon::triangle_alert});
    draw_room_choice(c, {c.tr("live.theme"), "room theme", app::room_theme_names, theme_texts}, state.theme);
    if (kit::button(frame, {.label = c.tr("live.one_screen"), .icon = kit::icon::monitor, .size = kit::ButtonSize::small,
                            .help = c.tr("live.one_screen_help")}))
        frame.defer([&state] { state.one_screen = true; });
}

} // namespace planner::ui
