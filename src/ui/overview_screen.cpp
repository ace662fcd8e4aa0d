#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/menu.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/side_by_side.h"
#include "ui/task_words.h"
#include "ui/today_card.h"

#include "app/known_processes.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

struct Item {
    const app::Summary* summary;
    std::string title, kind, people, step, changed;
    std::vector<kit::StepState> steps;
};

std::string joined(const std::vector<std::string>& names) {
    std::string result;
    for (const std::string& name : names)
        result += (result.empty() ? "" : ", ") + name;
    return result;
}

Item describe(Context& c, const app::Summary& summary) {
    Item item{&summary, summary.title.empty() ? c.tr("overview.untitled") : summary.title, "", "", "", "", {}};
    std::size_t steps = summary.steps;
    std::string step_name = summary.step_name;
    item.kind = summary.kind;
    if (const process::Process* process = summary.kind.empty() ? app::known_process(summary.process) : nullptr) {
        item.kind = capitalised(process->title.in(c.language()));
        steps = process->steps.size();
        if (summary.step < steps)
            step_name = process->steps[summary.step].title.in(c.language());
    }
    for (std::size_t i = 0; i < steps; ++i)
        item.steps.push_back(i < summary.step    ? kit::StepState::done
                             : i == summary.step ? kit::StepState::current
                                                 : kit::StepState::open);
    if (summary.step < steps)
        item.step = c.tr("step.label", {{"number", std::to_string(summary.step + 1)}, {"name", step_name}});
    item.people = summary.participants.empty() ? c.tr("overview.no_participants") : joined(summary.participants);
    item.changed = c.planner.moment_text(summary.changed);
    return item;
}

void draw_item_menu(Context& c, const Item& item) {
    const auto chosen = kit::menu_button(
        c.frame, {.icon = kit::icon::ellipsis, .name = c.tr("overview.more_named", {{"title", item.title}})},
        {{c.tr("action.open"), std::string(kit::icon::folder_open)},
         {c.tr("action.copy"), std::string(kit::icon::copy)},
         {c.tr("action.remove"), std::string(kit::icon::trash_2), true}});
    if (!chosen)
        return;
    c.frame.defer([&planner = c.planner, id = item.summary->id, choice = *chosen] {
        if (choice == 0)
            planner.go(app::Route::dashboard(id));
        else if (choice == 1)
            planner.copy_review(id);
        else
            planner.remove_safely(id);
    });
}

/// The title as a link; the row around it takes the pointer too.
void draw_title_link(Context& c, const Item& item, const kit::Rect& rect, const kit::Rect& ring) {
    kit::Frame& frame = c.frame;
    const kit::NodeId id = frame.id("open");
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = item.title;
    node.address = app::format_route(app::Route::dashboard(item.summary->id));
    // High enough to hit: a tool that points at the link itself knows nothing of the row.
    const float top = std::max(ring.y, rect.y - frame.px(2)), bottom = std::min(ring.bottom(), rect.bottom() + frame.px(2));
    frame.tree().add(std::move(node), {rect.x, top, rect.width, bottom - top});
    if (frame.take(id, kit::ActionKind::click))
        frame.defer([&planner = c.planner, review = item.summary->id] { planner.go(app::Route::dashboard(review)); });
    if (frame.is_focus_visible(id))
        frame.focus_ring(ring.inset(3), frame.px(8), 0);
    kit::place_text(frame, rect, item.title, kit::style::body_strong, frame.theme().ink);
}

void draw_save_chip(Context& c, const std::string& id) {
    const app::SaveState state = c.planner.save_state(id);
    if (state.kind == app::SaveKind::failed)
        kit::chip(c.frame, {.label = c.tr("save.failed"), .icon = kit::icon::triangle_alert, .tone = kit::Tone::late});
    else if (state.kind == app::SaveKind::memory_only)
        kit::chip(c.frame, {.label = c.tr("save.memory_only_short"), .icon = kit::icon::info, .tone = kit::Tone::warn});
    else if (state.kind == app::SaveKind::saved)
        kit::chip(c.frame, {.label = c.tr("save.saved"), .icon = kit::icon::check, .tone = kit::Tone::ok});
    else
        kit::chip(c.frame, {.label = c.tr("save.saving"), .tone = kit::Tone::neutral});
}

