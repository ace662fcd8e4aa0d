#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/scroll.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/menu_bar.h"
#include "ui/process_choice.h"
#include "ui/screens.h"
#include "ui/shell.h"

#include "app/known_processes.h"

namespace planner::ui {

namespace {

struct Choice {
    std::string_view title, text, icon;
    kit::ButtonKind kind;
    kit::Tone tone;
};

/// `below` draws what stands under the button.
bool draw_choice(Context& c, const Choice& choice, void (*below)(Context&) = nullptr) {
    kit::Frame& frame = c.frame;
    const bool main = choice.kind == kit::ButtonKind::primary;
    const std::string title = c.tr(choice.title);
    // Side by side they are as high as the one with two buttons.
    const float height = frame.room() == kit::Room::narrow ? 222 : 254;
    const kit::Card card(frame, {.kind = main ? kit::CardKind::chosen : kit::CardKind::plain, .padding = 24, .gap = 8, .minimum_height = height});
    const kit::Rect tile = frame.layout().place(frame.px(44), frame.px(44));
    const bool warm = choice.tone == kit::Tone::warn;
    kit::draw::fill(frame, tile, warm ? frame.theme().sun_soft : frame.theme().selected, frame.px(10));
    kit::draw::icon(frame, tile.x + tile.width / 2, tile.y + tile.height / 2, choice.icon, 22,
                    warm ? frame.theme().warn : frame.theme().accent_ink);
    frame.layout().space(frame.px(4));
    kit::heading(frame, 2, title, {.style = kit::style::lead});
    kit::text(frame, c.tr(choice.text), {.color = frame.theme().ink_2});
    frame.layout().space(frame.px(8));
    const bool pressed =
        kit::button(frame, {.label = title, .kind = choice.kind, .size = main ? kit::ButtonSize::hero : kit::ButtonSize::regular,
                            .key = std::string("button ") + title});
    if (below != nullptr)
        below(c);
    return pressed;
}

void draw_codes_button(Context& c) {
    if (kit::button(c.frame, {.label = c.tr("codes.read"), .icon = kit::icon::qr_code, .kind = kit::ButtonKind::quiet,
                              .size = kit::ButtonSize::small}))
        c.frame.defer([&planner = c.planner] { planner.read_codes(); });
}

void draw_choices(Context& c) {
    const kit::Room room = c.frame.room();
    kit::Grid grid(c.frame.layout(), room == kit::Room::narrow ? 1 : room == kit::Room::medium ? 2 : 3, c.frame.px(16),
                   c.frame.px(16));
    grid.next();
    if (draw_choice(c, {"start.new", "start.new_text", kit::icon::plus, kit::ButtonKind::primary, kit::Tone::accent}))
        c.frame.defer([c]() mutable { open_new_review(c); });
    grid.next();
    if (draw_choice(c, {"start.open", "start.open_text", kit::icon::folder_open, kit::ButtonKind::secondary, kit::Tone::accent},
                    draw_codes_button))
        c.frame.defer([&planner = c.planner] { planner.pick_files(); });
    grid.next();
    if (draw_choice(c, {"start.example", "start.example_text", kit::icon::eye, kit::ButtonKind::secondary, kit::Tone::warn}))
        c.frame.defer([&planner = c.planner] { planner.open_example(app::first_example()); });
}

void draw_promise(Context& c, std::string_view icon, std::string_view title, std::string_view text) {
    kit::Frame& frame = c.frame;
    const kit::Rect mark{frame.layout().x(), frame.layout().y(), frame.px(20), frame.px(20)};
    kit::draw::icon(frame, mark.x + frame.px(10), mark.y + frame.px(20), icon, 20, frame.theme().action);
    const kit::Column column(frame.layout(), mark.x + frame.px(32), mark.y,
                             frame.layout().available() - frame.px(32), frame.px(2));
    kit::text(frame, c.tr(title), {.style = kit::style::body_strong});
    kit::text(frame, c.tr(text), {.style = kit::style::meta, .color = frame.theme().ink_2});
}

void draw_promises(Context& c) {
    kit::Grid grid(c.frame.layout(), c.frame.room() == kit::Room::narrow ? 1 : 3, c.frame.px(16), c.frame.px(16));
    const auto promise = [&](std::string_view icon, std::string_view title, std::string_view text) {
        grid.next();
        draw_promise(c, icon, title, text);
        c.frame.layout().place(-1, c.frame.px(44));
    };
    promise(kit::icon::user_round, "start.no_account", "start.no_account_text");
    if (c.planner.storage() != platform::StorageState::memory_only)
        promise(kit::icon::hard_drive, "start.kept_here", "start.kept_here_text");
    promise(kit::icon::wifi_off, "start.offline", "start.offline_text");
}

} // namespace

void draw_start_screen(Context& c) {
    kit::Frame& frame = c.frame;
    const bool phone = frame.room() == kit::Room::narrow;
    if (!phone)
        draw_menu_bar(c);
    const float left = menu_width(frame), foot = bottom_bar_height(frame);
    const kit::Rect area{left, 0, frame.input().width - left, frame.input().height - foot};
    {
        kit::Node node;
        node.id = frame.id("main");
        node.role = kit::Role::main;
        const kit::Container container(frame, std::move(node), area);
        const kit::ScrollArea scroll(frame, {.key = "start", .area = area, .padding_across = phone ? 16.0f : 56.0f,
                                             .padding_top = phone ? 24.0f : 40.0f, .padding_bottom = 32, .widest = 1100, .gap = 24});
        draw_notices(c);
        {
            const kit::Stack stack(frame.layout(), frame.px(8));
            kit::heading(frame, 1, c.tr("start.title"), {.style = phone ? kit::style::title : kit::style::display});
            kit::text(frame, c.tr("start.intro"), {.style = kit::style::lead_plain, .color = frame.theme().ink_2});
        }
        draw_choices(c);
        draw_kinds(c);
        draw_promises(c);
    }
    if (phone)
        draw_menu_bar(c);
}

} // namespace planner::ui
