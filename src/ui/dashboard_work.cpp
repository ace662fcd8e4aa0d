// What the visits need and lead to: documents before them, actions after them.

#include "ui/dashboard_cards.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

namespace planner::ui {

namespace {

MarkedLine document_line(Context& c, const review::SupportingDocument& document) {
    const kit::Theme& t = c.frame.theme();
    const std::string title = document.title.empty() ? c.tr("participant.no_name") : document.title;
    if (document.forwarded)
        return {kit::icon::circle_check, t.ok, title, c.tr("dashboard.document.forwarded"), t.ok};
    if (document.received)
        return {kit::icon::circle_dot, t.action, title, c.tr("dashboard.document.received")};
    if (document.asked)
        return {kit::icon::hourglass, t.warn, title, c.tr("dashboard.document.asked"), t.warn};
    return {kit::icon::file_text, t.ink_3, title, c.tr("dashboard.document.none")};
}

/// How many were asked for, received and forwarded, of what the process keeps track of.
std::string document_counts(Context& c, const process::Field& table, const app::VisitView& visit) {
    std::string text;
    const auto count = [&](std::string_view column, std::string_view key, std::size_t number) {
        if (table.column(column))
            text += (text.empty() ? "" : ", ") + c.tr(key, {{"number", std::to_string(number)}});
    };
    count("asked", "dashboard.documents_asked", visit.asked);
    count("received", "dashboard.documents_received", visit.received);
    count("forwarded", "dashboard.documents_forwarded", visit.forwarded);
    return text;
}

void draw_action_part(Context& c, const app::ActionsView& part) {
    kit::Frame& frame = c.frame;
    const auto detail = [&](const std::string& text, kit::Color color) {
        kit::text(frame, text, {.style = kit::style::meta, .color = color});
    };
    if (part.actions.empty())
        return detail(c.tr("dashboard.no_actions"), frame.theme().ink_2);
    const std::string done = std::to_string(part.standings.settled), total = std::to_string(part.standings.counted());
    const std::string progress = c.tr("dashboard.actions_done", {{"done", done}, {"total", total}});
    detail(progress, frame.theme().ink_2);
    kit::progress_bar(frame, {.fraction = part.standings.counted() == 0 ? 1.0f
                                                                        : static_cast<float>(part.standings.settled) /
                                                                              static_cast<float>(part.standings.counted()),
                              .name = subject_name(c, part.participant) + ": " + progress, .tone = kit::Tone::ok});
    if (!part.next)
        return;
    const review::Action& next = part.actions[*part.next];
    const auto day = app::parse_day(next.date);
    std::string who = next.owner;
    if (day)
        who += (who.empty() ? "" : " · ") + app::short_date(c.planner.texts(), *day, c.planner.today());
    kit::text(frame, c.tr("dashboard.next_action") + ": " + (next.activity.empty() ? c.tr("participant.no_name") : next.activity),
              {.style = kit::style::body_dense});
    if (!who.empty())
        detail(who, day && *day < c.planner.today() ? frame.theme().late : frame.theme().ink_2);
}

} // namespace

void draw_documents_card(Context& c) {
    const process::Field* table = c.planner.current()->process().bound_field("documents").field;
    if (!table)
        return;
    kit::Frame& frame = c.frame;
    const std::string title = c.tr("dashboard.documents");
    const kit::Card card(frame, {.gap = 10, .name = title});
    draw_card_head(c, title, "", "");
    draw_list(c, title, [&] {
        for (const app::VisitView& visit : c.planner.dashboard().visits)
            draw_subject(c, {visit.host, c.tr("dashboard.documents_of", {{"participant", subject_name(c, visit.host)}}), DialogKind::documents},
                         [&] {
                             const std::string counts = visit.documents.empty() ? c.tr("dashboard.no_documents")
                                                                                : document_counts(c, *table, visit);
                             kit::text(frame, counts, {.style = kit::style::meta, .color = frame.theme().ink_2});
                             for (const review::SupportingDocument& document : visit.documents) {
                                 const kit::Scope scope(frame, document.id);
                                 draw_marked_line(c, document_line(c, document));
                             }
                         });
    });
}

void draw_follow_up_card(Context& c) {
    const std::vector<app::ActionsView>& parts = c.planner.dashboard().actions;
    if (parts.empty())
        return;
    const std::string title = c.tr("dashboard.follow_up");
    const kit::Card card(c.frame, {.gap = 10, .name = title});
    draw_card_head(c, title, "", "");
    draw_list(c, title, [&] {
        for (const app::ActionsView& part : parts)
            draw_subject(c, {part.participant, c.tr("dashboard.follow_up_of", {{"participant", subject_name(c, part.participant)}}),
                             DialogKind::actions},
                         [&] { draw_action_part(c, part); });
    });
}

} // namespace planner::ui
