#include "ui/menu_bar.h"

#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/navigation.h"
#include "ui/kit/scroll.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace planner::ui {

namespace {

using kit::NavigationShape;

struct Entry {
    std::string_view icon;
    std::string label;
    app::Route route;
    bool active;
    std::string count = {};
    bool alert = false; ///< the count asks for attention
};

std::string count_text(std::ptrdiff_t count) {
    return count == 0 ? "" : std::to_string(count);
}

bool shows_review(Context& c) {
    const app::OpenReview* open = c.planner.current();
    return open && open->ready();
}

/// What is late; once somebody said who they are, what is theirs and late or can be done now. Of agreements what is late.
std::string task_count(Context& c) {
    if (!shows_review(c))
        return "";
    const auto& tasks = c.planner.plan().tasks;
    const bool known = !(c.planner.identity() == planning::Identity{});
    const auto counted = std::count_if(tasks.begin(), tasks.end(), [&](const planning::PlannedTask& task) {
        const bool late = task.state == planning::TaskState::late;
        return known ? (late || task.state == planning::TaskState::open) && c.planner.is_own(task) : late;
    });
    return count_text(counted + static_cast<std::ptrdiff_t>(c.planner.late_agreements()));
}

std::string draft_count(Context& c) {
    if (!shows_review(c))
        return "";
    const auto& messages = c.planner.messages();
    return count_text(std::count_if(messages.begin(), messages.end(), [](const planning::PlannedMessage& message) {
        return message.state == planning::MessageState::draft;
    }));
}

/// Over all reviews.
std::string difference_count(Context& c) {
    std::ptrdiff_t count = 0;
    for (const app::Summary& summary : c.planner.overview().all())
        count += summary.removed == 0 ? static_cast<std::ptrdiff_t>(summary.conflicts) : 0;
    return count_text(count);
}

void draw_entry(Context& c, const Entry& entry, NavigationShape shape) {
    const std::string address = app::format_route(entry.route);
    if (kit::navigation_item(c.frame, {.icon = entry.icon, .label = entry.label, .address = address,
                                       .active = entry.active, .count = entry.count, .alert = entry.alert,
                                       .shape = shape}))
        c.frame.defer([&planner = c.planner, route = entry.route] { planner.go(route); });
}

std::vector<Entry> entries(Context& c) {
    const app::Route& route = c.planner.route();
    const bool in_review = !route.review.empty();
    std::vector<Entry> result;
    result.push_back({kit::icon::layers, c.tr("nav.reviews"), app::Route::overview(),
                      route.screen == app::Screen::overview, difference_count(c), true});
    if (in_review) {
        result.push_back({kit::icon::layout_dashboard, c.tr("nav.dashboard"), app::Route::dashboard(route.review),
                          route.screen == app::Screen::dashboard});
        result.push_back({kit::icon::list_checks, c.tr("nav.tasks"), app::Route::tasks(route.review),
                          route.screen == app::Screen::tasks, task_count(c), true});
        result.push_back({kit::icon::mail, c.tr("nav.messages"), app::Route::messages(route.review),
                          route.screen == app::Screen::messages, draft_count(c), false});
        result.push_back({kit::icon::files, c.tr("nav.cards"), app::Route::cards(route.review),
                          route.screen == app::Screen::cards || route.screen == app::Screen::card});
        result.push_back({kit::icon::calendar_clock, c.tr("nav.run_sheets"), app::Route::run_sheets(route.review),
                          route.screen == app::Screen::run_sheets});
    }
    if (in_review)
        result.push_back({kit::icon::clock, c.tr("nav.hours"), app::Route::hours(route.review),
                          route.screen == app::Screen::hours});
    else
        result.push_back({kit::icon::mail, c.tr("nav.messages"), app::Route::archive(),
                          route.screen == app::Screen::archive});
    result.push_back({kit::icon::book_open, c.tr("nav.about"),
                      in_review ? app::Route::about_review(route.review) : app::Route::about(),
                      route.screen == app::Screen::about});
    result.push_back({kit::icon::settings, c.tr("nav.settings"), app::Route::settings(),
                      route.screen == app::Screen::settings});
    return result;
}

void draw_brand(Context& c, float width) {
    kit::Frame& frame = c.frame;
    const float height = frame.px(64), side = frame.px(32);
    const kit::Rect rect = frame.layout().place(-1, height);
    const bool rail = frame.room() != kit::Room::wide;
    const float left = rail ? rect.x + std::round((rect.width - side) / 2) : rect.x + frame.px(8);
    kit::draw::logo(frame, {left, rect.y + std::round((height - side) / 2), side, side});
    if (rail)
        return;
    const float x = left + side + frame.px(10);
    // Narrow enough that the name takes two lines, as in the logo.
    kit::place_text(frame, {x, rect.y + frame.px(14), std::min(frame.px(104), rect.x + width - x), frame.px(36)},
                    c.tr("app.name"), {15, 18, kit::Weight::semibold}, frame.theme().on_dark);
}

void draw_back_link(Context& c) {
    kit::Frame& frame = c.frame;
    const kit::Rect rect = frame.layout().place(-1, frame.px(28));
    const std::string label = c.tr("nav.all_reviews");
    const kit::NodeId id = frame.id(label);
    const kit::Interaction interaction = frame.interact(id, rect);
    const kit::Color ink = interaction.hovered ? frame.theme().on_dark : frame.theme().on_dark_2;
    kit::draw::icon(frame, rect.x + frame.px(16), rect.y + rect.height / 2, kit::icon::arrow_left, 16, ink);
    kit::draw::text(frame, rect.x + frame.px(30), rect.y + frame.px(5), label, kit::style::meta, ink);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(3), frame.px(4), 0, frame.theme().focus_on_dark);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = label;
    node.address = app::format_route(app::Route::overview());
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&planner = c.planner] { planner.go(app::Route::overview()); });
}

