#include "ui/kit/choice.h"
#include "ui/kit/draw.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/message_panel.h"
#include "ui/rule_notes.h"
#include "ui/screens.h"
#include "ui/shell.h"
#include "ui/side_by_side.h"

#include "document/folding.h"

#include <algorithm>
#include <cmath>

#include "app/addressees.h"
#include "app/messages.h"

namespace planner::ui {

namespace {

using planning::MessageState;
using planning::PlannedMessage;

constexpr std::string_view show_draft = "", show_sent = "sent", show_lapsed = "lapsed", show_all = "all";

bool is_shown(const MessageFilter& filter, const PlannedMessage& message) {
    if (filter.show == show_all)
        return true;
    const MessageState wanted = filter.show == show_sent     ? MessageState::sent
                                : filter.show == show_lapsed ? MessageState::lapsed
                                                             : MessageState::draft;
    return message.state == wanted;
}

void draw_filters(Context& c) {
    kit::Frame& frame = c.frame;
    MessageFilter& filter = c.state.messages;
    const std::vector<kit::Choice> shows = {{std::string(show_draft), c.tr("messages.show.draft")},
                                            {std::string(show_sent), c.tr("messages.show.sent")},
                                            {std::string(show_lapsed), c.tr("messages.show.lapsed")},
                                            {std::string(show_all), c.tr("messages.show.all")}};
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(420) ? 2 : 1, frame.px(12), frame.px(8));
    grid.next();
    if (auto chosen = kit::select(frame, {.label = c.tr("messages.filter.show"), .value = filter.show, .choices = shows}))
        frame.defer([&filter, chosen = *chosen] { filter.show = chosen; });
    grid.next();
    const kit::FieldResult field = kit::field(frame, {.label = c.tr("messages.search"), .value = filter.search,
                                                      .input = kit::FieldInput::search, .icon = kit::icon::search});
    if (field.changed)
        filter.search = *field.changed;
}

/// What tells messages with the same subject apart comes first.
std::string name_of(Context& c, const PlannedMessage& message, const std::string& subject) {
    return audience_text(c, message) + " · " + app::short_date(c.planner.texts(), message.day, c.planner.today()) + " · " + subject;
}

void draw_choose(Context& c, const PlannedMessage& message, const std::string& subject, const kit::Rect& rect) {
    const float side = c.frame.px(c.frame.room() == kit::Room::narrow ? 44 : 32);
    const kit::Column column(c.frame.layout(), rect.x + c.frame.px(4), rect.y + std::round((rect.height - side) / 2), side, 0);
    const std::string label = c.tr("messages.choose", {{"message", name_of(c, message, subject)}});
    const bool chosen = c.state.chosen_messages.contains(message.key.id);
    if (kit::checkbox(c.frame, {.label = label, .checked = chosen, .key = "choose", .label_place = kit::LabelPlace::hidden}))
        c.frame.defer([&all = c.state.chosen_messages, id = message.key.id, chosen] {
            if (chosen)
                all.erase(id);
            else
                all.insert(id);
        });
}

struct Line {
    const PlannedMessage* message;
    std::string subject;
    enum class Text { complete, lacking } text; ///< whether something is still to be filled in
};

/// Everything that it tells is filled in, and somebody is known to whom it can go.
bool is_complete(Context& c, const PlannedMessage& message, const planning::MessageText& text) {
    return text.missing.empty() && (message.state != MessageState::draft || app::has_recipient(c.planner, message));
}

/// How far a message is, and of one that is still to be sent also whether it lacks something.
std::string state_text(Context& c, const MessageLook& look, const Line& line) {
    if (line.message->state != MessageState::draft || line.text == Line::Text::complete)
        return look.word;
    return look.word + " · " + c.tr("messages.lacks");
}

void draw_message_line(Context& c, const Line& entry, bool chosen) {
    const PlannedMessage& message = *entry.message;
    const std::string& subject = entry.subject;
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const kit::Scope scope(frame, message.key.id);
    const MessageLook look = look_of(c, message);
    const std::string state = state_text(c, look, entry);
    const std::string date = app::short_date(c.planner.texts(), message.day, c.planner.today());
    const std::string whom = audience_text(c, message);
    const app::Route target = app::Route::messages(c.planner.route().review, message.key.id);
    const float padding = frame.px(12), choose = frame.px(frame.room() == kit::Room::narrow ? 48 : 38);
    const float width = frame.layout().available() - 2 * padding - choose;
    const float subject_height = kit::text_height(frame, subject, kit::style::body_strong, width);
    const float whom_height = kit::text_height(frame, whom, kit::style::meta, width);
    const kit::Rect line = frame.layout().place(-1, frame.px(42) + subject_height + whom_height);
    draw_choose(c, message, subject, line);
    const kit::Rect rect{line.x + choose, line.y, line.width - choose, line.height};
    const kit::NodeId id = frame.id("open");
    const kit::Interaction interaction = frame.interact(id, rect);
    const kit::Rect inside{rect.x + 1, rect.y, rect.width - 2, rect.height};
    if (chosen || interaction.hovered)
        kit::draw::fill(frame, inside, chosen ? t.selected : t.hover);
    if (chosen)
        kit::draw::fill(frame, {inside.x, rect.y, frame.px(3), rect.height}, t.action);
    kit::draw::fill(frame, {rect.x, rect.bottom() - 1, rect.width, 1}, t.line_soft);
    const float x = rect.x + padding;
    float y = rect.y + frame.px(10);
    const bool draft = message.state == MessageState::draft;
    const kit::Color ink = draft ? t.warn : message.state == MessageState::sent ? t.ok : t.ink_3;
    kit::draw::icon(frame, x + frame.px(7), y + frame.px(9), look.icon, 14, ink);
    kit::draw::text(frame, x + frame.px(20), y, state, draft ? kit::style::meta_strong : kit::style::meta, ink);
    const float date_width = std::ceil(kit::text_width(frame, date, kit::style::meta));
    kit::draw::text(frame, rect.right() - padding - date_width, y, date, kit::style::meta, t.ink_2);
    y += frame.px(20);
    kit::place_text(frame, {x, y, width, subject_height}, subject, kit::style::body_strong, t.ink);
    kit::place_text(frame, {x, y + subject_height + frame.px(2), width, whom_height}, whom, kit::style::meta, t.ink_2);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(2), frame.px(6), 0);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::link;
    node.name = name_of(c, message, subject);
    node.help = state;
    node.address = app::format_route(target);
    node.current = chosen;
    frame.tree().add(std::move(node), rect);
    if (interaction.clicked)
        frame.defer([&planner = c.planner, target] { planner.go(target); });
}

