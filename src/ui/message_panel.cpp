#include "ui/message_panel.h"

#include "ui/history_dialog.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include "app/addressees.h"
#include "app/messages.h"
#include "review/values.h"

namespace planner::ui {

namespace {

using planning::MessageState;
using planning::PlannedMessage;
using Decision = app::MessageDecision;

void draw_ways_out(Context& c, const PlannedMessage& message) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(8));
    if (kit::button(frame, {.label = c.tr("message.open_in_mail"), .icon = kit::icon::mail, .kind = kit::ButtonKind::primary}))
        frame.defer([&planner = c.planner, message] { planner.open_in_mail(message); });
    if (kit::button(frame, {.label = c.tr("message.copy"), .icon = kit::icon::copy}))
        frame.defer([&planner = c.planner, message] { planner.copy_messages({message}); });
    if (kit::button(frame, {.label = c.tr("message.download"), .icon = kit::icon::download}))
        frame.defer([&planner = c.planner, message] { planner.download_messages({message}); });
}

/// The way to each attachment, for who adds it by hand.
void draw_attachments(Context& c, const PlannedMessage& message) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(8));
    for (const process::Attachment attachment : message.message->attach) {
        const bool calendar = attachment == process::Attachment::calendar;
        if (!kit::button(frame, {.label = c.tr(calendar ? "message.download.calendar" : "message.download.review_file"), .icon = kit::icon::download,
                                 .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small}))
            continue;
        if (calendar)
            frame.defer([&state = c.state] { state.dialog = DialogKind::calendar; });
        else
            frame.defer([&planner = c.planner] { planner.download(); });
    }
}

/// What goes along only in a file, and what happens to a text that is too long for a link.
void draw_limits(Context& c, const PlannedMessage& message) {
    const auto note = [&](const std::string& text) {
        kit::text(c.frame, text, {.style = kit::style::meta, .color = c.frame.theme().ink_2, .icon = kit::icon::info});
    };
    std::string attached;
    for (const process::Attachment attachment : message.message->attach)
        attached += (attached.empty() ? "" : ", ") +
                    c.tr(attachment == process::Attachment::calendar ? "message.attach.calendar" : "message.attach.review_file");
    if (!attached.empty()) {
        note(c.tr("message.attached", {{"list", attached}}));
        draw_attachments(c, message);
    }
    if (app::is_too_long_for_link(c.planner, message))
        note(c.tr("message.too_long_for_link"));
}

void draw_text_field(Context& c, const PlannedMessage& message, std::string_view part, std::string_view label,
                     const std::string& value, kit::FieldInput input) {
    const kit::FieldResult field =
        kit::field(c.frame, {.label = c.tr(label), .value = value, .key = part, .input = input, .lines = 8});
    if (field.changed)
        c.frame.defer([&planner = c.planner, message, part, changed = *field.changed, base = field.base] {
            app::set_message_text(planner, message, part, changed, base);
        });
    if (field.left)
        c.frame.defer([&planner = c.planner] { planner.end_typing(); });
    draw_history_button(c, {message.key, std::string(part)}, c.tr(label));
}

/// What the process proposes comes back where people's own text goes away.
void draw_back_to_proposal(Context& c, const PlannedMessage& message) {
    if (!kit::button(c.frame, {.label = c.tr("message.to_proposal"), .icon = kit::icon::rotate_ccw,
                               .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small}))
        return;
    c.frame.defer([&planner = c.planner, key = message.key] {
        for (const std::string_view field : {planning::message_field::subject, planning::message_field::body})
            if (review::is_filled(planner.current()->document().value({key, std::string(field)})))
                planner.set_field({key, std::string(field)}, "");
    });
}

void draw_about(Context& c, const PlannedMessage& message) {
    kit::Frame& frame = c.frame;
    const planning::PlannedTask& task = c.planner.plan().tasks[message.task];
    const app::Route route = app::Route::tasks(c.planner.route().review, task.key.id);
    kit::text(frame, c.tr("message.to") + ": " + app::recipients_text(c.planner, message), {.color = frame.theme().ink_2});
    if (kit::link(frame, {.label = c.tr("message.about", {{"task", task.task->title.in(c.language())}}),
                          .address = app::format_route(route), .icon = kit::icon::list_checks}))
        frame.defer([&planner = c.planner, route] { planner.go(route); });
}

