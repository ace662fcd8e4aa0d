#include "ui/kit/button.h"
#include "ui/kit/dialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"

#include <algorithm>
#include <array>

namespace planner::ui {

namespace {

struct KindWords {
    app::ImportItemKind kind;
    std::string_view title, icon;
};

constexpr std::array kinds = {
    KindWords{app::ImportItemKind::both_wrote, "import.conflicts", kit::icon::git_compare},
    KindWords{app::ImportItemKind::added, "import.new", kit::icon::plus},
    KindWords{app::ImportItemKind::changed, "import.changed", kit::icon::pencil},
    KindWords{app::ImportItemKind::removed, "import.deleted", kit::icon::trash_2},
};

constexpr std::size_t most_items = 40;

/// The first part of a text: previews may be cut, the texts themselves never are.
std::string excerpt(const std::string& text) {
    constexpr std::size_t most = 240;
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "\u2026";
}

void draw_pair(Context& c, std::string_view label, const std::string& text) {
    if (text.empty())
        return;
    kit::text(c.frame, label, {.style = kit::style::meta_strong, .color = c.frame.theme().ink_3});
    kit::text(c.frame, excerpt(text), {.style = {15, 20}, .color = c.frame.theme().ink_2});
}

void draw_item(Context& c, const app::ImportItem& item, std::size_t index) {
    const kit::Scope scope(c.frame, std::to_string(index));
    kit::divider(c.frame);
    const kit::Stack stack(c.frame.layout(), c.frame.px(2));
    kit::text(c.frame, item.place_text, {.style = kit::style::body_strong});
    const bool both = item.kind == app::ImportItemKind::both_wrote;
    draw_pair(c, c.tr(both ? "conflict.yours" : "import.before"), item.old_text);
    draw_pair(c, c.tr(both ? "import.theirs" : "import.after"), item.new_text);
}

void draw_kind(Context& c, const app::ImportReview& review, const KindWords& words) {
    const std::size_t count = review.count(words.kind);
    if (count == 0)
        return;
    const kit::Scope scope(c.frame, words.title);
    const bool both = words.kind == app::ImportItemKind::both_wrote;
    const kit::Card card(c.frame, {.kind = both ? kit::CardKind::difference : kit::CardKind::plain, .padding = 12, .gap = 8, .radius = 8});
    kit::heading(c.frame, 3, c.planner.texts().count(std::string(words.title) + "_count", count),
                 {.style = kit::style::card_title, .icon = words.icon, .icon_size = 18});
    if (both)
        kit::text(c.frame, c.tr("import.conflicts_text"), {.style = kit::style::meta, .color = c.frame.theme().ink_2});
    std::size_t shown = 0;
    for (const app::ImportItem& item : review.items) {
        if (item.kind != words.kind)
            continue;
        if (shown == most_items)
            break;
        draw_item(c, item, shown++);
    }
    if (count > shown)
        kit::text(c.frame, c.planner.texts().count("import.more", count - shown), {.style = kit::style::meta});
}

void draw_review(Context& c, const app::ImportReview& review) {
    const kit::Scope scope(c.frame, review.id);
    const kit::Stack stack(c.frame.layout(), c.frame.px(12));
    if (review.is_new) {
        kit::heading(c.frame, 3, review.title, {.style = kit::style::card_title, .icon = kit::icon::plus});
        std::string names;
        for (const std::string& name : review.participants)
            names += (names.empty() ? "" : ", ") + name;
        kit::text(c.frame, names, {.style = kit::style::meta, .color = c.frame.theme().ink_2});
        return;
    }
    kit::text(c.frame, c.tr(review.files.size() > 1 ? "import.intro_more" : "import.intro", {{"title", review.title}}));
    for (const KindWords& words : kinds)
        draw_kind(c, review, words);
    kit::text(c.frame, c.tr("import.safe"), {.style = kit::style::meta, .color = c.frame.theme().ink_2, .icon = kit::icon::circle_check});
}

void draw_files(Context& c, const app::ImportPreview& preview) {
    for (std::size_t i = 0; i < preview.files.size(); ++i) {
        const app::ImportFile& file = preview.files[i];
        const kit::Scope scope(c.frame, "file " + std::to_string(i));
        if (file.outcome == app::FileOutcome::refused)
            kit::banner(c.frame, {.text = file.sentence, .icon = kit::icon::triangle_alert, .tone = kit::Tone::late});
        else if (!file.sentence.empty())
            kit::banner(c.frame, {.text = file.sentence, .icon = kit::icon::info, .tone = kit::Tone::warn});
        else if (file.outcome == app::FileOutcome::nothing_new)
            kit::banner(c.frame, {.text = file.name + ": " + c.tr("import.nothing"), .icon = kit::icon::circle_check, .tone = kit::Tone::ok});
    }
}

std::string title_of(Context& c, const app::ImportPreview& preview) {
    if (!preview.can_confirm()) {
        const bool refused = std::any_of(preview.files.begin(), preview.files.end(),
                                         [](const app::ImportFile& f) { return f.outcome == app::FileOutcome::refused; });
        return refused ? c.tr("import.refused") : c.tr("import.title");
    }
    return preview.files.size() > 1 ? c.tr("import.title_more", {{"count", std::to_string(preview.files.size())}}) : c.tr("import.title");
}

} // namespace

void draw_import_dialog(Context& c) {
    if (c.planner.import_state() != app::ImportState::ready)
        return;
    const app::ImportPreview& preview = c.planner.import_preview();
    kit::Dialog dialog(c.frame, {.title = title_of(c, preview), .key = "import", .close_name = c.tr("action.close"), .width = 640});
    draw_files(c, preview);
    for (const app::ImportReview& review : preview.reviews)
        draw_review(c, review);
    if (!preview.can_confirm())
        kit::text(c.frame, c.tr("import.unchanged"), {.color = c.frame.theme().ink_2});
    const std::string cancel = c.tr(preview.can_confirm() ? "import.cancel" : "action.done"), merge = c.tr("import.merge");
    std::vector<kit::ButtonOptions> buttons = {{.label = cancel, .key = "cancel"}};
    if (preview.can_confirm())
        buttons.push_back({.label = merge, .kind = kit::ButtonKind::primary, .key = "merge"});
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("cancel"));
    if (pressed == 1)
        c.frame.defer([&planner = c.planner] { planner.confirm_import(); });
    else if (pressed == 0 || dialog.dismissed())
        c.frame.defer([&planner = c.planner] { planner.cancel_import(); });
}

} // namespace planner::ui
