#include "ui/card_field.h"
#include "ui/coach_panel.h"
#include "ui/earlier_question.h"
#include "ui/feedback_tips.h"
#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/navigation.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/moved_dates.h"
#include "ui/points.h"
#include "ui/print_screen.h"
#include "ui/rule_notes.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/visit_days.h"

#include "review/visit_days.h"

#include <algorithm>
#include <cmath>

namespace planner::ui {

namespace {

enum class BlockState { open, started, done, conflict, read_only };

struct BlockView {
    const process::Block* block;
    std::string title;
    BlockState state;
};

bool has_conflict(Context& c, const CardPlace& place, const process::Block& block) {
    const document::Document& document = c.planner.current()->document();
    const review::Review review = c.planner.reading();
    for (const process::Field& field : block.fields) {
        if (field.kind != process::FieldKind::table) {
            const document::Register* versions = document.field(review.key_of(place.card, place.participant, field));
            if (versions && versions->in_conflict())
                return true;
            continue;
        }
        for (const document::EntityKey& row : review.rows(place.card, place.participant, field)) {
            const document::Entity* entity = document.entity(row);
            for (const auto& [name, versions] : *entity)
                if (review::is_visible({row, name}) && versions.in_conflict())
                    return true;
        }
    }
    return false;
}

bool is_started(Context& c, const CardPlace& place, const process::Block& block) {
    const review::Review review = c.planner.reading();
    return std::any_of(block.fields.begin(), block.fields.end(), [&](const process::Field& field) {
        if (field.kind == process::FieldKind::table)
            return !review.rows(place.card, place.participant, field).empty();
        const document::Value& value = review.value(place.card, place.participant, field);
        return !value.is_null() && value != "" && value != document::Value::array();
    });
}

std::vector<BlockView> block_views(Context& c, const CardPlace& place, const process::Card& card) {
    std::vector<BlockView> views;
    for (std::size_t i = 0; i < card.blocks.size(); ++i) {
        const process::Block& block = card.blocks[i];
        BlockState state = BlockState::open;
        if (has_conflict(c, place, block))
            state = BlockState::conflict;
        else if (block.fields.empty())
            state = BlockState::read_only;
        else if (review::is_filled(c.planner.reading(), block, place.card, place.participant))
            state = BlockState::done;
        else if (is_started(c, place, block))
            state = BlockState::started;
        views.push_back({&block, c.tr("card.block", {{"number", std::to_string(i + 1)}, {"title", block.title.in(c.language())}}), state});
    }
    return views;
}

void draw_state_chip(Context& c, BlockState state) {
    switch (state) {
    case BlockState::done:
        kit::chip(c.frame, {.label = c.tr("card.complete"), .icon = kit::icon::check, .tone = kit::Tone::ok});
        break;
    case BlockState::started: kit::chip(c.frame, {.label = c.tr("card.started")}); break;
    case BlockState::conflict:
        kit::chip(c.frame, {.label = c.tr("card.has_conflict"), .icon = kit::icon::git_compare, .tone = kit::Tone::warn});
        break;
    case BlockState::open:
    case BlockState::read_only: break;
    }
}

void draw_index_mark(Context& c, const kit::Rect& rect, std::size_t number, BlockState state) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
    if (state == BlockState::conflict) {
        kit::draw::fill(frame, rect, t.sun, frame.px(6));
        kit::draw::outline(frame, rect, t.now_line, frame.px(6));
        kit::draw::icon(frame, x, y, kit::icon::git_compare, 14, t.on_sun);
        return;
    }
    const bool done = state == BlockState::done;
    kit::draw::circle(frame, x, y, rect.width / 2, done ? t.ok_soft : t.surface);
    kit::draw::ring(frame, x, y, rect.width / 2, done ? t.ok_solid : t.line_strong, 1);
    if (done) {
        kit::draw::icon(frame, x, y, kit::icon::check, 14, t.ok);
        return;
    }
    const std::string digit = std::to_string(number);
    const float width = kit::text_width(frame, digit, kit::style::meta_strong);
    kit::draw::text(frame, std::round(x - width / 2), std::round(y - frame.px(9)), digit, kit::style::meta_strong, t.ink_2);
}

void draw_index_line(Context& c, const BlockView& view, std::size_t number) {
    kit::Frame& frame = c.frame;
    const std::string label = view.block->title.in(c.language());
    const float mark = frame.px(22), gap = frame.px(10), padding = frame.px(8);
    const float room = frame.layout().available() - mark - gap - 2 * padding;
    const float height = kit::text_height(frame, label, kit::style::body_dense, room);
    const kit::Rect rect = frame.layout().place(-1, std::max(frame.px(37), height + frame.px(16)));
    const kit::NodeId id = frame.id("index " + view.block->id);
    const kit::Interaction interaction = frame.interact(id, rect);
    if (interaction.hovered)
        kit::draw::fill(frame, rect, frame.theme().hover, frame.px(8));
    const float middle = rect.y + std::round(rect.height / 2);
    draw_index_mark(c, {rect.x + padding, middle - std::round(mark / 2), mark, mark}, number, view.state);
    kit::place_text(frame, {rect.x + padding + mark + gap, middle - std::round(height / 2), room, height}, label,
                    kit::style::body_dense, frame.theme().ink);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(2), frame.px(6), 0);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::button;
    node.name = view.title;
    node.help = view.state == BlockState::done ? c.tr("card.complete")
                : view.state == BlockState::conflict ? c.tr("card.has_conflict")
                : view.state == BlockState::started   ? c.tr("card.started")
                : view.state == BlockState::read_only ? c.tr("card.only_read")
                                                      : c.tr("card.not_started");
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&state = c.state, block = view.block->id] { state.wanted_block = block; });
}

