#include "ui/process_parts.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"
#include "ui/screens.h"
#include "ui/shell.h"

#include "app/value_text.h"
#include "process/names.h"
#include "review/kept_process.h"

#include <algorithm>

namespace planner::ui {

namespace {

std::string where(Context& c, const review::Leftover& item) {
    std::string text = item.card;
    if (!item.participant.empty())
        text = text.empty() ? item.participant : c.tr("card.of", {{"card", text}, {"participant", item.participant}});
    return text;
}

std::string place_of_problem(const app::OpenReview& open) {
    const std::string& pointer = open.followed().problem()->pointer;
    return pointer.empty() ? "/" : pointer;
}

} // namespace

void draw_leftovers(Context& c, const std::vector<review::Leftover>& items, std::size_t most) {
    kit::Frame& frame = c.frame;
    const document::Document& document = c.planner.current()->document();
    const std::size_t shown = most == 0 ? items.size() : std::min(most, items.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const kit::Scope scope(frame, document::to_pointer(items[i].key));
        kit::divider(frame);
        const kit::Stack stack(frame.layout(), frame.px(2));
        kit::text(frame, items[i].field, {.style = kit::style::body_strong});
        if (const std::string text = where(c, items[i]); !text.empty())
            kit::text(frame, text, {.style = kit::style::meta, .color = frame.theme().ink_2});
        kit::text(frame, app::value_text(c.planner.texts(), c.planner.reading(), items[i].key, document.value(items[i].key),
                                         items[i].definition, c.planner.today()),
                  {.style = kit::style::body_dense, .color = frame.theme().ink_2});
    }
    draw_more(c, items.size(), shown);
}

void draw_leftovers_part(Context& c) {
    const std::vector<review::Leftover>& items = c.planner.leftovers();
    if (items.empty())
        return;
    const std::string title = c.tr("process.left_title");
    const kit::Card card(c.frame, {.gap = 10, .name = title});
    kit::heading(c.frame, 2, title, {.style = kit::style::card_title});
    kit::text(c.frame, c.tr("process.left_text"), {.style = kit::style::body_dense, .color = c.frame.theme().ink_2});
    draw_leftovers(c, items);
}

void draw_process_line(Context& c) {
    const app::OpenReview& open = *c.planner.current();
    const auto given = review::given_names(open.document());
    std::string own;
    for (const process::Nameable& name : process::nameables(open.process())) {
        const bool replaced = std::any_of(given.begin(), given.end(),
                                          [&](const process::GivenName& each) { return each.id == name.id; });
        if (name.own && !replaced)
            own += (own.empty() ? "" : ", ") + name.text.in(c.language());
    }
    if (!own.empty())
        kit::text(c.frame, c.tr("process.own_names", {{"names", own}}), {.style = kit::style::meta, .color = c.frame.theme().ink_3});
    if (kit::button(c.frame, {.label = c.tr("process.place"), .icon = kit::icon::pencil, .kind = kit::ButtonKind::quiet,
                              .size = kit::ButtonSize::small}))
        c.frame.defer([&state = c.state] { state.dialog = DialogKind::process; });
}

void draw_process_notices(Context& c) {
    const app::OpenReview& open = *c.planner.current();
    if (open.followed().problem())
        kit::banner(c.frame, {.text = c.tr("process.fallback", {{"place", place_of_problem(open)}}),
                              .icon = kit::icon::triangle_alert, .tone = kit::Tone::warn, .key = "process problem"});
    const process::Process* newer = app::newer_process(c.planner.current());
    if (newer == nullptr || c.state.not_now.contains(open.id()))
        return;
    const std::string text = c.tr("process.newer", {{"from", open.process().version}, {"to", newer->version}});
    if (kit::banner(c.frame, {.text = text, .icon = kit::icon::info, .tone = kit::Tone::info, .action = c.tr("process.see_changes"),
                              .key = "newer process"}) == kit::BannerPress::action)
        c.frame.defer([&planner = c.planner] { planner.offer_newer_process(); });
}

void draw_lost_process_screen(Context& c) {
    const app::ReviewView& view = c.planner.view();
    const std::string title = view.title.empty() ? c.tr("review.untitled") : view.title;
    draw_shell(c, {.title = c.tr("process.unreadable"), .subtitle = title, .back = app::Route::overview(), .content_width = 860}, [&] {
        {
            const kit::Card card(c.frame, {.padding = 24, .gap = 16});
            kit::text(c.frame, c.tr("process.lost", {{"place", place_of_problem(*c.planner.current())}}));
            if (kit::button(c.frame, {.label = c.tr("process.open_file"), .icon = kit::icon::folder_open}))
                c.frame.defer([&planner = c.planner] { planner.pick_files(); });
        }
        draw_leftovers_part(c);
    });
}

} // namespace planner::ui