void draw_missing(Context& c, const std::vector<std::string>& missing) {
    if (missing.empty())
        return;
    std::string list;
    for (const std::string& name : missing)
        list += (list.empty() ? "" : ", ") + c.tr("placeholder." + name);
    kit::text(c.frame, c.tr("message.missing_list", {{"list", list}}),
              {.style = kit::style::meta, .color = c.frame.theme().warn, .icon = kit::icon::triangle_alert});
}

void draw_decision(Context& c, const PlannedMessage& message) {
    kit::Frame& frame = c.frame;
    const auto decide = [&](Decision decision) {
        frame.defer([&planner = c.planner, message, decision] { app::decide_message(planner, message, decision); });
    };
    kit::divider(frame);
    kit::text(frame, c.tr("message.never_sends"), {.style = kit::style::meta, .color = frame.theme().ink_3, .icon = kit::icon::info});
    const kit::Row row(frame.layout(), frame.px(8));
    if (message.state == MessageState::sent) {
        if (kit::button(frame, {.label = c.tr("message.not_sent"), .icon = kit::icon::rotate_ccw}))
            decide(Decision::undecided);
        return;
    }
    if (kit::button(frame, {.label = c.tr("message.mark_sent"), .icon = kit::icon::check}))
        decide(Decision::sent);
    if (message.state == MessageState::draft &&
        kit::button(frame, {.label = c.tr("message.mark_lapsed"), .kind = kit::ButtonKind::quiet}))
        decide(Decision::lapsed);
}

} // namespace

MessageLook look_of(Context& c, MessageState state) {
    switch (state) {
    case MessageState::draft: return {kit::icon::pencil, kit::Tone::warn, c.tr("message.state.draft")};
    case MessageState::sent: return {kit::icon::check_check, kit::Tone::ok, c.tr("message.state.sent")};
    case MessageState::lapsed: return {kit::icon::ban, kit::Tone::neutral, c.tr("message.state.lapsed")};
    }
    return {};
}

MessageLook look_of(Context& c, const PlannedMessage& message) {
    MessageLook look = look_of(c, message.state);
    if (message.state == MessageState::sent && message.sent_on)
        look.word = c.tr("message.state.sent_on",
                         {{"date", app::short_date(c.planner.texts(), *message.sent_on, c.planner.today())}});
    return look;
}

std::string audience_text(Context& c, const PlannedMessage& message) {
    const process::Role* role = planning::addressee(c.planner.current()->process(), c.planner.plan(), message);
    const std::string title = role ? role->title.in(c.language()) : "";
    const std::string name = subject_name(c, message.audience);
    return name.empty() ? title : name + " · " + title;
}

void draw_message_panel(Context& c, const PlannedMessage& message) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "message " + message.key.id);
    const planning::MessageText text = c.planner.message_text(message);
    const kit::Card card(frame, {.gap = 12, .name = message.message->title.in(c.language())});
    draw_ways_out(c, message);
    draw_limits(c, message);
    {
        const kit::Row row(frame.layout(), frame.px(8), frame.px(26));
        const MessageLook look = look_of(c, message);
        kit::chip(frame, {.label = look.word, .icon = look.icon, .tone = look.tone});
        kit::chip(frame, {.label = message.message->title.in(c.language())});
    }
    kit::heading(frame, 2, text.subject);
    draw_about(c, message);
    draw_missing(c, text.missing);
    draw_text_field(c, message, planning::message_field::subject, "message.subject", text.subject, kit::FieldInput::text);
    draw_text_field(c, message, planning::message_field::body, "message.body", text.body, kit::FieldInput::long_text);
    if (text.edited)
        draw_back_to_proposal(c, message);
    draw_decision(c, message);
}

} // namespace planner::ui