void draw_progress(Context& c, const review::Progress& progress) {
    if (progress.blocks == 0) {
        kit::text(c.frame, c.tr("card.only_read"), {.style = kit::style::card_title});
        return;
    }
    const std::string text = c.tr("card.progress_blocks", {{"done", std::to_string(progress.filled_blocks)},
                                                           {"total", std::to_string(progress.blocks)}});
    kit::text(c.frame, text, {.style = kit::style::card_title});
    kit::progress_bar(c.frame, {.fraction = progress.blocks == 0 ? 0
                                                                 : static_cast<float>(progress.filled_blocks) /
                                                                       static_cast<float>(progress.blocks),
                                .name = text,
                                .tone = kit::Tone::ok});
}

void draw_index(Context& c, const std::vector<BlockView>& views, const review::Progress& progress) {
    const kit::Card card(c.frame, {.padding = 12, .gap = 8, .name = c.tr("card.contents")});
    draw_progress(c, progress);
    const kit::Stack stack(c.frame.layout(), 0);
    for (std::size_t i = 0; i < views.size(); ++i)
        draw_index_line(c, views[i], i + 1);
}

/// Where the process says that people choose the day of the review from this table.
void draw_days_below(Context& c, const CardPlace& place, const process::Field& table) {
    if (review::offers_visit_days(c.planner.current()->process(), place.card, table.id))
        draw_visit_days(c, place, table);
}

void draw_fields(Context& c, const CardPlace& place, const process::Block& block) {
    kit::Frame& frame = c.frame;
    const review::Review review = c.planner.reading();
    const bool wide = frame.layout().available() > frame.px(560);
    kit::Grid grid(frame.layout(), wide ? 2 : 1, frame.px(16), frame.px(16));
    for (const process::Field& field : block.fields) {
        if (!review.is_asked(place.card, place.participant, field))
            continue;
        const bool coached = has_coach(c, place, field);
        const bool beside = coached && frame.layout().available() > frame.px(760);
        grid.next(beside || field.width == process::Width::half ? 1 : 2);
        draw_feedback_tips(c, place, field);
        draw_card_field(c, place, field);
        draw_earlier_question(c, place, field);
        draw_days_below(c, place, field);
        if (!coached)
            continue;
        grid.next(beside ? 1 : 2);
        draw_coach(c, place, field);
    }
}

/// What a day of the review that was filled in here makes move.
void draw_moved_here(Context& c, const process::Block& block) {
    const bool has_day = std::any_of(block.fields.begin(), block.fields.end(), [](const process::Field& field) {
        return field.kind == process::FieldKind::date && !field.binding.empty();
    });
    // A day that was chosen from the proposed ones says so where it was chosen.
    if (has_day && c.state.date_chosen_on != c.planner.route())
        draw_moved_dates(c);
}

void draw_block(Context& c, const CardPlace& place, const BlockView& view) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "block " + view.block->id);
    if (c.state.wanted_block == view.block->id) {
        frame.request_scroll(c.state.content, 0, std::max(0.0f, frame.layout().y() - c.state.content_top - frame.px(12)));
        c.state.wanted_block.clear();
    }
    const kit::Card card(frame, {.gap = 12, .name = view.title});
    {
        const kit::Stack stack(frame.layout(), frame.px(4));
        {
            const kit::Row row(frame.layout(), frame.px(10), frame.px(28));
            kit::heading(frame, 2, view.title);
            draw_state_chip(c, view.state);
        }
        if (!view.block->help.empty())
            kit::text(frame, view.block->help.in(c.language()), {.style = kit::style::meta, .color = frame.theme().ink_3});
    }
    if (!view.block->points.empty())
        draw_points(c, view.block->title.in(c.language()), view.block->points, mark_of(c, view.block->tone));
    if (!view.block->fields.empty())
        draw_fields(c, place, *view.block);
    draw_moved_here(c, *view.block);
}

void draw_participant_tabs(Context& c, const CardPlace& place, const app::ReviewView& view) {
    std::vector<kit::TabItem> items;
    std::vector<app::Route> routes;
    for (const app::ParticipantView& participant : view.participants) {
        if (!view.card(place.card, participant.participant.id))
            continue;
        const app::Route route = app::Route::card_of(c.planner.route().review, place.card, participant.participant.id);
        items.push_back({participant.participant.name.empty() ? c.tr("participant.no_name") : participant.participant.name,
                         app::format_route(route), participant.participant.id == place.participant});
        routes.push_back(route);
    }
    if (items.size() < 2)
        return;
    if (const auto chosen = kit::tabs(c.frame, c.tr("card.choose_participant"), items))
        c.frame.defer([&planner = c.planner, route = routes[*chosen]] { planner.go(route); });
}

