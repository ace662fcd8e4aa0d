#include "ui/kit/button.h"
#include "ui/kit/dialog.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace planner::ui {

namespace {

using app::ImportItemKind;

struct KindWords {
    ImportItemKind kind;
    std::string_view title, icon, explanation;
};

constexpr std::array kinds = {
    KindWords{ImportItemKind::both_wrote, "import.conflicts_count", kit::icon::git_compare, "import.conflicts_text"},
    KindWords{ImportItemKind::removed_edited, "import.removed_edited_count", kit::icon::git_compare, "import.removed_edited_text"},
    KindWords{ImportItemKind::removed_for_good, "import.redacted_count", kit::icon::trash_2, ""},
    KindWords{ImportItemKind::added, "import.new_count", kit::icon::plus, ""},
    KindWords{ImportItemKind::changed, "import.changed_count", kit::icon::pencil, ""},
    KindWords{ImportItemKind::removed, "import.deleted_count", kit::icon::trash_2, ""},
};

constexpr std::size_t lines_at_first = 20;

/// The first part of a text, on one line: previews may be cut, the texts themselves never are.
std::string excerpt(std::string text) {
    constexpr std::size_t most = 120;
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "\u2026";
}

/// A line that opens and closes what stands below it; all of it takes the pointer. True when pressed.
bool draw_line_head(Context& c, const std::string& title, const std::string& under, bool open) {
    kit::Frame& frame = c.frame;
    const kit::Theme& t = frame.theme();
    const float icon = frame.px(26), width = frame.layout().available() - icon;
    const float title_height = kit::text_height(frame, title, kit::style::body_strong, width);
    const float under_height = open || under.empty() ? 0 : kit::text_height(frame, under, kit::style::meta, width);
    const kit::Rect rect = frame.layout().place(-1, std::max(frame.px(44), title_height + under_height + frame.px(12)));
    const kit::NodeId id = frame.id("open");
    const kit::Interaction interaction = frame.interact(id, rect);
    if (interaction.hovered)
        kit::draw::fill(frame, rect, t.hover, frame.px(6));
    const float x = rect.x + icon, y = rect.y + frame.px(6);
    kit::draw::icon(frame, rect.x + frame.px(10), y + frame.px(10), open ? kit::icon::chevron_down : kit::icon::chevron_right, 18, t.action);
    kit::place_text(frame, {x, y, width, title_height}, title, kit::style::body_strong, t.ink);
    if (under_height > 0)
        kit::place_text(frame, {x, y + title_height, width, under_height}, under, kit::style::meta, t.ink_2);
    if (interaction.focus_visible)
        frame.focus_ring(rect.inset(2), frame.px(6), 0);
    kit::Node node;
    node.id = id;
    node.role = kit::Role::button;
    node.name = under.empty() ? title : title + ": " + under;
    node.expanded = open;
    frame.tree().add(std::move(node), rect);
    return interaction.clicked;
}

void draw_side(Context& c, std::string_view label, const std::string& text, const std::vector<kit::TextRange>& ranges, kit::Mark mark) {
    const kit::Scope scope(c.frame, label);
    const kit::Stack stack(c.frame.layout(), c.frame.px(2));
    kit::text(c.frame, c.tr(label), {.style = kit::style::meta_strong, .color = c.frame.theme().ink_2});
    draw_marked(c, text.empty() ? c.tr("import.gone") : text, ranges, mark);
}

/// What stood there and what will stand there, beside each other where there is room.
void draw_texts(Context& c, const app::ImportItem& item) {
    const bool conflict = item.kind == ImportItemKind::both_wrote || item.kind == ImportItemKind::removed_edited;
    const bool pair = conflict || item.kind == ImportItemKind::changed;
    const bool among_files = item.first == app::FirstText::comes_in;
    const MarkedTexts& marked = compared_texts(c, item.old_text, item.new_text);
    kit::Grid grid(c.frame.layout(), pair && c.frame.layout().available() > c.frame.px(420) ? 2 : 1, c.frame.px(16), c.frame.px(8));
    if (item.kind != ImportItemKind::added) {
        grid.next();
        draw_side(c, among_files ? "import.first_text" : conflict ? "import.here" : "import.before", item.old_text, marked.in_one,
                  conflict ? kit::Mark::own : kit::Mark::gone);
    }
    if (item.kind != ImportItemKind::removed) {
        grid.next();
        draw_side(c, among_files ? "import.second_text" : conflict ? "import.theirs" : "import.after", item.new_text, marked.in_other,
                  kit::Mark::own);
    }
}

void draw_item(Context& c, const app::ImportItem& item, std::size_t index) {
    const kit::Scope scope(c.frame, std::to_string(index));
    kit::divider(c.frame);
    const kit::Stack stack(c.frame.layout(), c.frame.px(4));
    const std::uint64_t key = c.frame.id("open").value;
    const bool open = c.state.import_open.contains(key);
    if (draw_line_head(c, item.place_text, excerpt(item.new_text.empty() ? item.old_text : item.new_text), open))
        c.frame.defer([&lines = c.state.import_open, key] {
            if (lines.erase(key) == 0)
                lines.insert(key);
        });
    if (open)
        draw_texts(c, item);
}

void draw_kind(Context& c, const app::ImportReview& review, const KindWords& words) {
    const std::size_t count = review.count(words.kind);
    if (count == 0)
        return;
    const kit::Scope scope(c.frame, words.title);
    const bool asks = !words.explanation.empty();
    const kit::Card card(c.frame, {.kind = asks ? kit::CardKind::difference : kit::CardKind::plain, .padding = 12, .gap = 8, .radius = 8});
    const std::string title = c.planner.texts().count(words.title, count);
    kit::heading(c.frame, 3, title, {.style = kit::style::card_title, .icon = words.icon, .icon_size = 18});
    if (asks)
        kit::text(c.frame, c.tr(words.explanation), {.style = kit::style::meta, .color = c.frame.theme().ink_2});
    const std::uint64_t key = c.frame.id("lines").value;
    const auto more = c.state.import_lines.find(key);
    const std::size_t most = lines_at_first + (more == c.state.import_lines.end() ? 0 : more->second);
    std::size_t shown = 0;
    for (const app::ImportItem& item : review.items)
        if (item.kind == words.kind && shown < most)
            draw_item(c, item, shown++);
    if (shown == count)
        return;
    const std::string label = c.tr("import.show_more", {{"count", std::to_string(std::min(count - shown, lines_at_first))}});
    if (kit::button(c.frame, {.label = label, .icon = kit::icon::chevron_down, .kind = kit::ButtonKind::quiet,
                              .size = kit::ButtonSize::small, .key = "more", .name = label + ": " + title}))
        c.frame.defer([&lines = c.state.import_lines, key] { lines[key] += lines_at_first; });
}

/// "review (1).json: 2 nieuw, 1 gewijzigd"
std::string brings_text(Context& c, const app::ImportFile& file) {
    static constexpr std::array<std::string_view, std::tuple_size_v<app::ImportCounts>> keys = {
        "import.brings.new", "import.brings.changed", "import.brings.both", "import.brings.removed_edited", "import.brings.removed",
        "import.brings.redacted"};
    std::string text;
    for (std::size_t kind = 0; kind < keys.size(); ++kind)
        if (file.brings[kind] > 0)
            text += (text.empty() ? "" : ", ") + c.tr(keys[kind], {{"count", std::to_string(file.brings[kind])}});
    return file.name + ": " + (text.empty() ? c.tr("import.brings.order") : text);
}

/// What each of several files brings by itself.
void draw_files_of(Context& c, const app::ImportPreview& preview, const app::ImportReview& review) {
    const kit::Stack stack(c.frame.layout(), c.frame.px(4));
    if (!review.copies_of.empty())
        kit::text(c.frame, c.tr("import.copies", {{"count", std::to_string(review.files.size())}, {"file", review.copies_of}}),
                  {.icon = kit::icon::files});
    for (std::size_t i = 0; i < preview.files.size(); ++i) {
        const app::ImportFile& file = preview.files[i];
        const kit::Scope scope(c.frame, "brings " + std::to_string(i));
        if (file.review_id == review.id && file.outcome == app::FileOutcome::merges)
            kit::text(c.frame, brings_text(c, file), {.style = kit::style::meta, .icon = kit::icon::file_text});
    }
}

/// The review on screen, when these are files of another one.
bool is_beside_open(Context& c, const app::ImportReview& review) {
    const app::OpenReview* open = c.planner.current();
    return open != nullptr && open->ready() && open->id() != review.id;
}

void draw_review(Context& c, const app::ImportPreview& preview, const app::ImportReview& review) {
    const kit::Scope scope(c.frame, review.id);
    const kit::Stack stack(c.frame.layout(), c.frame.px(12));
    const bool beside = is_beside_open(c, review);
    const std::string open = beside ? c.planner.reading().title() : "";
    if (review.is_new) {
        kit::heading(c.frame, 3, review.title, {.style = kit::style::card_title, .icon = kit::icon::plus});
        std::string names;
        for (const std::string& name : review.participants)
            names += (names.empty() ? "" : ", ") + name;
        kit::text(c.frame, names, {.style = kit::style::meta, .color = c.frame.theme().ink_2});
        if (beside)
            kit::text(c.frame, c.tr("import.other_review", {{"open", open}}));
        return;
    }
    const bool several = review.files.size() > 1;
    kit::text(c.frame, c.tr(several ? "import.intro_more" : "import.intro", {{"title", review.title}}));
    if (beside)
        kit::text(c.frame, c.tr("import.other_here", {{"open", open}}), {.icon = kit::icon::info});
    if (several)
        draw_files_of(c, preview, review);
    for (const KindWords& words : kinds)
        draw_kind(c, review, words);
    if (review.removes_for_good)
        kit::text(c.frame, c.tr("import.redacted_text"), {.style = kit::style::body_strong, .icon = kit::icon::triangle_alert});
    else
        kit::text(c.frame, c.tr("import.safe"), {.style = kit::style::meta, .color = c.frame.theme().ink_2, .icon = kit::icon::circle_check});
}

void draw_files(Context& c, const app::ImportPreview& preview) {
    for (std::size_t i = 0; i < preview.files.size(); ++i) {
        const app::ImportFile& file = preview.files[i];
        const kit::Scope scope(c.frame, "file " + std::to_string(i));
        const std::string nothing = file.name + ": " + c.tr("import.nothing");
        if (file.outcome == app::FileOutcome::refused)
            kit::banner(c.frame, {.text = file.sentence, .icon = kit::icon::triangle_alert, .tone = kit::Tone::late});
        else if (!file.sentence.empty())
            kit::banner(c.frame, {.text = file.sentence, .icon = kit::icon::info, .tone = kit::Tone::warn});
        else if (file.outcome == app::FileOutcome::nothing_new && preview.files.size() == 1)
            kit::banner(c.frame, {.text = nothing, .icon = kit::icon::circle_check, .tone = kit::Tone::ok});
        else if (file.outcome == app::FileOutcome::nothing_new)
            kit::text(c.frame, nothing, {.style = kit::style::meta, .color = c.frame.theme().ink_2, .icon = kit::icon::circle_check});
        if (!file.note.empty())
            kit::text(c.frame, file.note, {.style = kit::style::meta, .color = c.frame.theme().ink_2, .icon = kit::icon::info});
    }
}

/// Everything in the files comes beside the review on screen.
bool only_adds(Context& c, const app::ImportPreview& preview) {
    return std::all_of(preview.reviews.begin(), preview.reviews.end(),
                       [&](const app::ImportReview& review) { return review.is_new && is_beside_open(c, review); });
}

std::string title_of(Context& c, const app::ImportPreview& preview) {
    if (!preview.can_confirm()) {
        const bool refused = std::any_of(preview.files.begin(), preview.files.end(),
                                         [](const app::ImportFile& f) { return f.outcome == app::FileOutcome::refused; });
        return refused ? c.tr("import.refused") : c.tr("import.title");
    }
    if (only_adds(c, preview))
        return c.tr("import.title_other");
    return preview.files.size() > 1 ? c.tr("import.title_more", {{"count", std::to_string(preview.files.size())}}) : c.tr("import.title");
}

/// How far the reading of many or large files is.
void draw_reading(Context& c, const app::ReadingProgress& progress) {
    kit::Dialog dialog(c.frame, {.title = c.tr("import.reading_title"), .key = "import reading", .close_name = c.tr("action.close")});
    const std::string text = c.tr("import.reading", {{"number", std::to_string(progress.read + 1)}, {"count", std::to_string(progress.count)}});
    kit::text(c.frame, text, {.exposure = kit::Exposure::decoration});
    kit::progress_bar(c.frame, {.fraction = static_cast<float>(progress.read) / static_cast<float>(progress.count), .name = text});
    const std::string cancel = c.tr("import.cancel");
    const std::array buttons = {kit::ButtonOptions{.label = cancel, .key = "cancel"}};
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("cancel"));
    if (dialog.buttons(buttons) || dialog.dismissed())
        c.frame.defer([&planner = c.planner] { planner.cancel_import(); });
}

} // namespace

