#include "ui/poll_parts.h"

#include "ui/card_field.h"
#include "ui/conflict_box.h"
#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/table.h"
#include "ui/kit/text.h"
#include "ui/moved_dates.h"
#include "ui/task_words.h"

#include "app/poll.h"

#include <algorithm>
#include <array>

namespace planner::ui {

namespace {

namespace availability_field = review::availability_field;
using review::Answer;

constexpr std::array answers = {Answer::none, Answer::yes, Answer::if_needed, Answer::no};
constexpr std::array<std::string_view, 4> words = {"poll.answer.none", "poll.answer.yes", "poll.answer.if_needed",
                                                   "poll.answer.no"};

/// As `proposed_day_text`; with a number when the same moment is proposed twice, so that the two can be told apart.
std::string day_text(Context& c, const review::DatePoll& poll, const review::DateOption& option) {
    const std::string text = proposed_day_text(c, option);
    int same = 1;
    for (const review::OptionCount& each : poll.options) {
        if (each.option.id == option.id) break;
        same += proposed_day_text(c, each.option) == text ? 1 : 0;
    }
    return same == 1 ? text : text + " (" + std::to_string(same) + ")";
}

std::string reason_text(Context& c, const review::OptionCount& count, std::size_t asked) {
    return c.tr(count.can_come() == asked ? "poll.best_all" : "poll.best_most",
                {{"count", std::to_string(count.can_come())},
                 {"total", std::to_string(asked)},
                 {"yes", std::to_string(count.yes)}});
}

void choose(Context& c, const ShownPoll& shown, const review::DateOption& option) {
    c.frame.defer([&planner = c.planner, &state = c.state, option, key = shown.key, host = shown.host] {
        if (state.dialog != DialogKind::dates) state.plan_before = planner.plan();
        state.date_chosen_on = planner.route();
        state.date_chosen_in = key;
        if (host.empty())
            app::choose_date(planner, option);
        else
            app::choose_visit_day(planner, host, option);
    });
}

void draw_count(Context& c, const ShownPoll& shown, const review::OptionCount& count) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, count.option.id);
    const std::string day = day_text(c, shown.poll, count.option);
    const kit::Card card(frame, {.kind = count.best ? kit::CardKind::chosen : kit::CardKind::plain,
                                 .padding = 12,
                                 .gap = 6,
                                 .name = c.tr("poll.day", {{"date", day}}),
                                 .radius = 8});
    kit::heading(frame, 4, day, {.style = kit::style::body_strong, .icon = kit::icon::calendar});
    if (!count.option.place.empty())
        kit::text(frame, count.option.place, {.style = kit::style::meta, .color = frame.theme().ink_2});
    kit::text(frame,
              c.tr("poll.counts", {{"yes", std::to_string(count.yes)},
                                   {"if_needed", std::to_string(count.if_needed)},
                                   {"no", std::to_string(count.no)}}),
              {.style = kit::style::meta});
    if (count.best) {
        {
            const kit::Row row(frame.layout(), 0);
            kit::chip(frame, {.label = c.tr(shown.words.best), .icon = kit::icon::check, .tone = kit::Tone::ok});
        }
        kit::text(frame, reason_text(c, count, shown.poll.asked.size()),
                  {.style = kit::style::meta, .color = frame.theme().ink_2});
    }
    if (shown.warnings) draw_day_warnings(c, shown.warnings(count.option.date));
    if (std::find(shown.chosen.begin(), shown.chosen.end(), count.option.id) != shown.chosen.end()) {
        kit::text(frame, c.tr("poll.chosen"),
                  {.style = kit::style::meta_strong, .color = frame.theme().ok, .icon = kit::icon::circle_check});
        return;
    }
    if (kit::button(frame, {.label = c.tr(shown.words.choose),
                            .icon = kit::icon::calendar_clock,
                            .size = kit::ButtonSize::small,
                            .name = c.tr(shown.words.choose_named, {{"date", day}})}))
        choose(c, shown, count.option);
}

/// When it is now.
void draw_standing(Context& c, const ShownPoll& shown) {
    const kit::Theme& t = c.frame.theme();
    if (!shown.standing.empty())
        kit::text(c.frame, shown.standing,
                  {.style = kit::style::meta_strong, .color = t.ok, .icon = kit::icon::circle_check});
    if (shown.draw_below_standing) shown.draw_below_standing();
}

void draw_counts(Context& c, const ShownPoll& shown) {
    const float room = c.frame.layout().available() / c.frame.input().text_scale;
    const int fitting = std::max(1, static_cast<int>(room / 190));
    const int columns = std::min({fitting, static_cast<int>(shown.poll.options.size()), 4});
    kit::Grid grid(c.frame.layout(), columns, c.frame.px(10), c.frame.px(10));
    for (const review::OptionCount& count : shown.poll.options) {
        grid.next();
        draw_count(c, shown, count);
    }
}

void draw_silent(Context& c, const review::DatePoll& poll) {
    std::string names;
    for (const review::Participant& each : poll.silent) names += (names.empty() ? "" : ", ") + subject_name(c, each.id);
    kit::text(c.frame, names.empty() ? c.tr("poll.all_answered") : c.tr("poll.silent", {{"names", names}}),
              {.style = kit::style::meta,
               .color = c.frame.theme().ink_2,
               .icon = names.empty() ? kit::icon::circle_check : kit::icon::hourglass});
}

