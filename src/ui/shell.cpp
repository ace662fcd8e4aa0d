#include "ui/shell.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/scroll.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/kit/toast.h"
#include "ui/conflict_place.h"
#include "ui/menu_bar.h"
#include "ui/print_screen.h"
#include "ui/screens.h"

#include "app/known_processes.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

struct SaveLook {
    std::string text;
    std::string_view icon;
    kit::Color color;
};

/// The state is drawn before the fields are: what they are about to be given is not saved.
app::SaveState shown_save_state(Context& c) {
    app::SaveState state = c.planner.save_state();
    if (state.kind == app::SaveKind::saved && c.frame.has_unread_writing())
        state.kind = app::SaveKind::dirty;
    return state;
}

SaveLook save_look(Context& c) {
    const kit::Theme& t = c.frame.theme();
    const app::SaveState state = shown_save_state(c);
    switch (state.kind) {
    case app::SaveKind::saved:
        return {state.time == 0 ? c.tr("save.saved")
                                : c.tr("save.saved_at", {{"time", c.planner.time_text(state.time)}}),
                kit::icon::circle_check, t.ok};
    case app::SaveKind::dirty:
    case app::SaveKind::saving: return {c.tr("save.saving"), kit::icon::refresh_cw, t.ink_3};
    case app::SaveKind::failed: return {c.tr("save.failed"), kit::icon::triangle_alert, t.late};
    case app::SaveKind::memory_only: return {c.tr("save.memory_only_short"), kit::icon::info, t.warn};
    }
    return {};
}

/// "2 verschillen"; "" when there is nothing to choose.
std::string conflict_count(Context& c) {
    const std::size_t count = c.planner.view().conflict_count;
    return count == 0 ? "" : c.planner.texts().count("conflict.count", count);
}

float conflict_count_width(Context& c) {
    const std::string count = conflict_count(c);
    return count.empty() ? 0 : std::ceil(kit::text_width(c.frame, count, kit::style::meta_strong)) + c.frame.px(15) + c.frame.px(4) + c.frame.px(12);
}

/// Leads to the first one.
void draw_conflict_count(Context& c) {
    const std::string count = conflict_count(c);
    if (!count.empty() && kit::link(c.frame, {.label = count, .icon = kit::icon::git_compare, .key = "differences"}))
        c.frame.defer([&planner = c.planner, &state = c.state, first = c.planner.view().conflicts.front().conflicts.front()] {
            show_conflict(planner, state, first);
        });
}

void draw_step_buttons(Context& c) {
    const auto step_button = [&](app::Step step, std::string_view icon, std::string_view key) {
        const bool possible = c.planner.can_step(step);
        if (kit::icon_button(c.frame, {.icon = icon, .name = c.tr(key),
                                       .enabled = possible ? kit::Enabled::yes : kit::Enabled::no}))
            c.frame.defer([&planner = c.planner, step] { planner.step(step); });
    };
    step_button(app::Step::undo, kit::icon::undo_2, "action.undo");
    step_button(app::Step::redo, kit::icon::redo_2, "action.redo");
}

void draw_print_button(Context& c) {
    if (kit::icon_button(c.frame, {.icon = kit::icon::printer, .name = c.tr("print.action")}))
        c.frame.defer([&planner = c.planner, &state = c.state] { planner.print(sheet_of_screen(planner, state)); });
}

enum class Shown { label, icon };

struct HeaderAction {
    std::string label;
    std::string_view icon;
    kit::ButtonKind kind;
    void (*run)(Context&);
    Shown shown = Shown::label;
};

std::vector<HeaderAction> header_actions(Context& c, HeaderKind kind) {
    app::Planner& planner = c.planner;
    if (c.state.presenting)
        return {{c.tr("card.present_end"), kit::icon::minimize_2, kit::ButtonKind::secondary,
                 [](Context& in) { in.state.presenting = false; }}};
    std::vector<HeaderAction> actions;
    const HeaderAction codes{c.tr("codes.read"), kit::icon::qr_code, kit::ButtonKind::secondary,
                             [](Context& in) { in.planner.read_codes(); }, Shown::icon};
    if (kind == HeaderKind::overview) {
        actions.push_back({c.tr("overview.example"), kit::icon::eye, kit::ButtonKind::quiet,
                           [](Context& in) { in.planner.open_example(app::first_example()); }});
        actions.push_back({c.tr("overview.open_file"), kit::icon::folder_open, kit::ButtonKind::secondary,
                           [](Context& in) { in.planner.pick_files(); }});
        actions.push_back(codes);
        actions.push_back({c.tr("overview.new"), kit::icon::plus, kit::ButtonKind::primary,
                           [](Context& in) { open_new_review(in); }});
        return actions;
    }
    // On a phone these are in the menu, or with all reviews: the tools keep to one line.
    const bool shares = c.frame.room() != kit::Room::narrow && planner.current() && planner.current()->ready();
    if (shares)
        actions.push_back({c.tr("calendar.open"), kit::icon::calendar, kit::ButtonKind::secondary,
                           [](Context& in) { in.state.dialog = DialogKind::calendar; }});
    actions.push_back({c.tr("review.open_file"), kit::icon::folder_open, kit::ButtonKind::secondary,
                       [](Context& in) { in.planner.pick_files(); }});
    if (shares)
        actions.push_back(codes);
    // Sharing offers the same file: what is pressed most often stays one press.
    actions.push_back({c.tr("review.download"), kit::icon::download, kit::ButtonKind::primary,
                       [](Context& in) { in.planner.download(); }, shares ? Shown::icon : Shown::label});
    if (shares)
        actions.push_back({c.tr("share.open"), kit::icon::share_2, kit::ButtonKind::primary,
                           [](Context& in) { in.state.dialog = DialogKind::share; }});
    return actions;
}

