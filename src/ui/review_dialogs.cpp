#include "ui/card_field.h"
#include "ui/date_poll.h"
#include "ui/forget_dialog.h"
#include "ui/holidays_dialog.h"
#include "ui/kit/button.h"
#include "ui/kit/dialog.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/moved_dates.h"
#include "ui/rule_notes.h"
#include "ui/screens.h"
#include "ui/task_words.h"

#include <array>
#include <cmath>

namespace planner::ui {

namespace {

using process::FieldKind;

void close_when_done(Context& c, kit::Dialog& dialog) {
    const std::string done = c.tr("action.done");
    const std::array buttons = {kit::ButtonOptions{.label = done, .kind = kit::ButtonKind::primary}};
    if (dialog.buttons(buttons) || dialog.dismissed())
        c.frame.defer([&state = c.state, &planner = c.planner] {
            planner.end_typing();
            state.dialog = DialogKind::none;
        });
}

document::FieldKey review_field(std::string_view field) {
    return {review::review_key(), std::string(field)};
}

void draw_participant_tools(Context& c, const app::ParticipantView& participant, std::size_t index, std::size_t count,
                            const process::Process& process) {
    const std::string& id = participant.participant.id;
    const std::string name = participant.participant.name.empty() ? c.tr("participant.no_name") : participant.participant.name;
    const auto tool = [&](std::string_view icon, std::string_view key, bool possible, auto command) {
        if (kit::icon_button(c.frame, {.icon = icon, .name = c.tr(key, {{"name", name}}),
                                       .enabled = possible ? kit::Enabled::yes : kit::Enabled::no, .size = 32, .icon_size = 18}))
            c.frame.defer(command);
    };
    tool(kit::icon::arrow_up, "participant.move_up", index > 0,
         [&planner = c.planner, id] { planner.move_participant(id, review::Direction::up); });
    tool(kit::icon::arrow_down, "participant.move_down", index + 1 < count,
         [&planner = c.planner, id] { planner.move_participant(id, review::Direction::down); });
    tool(kit::icon::trash_2, "participant.remove", count > process.participants.minimum,
         [&planner = c.planner, id] { planner.remove_participant(id); });
}

void draw_participant(Context& c, const app::ParticipantView& participant, std::size_t index, std::size_t count,
                      const process::Process& process) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, participant.participant.id);
    const document::EntityKey key = review::participant_key(participant.participant.id);
    const std::string word = process.participants.singular.in(c.language()), number = std::to_string(index + 1);
    const kit::Card card(frame, {.padding = 12, .gap = 8, .radius = 8});
    {
        const kit::Row row(frame.layout(), frame.px(4), frame.px(32));
        kit::badge(frame, participant.badge, 24);
        draw_participant_tools(c, participant, index, count, process);
    }
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(360) ? 2 : 1, frame.px(12), frame.px(8));
    grid.next();
    draw_plain_value(c, {key, "name"}, FieldKind::text,
                     c.tr("new_review.team_name", {{"participant", word}, {"number", number}}));
    grid.next();
    draw_plain_value(c, {key, "institution"}, FieldKind::text,
                     c.tr("new_review.team_institution", {{"participant", word}, {"number", number}}));
}

struct DateFields {
    std::string legend, date, time, place;
    document::EntityKey entity;
    std::string date_field, time_field, place_field;
    std::string host = {}; ///< of a visit
};

void draw_date_fields(Context& c, const DateFields& fields) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, fields.legend);
    const kit::Card card(frame, {.padding = 12, .gap = 8, .name = fields.legend, .radius = 8});
    kit::heading(frame, 3, fields.legend, {.style = kit::style::card_title});
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(360) ? 2 : 1, frame.px(12), frame.px(8));
    grid.next();
    draw_plain_value(c, {fields.entity, fields.date_field}, FieldKind::date, c.tr("dates.date"), fields.date);
    grid.next();
    draw_plain_value(c, {fields.entity, fields.time_field}, FieldKind::time, c.tr("dates.time"), fields.time);
    grid.next(2);
    draw_plain_value(c, {fields.entity, fields.place_field}, FieldKind::text, c.tr("dates.place"), fields.place);
    if (fields.host.empty())
        return;
    grid.next(2);
    draw_bound_value(c, "visit.length", fields.host);
}

/// The texts that one is being made of, beside each other.
void draw_combined_versions(Context& c) {
    const std::vector<CombineDraft::Version>& versions = c.state.combine.versions;
    if (versions.size() < 2)
        return;
    kit::Grid grid(c.frame.layout(), c.frame.layout().available() < c.frame.px(420) ? 1 : 2, c.frame.px(16), c.frame.px(12));
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const kit::Scope scope(c.frame, std::to_string(i));
        const MarkedTexts& marked = compared_texts(c, versions[0].text, versions[i == 0 ? 1 : i].text);
        grid.next();
        const kit::Stack stack(c.frame.layout(), c.frame.px(4));
        kit::text(c.frame, versions[i].label, {.style = kit::style::meta_strong, .color = c.frame.theme().ink_2});
        draw_marked(c, versions[i].text, i == 0 ? marked.in_one : marked.in_other, kit::Mark::own);
    }
}

} // namespace