void draw_conflict_chip(Context& c, const Item& item) {
    if (item.summary->conflicts > 0)
        kit::chip(c.frame, {.label = c.planner.texts().count("overview.conflicts", item.summary->conflicts),
                            .icon = kit::icon::git_compare, .tone = kit::Tone::warn});
}

constexpr float cell_gap = 4, step_bar_height = 8, chip_height = 24; ///< unscaled, as the kit draws them

/// Height of the bar, the step in words and the number of conflicts below each other, CSS px.
float progress_height(Context& c, const Item& item, float width) {
    kit::Frame& frame = c.frame;
    const float step = frame.px(step_bar_height) + frame.px(cell_gap) + kit::text_height(frame, item.step, kit::style::meta, width);
    return item.summary->conflicts > 0 ? step + frame.px(cell_gap) + frame.px(chip_height) : step;
}

class Cell {
public:
    Cell(Context& c, std::string_view key, kit::Role role, float x, float y, float width, float height)
        : container_(c.frame, node(c.frame, key, role), {x, y, width, height}),
          column_(c.frame.layout(), x, y, width, c.frame.px(cell_gap)) {}

private:
    static kit::Node node(kit::Frame& frame, std::string_view key, kit::Role role) {
        kit::Node result;
        result.id = frame.id(key);
        result.role = role;
        return result;
    }
    kit::Container container_;
    kit::Column column_;
};

struct Columns {
    float review, step, changed, saved, menu;
};

Columns columns(kit::Frame& frame, float width) {
    const float step = frame.px(170), changed = frame.px(150), saved = frame.px(140), menu = frame.px(52);
    return {width - step - changed - saved - menu - frame.px(18), step, changed, saved, menu};
}

void draw_table_head(Context& c, float width) {
    kit::Frame& frame = c.frame;
    const kit::Rect rect = frame.layout().place(width, frame.px(37));
    kit::draw::fill(frame, {rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 1}, frame.theme().row_head, frame.px(11));
    kit::draw::fill(frame, {rect.x, rect.bottom() - 1, rect.width, 1}, frame.theme().line);
    kit::Node node;
    node.id = frame.id("head");
    node.role = kit::Role::row;
    const kit::Container row(frame, std::move(node), rect);
    const Columns at = columns(frame, width);
    float x = rect.x + frame.px(18);
    const auto head = [&](std::string_view key, float column) {
        kit::Node cell;
        cell.id = frame.id(key);
        cell.role = kit::Role::column_header;
        cell.name = c.tr(key);
        frame.tree().add(std::move(cell), {x, rect.y, column, rect.height});
        kit::draw::text(frame, x, rect.y + frame.px(10), c.tr(key), kit::style::meta_strong, frame.theme().ink_2);
        x += column;
    };
    head("overview.column.review", at.review);
    head("overview.column.step", at.step);
    head("overview.column.changed", at.changed);
    head("overview.column.saved", at.saved);
    kit::Node cell;
    cell.id = frame.id("actions");
    cell.role = kit::Role::column_header;
    cell.name = c.tr("overview.column.actions");
    frame.tree().add(std::move(cell), {x, rect.y, at.menu, rect.height});
}

enum class RowPlace { inner, last };