/// What can be done with several messages at once: only with those that are shown and chosen. A message that still lacks
/// something is chosen by its own box only, so that nobody sends it without having looked.
void draw_chosen(Context& c, const std::vector<Line>& lines) {
    kit::Frame& frame = c.frame;
    app::Planner& planner = c.planner;
    std::vector<PlannedMessage> chosen;
    std::vector<std::string> ready;
    std::size_t lacking = 0, to_choose = 0;
    for (const Line& line : lines) {
        const bool is_chosen = c.state.chosen_messages.contains(line.message->key.id);
        if (is_chosen)
            chosen.push_back(*line.message);
        if (line.message->state != MessageState::draft)
            continue;
        if (line.text == Line::Text::lacking) {
            ++lacking;
            continue;
        }
        ready.push_back(line.message->key.id);
        to_choose += is_chosen ? 0 : 1;
    }
    if (lacking > 0)
        kit::text(frame, planner.texts().count("messages.lacking", lacking), {.style = kit::style::meta, .color = frame.theme().ink_2});
    const kit::Row row(frame.layout(), frame.px(8), frame.px(36));
    if (to_choose > 0 &&
        kit::button(frame, {.label = c.tr("messages.choose_all"), .icon = kit::icon::check_check, .size = kit::ButtonSize::small}))
        frame.defer([&all = c.state.chosen_messages, ready] { all.insert(ready.begin(), ready.end()); });
    if (chosen.empty())
        return;
    kit::text(frame, planner.texts().count("messages.chosen", chosen.size()), {.style = kit::style::meta_strong});
    const auto way = [&](std::string_view key, std::string_view icon, auto run) {
        if (kit::button(frame, {.label = c.tr(key), .icon = icon, .size = kit::ButtonSize::small}))
            frame.defer([run, chosen] { run(chosen); });
    };
    using All = std::vector<PlannedMessage>;
    way("messages.copy", kit::icon::copy, [&planner](const All& all) { planner.copy_messages(all); });
    way("messages.download", kit::icon::download, [&planner](const All& all) { planner.download_messages(all); });
    way("messages.mark_sent", kit::icon::check, [&planner, &state = c.state](const All& all) {
        app::decide_messages(planner, all, app::MessageDecision::sent);
        state.chosen_messages.clear();
    });
    way("messages.choose_none", kit::icon::x, [&state = c.state](const All&) { state.chosen_messages.clear(); });
}

void draw_list(Context& c) {
    draw_filters(c);
    const app::Route archive = app::Route::archive();
    if (kit::link(c.frame, {.label = c.tr("archive.link"), .address = app::format_route(archive),
                            .trailing_icon = kit::icon::arrow_right}))
        c.frame.defer([&planner = c.planner, archive] { planner.go(archive); });
    draw_rule_notes(c, {{process::ShownOn::messages, ""}}, 2);
    const std::string search = document::folded(c.state.messages.search);
    std::vector<Line> lines;
    for (const PlannedMessage& message : c.planner.messages()) {
        if (!is_shown(c.state.messages, message))
            continue;
        planning::MessageText text = c.planner.message_text(message);
        if (search.empty() || document::folded(text.subject + " " + audience_text(c, message)).find(search) != std::string::npos)
            lines.push_back({&message, std::move(text.subject), is_complete(c, message, text) ? Line::Text::complete : Line::Text::lacking});
    }
    if (lines.empty()) {
        const kit::Card card(c.frame, {.padding = 32});
        kit::empty_state(c.frame, {.text = c.tr("messages.none"), .icon = kit::icon::mail});
        return;
    }
    draw_chosen(c, lines);
    const kit::Card card(c.frame, {.padding = 0, .gap = 0, .name = c.tr("messages.list")});
    for (const Line& line : lines)
        draw_message_line(c, line, line.message->key.id == c.planner.route().item);
}

const PlannedMessage* chosen_message(Context& c) {
    const auto& all = c.planner.messages();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PlannedMessage& each) {
        return each.key.id == c.planner.route().item;
    });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

void draw_messages_screen(Context& c) {
    const app::Route list = app::Route::messages(c.planner.route().review);
    const PlannedMessage* chosen = chosen_message(c);
    const std::string title = c.planner.view().title.empty() ? c.tr("review.untitled") : c.planner.view().title;
    draw_shell(c, {.title = c.tr("messages.title"), .subtitle = title, .back = chosen ? list : app::Route::dashboard(list.review)},
               [&] {
                   draw_side_by_side(c, {.chosen = chosen != nullptr, .list = list, .detail_width = 620,
                                         .draw_list = [&] { draw_list(c); },
                                         .draw_detail = [&] { draw_message_panel(c, *chosen); }});
               });
}

} // namespace planner::ui