void draw_participants_dialog(Context& c) {
    if (c.state.dialog != DialogKind::participants || !c.planner.current() || !c.planner.current()->ready())
        return;
    kit::Frame& frame = c.frame;
    const app::ReviewView& view = c.planner.view();
    const process::Process& process = c.planner.current()->process();
    kit::Dialog dialog(frame, {.title = c.tr("dashboard.details"), .key = "details", .close_name = c.tr("action.close"), .width = 640});
    draw_plain_value(c, review_field("title"), FieldKind::text, c.tr("review.title_field"));
    draw_plain_value(c, review_field("facilitator_name"), FieldKind::text, c.tr("review.name_of", {{"role", facilitator_title(c)}}));
    draw_plain_value(c, review_field("facilitator_contact"), FieldKind::text, c.tr("review.contact_of", {{"role", facilitator_title(c)}}));
    draw_forget_buttons(c, {review::review_key()});
    draw_bound_value(c, "review.goal");
    draw_bound_value(c, "review.period");
    {
        const kit::Stack stack(frame.layout(), frame.px(10));
        kit::heading(frame, 3, c.tr("new_review.participants"), {.style = kit::style::card_title});
        for (std::size_t i = 0; i < view.participants.size(); ++i)
            draw_participant(c, view.participants[i], i, view.participants.size(), process);
        if (view.participants.size() <= process.participants.minimum)
            kit::text(frame, c.tr("new_review.minimum_reason", {{"count", std::to_string(process.participants.minimum)},
                                                                {"participants", process.participants.plural.in(c.language())},
                                                                {"reason", process.participants.minimum_reason.in(c.language())}}),
                      {.style = kit::style::meta, .color = frame.theme().ink_3});
        if (kit::button(frame, {.label = process.participants.add_label.in(c.language()), .icon = kit::icon::plus,
                                .size = kit::ButtonSize::small}))
            frame.defer([&planner = c.planner] { planner.add_participant({}); });
    }
    draw_rule_notes(c, {{process::ShownOn::participants, ""}});
    if (dialog.opened())
        frame.request_focus(frame.id(document::to_pointer(review_field("title"))));
    close_when_done(c, dialog);
}

void draw_dates_dialog(Context& c) {
    if (c.state.dialog != DialogKind::dates || !c.planner.current() || !c.planner.current()->ready())
        return;
    kit::Dialog dialog(c.frame, {.title = c.tr("dashboard.dates"), .key = "dates", .close_name = c.tr("action.close"), .width = 760});
    draw_date_fields(c, {c.tr("review.kickoff"), c.tr("review.kickoff_date"), c.tr("review.kickoff_time"), c.tr("review.kickoff_place"),
                         review::review_key(), "kickoff_date", "kickoff_time", "kickoff_place"});
    draw_date_poll(c);
    for (const review::Participant& host : c.planner.reading().hosts()) {
        const std::string& name = host.name;
        draw_date_fields(c, {c.tr("review.visit", {{"participant", name}}), c.tr("review.visit_date", {{"participant", name}}),
                             c.tr("review.visit_time", {{"participant", name}}), c.tr("review.visit_place", {{"participant", name}}),
                             review::visit_key(host.id), "date", "time", "place", host.id});
    }
    draw_bound_value(c, "review.cycle_date");
    draw_keep_until(c);
    if (dialog.opened())
        c.state.plan_before = c.planner.plan();
    draw_moved_dates(c);
    draw_holidays_button(c);
    draw_rule_notes(c, {{process::ShownOn::kickoff, ""}, {process::ShownOn::visits, ""}});
    if (dialog.opened()) {
        const kit::Scope scope(c.frame, c.tr("review.kickoff"));
        c.frame.request_focus(c.frame.id(document::to_pointer(review_field("kickoff_date"))));
    }
    close_when_done(c, dialog);
}

void draw_combine_dialog(Context& c) {
    if (c.state.dialog != DialogKind::combine)
        return;
    kit::Dialog dialog(c.frame, {.title = c.tr("conflict.combine_title"), .key = "combine", .close_name = c.tr("action.close"), .width = 760});
    kit::text(c.frame, c.state.combine.label, {.style = kit::style::body_strong});
    draw_combined_versions(c);
    const auto field = kit::field(c.frame, {.label = c.tr("conflict.combine_field"), .value = c.state.combine.text,
                                            .help = c.tr("conflict.combine_text"), .input = kit::FieldInput::long_text, .lines = 8});
    if (dialog.opened())
        c.frame.request_focus(field.id);
    if (field.changed)
        c.state.combine.text = *field.changed;
    const std::string cancel = c.tr("action.cancel"), save = c.tr("conflict.combine_save");
    const std::array buttons = {kit::ButtonOptions{.label = cancel}, kit::ButtonOptions{.label = save, .kind = kit::ButtonKind::primary}};
    const auto pressed = dialog.buttons(buttons);
    if (pressed == 1)
        c.frame.defer([&planner = c.planner, &state = c.state] {
            planner.combine(state.combine.key, state.combine.text, state.combine.seen);
            state.dialog = DialogKind::none;
        });
    else if (pressed == 0 || dialog.dismissed())
        c.frame.defer([&state = c.state] { state.dialog = DialogKind::none; });
}

} // namespace planner::ui