void draw_table_row(Context& c, const Item& item, float width, RowPlace place) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, item.summary->id);
    const Columns at = columns(frame, width);
    const std::string meta = item.kind + " · " + item.people;
    const float text = at.review - frame.px(24);
    const float title_height = kit::text_height(frame, item.title, kit::style::body_strong, text);
    const float meta_height = kit::text_height(frame, meta, kit::style::meta, text);
    const float progress = progress_height(c, item, at.step);
    const float height = std::max({frame.px(69), title_height + meta_height + frame.px(26), progress + frame.px(20)});
    const kit::Rect rect = frame.layout().place(width, height);
    const kit::Interaction interaction = frame.interact(frame.id("row"), rect, kit::Enabled::yes, kit::Overlap::allowed);
    if (interaction.hovered)
        kit::draw::fill(frame, {rect.x + 1, rect.y, rect.width - 2, rect.height - 1}, frame.theme().hover,
                        place == RowPlace::last ? frame.px(11) : 0);
    if (place == RowPlace::inner)
        kit::draw::fill(frame, {rect.x, rect.bottom() - 1, rect.width, 1}, frame.theme().line_soft);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, id = item.summary->id] { planner.go(app::Route::dashboard(id)); });

    kit::Node node;
    node.id = frame.id("table row");
    node.role = kit::Role::row;
    const kit::Container row(frame, std::move(node), rect);
    float x = rect.x + frame.px(18);
    const float top = rect.y + std::round((height - title_height - meta_height - frame.px(2)) / 2);
    {
        const Cell cell(c, "review", kit::Role::cell, x, rect.y, at.review, height);
        draw_title_link(c, item, {x, top, text, title_height}, rect);
        kit::place_described_text(frame, {x, top + title_height + frame.px(2), text, meta_height}, meta, kit::style::meta,
                                  frame.theme().ink_2);
    }
    x += at.review;
    const float middle = rect.y + std::round(height / 2);
    {
        const Cell cell(c, "step", kit::Role::cell, x, middle - std::round(progress / 2), at.step, progress);
        kit::step_bar(frame, item.steps, item.step);
        kit::text(frame, item.step, {.style = kit::style::meta, .color = frame.theme().ink_2});
        draw_conflict_chip(c, item);
    }
    x += at.step;
    {
        const Cell cell(c, "changed", kit::Role::cell, x, middle - frame.px(9), at.changed, height);
        kit::text(frame, item.changed, {.style = kit::style::meta, .color = frame.theme().ink_2});
    }
    x += at.changed;
    {
        const Cell cell(c, "saved", kit::Role::cell, x, middle - frame.px(12), at.saved, height);
        draw_save_chip(c, item.summary->id);
    }
    x += at.saved;
    const Cell cell(c, "actions", kit::Role::cell, x, middle - frame.px(18), at.menu, height);
    draw_item_menu(c, item);
}

void draw_table(Context& c, const std::vector<Item>& items) {
    kit::Frame& frame = c.frame;
    const kit::Card card(frame, {.padding = 0, .gap = 0});
    const float width = frame.layout().available();
    kit::Node node;
    node.id = frame.id("table");
    node.role = kit::Role::table;
    node.name = c.tr("overview.list");
    const kit::Rect start{frame.layout().x(), frame.layout().y(), width, 0};
    const kit::Container table(frame, std::move(node), start);
    draw_table_head(c, width);
    for (const Item& item : items)
        draw_table_row(c, item, width, &item == &items.back() ? RowPlace::last : RowPlace::inner);
    if (kit::Node* added = frame.tree().find_open(table.id()))
        added->box.height = frame.layout().y() - start.y;
}

void draw_phone_item(Context& c, const Item& item) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, item.summary->id);
    kit::Node node;
    node.id = frame.id("item");
    node.role = kit::Role::list_item;
    const kit::Container container(frame, std::move(node),
                                   {frame.layout().x(), frame.layout().y(), frame.layout().available(), 1});
    const kit::Card card(frame, {.gap = 6});
    const float width = frame.layout().available(), menu = frame.px(48);
    const float title_height = kit::text_height(frame, item.title, kit::style::body_strong, width - menu);
    const float row_height = std::max(frame.px(44), title_height);
    const kit::Rect row = frame.layout().place(-1, row_height);
    const kit::Rect title{row.x, row.y, width - menu, row_height};
    const kit::Interaction interaction = frame.interact(frame.id("row"), title);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, id = item.summary->id] { planner.go(app::Route::dashboard(id)); });
    draw_title_link(c, item, title, title);
    {
        const kit::Column column(frame.layout(), row.right() - frame.px(44), row.y, frame.px(44), 0);
        draw_item_menu(c, item);
    }
    kit::text(frame, item.kind + " · " + item.people, {.style = kit::style::meta, .color = frame.theme().ink_2});
    kit::step_bar(frame, item.steps, item.step);
    kit::text(frame, item.step + " · " + item.changed, {.style = kit::style::meta, .color = frame.theme().ink_2});
    const kit::Row chips(frame.layout(), frame.px(8));
    draw_save_chip(c, item.summary->id);
    draw_conflict_chip(c, item);
}