float actions_width(Context& c, const std::vector<HeaderAction>& actions) {
    float width = 0;
    for (const HeaderAction& action : actions)
        width += action.shown == Shown::icon
                     ? c.frame.px(48)
                     : kit::button_width(c.frame, {.label = action.label, .icon = action.icon, .kind = action.kind}) + c.frame.px(12);
    return width;
}

void draw_actions(Context& c, const std::vector<HeaderAction>& actions, bool icons_only) {
    for (const HeaderAction& action : actions) {
        const bool pressed =
            icons_only || action.shown == Shown::icon
                       ? kit::icon_button(c.frame, {.icon = action.icon, .name = action.label})
                       : kit::button(c.frame, {.label = action.label, .icon = action.icon, .kind = action.kind});
        if (pressed)
            c.frame.defer([c, run = action.run]() mutable { run(c); });
    }
}

bool shows_review_tools(Context& c, const Shell& shell) {
    const app::OpenReview* open = c.planner.current();
    return !c.state.presenting && shell.header == HeaderKind::review && open && open->ready();
}

/// Width of the tools at the right of the header: state of saving, undo and redo, actions.
float tools_width(Context& c, const Shell& shell, const std::vector<HeaderAction>& actions, bool icons_only) {
    float width = icons_only ? static_cast<float>(actions.size()) * c.frame.px(48) : actions_width(c, actions);
    if (shows_review_tools(c, shell)) {
        const float state = kit::text_width(c.frame, save_look(c).text, kit::style::meta);
        width += conflict_count_width(c) + std::ceil(state) + c.frame.px(22 + 12) + 2 * c.frame.px(36 + 12) + c.frame.px(13);
        if (has_sheet(c.planner.route()))
            width += c.frame.px(36 + 12);
    }
    return width;
}

void draw_tools(Context& c, const Shell& shell, const std::vector<HeaderAction>& actions, bool icons_only) {
    if (shows_review_tools(c, shell)) {
        draw_conflict_count(c);
        if (c.frame.room() == kit::Room::narrow && c.planner.view().conflict_count > 0)
            c.frame.layout().place(c.frame.px(8), c.frame.px(24));
        draw_save_state(c, kit::Ground::light);
        const kit::Rect line = c.frame.layout().place(1, c.frame.px(24));
        kit::draw::fill(c.frame, line, c.frame.theme().line);
        draw_step_buttons(c);
        if (has_sheet(c.planner.route()))
            draw_print_button(c);
    }
    draw_actions(c, actions, icons_only);
}

void draw_titles(Context& c, const Shell& shell, kit::Color ink, kit::Color soft) {
    kit::heading(c.frame, 1, shell.title, {.style = kit::style::title, .color = ink});
    if (!shell.subtitle.empty())
        kit::text(c.frame, shell.subtitle, {.style = kit::style::meta, .color = soft});
}