void draw_review_name(Context& c) {
    kit::Frame& frame = c.frame;
    const app::OpenReview* open = c.planner.current();
    if (!open || !open->ready())
        return;
    const app::ReviewView& view = c.planner.view();
    const process::Process& process = open->process();
    const std::string title = view.title.empty() ? c.tr("review.untitled") : view.title;
    const std::string kind = !open->followed().known() ? c.tr("process.unreadable") : c.tr("review.subtitle", {{"kind", capitalised(process.title.in(c.language()))},
                                                      {"count", std::to_string(view.participants.size())},
                                                      {"participants", process.participants.plural.in(c.language())}});
    const float padding = frame.px(8), width = frame.layout().available() - 2 * padding;
    const float title_height = kit::text_height(frame, title, kit::style::body_strong, width);
    const float kind_height = kit::text_height(frame, kind, kit::style::meta, width);
    const kit::Rect rect = frame.layout().place(-1, title_height + kind_height + frame.px(18));
    kit::place_described_text(frame, {rect.x + padding, rect.y + frame.px(4), width, title_height}, title,
                              kit::style::body_strong, frame.theme().on_dark);
    kit::place_described_text(frame, {rect.x + padding, rect.y + frame.px(6) + title_height, width, kind_height}, kind,
                              kit::style::meta, frame.theme().on_dark_2);
}

void draw_steps(Context& c) {
    const app::OpenReview* open = c.planner.current();
    if (!open || !open->ready())
        return;
    const app::ReviewView& view = c.planner.view();
    const app::Route& route = c.planner.route();
    const process::Step* active =
        route.screen == app::Screen::card ? open->process().step_of_card(route.card) : nullptr;
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const app::StepView& step = view.steps[i];
        if (step.progress.cards == 0 || view.participants.empty())
            continue;
        const std::string number = std::to_string(i + 1);
        const std::string count =
            std::to_string(step.progress.complete_cards) + "/" + std::to_string(step.progress.cards);
        const process::Card* first = open->process().card(step.step->cards.front());
        if (first == nullptr)
            continue;
        const app::Route target = app::Route::card_of(route.review, first->id, view.first_with(*first));
        const std::string address = app::format_route(target);
        if (kit::navigation_step(c.frame, {.number = number, .label = step.step->title.in(c.language()), .count = count,
                                           .address = address, .active = step.step == active}))
            c.frame.defer([&planner = c.planner, target] { planner.go(target); });
    }
}

void draw_foot(Context& c, float width) {
    kit::Frame& frame = c.frame;
    const bool kept = c.planner.storage() != platform::StorageState::memory_only;
    const std::string text = c.tr(kept ? "app.kept_here" : "save.memory_only") + "\n" + c.tr("app.works_offline");
    const float room = width - frame.px(12 + 12 + 8 + 24);
    const float height = kit::text_height(frame, text, kit::style::meta, room);
    const float y = std::max(frame.layout().y() + frame.px(12), frame.input().height - height - frame.px(16));
    frame.layout().space(y - frame.layout().y());
    const kit::Rect rect = frame.layout().place(-1, height + frame.px(16));
    kit::draw::icon(frame, rect.x + frame.px(16), rect.y + frame.px(9), kit::icon::hard_drive, 16,
                    frame.theme().on_dark_2);
    kit::place_described_text(frame, {rect.x + frame.px(32), rect.y, room, height}, text, kit::style::meta,
                              frame.theme().on_dark_2);
}