void draw_search(Context& c, std::size_t found) {
    kit::Frame& frame = c.frame;
    const float width = std::min(frame.layout().available(), frame.px(380));
    const float x = frame.layout().x(), y = frame.layout().y();
    float height = 0;
    {
        const kit::Column column(frame.layout(), x, y, width, 0);
        const kit::FieldResult field = kit::field(
            frame, {.label = c.tr("overview.search"), .value = c.state.search, .placeholder = c.tr("overview.search_hint"),
                    .input = kit::FieldInput::search, .label_place = kit::LabelPlace::hidden, .icon = kit::icon::search});
        if (field.changed)
            c.state.search = *field.changed;
        height = column.bottom() - y;
    }
    const std::string count = c.planner.texts().count(c.state.search.empty() ? "overview.count" : "overview.found", found);
    const float text = std::ceil(kit::text_width(frame, count, kit::style::meta)) + 1;
    if (frame.layout().available() - width > text + frame.px(16)) {
        const kit::Column column(frame.layout(), x + width + frame.px(16), y + std::round((height - frame.px(18)) / 2), text + 1, 0);
        kit::text(frame, count, {.style = kit::style::meta, .color = frame.theme().ink_3});
    }
    frame.layout().place(-1, height);
}

void draw_removed(Context& c) {
    const auto removed = c.planner.overview().removed();
    if (removed.empty())
        return;
    kit::Frame& frame = c.frame;
    kit::heading(frame, 2, c.tr("overview.removed"), {.style = kit::style::card_title, .color = frame.theme().ink_2});
    const kit::Card card(frame, {.gap = 4});
    for (const app::Summary* summary : removed) {
        const kit::Scope scope(frame, summary->id);
        const std::string title = summary->title.empty() ? c.tr("overview.untitled") : summary->title;
        const kit::Row row(frame.layout(), frame.px(12), frame.px(40));
        kit::text(frame, title, {.color = frame.theme().ink_2});
        if (kit::button(frame, {.label = c.tr("overview.restore"), .icon = kit::icon::rotate_ccw,
                                .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small,
                                .name = c.tr("overview.restore_named", {{"title", title}})}))
            frame.defer([&planner = c.planner, id = summary->id] { planner.restore_review(id); });
    }
}

void draw_drop_zone(Context& c) {
    kit::Frame& frame = c.frame;
    if (frame.room() == kit::Room::narrow)
        return;
    const kit::Card card(frame, {.kind = kit::CardKind::drop_zone, .padding = 18});
    kit::text(frame, c.tr("overview.drop_title") + " " + c.tr("overview.drop_text"),
              {.color = frame.theme().ink_2, .icon = kit::icon::upload, .icon_size = 20});
}

void draw_list(Context& c, const std::vector<Item>& items) {
    if (items.empty()) {
        const kit::Card card(c.frame, {.padding = 32});
        const bool searching = !c.state.search.empty();
        kit::empty_state(c.frame, {.text = searching ? c.tr("overview.none_found", {{"query", c.state.search}})
                                                     : c.tr("overview.empty_text"),
                                   .icon = searching ? kit::icon::search : kit::icon::layers});
        return;
    }
    if (c.frame.room() != kit::Room::narrow && c.frame.layout().available() > c.frame.px(760)) {
        draw_table(c, items);
        return;
    }
    kit::Node node;
    node.id = c.frame.id("list");
    node.role = kit::Role::list;
    node.name = c.tr("overview.list");
    const kit::Container list(c.frame, std::move(node), {c.frame.layout().x(), c.frame.layout().y(), c.frame.layout().available(), 1});
    for (const Item& item : items)
        draw_phone_item(c, item);
}

} // namespace

void draw_overview_screen(Context& c) {
    draw_shell(c, {.title = c.tr("overview.title"), .header = HeaderKind::overview, .back = app::Route::overview()}, [&] {
        const auto found = c.planner.overview().matching(c.state.search);
        const auto draw_reviews = [&] {
            draw_search(c, found.size());
            std::vector<Item> items;
            for (const app::Summary* summary : found)
                items.push_back(describe(c, *summary));
            draw_list(c, items);
            draw_drop_zone(c);
            draw_removed(c);
        };
        if (c.frame.room() == kit::Room::wide) {
            draw_columns(c, 300, draw_reviews, [&] { draw_today_card(c); });
            return;
        }
        draw_today_card(c);
        draw_reviews();
    });
}

} // namespace planner::ui
