// What leaves this device, and files that only open with a pass phrase.

#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/dialog.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"
#include "ui/screens.h"

#include <array>

namespace planner::ui {

namespace {

using app::LockState;
using app::ShareKind;

constexpr std::size_t most_shared = 12; ///< the rest is counted: a dialog is no list

struct Way {
    ShareKind kind;
    std::string_view label, text;
};
constexpr std::array<Way, 3> ways{{{ShareKind::whole, "share.whole", "share.whole_text"},
                                   {ShareKind::without_contacts, "share.without_contacts", "share.without_contacts_text"},
                                   {ShareKind::anonymous, "share.anonymous", "share.anonymous_text"}}};

void draw_ways(Context& c) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), frame.px(6));
    kit::Node node;
    node.id = frame.id("way");
    node.role = kit::Role::radio_group;
    node.name = c.tr("share.way");
    kit::text(frame, node.name, {.style = kit::style::meta_strong, .exposure = kit::Exposure::decoration});
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0};
    const kit::Container container(frame, std::move(node), start);
    const std::string group = kit::to_text(container.id());
    for (const Way& way : ways)
        if (kit::radio_card(frame, {.label = c.tr(way.label), .text = c.tr(way.text), .group = group,
                                    .chosen = c.state.share.kind == way.kind}))
            frame.defer([&state = c.state, &way] { state.share.kind = way.kind; });
    if (kit::Node* added = frame.tree().find_open(container.id()))
        added->box.height = frame.layout().flow().bottom - start.y;
}

void draw_lines(Context& c, std::string_view key, std::string_view icon, const std::vector<std::string>& lines) {
    if (lines.empty())
        return;
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, key);
    const kit::Stack stack(frame.layout(), frame.px(2));
    kit::heading(frame, 3, c.tr(key), {.style = kit::style::card_title, .icon = icon});
    for (std::size_t i = 0; i < lines.size() && i < most_shared; ++i)
        kit::text(frame, lines[i], {.style = kit::style::meta, .color = frame.theme().ink_2});
    draw_more(c, lines.size(), most_shared);
}

void draw_share_preview(Context& c) {
    const app::SharePreview& preview = c.planner.share_preview(c.state.share.kind);
    const kit::Card card(c.frame, {.padding = 12, .gap = 10, .radius = 8});
    draw_lines(c, "share.goes", kit::icon::share_2, preview.goes);
    draw_lines(c, "share.stays", kit::icon::hard_drive, preview.stays);
    draw_lines(c, "share.look", kit::icon::eye, preview.to_look_at);
    if (c.state.share.kind != ShareKind::anonymous)
        return;
    const auto small = [&](std::string_view key) {
        kit::text(c.frame, c.tr(key), {.style = kit::style::meta, .color = c.frame.theme().ink_3});
    };
    small("share.check_text");
    if (kit::button(c.frame, {.label = c.tr("share.key"), .icon = kit::icon::download, .size = kit::ButtonSize::small}))
        c.frame.defer([&planner = c.planner] { planner.download_share_key(); });
    small("share.key_text");
}

std::string phrase_problem(Context& c) {
    const ShareDraft& draft = c.state.share;
    if (!draft.tried)
        return "";
    if (!exchange::is_long_enough(draft.phrase))
        return c.tr("share.phrase_short");
    return "";
}

bool can_share(const ShareDraft& draft) {
    return !draft.locks || (exchange::is_long_enough(draft.phrase) && draft.phrase == draft.again);
}

void draw_phrase(Context& c, const kit::FieldOptions& options, std::string ShareDraft::* text) {
    const kit::FieldResult result = kit::field(c.frame, options);
    if (result.changed)
        c.frame.defer([&state = c.state, text, value = *result.changed] { state.share.*text = value; });
    if (c.state.seek_problem && !options.error.empty()) {
        c.frame.request_focus(result.id);
        c.state.seek_problem = false;
    }
}

void draw_lock(Context& c) {
    const ShareDraft& draft = c.state.share;
    if (const auto next = kit::checkbox(c.frame, {.label = c.tr("share.lock"), .checked = draft.locks}))
        c.frame.defer([&state = c.state, locks = *next] { state.share.locks = locks; });
    if (!draft.locks)
        return;
    const bool differs = draft.tried && exchange::is_long_enough(draft.phrase) && draft.phrase != draft.again;
    draw_phrase(c, {.label = c.tr("share.phrase"), .value = draft.phrase, .help = c.tr("share.phrase_help"), .error = phrase_problem(c),
                    .input = kit::FieldInput::password, .required = true}, &ShareDraft::phrase);
    draw_phrase(c, {.label = c.tr("share.phrase_again"), .value = draft.again, .error = differs ? c.tr("share.phrase_differs") : "",
                    .input = kit::FieldInput::password, .required = true}, &ShareDraft::again);
    kit::text(c.frame, c.tr("share.phrase_lost"), {.style = kit::style::meta, .color = c.frame.theme().ink_2, .icon = kit::icon::info});
    if (c.planner.share_state() == LockState::busy)
        kit::text(c.frame, c.tr("share.locking"), {.icon = kit::icon::hourglass});
    if (c.planner.share_state() == LockState::unavailable)
        kit::banner(c.frame, {.text = c.tr("share.no_lock"), .icon = kit::icon::triangle_alert, .tone = kit::Tone::late});
}