void draw_side_menu(Context& c) {
    kit::Frame& frame = c.frame;
    const float width = menu_width(frame);
    const kit::Rect area{0, 0, width, frame.input().height};
    const bool full = frame.room() == kit::Room::wide;
    kit::draw::fill(frame, area, frame.theme().navigation);
    kit::Node node;
    node.id = frame.id("menu");
    node.role = kit::Role::navigation;
    node.name = c.tr("nav.main");
    const kit::Container container(frame, std::move(node), area);
    const kit::ScrollArea scroll(frame, {.key = "menu scroll", .area = area, .padding_across = full ? 12.0f : 8.0f,
                                         .gap = 2, .bars = kit::ScrollBars::hidden});
    draw_brand(c, width);
    const bool in_review = !c.planner.route().review.empty();
    if (full && in_review) {
        draw_back_link(c);
        draw_review_name(c);
    }
    const auto list = entries(c);
    for (std::size_t i = full && in_review ? 1 : 0; i < list.size(); ++i) {
        draw_entry(c, list[i], full ? NavigationShape::full : NavigationShape::rail);
        if (full && in_review && list[i].route.screen == app::Screen::cards)
            draw_steps(c);
    }
    if (full)
        draw_foot(c, width);
}

constexpr std::size_t bar_places = 5; ///< what a thumb can tell apart on the narrowest phone

/// The entries that have no place in the bar of a phone.
void draw_more(Context& c, const std::vector<Entry>& hidden) {
    std::vector<kit::MenuItem> items;
    bool active = false;
    for (const Entry& entry : hidden) {
        items.push_back({entry.label, std::string(entry.icon)});
        active = active || entry.active;
    }
    if (shows_review(c)) {
        items.push_back({c.tr("calendar.open"), std::string(kit::icon::calendar)});
        items.push_back({c.tr("share.open"), std::string(kit::icon::share_2)});
    }
    const std::string label = c.tr("nav.more");
    const kit::NavigationItem more{.icon = kit::icon::ellipsis, .label = label, .active = active,
                                   .shape = NavigationShape::bar};
    if (const auto chosen = kit::navigation_menu(c.frame, more, std::move(items)))
        c.frame.defer([&planner = c.planner, &state = c.state, shares = *chosen > hidden.size(), target = *chosen < hidden.size() ? std::optional(hidden[*chosen].route) : std::nullopt] {
            if (target)
                planner.go(*target);
            else
                state.dialog = shares ? DialogKind::share : DialogKind::calendar;
        });
}

void draw_bottom_bar(Context& c) {
    kit::Frame& frame = c.frame;
    const float height = bottom_bar_height(frame);
    const kit::Rect area{0, frame.input().height - height, frame.input().width, height};
    kit::draw::fill(frame, area, frame.theme().surface);
    kit::draw::fill(frame, {area.x, area.y, area.width, 1}, frame.theme().line);
    kit::Node node;
    node.id = frame.id("menu");
    node.role = kit::Role::navigation;
    node.name = c.tr("nav.main");
    const kit::Container container(frame, std::move(node), area);
    auto list = entries(c);
    list.front().label = c.tr("nav.reviews_short");
    for (Entry& entry : list)
        if (entry.route.screen == app::Screen::about && list.size() <= bar_places)
            entry.label = c.tr("nav.about_short");
    const std::size_t places = std::min(list.size(), bar_places);
    const float width = std::floor(area.width / static_cast<float>(places));
    for (std::size_t i = 0; i < places; ++i) {
        const kit::Column column(frame.layout(), area.x + static_cast<float>(i) * width, area.y, width, 0);
        if (i + 1 == places && list.size() > places)
            draw_more(c, {list.begin() + static_cast<std::ptrdiff_t>(i), list.end()});
        else
            draw_entry(c, list[i], NavigationShape::bar);
    }
}

} // namespace

float menu_width(kit::Frame& frame) {
    switch (frame.room()) {
    case kit::Room::wide: return frame.px(212);
    case kit::Room::medium: return frame.px(64);
    case kit::Room::narrow: return 0;
    }
    return 0;
}

float bottom_bar_height(kit::Frame& frame) {
    return frame.room() == kit::Room::narrow ? frame.px(68) : 0;
}

void draw_menu_bar(Context& c) {
    if (c.frame.room() == kit::Room::narrow)
        draw_bottom_bar(c);
    else
        draw_side_menu(c);
}

} // namespace planner::ui
