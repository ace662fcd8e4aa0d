#include "ui/holidays_dialog.h"

#include "ui/card_field.h"
#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/dialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/moved_dates.h"
#include "ui/screens.h"
#include "ui/task_words.h"

#include "assets/catalog.h"
#include "planning/school_holidays.h"

#include "app/poll.h"

#include <array>

namespace planner::ui {

namespace {

namespace free_period_field = planning::free_period_field;
using planning::ReviewPeriod;
using process::FieldKind;

constexpr std::array regions = {planning::Region::north, planning::Region::middle, planning::Region::south};

std::string region_word(Context& c, planning::Region region) {
    switch (region) {
    case planning::Region::north: return c.tr("holidays.north");
    case planning::Region::middle: return c.tr("holidays.middle");
    case planning::Region::south: break;
    }
    return c.tr("holidays.south");
}

/// `participant` "" is everybody at once.
void draw_region(Context& c, const std::string& participant, const std::string& label,
                 std::optional<planning::Region> known) {
    std::vector<kit::Choice> choices = {{"", c.tr(participant.empty() ? "holidays.choose" : "holidays.no_region")}};
    for (const planning::Region each : regions)
        choices.push_back({std::string(planning::to_text(each)), region_word(c, each)});
    const std::string value = known ? std::string(planning::to_text(*known)) : "";
    if (const auto chosen =
            kit::select(c.frame, {.label = label, .value = value, .choices = choices, .key = "region " + participant}))
        c.frame.defer(
            [&planner = c.planner, participant, next = *chosen] { app::set_region(planner, participant, next); });
}

void draw_regions(Context& c) {
    kit::Frame& frame = c.frame;
    kit::heading(frame, 3, c.tr("holidays.regions"), {.style = kit::style::card_title});
    kit::text(frame, c.tr("holidays.regions_help"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(400) ? 2 : 1, frame.px(12), frame.px(8));
    const auto& participants = c.planner.view().participants;
    if (participants.size() > 1) {
        grid.next(2);
        draw_region(c, "", c.tr("holidays.everybody"), std::nullopt);
    }
    for (const app::ParticipantView& each : participants) {
        grid.next();
        draw_region(c, each.participant.id,
                    c.tr("holidays.region_of", {{"participant", subject_name(c, each.participant.id)}}),
                    planning::holiday_region_of(each.participant));
    }
}

std::string regions_text(Context& c, const planning::SchoolHoliday& holiday) {
    std::string text;
    for (const planning::Region region : holiday.regions) text += (text.empty() ? "" : ", ") + region_word(c, region);
    return text;
}

std::string title_of(Context& c, const ReviewPeriod& period, std::size_t number) {
    if (period.holiday)
        return period.holiday->title.in(c.language()) + " (" + regions_text(c, *period.holiday) + ", " +
               std::to_string(static_cast<int>(period.holiday->first.year())) + ")";
    return period.title.empty() ? c.tr("row.name", {{"name", c.tr("holidays.own")}, {"number", std::to_string(number)}})
                                : period.title;
}

void draw_day(Context& c, const ReviewPeriod& period, std::string_view name, std::string_view label,
              const std::optional<app::Day>& day, const std::string& title) {
    draw_plain_value(c, {period.key, std::string(name)}, FieldKind::date,
                     {.label = c.tr(label),
                      .name = c.tr("row.cell", {{"column", c.tr(label)}, {"row", title}}),
                      .instead = day ? app::format_day(*day) : ""});
}

void draw_period(Context& c, const ReviewPeriod& period, std::size_t number) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, period.key.id);
    const std::string title = title_of(c, period, number);
    const kit::Card card(frame, {.padding = 12, .gap = 8, .name = title, .radius = 8});
    kit::heading(frame, 4, title, {.style = kit::style::body_strong});
    if (period.left_out) {
        if (kit::button(frame, {.label = c.tr("holidays.bring_back"),
                                .icon = kit::icon::plus,
                                .size = kit::ButtonSize::small,
                                .name = c.tr("holidays.bring_back_named", {{"name", title}})}))
            frame.defer([&planner = c.planner, key = period.key] { planner.bring_back(key); });
        return;
    }
    {
        kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(360) ? 2 : 1, frame.px(12), frame.px(8));
        if (!period.holiday) {
            grid.next(2);
            draw_plain_value(c, {period.key, std::string(free_period_field::title)}, FieldKind::text,
                             c.tr("holidays.title_field"),
                             c.tr("row.cell", {{"column", c.tr("holidays.title_field")}, {"row", title}}));
        }
        grid.next();
        draw_day(c, period, free_period_field::first, "holidays.first", period.first, title);
        grid.next();
        draw_day(c, period, free_period_field::last, "holidays.last", period.last, title);
    }
    if (period.first && period.last && *period.last < *period.first)
        kit::text(frame, c.tr("holidays.wrong_order"), {.color = frame.theme().late, .icon = kit::icon::circle_alert});
    if (!kit::button(frame, {.label = c.tr(period.holiday ? "holidays.leave_out" : "action.remove"),
                             .icon = kit::icon::trash_2,
                             .kind = kit::ButtonKind::quiet,
                             .size = kit::ButtonSize::small,
                             .key = "remove",
                             .name = c.tr("row.remove_named", {{"row", title}})}))
        return;
    // In Dutch in every copy, so that two copies that leave out the same holiday say the same.
    const review::FieldWrite said{{period.key, std::string(free_period_field::title)},
                                  period.holiday ? period.holiday->title.nl : ""};
    frame.defer([&planner = c.planner, said] { planner.leave_out(said); });
}