/// The header of a laptop screen: titles left, tools right, the tools below when they do not fit beside.
float draw_wide_header(Context& c, const Shell& shell, const kit::Rect& area) {
    kit::Frame& frame = c.frame;
    const float padding = frame.px(24), room = area.width - 2 * padding;
    const auto actions = header_actions(c, shell.header);
    bool icons_only = false;
    if (tools_width(c, shell, actions, false) + frame.px(260) > room)
        icons_only = true;
    const float tools = tools_width(c, shell, actions, icons_only);
    const bool beside = tools + frame.px(220) <= room;
    float bottom = area.y;
    {
        const kit::Column column(frame.layout(), area.x + padding, area.y + frame.px(shell.subtitle.empty() ? 18 : 9),
                                 beside ? room - tools : room, 0);
        draw_titles(c, shell, frame.theme().ink, frame.theme().ink_3);
        bottom = column.bottom();
    }
    const float height = std::max(frame.px(64), bottom - area.y + frame.px(9));
    if (beside) {
        const float gap = frame.px(12);
        const kit::Column column(frame.layout(), area.right() - padding - tools + gap, area.y, tools - gap + 1, 0);
        const kit::Row row(frame.layout(), gap, height);
        draw_tools(c, shell, actions, icons_only);
        return height;
    }
    const kit::Column column(frame.layout(), area.x + padding, bottom + frame.px(4), room, 0);
    {
        const kit::Row row(frame.layout(), frame.px(12), frame.px(40));
        draw_tools(c, shell, actions, icons_only);
    }
    return column.bottom() - area.y + frame.px(8);
}

float draw_phone_header(Context& c, const Shell& shell, const kit::Rect& area) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    kit::draw::Underlay underlay(frame);
    const bool has_back = shell.back != c.planner.route();
    const float side = frame.px(44), padding = frame.px(has_back ? 4 : 16);
    float bottom = 0;
    const float left = area.x + padding + (has_back ? side + frame.px(4) : 0);
    if (has_back) {
        const kit::Column column(frame.layout(), area.x + padding, area.y + frame.px(10), side, 0);
        if (kit::icon_button(frame, {.icon = kit::icon::arrow_left, .name = c.tr("action.back"),
                                     .ground = kit::Ground::dark}))
            frame.defer([&planner = c.planner, route = shell.back] { planner.go(route); });
    }
    {
        const kit::Column column(frame.layout(), left, area.y + frame.px(shell.subtitle.empty() ? 20 : 11),
                                 area.right() - left - frame.px(16), 0);
        kit::heading(frame, 1, shell.title, {.style = {17, 24, kit::Weight::semibold}, .color = t.on_dark});
        if (!shell.subtitle.empty())
            kit::text(frame, shell.subtitle, {.style = kit::style::meta, .color = t.on_dark_2});
        bottom = column.bottom();
    }
    const float dark_height = std::max(frame.px(64), bottom - area.y + frame.px(10));
    float tools_bottom = area.y + dark_height;
    {
        const kit::Column column(frame.layout(), area.x + frame.px(16), area.y + dark_height + frame.px(4),
                                 area.width - frame.px(24), 0);
        {
            const kit::Row row(frame.layout(), frame.px(2), side);
            draw_tools(c, shell, header_actions(c, shell.header), true);
        }
        tools_bottom = column.bottom() + frame.px(4);
    }
    underlay.under();
    kit::draw::fill(frame, {area.x, area.y, area.width, dark_height}, t.navigation);
    kit::draw::fill(frame, {area.x, area.y + dark_height, area.width, tools_bottom - area.y - dark_height}, t.surface);
    kit::draw::fill(frame, {area.x, tools_bottom - 1, area.width, 1}, t.line);
    return tools_bottom - area.y;
}

float draw_header(Context& c, const Shell& shell, const kit::Rect& area) {
    kit::Frame& frame = c.frame;
    HeaderFrame header(frame, area);
    float height = 0;
    if (frame.room() == kit::Room::narrow) {
        height = draw_phone_header(c, shell, area);
    } else {
        kit::draw::Underlay underlay(frame);
        height = draw_wide_header(c, shell, area);
        underlay.under();
        kit::draw::fill(frame, {area.x, area.y, area.width, height}, frame.theme().surface);
        kit::draw::fill(frame, {area.x, area.y + height - 1, area.width, 1}, frame.theme().line);
    }
    header.set_height(height);
    return height;
}

std::string_view failure_key(platform::SaveOutcome outcome) {
    switch (outcome) {
    case platform::SaveOutcome::quota_exceeded: return "save.failed.quota";
    case platform::SaveOutcome::aborted: return "save.failed.aborted";
    case platform::SaveOutcome::connection_lost: return "save.failed.connection";
    case platform::SaveOutcome::blocked: return "save.failed.blocked";
    case platform::SaveOutcome::saved:
    case platform::SaveOutcome::newer_version: // has a notice of its own
    case platform::SaveOutcome::failed: break;
    }
    return "save.failed.other";
}

/// What stands still beside the content while that scrolls; answers the width it takes.
float draw_side_panel(Context& c, const Shell& shell, const kit::Rect& area) {
    if (!shell.side || c.state.presenting || c.frame.room() != kit::Room::wide)
        return 0;
    const float margin = c.frame.px(24), width = c.frame.px(228);
    const kit::ScrollArea scroll(c.frame, {.key = "side", .area = {area.x + margin, area.y, width, area.height},
                                           .padding_top = 20, .padding_bottom = 24, .bars = kit::ScrollBars::hidden});
    shell.side();
    return margin + width;
}

} // namespace

