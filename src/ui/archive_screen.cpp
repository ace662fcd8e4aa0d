#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"
#include "ui/message_panel.h"
#include "ui/screens.h"
#include "ui/shell.h"

#include <algorithm>

namespace planner::ui {

namespace {

using planning::MessageState;

constexpr std::size_t lines_at_once = 60;
constexpr MessageState states[] = {MessageState::draft, MessageState::sent, MessageState::lapsed};

void draw_filters(Context& c) {
    kit::Frame& frame = c.frame;
    app::ArchiveFilter& filter = c.state.archive;
    std::vector<kit::Choice> reviews = {{"", c.tr("archive.all_reviews")}};
    for (const app::Summary* summary : c.planner.overview().matching(""))
        reviews.push_back({summary->id, summary->title.empty() ? c.tr("overview.untitled") : summary->title});
    std::vector<kit::Choice> shown = {{"", c.tr("messages.show.all")}};
    for (const MessageState state : states)
        shown.push_back({std::to_string(static_cast<int>(state)), look_of(c, state).word});
    const float room = frame.layout().available();
    kit::Grid grid(frame.layout(), room > frame.px(620) ? 3 : 1, frame.px(12), frame.px(8));
    grid.next();
    if (auto chosen = kit::select(frame, {.label = c.tr("archive.review"), .value = filter.review, .choices = reviews}))
        frame.defer([&filter, chosen = *chosen] { filter.review = chosen; });
    grid.next();
    const std::string state = filter.state ? std::to_string(static_cast<int>(*filter.state)) : "";
    if (auto chosen = kit::select(frame, {.label = c.tr("messages.filter.show"), .value = state, .choices = shown}))
        frame.defer([&filter, chosen = *chosen] {
            filter.state.reset();
            for (const MessageState each : states)
                if (chosen == std::to_string(static_cast<int>(each)))
                    filter.state = each;
        });
    grid.next();
    const kit::FieldResult field = kit::field(frame, {.label = c.tr("messages.search"), .value = filter.search,
                                                      .input = kit::FieldInput::search, .icon = kit::icon::search});
    if (field.changed)
        filter.search = *field.changed;
}

void draw_progress(Context& c, std::size_t found) {
    kit::Frame& frame = c.frame;
    const app::ArchiveProgress& progress = c.planner.archive().progress();
    if (!progress.finished()) {
        const std::string text = c.tr("archive.reading", {{"read", std::to_string(progress.read)}, {"all", std::to_string(progress.all)}});
        kit::text(frame, text, {.style = kit::style::meta, .color = frame.theme().ink_2});
        kit::progress_bar(frame, {.fraction = static_cast<float>(progress.read) / static_cast<float>(progress.all), .name = text});
    } else {
        kit::text(frame, c.planner.texts().count("archive.count", found), {.style = kit::style::meta, .color = frame.theme().ink_3});
    }
    if (progress.unreadable > 0)
        kit::text(frame, c.planner.texts().count("archive.unreadable", progress.unreadable),
                  {.style = kit::style::meta, .color = frame.theme().warn, .icon = kit::icon::triangle_alert});
}

void draw_line(Context& c, const app::ArchivedMessage& message) {
    const kit::Theme& t = c.frame.theme();
    const MessageLook look = look_of(c, message.state);
    const std::string date = app::short_date(c.planner.texts(), message.day, c.planner.today());
    const std::string title = message.review_title.empty() ? c.tr("overview.untitled") : message.review_title;
    const std::string to = message.recipients.empty() ? c.tr("message.no_recipients") : message.recipients;
    const std::string under = title + " · " + (message.audience.empty() ? "" : message.audience + ": ") + to;
    draw_list_line(c, {.key = message.review + " " + message.id, .icon = look.icon,
                       .icon_color = look.tone == kit::Tone::warn ? t.warn : look.tone == kit::Tone::ok ? t.ok : t.ink_3,
                       .title = message.subject, .under = under, .note = look.word + " · " + date,
                       .target = app::Route::messages(message.review, message.id),
                       .name = message.subject + " · " + date + " · " + under});
}

} // namespace

void draw_archive_screen(Context& c) {
    draw_shell(c, {.title = c.tr("archive.title"), .subtitle = c.tr("archive.subtitle"), .header = HeaderKind::overview,
                   .back = app::Route::overview(), .content_width = 980},
               [&] {
                   draw_filters(c);
                   const auto& found = c.planner.archive().matching(c.state.archive);
                   draw_progress(c, found.size());
                   if (found.empty())
                       return;
                   const kit::Card card(c.frame, {.padding = 4, .gap = 0, .name = c.tr("archive.title")});
                   const std::size_t shown = std::min(found.size(), lines_at_once + c.state.archive_lines);
                   for (std::size_t i = 0; i < shown; ++i)
                       draw_line(c, *found[i]);
                   if (shown < found.size() &&
                       kit::button(c.frame, {.label = c.tr("archive.more"), .kind = kit::ButtonKind::quiet}))
                       c.frame.defer([&state = c.state] { state.archive_lines += lines_at_once; });
               });
}

} // namespace planner::ui