void draw_answer(Context& c, const review::DatePoll& poll, const review::DateOption& option,
                 const std::string& participant) {
    std::vector<kit::Choice> choices;
    for (const Answer each : answers)
        choices.push_back({std::string(review::to_text(each)), c.tr(words[static_cast<std::size_t>(each)])});
    const Answer now = review::availability_of(c.planner.reading(), option.id, participant).answer;
    const std::string name =
        c.tr("poll.answer", {{"participant", subject_name(c, participant)}, {"date", day_text(c, poll, option)}});
    if (const auto chosen = kit::select(c.frame, {.label = name,
                                                  .value = review::to_text(now),
                                                  .choices = choices,
                                                  .key = option.id,
                                                  .label_place = kit::LabelPlace::hidden}))
        c.frame.defer([&planner = c.planner, id = option.id, participant, next = review::answer_in(*chosen)] {
            app::answer_date(planner, id, participant, next);
        });
}

void draw_note_fields(Context& c, const review::DatePoll& poll, const std::string& participant) {
    for (const review::OptionCount& count : poll.options) {
        const document::EntityKey key = review::availability_key(count.option.id, participant);
        const std::string day = day_text(c, poll, count.option);
        draw_plain_value(c, {key, std::string(availability_field::note)}, process::FieldKind::text, day,
                         c.tr("poll.note_of", {{"participant", subject_name(c, participant)}, {"date", day}}));
    }
}

/// What a participant wrote beside its answers, and who answered.
void draw_notes(Context& c, const ShownPoll& shown, const std::string& participant) {
    kit::Frame& frame = c.frame;
    const review::DatePoll& poll = shown.poll;
    const std::string key = shown.key + " " + participant;
    const bool open = c.state.poll_notes == key;
    std::string by;
    for (const review::OptionCount& count : poll.options) {
        const review::Availability given = review::availability_of(c.planner.reading(), count.option.id, participant);
        if (!given.answered_by.empty()) by = given.answered_by;
        if (!open && !given.note.empty())
            kit::text(frame, day_text(c, poll, count.option) + ": " + given.note, {.style = kit::style::meta});
    }
    if (open) draw_note_fields(c, poll, participant);
    if (!by.empty())
        kit::text(frame, c.tr("poll.answered_by", {{"name", by}}),
                  {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (kit::button(frame, {.label = c.tr(open ? "action.done" : "poll.note"),
                            .icon = open ? kit::icon::check : kit::icon::pencil,
                            .kind = kit::ButtonKind::quiet,
                            .size = kit::ButtonSize::small,
                            .key = "notes",
                            .name = c.tr("poll.notes_of", {{"participant", subject_name(c, participant)}}),
                            .expanded = open}))
        frame.defer([&state = c.state, next = open ? std::string() : key] { state.poll_notes = next; });
}

void draw_answers(Context& c, const ShownPoll& shown) {
    const review::DatePoll& poll = shown.poll;
    const std::string participants = c.planner.current()->process().participants.singular.in(c.language());
    std::vector<kit::TableColumn> columns = {{c.tr("poll.who", {{"participant", participants}}), 120, 1}};
    for (const review::OptionCount& count : poll.options)
        columns.push_back({day_text(c, poll, count.option), 128, 0.5f});
    columns.push_back({c.tr("poll.note"), 130, 1});
    std::vector<kit::TableRow> rows;
    for (const review::Participant& each : poll.asked) rows.push_back({each.id, subject_name(c, each.id)});
    for (const kit::TableRow& row : rows)
        for (const review::OptionCount& count : poll.options)
            draw_conflicts_of(c, review::availability_key(count.option.id, row.key), {availability_field::answer});
    kit::table(c.frame, {.name = c.tr("poll.answers"),
                         .key = "answers",
                         .columns = columns,
                         .rows = rows,
                         .draw_cell =
                             [&](std::size_t row, std::size_t column) {
                                 if (column <= poll.options.size())
                                     draw_answer(c, poll, poll.options[column - 1].option, rows[row].key);
                                 else
                                     draw_notes(c, shown, rows[row].key);
                             },
                         .level = 4});
}

} // namespace

std::string proposed_day_text(Context& c, const review::DateOption& option) {
    const auto day = app::parse_day(option.date);
    const std::string date = day ? app::short_date(c.planner.texts(), *day, c.planner.today()) : option.date;
    if (option.time.empty()) return date;
    std::string time = option.time;
    if (!option.until.empty()) time = c.tr("date.time_range", {{"from", option.time}, {"until", option.until}});
    return c.tr("date.with_time", {{"date", date}, {"time", time}});
}

void draw_day_warnings(Context& c, const std::vector<std::string>& warnings) {
    for (const std::string& warning : warnings)
        kit::text(c.frame, warning,
                  {.style = kit::style::meta, .color = c.frame.theme().warn, .icon = kit::icon::triangle_alert});
}

void draw_poll(Context& c, const ShownPoll& shown) {
    if (shown.poll.empty()) return;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, shown.key);
    const kit::Stack stack(frame.layout(), frame.px(10));
    kit::heading(frame, 3, c.tr("poll.title"), {.style = kit::style::card_title});
    kit::text(frame, c.tr(shown.words.help), {.style = kit::style::meta, .color = frame.theme().ink_3});
    draw_standing(c, shown);
    draw_counts(c, shown);
    draw_silent(c, shown.poll);
    const bool chosen_here = c.state.date_chosen_on == c.planner.route() && c.state.date_chosen_in == shown.key;
    if (chosen_here && c.state.dialog != DialogKind::dates) draw_moved_dates(c);
    draw_answers(c, shown);
}

} // namespace planner::ui