void draw_periods(Context& c) {
    kit::Frame& frame = c.frame;
    kit::heading(frame, 3, c.tr("holidays.periods"), {.style = kit::style::card_title});
    kit::text(frame, c.tr("holidays.periods_help"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    std::size_t own = 0;
    for (const ReviewPeriod& period : planning::periods_in(c.planner.reading(), assets::school_holidays())) {
        const bool over = period.holiday && period.last && *period.last < c.planner.today();
        if (!over && !(period.left_out && !period.holiday)) draw_period(c, period, period.holiday ? 0 : ++own);
    }
    if (kit::button(frame, {.label = c.tr("holidays.add"), .icon = kit::icon::plus, .size = kit::ButtonSize::small}))
        frame.defer([&planner = c.planner] {
            planner.add_to_list(planning::free_periods, {{std::string(free_period_field::title), ""}});
        });
}

} // namespace

void draw_holidays_button(Context& c) {
    if (kit::button(c.frame, {.label = c.tr("holidays.title"),
                              .icon = kit::icon::sun,
                              .kind = kit::ButtonKind::quiet,
                              .size = kit::ButtonSize::small}))
        c.frame.defer([&state = c.state] { state.dialog = DialogKind::holidays; });
}

void draw_holidays_dialog(Context& c) {
    if (c.state.dialog != DialogKind::holidays || !c.planner.current() || !c.planner.current()->ready()) return;
    kit::Dialog dialog(
        c.frame,
        {.title = c.tr("holidays.title"), .key = "holidays", .close_name = c.tr("action.close"), .width = 640});
    kit::text(c.frame, c.tr("holidays.intro"), {.color = c.frame.theme().ink_2});
    if (dialog.opened()) c.state.plan_before = c.planner.plan();
    draw_regions(c);
    draw_moved_dates(c);
    draw_periods(c);
    kit::text(c.frame, app::holidays_known_text(c.planner),
              {.style = kit::style::meta, .color = c.frame.theme().ink_3});
    const std::string done = c.tr("action.done");
    const std::array buttons = {kit::ButtonOptions{.label = done, .kind = kit::ButtonKind::primary}};
    if (dialog.buttons(buttons) || dialog.dismissed())
        c.frame.defer([&state = c.state, &planner = c.planner] {
            planner.end_typing();
            state.dialog = DialogKind::none;
        });
}

} // namespace planner::ui