void draw_notices(Context& c) {
    app::Planner& planner = c.planner;
    const app::SaveState state = planner.save_state();
    if (planner.storage() == platform::StorageState::memory_only)
        kit::banner(c.frame, {.text = c.tr("save.memory_only") + ". " + c.tr("save.memory_only_text"),
                              .icon = kit::icon::triangle_alert, .tone = kit::Tone::warn, .key = "memory"});
    if (planner.storage() == platform::StorageState::newer_version || state.newer_version)
        kit::banner(c.frame, {.text = c.tr("save.newer_version"), .icon = kit::icon::triangle_alert,
                              .tone = kit::Tone::warn, .key = "newer"});
    if (planner.storage() == platform::StorageState::blocked)
        kit::banner(c.frame, {.text = c.tr("save.failed.blocked"), .icon = kit::icon::triangle_alert,
                              .tone = kit::Tone::warn, .key = "blocked"});
    if (state.kind == app::SaveKind::failed && !state.newer_version &&
        kit::banner(c.frame, {.text = c.tr("save.failed.title") + ". " + c.tr(failure_key(state.reason)),
                              .icon = kit::icon::triangle_alert, .tone = kit::Tone::late,
                              .action = c.tr("save.retry"), .key = "failed"}) == kit::BannerPress::action)
        c.frame.defer([&planner] { planner.retry_save(); });
    if (planner.update_available() &&
        kit::banner(c.frame, {.text = c.tr("update.available"), .icon = kit::icon::info, .tone = kit::Tone::info,
                              .action = c.tr("update.apply"), .key = "update"}) == kit::BannerPress::action)
        c.frame.defer([&planner] { planner.apply_update(); });
}

void draw_save_state(Context& c, kit::Ground ground) {
    kit::Frame& frame = c.frame;
    const SaveLook look = save_look(c);
    const kit::Color color = ground == kit::Ground::dark ? frame.theme().on_dark_2 : look.color;
    const float icon = frame.px(22), line = frame.px(18);
    const float text = std::ceil(kit::text_width(frame, look.text, kit::style::meta)) + 1;
    const kit::Rect rect = frame.layout().place(icon + text, line);
    kit::draw::icon(frame, rect.x + frame.px(8), rect.y + line / 2, look.icon, 16, color);
    kit::place_text(frame, {rect.x + icon, rect.y, text, line}, look.text, kit::style::meta, color);
    kit::Node node;
    node.id = frame.id("save state");
    node.role = kit::Role::status;
    node.name = look.text;
    node.busy = c.planner.save_state().kind == app::SaveKind::saving;
    frame.tree().add(std::move(node), rect);
}

void draw_shell(Context& c, const Shell& shell, kit::Draw content) {
    kit::Frame& frame = c.frame;
    const bool phone = frame.room() == kit::Room::narrow, menu = !c.state.presenting;
    const float left = menu ? menu_width(frame) : 0, foot = menu ? bottom_bar_height(frame) : 0;
    if (menu && !phone)
        draw_menu_bar(c);
    const kit::Rect page{left, 0, frame.input().width - left, frame.input().height - foot};
    const bool scrolls = header_scrolls(frame);
    float top = 0;
    if (!scrolls)
        top = draw_header(c, shell, page);
    {
        const kit::Rect area{page.x, top, page.width, std::max(1.0f, page.height - top)};
        kit::Node node;
        node.id = frame.id("main");
        node.role = kit::Role::main;
        const kit::Container container(frame, std::move(node), area);
        const std::string key = "content " + app::format_route(c.planner.route());
        const float across = phone ? 16 : 24;
        const float side = draw_side_panel(c, shell, area);
        const kit::Rect rest{area.x + side, area.y, area.width - side, area.height};
        const kit::ScrollArea scroll(frame, {.key = key, .area = rest, .padding_across = across,
                                             .padding_top = scrolls ? 0.0f : 20.0f,
                                             .padding_bottom = 24 + kit::toast_room(frame),
                                             .widest = shell.content_width, .gap = 16,
                                             .placing = side > 0 ? kit::Placing::start : kit::Placing::centered});
        c.state.content = scroll.id();
        c.state.content_top = area.y - frame.scroll_offset(scroll.id()).y;
        if (scrolls)
            place_scrolling_header(frame, area, [&](const kit::Rect& wide) { return draw_header(c, shell, wide) + frame.px(4); });
        draw_notices(c);
        content();
    }
    if (menu && phone)
        draw_menu_bar(c);
}

} // namespace planner::ui
