#include "ui/process_choice.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"
#include "ui/task_words.h"

#include "app/known_processes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace planner::ui {

namespace {

struct Aspect {
    std::string_view question;
    process::Text process::Fits::*answer;
};

constexpr Aspect aspects[] = {
    {"guide.group", &process::Fits::group},         {"guide.driver", &process::Fits::driver},
    {"guide.subject", &process::Fits::subject},     {"guide.frequency", &process::Fits::frequency},
    {"guide.time", &process::Fits::time},
};

constexpr float padding = 20;

int columns_for(kit::Frame& frame, std::size_t processes) {
    const int room = static_cast<int>(frame.layout().available() / frame.px(320));
    return std::clamp(room, 1, std::max(1, static_cast<int>(processes)));
}

void draw_more_link(Context& c, const process::Process& process) {
    const app::Route route = app::Route::about(process.id);
    if (kit::link(c.frame, {.label = c.tr("guide.more", {{"process", process.title.in(c.language())}}),
                            .address = app::format_route(route), .trailing_icon = kit::icon::arrow_right}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
}

/// How high a text of every process is, so that the same question stands at the same height in each card.
float height_of(Context& c, const std::vector<const process::Process*>& processes, process::Text process::Fits::*answer,
                float width) {
    float height = 0;
    for (const process::Process* process : processes)
        height = std::max(height, kit::text_height(c.frame, (process->fits.*answer).in(c.language()), kit::style::body, width));
    return height;
}

void draw_answers(Context& c, const process::Process& process, const std::vector<const process::Process*>& processes) {
    kit::Frame& frame = c.frame;
    for (const Aspect& aspect : aspects) {
        kit::divider(frame);
        const kit::Stack stack(frame.layout(), frame.px(2));
        const std::string& answer = (process.fits.*aspect.answer).in(c.language());
        const float width = frame.layout().available(), height = height_of(c, processes, aspect.answer, width);
        kit::text(frame, c.tr(aspect.question), {.style = kit::style::meta_strong, .color = frame.theme().ink_3});
        const kit::Rect shown = kit::text(frame, answer, {});
        frame.layout().space(std::max(0.0f, height - shown.height));
    }
}

void draw_step_names(Context& c, const process::Process& process) {
    kit::Frame& frame = c.frame;
    kit::Node node;
    node.id = frame.id("steps");
    node.role = kit::Role::list;
    node.name = c.tr("guide.steps_of", {{"process", process.title.in(c.language())}});
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0};
    const kit::Container container(frame, std::move(node), start);
    const float side = frame.px(24), gap = frame.px(6);
    {
        const kit::Row row(frame.layout(), frame.px(16), side);
        for (std::size_t i = 0; i < process.steps.size(); ++i) {
            const std::string number = std::to_string(i + 1), label = process.steps[i].title.in(c.language());
            const float text = std::ceil(kit::text_width(frame, label, kit::style::meta_strong)) + 1;
            const kit::Rect rect = frame.layout().place(side + gap + text, side);
            kit::draw::circle(frame, rect.x + side / 2, rect.y + side / 2, side / 2, frame.theme().action);
            const float digit = kit::text_width(frame, number, kit::style::meta_strong);
            kit::draw::text(frame, std::round(rect.x + (side - digit) / 2), rect.y + frame.px(3), number,
                            kit::style::meta_strong, frame.theme().on_action);
            kit::draw::text(frame, rect.x + side + gap, rect.y + frame.px(3), label, kit::style::meta_strong, frame.theme().ink);
            kit::Node item;
            item.id = frame.id(number);
            item.role = kit::Role::list_item;
            item.name = c.tr("step.label", {{"number", number}, {"name", label}});
            frame.tree().add(std::move(item), rect);
        }
    }
    if (kit::Node* added = frame.tree().find_open(container.id()))
        added->box.height = frame.layout().y() - start.y;
}

} // namespace

void draw_start_of(Context& c, const process::Process& process) {
    const std::string label = c.tr("guide.start"), title = process.title.in(c.language());
    if (kit::button(c.frame, {.label = label, .icon = kit::icon::plus, .kind = kit::ButtonKind::primary,
                              .key = "start " + process.id, .name = c.tr("guide.start_of", {{"process", title}})}))
        c.frame.defer([c, id = process.id]() mutable { open_new_review(c, id); });
}

void draw_comparison(Context& c) {
    kit::Frame& frame = c.frame;
    std::vector<const process::Process*> processes = app::known_processes();
    std::erase_if(processes, [](const process::Process* process) { return process->fits.empty(); });
    kit::text(frame, c.tr("guide.compare_intro"), {.style = kit::style::lead_plain, .color = frame.theme().ink_2});
    const int columns = columns_for(frame, processes.size());
    kit::Grid grid(frame.layout(), columns, frame.px(16), frame.px(16));
    for (const process::Process* process : processes) {
        grid.next();
        const kit::Scope scope(frame, process->id);
        const std::string title = capitalised(process->title.in(c.language()));
        const kit::Card card(frame, {.padding = padding, .gap = 10, .name = title});
        kit::heading(frame, 2, title);
        const float width = frame.layout().available();
        float summaries = 0;
        for (const process::Process* each : processes)
            summaries = std::max(summaries, kit::text_height(frame, each->summary.in(c.language()), kit::style::body, width));
        const kit::Rect summary = kit::text(frame, process->summary.in(c.language()), {.color = frame.theme().ink_2});
        if (columns > 1)
            frame.layout().space(std::max(0.0f, summaries - summary.height));
        draw_answers(c, *process, columns > 1 ? processes : std::vector<const process::Process*>{process});
        kit::divider(frame);
        draw_start_of(c, *process);
        draw_more_link(c, *process);
    }
}

void draw_kinds(Context& c) {
    kit::Frame& frame = c.frame;
    const auto processes = app::known_processes();
    const kit::Stack stack(frame.layout(), frame.px(12));
    kit::heading(frame, 2, c.tr("guide.compare"));
    {
        kit::Grid grid(frame.layout(), columns_for(frame, processes.size()), frame.px(16), frame.px(16));
        for (const process::Process* process : processes) {
            grid.next();
            const kit::Scope scope(frame, process->id);
            const std::string title = capitalised(process->title.in(c.language()));
            const kit::Card card(frame, {.padding = padding, .gap = 10, .name = title});
            kit::heading(frame, 3, title);
            kit::text(frame, process->summary.in(c.language()), {.color = frame.theme().ink_2});
            draw_step_names(c, *process);
            draw_more_link(c, *process);
        }
    }
    const app::Route all = app::Route::about();
    if (kit::link(frame, {.label = c.tr("guide.compare_link"), .address = app::format_route(all), .trailing_icon = kit::icon::arrow_right}))
        frame.defer([&planner = c.planner, all] { planner.go(all); });
}

exchange::Table comparison_table(const app::Planner& planner) {
    const auto processes = app::known_processes();
    exchange::Table table{{{""}}, {}};
    for (const process::Process* process : processes)
        table.columns.push_back({capitalised(process->title.in(planner.language())), exchange::Share::wide});
    for (const Aspect& aspect : aspects) {
        std::vector<std::string> row = {planner.tr(aspect.question)};
        for (const process::Process* process : processes)
            row.push_back((process->fits.*aspect.answer).in(planner.language()));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace planner::ui