/// A pass phrase does not outlive its dialog.
void close_share(app::Planner& planner, ScreenState& state) {
    planner.reset_share();
    state.share = {};
    state.dialog = DialogKind::none;
}

/// Codes are shown over the dialog, which is there again after that.
void run_share(app::Planner& planner, ScreenState& state, app::ShareAs as) {
    state.share.tried = true;
    state.seek_problem = !can_share(state.share);
    if (state.seek_problem)
        return;
    planner.share(state.share.kind, state.share.locks ? state.share.phrase : "", as);
    state.share.sent = as == app::ShareAs::file;
}

std::string unlock_problem(Context& c, LockState state) {
    switch (state) {
    case LockState::wrong_pass_phrase: return c.tr("unlock.wrong");
    case LockState::damaged: return c.tr("unlock.damaged");
    case LockState::newer_format: return c.tr("unlock.newer");
    case LockState::unavailable: return c.tr("unlock.unavailable");
    case LockState::idle:
    case LockState::busy: break;
    }
    return "";
}

} // namespace

void draw_share_dialog(Context& c) {
    if (c.state.dialog != DialogKind::share || !c.planner.current() || !c.planner.current()->ready())
        return;
    kit::Dialog dialog(c.frame, {.title = c.tr("share.title"), .key = "share", .close_name = c.tr("action.close"), .width = 640});
    draw_ways(c);
    draw_share_preview(c);
    draw_lock(c);
    const kit::Enabled can_start = c.planner.share_state() == LockState::busy ? kit::Enabled::no : kit::Enabled::yes;
    const std::string cancel = c.tr("action.cancel"), codes = c.tr("share.codes"), save = c.tr("share.save");
    const std::array buttons = {kit::ButtonOptions{.label = cancel, .key = "cancel"},
                                kit::ButtonOptions{.label = codes, .icon = kit::icon::qr_code, .enabled = can_start},
                                kit::ButtonOptions{.label = save, .icon = kit::icon::download, .kind = kit::ButtonKind::primary,
                                                   .enabled = can_start}};
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("cancel"));
    const bool done = c.state.share.sent && c.planner.share_state() == LockState::idle;
    if (pressed == 1 || pressed == 2)
        c.frame.defer([&planner = c.planner, &state = c.state, as = pressed == 1 ? app::ShareAs::codes : app::ShareAs::file] {
            run_share(planner, state, as);
        });
    else if (done || pressed == 0 || dialog.dismissed())
        c.frame.defer([&planner = c.planner, &state = c.state] { close_share(planner, state); });
}

void draw_unlock_dialog(Context& c) {
    const app::LockedOffer* offer = c.planner.locked_offer();
    if (offer == nullptr)
        return;
    kit::Dialog dialog(c.frame, {.title = c.tr("unlock.title"), .key = "unlock", .close_name = c.tr("action.close")});
    kit::text(c.frame, c.tr("unlock.text", {{"file", offer->file}}));
    const std::string label = c.tr("share.phrase"), problem = unlock_problem(c, offer->state);
    const kit::FieldResult result = kit::field(c.frame, {.label = label, .value = c.state.unlock_phrase, .key = "phrase",
                                                         .error = problem, .input = kit::FieldInput::password});
    if (result.changed)
        c.frame.defer([&state = c.state, value = *result.changed] { state.unlock_phrase = value; });
    const bool busy = offer->state == LockState::busy;
    if (busy)
        kit::text(c.frame, c.tr("unlock.opening"), {.icon = kit::icon::hourglass});
    const std::string cancel = c.tr("action.cancel"), open = c.tr("unlock.open");
    const std::array buttons = {kit::ButtonOptions{.label = cancel},
                                kit::ButtonOptions{.label = open, .kind = kit::ButtonKind::primary,
                                                   .enabled = busy ? kit::Enabled::no : kit::Enabled::yes}};
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("phrase"));
    if (pressed == 1 || result.submitted)
        c.frame.defer([&planner = c.planner, &state = c.state] {
            planner.unlock(state.unlock_phrase);
            state.unlock_phrase.clear();
        });
    else if (pressed == 0 || dialog.dismissed())
        c.frame.defer([&planner = c.planner, &state = c.state] {
            planner.leave_locked();
            state.unlock_phrase.clear();
        });
}

} // namespace planner::ui
