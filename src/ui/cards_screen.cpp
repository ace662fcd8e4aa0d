#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/process_parts.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/task_words.h"

#include <cmath>
#include <optional>

namespace planner::ui {

namespace {

std::string progress_text(Context& c, const review::Progress& progress) {
    if (progress.blocks == 0)
        return c.tr("card.only_read");
    return c.tr("card.progress_blocks", {{"done", std::to_string(progress.filled_blocks)},
                                         {"total", std::to_string(progress.blocks)}});
}

/// Whose copy of a card a line leads to.
struct Owner {
    std::string id; ///< "" for the whole review
    std::string name;
    std::string badge; ///< "" for the whole review
};

void draw_owner_mark(Context& c, const Owner& owner, float x, float middle, float size) {
    if (owner.badge.empty()) {
        kit::draw::icon(c.frame, x + size / 2, middle, kit::icon::users_round, 18, c.frame.theme().ink_3);
        return;
    }
    const kit::Column column(c.frame.layout(), x, middle - size / 2, size, 0);
    kit::badge(c.frame, owner.badge, 24);
}

/// One line: whose card, how far it is filled in; the whole line leads to it.
void draw_card_line(Context& c, const process::Card& card, const Owner& owner, const app::CardView& view) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Scope scope(frame, owner.id);
    const std::string& name = owner.name;
    const std::string progress = progress_text(c, view.progress);
    const app::Route target = app::Route::card_of(c.planner.route().review, card.id, owner.id);
    const float badge = frame.px(24), gap = frame.px(12), arrow = frame.px(24);
    const float right = std::ceil(kit::text_width(frame, progress, kit::style::meta)) + 2;
    const float width = frame.layout().available();
    const float room = std::max(frame.px(60), width - badge - 2 * gap - right - arrow);
    const float name_height = kit::text_height(frame, name, kit::style::body, room);
    const kit::Rect rect = frame.layout().place(-1, std::max(frame.px(48), name_height + frame.px(16)));
    const kit::NodeId id = frame.id("open");
    const kit::Interaction interaction = frame.interact(id, rect);
    if (interaction.hovered)
        kit::draw::fill(frame, rect, t.hover, frame.px(8));
    const float middle = rect.y + std::round(rect.height / 2);
    draw_owner_mark(c, owner, rect.x + frame.px(4), middle, badge);
    kit::place_text(frame, {rect.x + badge + gap, middle - std::round(name_height / 2), room, name_height}, name, kit::style::body, t.ink);
    const bool done = view.progress.blocks > 0 && view.progress.complete();
    const kit::Color ink = view.conflicts > 0 ? t.warn : done ? t.ok : t.ink_2;
    kit::draw::text(frame, rect.right() - arrow - right, middle - frame.px(9), progress, kit::style::meta, ink);
    kit::draw::icon(frame, rect.right() - frame.px(12), middle, kit::icon::chevron_right, 18, t.ink_3);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(2), frame.px(8), 0);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = c.tr("cards.open", {{"card", card.title.in(c.language())}, {"participant", name}});
    node.help = progress;
    node.address = app::format_route(target);
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, target] { planner.go(target); });
}

void draw_card(Context& c, const process::Card& card, const app::ReviewView& view) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, card.id);
    const std::string title = card.title.in(c.language());
    const kit::Card surface(frame, {.gap = 8, .name = title});
    kit::heading(frame, 3, title, {.style = kit::style::card_title});
    kit::text(frame, card.purpose.in(c.language()), {.style = kit::style::body_dense, .color = frame.theme().ink_2});
    if (!card.when.empty())
        kit::text(frame, card.when.in(c.language()), {.style = kit::style::meta, .color = frame.theme().ink_3, .icon = kit::icon::clock});
    if (!card.reader.empty())
        kit::text(frame, c.tr("card.reader", {{"who", card.reader.in(c.language())}}), {.style = kit::style::meta, .color = frame.theme().ink_3, .icon = kit::icon::eye});
    const auto draw_line = [&](const Owner& owner) {
        const app::CardView* found = view.card(card.id, owner.id);
        if (!found)
            return;
        kit::divider(frame);
        draw_card_line(c, card, owner, *found);
    };
    for (const app::ParticipantView& each : view.participants)
        draw_line({each.participant.id, each.participant.name.empty() ? c.tr("participant.no_name") : each.participant.name,
                   each.badge});
    draw_line({"", c.tr("cards.whole_review"), ""});
}

/// What a step is for, and whether it may run beside the one before it.
void draw_about_step(Context& c, std::size_t index) {
    const process::Step& step = c.planner.current()->process().steps[index];
    const kit::TextOptions look{.style = kit::style::body_dense, .color = c.frame.theme().ink_2};
    if (!step.purpose.empty())
        kit::text(c.frame, step.purpose.in(c.language()), look);
    if (const std::string beside = beside_text(c, index); !beside.empty())
        kit::text(c.frame, beside, look);
}

} // namespace

void draw_cards_screen(Context& c) {
    const app::ReviewView& view = c.planner.view();
    const process::Process& process = c.planner.current()->process();
    const std::string title = view.title.empty() ? c.tr("review.untitled") : view.title;
    draw_shell(c, {.title = c.tr("cards.title"), .subtitle = title, .back = app::Route::dashboard(c.planner.route().review)}, [&] {
        kit::Frame& frame = c.frame;
        kit::text(frame, c.tr("cards.intro"), {.color = frame.theme().ink_2});
        const int columns = frame.room() == kit::Room::wide ? 2 : 1;
        std::optional<kit::Grid> grid(std::in_place, frame.layout(), columns, frame.px(16), frame.px(16));
        for (std::size_t i = 0; i < process.steps.size(); ++i) {
            const process::Step& step = process.steps[i];
            if (step.cards.empty())
                continue;
            grid->next();
            const kit::Scope scope(frame, step.id);
            const kit::Stack stack(frame.layout(), frame.px(10));
            kit::heading(frame, 2, c.tr("step.label", {{"number", std::to_string(i + 1)}, {"name", step.title.in(c.language())}}));
            draw_about_step(c, i);
            for (const std::string& id : step.cards)
                if (const process::Card* card = process.card(id))
                    draw_card(c, *card, view);
        }
        grid.reset();
        draw_leftovers_part(c);
    });
}

} // namespace planner::ui