void draw_import_dialog(Context& c) {
    if (const auto progress = c.planner.reading_progress())
        return draw_reading(c, *progress);
    if (c.planner.import_state() != app::ImportState::ready || c.planner.keeping_failed())
        return;
    const app::ImportPreview& preview = c.planner.import_preview();
    kit::Dialog dialog(c.frame, {.title = title_of(c, preview), .key = "import", .close_name = c.tr("action.close"), .width = 760});
    if (dialog.opened()) {
        c.state.import_open.clear();
        c.state.import_lines.clear();
    }
    draw_files(c, preview);
    for (const app::ImportReview& review : preview.reviews)
        draw_review(c, preview, review);
    if (!preview.can_confirm())
        kit::text(c.frame, c.tr("import.unchanged"), {.color = c.frame.theme().ink_2});
    const std::string cancel = c.tr(preview.can_confirm() ? "import.cancel" : "action.done"), merge = c.tr(only_adds(c, preview) ? "import.add" : "import.merge");
    std::vector<kit::ButtonOptions> buttons = {{.label = cancel, .key = "cancel"}};
    if (preview.can_confirm())
        buttons.push_back({.label = merge, .kind = kit::ButtonKind::primary,
                           .enabled = c.planner.keeping() ? kit::Enabled::no : kit::Enabled::yes, .key = "merge"});
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("cancel"));
    if (pressed == 1)
        c.frame.defer([&planner = c.planner] { planner.import_safely(); });
    else if (pressed == 0 || dialog.dismissed())
        c.frame.defer([&planner = c.planner] { planner.cancel_import(); });
}

} // namespace planner::ui