void draw_about(Context& c, const process::Card& card) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), frame.px(4));
    kit::text(frame, card.purpose.in(c.language()), {.color = frame.theme().ink_2});
    std::string when = card.who.in(c.language());
    if (!card.when.empty())
        when += (when.empty() ? "" : " · ") + card.when.in(c.language());
    kit::text(frame, when, {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (!card.reader.empty())
        kit::text(frame, c.tr("card.reader", {{"who", card.reader.in(c.language())}}), {.style = kit::style::meta, .color = frame.theme().ink_3});
}

/// A link to another card of the same participant, or of the first one that has it.
void draw_card_link(Context& c, const CardPlace& place, const process::Card& card, std::string_view key) {
    const app::ReviewView& view = c.planner.view();
    const std::string owner = view.card(card.id, place.participant) ? place.participant : view.first_with(card);
    const app::Route route = app::Route::card_of(c.planner.route().review, card.id, owner);
    const std::string label = c.tr(key, {{"card", card.title.in(c.language())}});
    if (kit::link(c.frame, {.label = label, .address = app::format_route(route), .trailing_icon = kit::icon::arrow_right}))
        c.frame.defer([&planner = c.planner, route] { planner.go(route); });
}

void draw_other_cards(Context& c, const CardPlace& place, const process::Card& card) {
    const process::Process& process = c.planner.current()->process();
    for (const std::string& id : card.see_also)
        draw_card_link(c, place, *process.card(id), "card.see_also");
    const auto& cards = process.cards;
    const auto here = std::find_if(cards.begin(), cards.end(), [&](const process::Card& each) { return each.id == place.card; });
    if (here != cards.end() && here + 1 != cards.end())
        draw_card_link(c, place, *(here + 1), "card.next_card");
}

/// The ways to show a card to people who look from afar.
void draw_large_ways(Context& c) {
    if (c.state.presenting)
        return;
    const auto way = [&](std::string_view key, std::string_view icon) {
        return kit::button(c.frame, {.label = c.tr(key), .icon = icon, .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small});
    };
    const kit::Row row(c.frame.layout(), c.frame.px(8));
    // Where letters cannot grow without a menu, either.
    if (c.frame.room() != kit::Room::narrow && way("card.present", kit::icon::monitor))
        c.frame.defer([&state = c.state] { state.presenting = true; });
    if (way("print.poster", kit::icon::printer))
        c.frame.defer([&planner = c.planner] { planner.print(poster_of_card(planner)); });
}

void draw_content(Context& c, const CardPlace& place, const process::Card& card, const std::vector<BlockView>& views,
                  const review::Progress& progress) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), frame.px(12));
    draw_participant_tabs(c, place, c.planner.view());
    draw_about(c, card);
    if (frame.room() != kit::Room::narrow)
        draw_large_ways(c);
    if (frame.room() != kit::Room::wide)
        draw_progress(c, progress);
    draw_rule_notes(c, {{process::ShownOn::card, card.id}}, 2);
    for (const BlockView& block : views)
        draw_block(c, place, block);
    draw_other_cards(c, place, card);
    if (frame.room() == kit::Room::narrow)
        draw_large_ways(c);
}

/// Whose card it is; null for a card of the whole review.
std::string subtitle_of(Context& c, const app::ParticipantView* owner) {
    if (!owner)
        return c.tr("card.subtitle_short", {{"participant", c.tr("cards.whole_review")}});
    const review::Participant& participant = owner->participant;
    return participant.institution.empty()
               ? c.tr("card.subtitle_short", {{"participant", participant.name}})
               : c.tr("card.subtitle", {{"participant", participant.name}, {"institution", participant.institution}});
}

} // namespace

void draw_card_screen(Context& c) {
    const app::Route& route = c.planner.route();
    const app::ReviewView& view = c.planner.view();
    const process::Card* card = c.planner.current()->process().card(route.card);
    if (!card || !view.card(route.card, route.participant)) {
        draw_missing_screen(c);
        return;
    }
    const kit::Scope scope(c.frame, route.card + "." + route.participant);
    if (c.state.plan_before_of != route) {
        c.state.plan_before = c.planner.plan();
        c.state.plan_before_of = route;
    }
    const std::string subtitle = subtitle_of(c, view.participant(route.participant));
    const CardPlace place{route.card, route.participant};
    const auto views = block_views(c, place, *card);
    const review::Progress progress = review::progress_of_card(c.planner.reading(), *card, place.participant);
    draw_shell(c, {.title = card->title.in(c.language()), .subtitle = subtitle, .back = app::Route::cards(route.review),
                   .side = [&] { draw_index(c, views, progress); }},
               [&] { draw_content(c, place, *card, views, progress); });
}

} // namespace planner::ui
