#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/navigation.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/points.h"
#include "ui/process_choice.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/task_words.h"

#include "app/known_processes.h"

#include <algorithm>

namespace planner::ui {

namespace {

app::Route section_route(Context& c, std::string_view section) {
    const app::Route& route = c.planner.route();
    return route.review.empty() ? app::Route::about(route.process, section)
                                : app::Route::about_review(route.review, section);
}

void draw_section(Context& c, const process::AboutSection& section) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, section.id);
    if (c.state.wanted_block == section.id) {
        frame.request_scroll(c.state.content, 0, std::max(0.0f, frame.layout().y() - c.state.content_top - frame.px(12)));
        c.state.wanted_block.clear();
    }
    const std::string title = section.title.in(c.language());
    const kit::Card card(frame, {.padding = 20, .gap = 10, .name = title});
    kit::heading(frame, 2, title);
    for (const process::Text& paragraph : section.paragraphs)
        draw_paragraph(c, paragraph.in(c.language()));
    if (!section.points.empty() && !draw_words(c, title, section.points))
        draw_points(c, title, section.points, {kit::icon::circle_dot, frame.theme().ink_3});
}

void draw_index(Context& c, const process::Process& process) {
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.padding = 12, .gap = 2, .name = c.tr("guide.contents")});
    kit::heading(frame, 2, c.tr("guide.contents"), {.style = kit::style::card_title});
    for (const process::AboutSection& section : process.about) {
        const app::Route route = section_route(c, section.id);
        if (kit::link(frame, {.label = section.title.in(c.language()), .address = app::format_route(route), .key = section.id}))
            frame.defer([&planner = c.planner, &state = c.state, route] {
                planner.go(route);
                state.wanted_block = route.item;
            });
    }
}

void draw_tabs(Context& c) {
    const std::string& chosen = c.planner.route().process;
    std::vector<kit::TabItem> items = {{c.tr("guide.compare_short"), app::format_route(app::Route::about()), chosen.empty()}};
    std::vector<app::Route> routes = {app::Route::about()};
    for (const process::Process* process : app::known_processes()) {
        routes.push_back(app::Route::about(process->id));
        items.push_back({capitalised(process->title.in(c.language())), app::format_route(routes.back()), process->id == chosen});
    }
    if (const auto tab = kit::tabs(c.frame, c.tr("guide.kinds"), items))
        c.frame.defer([&planner = c.planner, route = routes[*tab]] { planner.go(route); });
}

void draw_process(Context& c, const process::Process& process) {
    kit::Frame& frame = c.frame;
    kit::text(frame, process.summary.in(c.language()), {.style = kit::style::lead_plain, .color = frame.theme().ink_2});
    if (frame.room() != kit::Room::wide)
        draw_index(c, process);
    for (const process::AboutSection& section : process.about)
        draw_section(c, section);
    if (c.planner.route().review.empty()) {
        draw_start_of(c, process);
        return;
    }
    const app::Route all = app::Route::about();
    if (kit::link(frame, {.label = c.tr("guide.compare"), .address = app::format_route(all), .trailing_icon = kit::icon::arrow_right}))
        frame.defer([&planner = c.planner, all] { planner.go(all); });
}

} // namespace

void draw_about_screen(Context& c) {
    const app::Route& route = c.planner.route();
    const process::Process* process = !route.review.empty() ? &c.planner.current()->process() : app::known_process(route.process);
    if (!process && !route.process.empty()) {
        draw_missing_screen(c);
        return;
    }
    Shell shell{.title = c.tr("guide.title"), .subtitle = process ? capitalised(process->title.in(c.language())) : c.tr("guide.compare"),
                .header = route.review.empty() ? HeaderKind::overview : HeaderKind::review,
                .back = route.review.empty() ? app::Route::overview() : app::Route::dashboard(route.review),
                .content_width = process ? 860.0f : 1100.0f};
    const auto index = [&] { draw_index(c, *process); };
    if (process && !process->about.empty())
        shell.side = index;
    draw_shell(c, shell, [&] {
        if (route.review.empty())
            draw_tabs(c);
        if (process)
            draw_process(c, *process);
        else
            draw_comparison(c);
    });
}

} // namespace planner::ui
