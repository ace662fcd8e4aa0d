#include "ui/conflict_box.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "app/conflict_texts.h"
#include "app/value_text.h"
#include "review/kept_process.h"
#include "review/visible_name.h"

#include <algorithm>

namespace planner::ui {

namespace {

/// What a person reads in one of the versions, and what in it the others do not have.
struct ShownVersion {
    const document::Version* version;
    std::string text;
    std::vector<kit::TextRange> own;
};

/// The first one is compared with the second, the others with the first.
void mark_differences(Context& c, std::vector<ShownVersion>& versions) {
    for (std::size_t i = 1; i < versions.size(); ++i) {
        const MarkedTexts& marked = compared_texts(c, versions[0].text, versions[i].text);
        versions[i].own = marked.in_other;
        if (i == 1)
            versions[0].own = marked.in_one;
    }
}

void draw_version(Context& c, const document::FieldKey& key, const ShownVersion& shown, std::size_t index) {
    kit::Frame& frame = c.frame;
    const document::Version& version = *shown.version;
    const kit::Scope scope(frame, std::to_string(index));
    const std::string label = version_label(c, version);
    const kit::Card card(frame, {.padding = 12, .gap = 6, .radius = 8});
    kit::text(frame, label, {.style = kit::style::body_strong});
    kit::text(frame, version_time(c, version), {.style = kit::style::meta, .color = frame.theme().ink_3});
    draw_marked(c, shown.text, shown.own, kit::Mark::own);
    if (kit::button(frame, {.label = c.tr("conflict.choose_this"), .icon = kit::icon::check, .size = kit::ButtonSize::small,
                            .name = c.tr("conflict.choose_this_named", {{"label", label}})}))
        frame.defer([&planner = c.planner, key, index] { planner.choose_version(key, index); });
    if (index == 0 && c.state.wanted_field == key)
        frame.request_focus(frame.id(c.tr("conflict.choose_this")));
}

/// Written by a person, in words: no number, date or time, and nothing that is shown otherwise than it is kept.
bool is_in_words(const ShownVersion& shown) {
    const auto* text = shown.version->value.get_ptr<const std::string*>();
    const auto is_letter = [](unsigned char c) { return c >= 0x80 || ((c | 0x20u) >= 'a' && (c | 0x20u) <= 'z'); };
    return text != nullptr && (text->empty() || (*text == shown.text && std::any_of(text->begin(), text->end(), is_letter)));
}

bool can_combine(const process::Field* field, const document::FieldKey& key, const std::vector<ShownVersion>& versions) {
    if (key.field == "deleted" || key == review::kept_process_key())
        return false;
    if (field)
        return field->kind == process::FieldKind::text || field->kind == process::FieldKind::long_text;
    return std::all_of(versions.begin(), versions.end(), is_in_words);
}

void draw_head(Context& c, const document::FieldKey& key, std::size_t versions, const std::string& label) {
    kit::Frame& frame = c.frame;
    const kit::Row row(frame.layout(), frame.px(10), kit::button_height(frame, kit::ButtonSize::small));
    const kit::Rect mark = frame.layout().place(frame.px(26), frame.px(26));
    kit::draw::fill(frame, mark, frame.theme().sun, frame.px(6));
    kit::draw::icon(frame, mark.x + mark.width / 2, mark.y + mark.height / 2, kit::icon::git_compare, 16, frame.theme().on_sun);
    kit::text(frame, label, {.style = kit::style::body_strong});
    const std::string sentence = key.field == "deleted" ? c.tr("conflict.removed_or_changed")
                                 : versions == 2        ? c.tr("conflict.two_versions")
                                                        : c.tr("conflict.more_versions", {{"count", std::to_string(versions)}});
    kit::text(frame, sentence, {.style = kit::style::meta_strong, .color = frame.theme().warn});
    if (kit::button(frame, {.label = c.tr("conflict.later"), .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small}))
        frame.defer([&state = c.state, key] { state.postponed.insert(key); });
}

void open_combine(Context& c, const document::FieldKey& key, const std::vector<ShownVersion>& versions, const std::string& label,
                  const std::string& text, const std::vector<std::string>& texts) {
    CombineDraft draft{key, label, {}, text, texts};
    for (const ShownVersion& each : versions)
        draft.versions.push_back({version_label(c, *each.version), each.text});
    c.frame.defer([&state = c.state, draft] {
        state.combine = draft;
        state.dialog = DialogKind::combine;
    });
}

/// The ways to keep something of every version.
void draw_together(Context& c, const document::FieldKey& key, const process::Field* field, const std::vector<ShownVersion>& versions,
                   const std::string& label) {
    kit::Frame& frame = c.frame;
    const std::vector<std::string> texts = app::texts_of_versions(*c.planner.current()->document().field(key));
    const std::string_view between = app::between_texts(field, texts);
    const kit::Row row(frame.layout(), frame.px(12), frame.px(32));
    if (kit::button(frame, {.label = c.tr("conflict.combine"), .icon = kit::icon::combine, .kind = kit::ButtonKind::primary,
                            .size = kit::ButtonSize::small}))
        open_combine(c, key, versions, label, app::proposed_text(texts, between), texts);
    if (texts.size() > 1 &&
        kit::button(frame, {.label = c.tr(texts.size() == 2 ? "conflict.keep_both" : "conflict.keep_all"), .size = kit::ButtonSize::small}))
        frame.defer([&planner = c.planner, key, texts, text = app::all_texts(texts, between), label] {
            planner.combine(key, text, texts);
            planner.offer_undo_of_last(planner.tr("conflict.all_kept", {{"field", label}}));
        });
    kit::text(frame, c.tr("conflict.combine_text"), {.style = kit::style::meta, .color = frame.theme().ink_2});
}

} // namespace

std::string version_label(Context& c, const document::Version& version) {
    if (c.planner.wrote_here(version.dot.replica))
        return c.tr("conflict.yours");
    if (version.time == 0)
        return c.tr("conflict.from_edited_file");
    const std::string label = review::visible_name(c.planner.current()->document().label_of(version.dot.replica));
    return label.empty() ? c.tr("conflict.from_unknown") : c.tr("conflict.from", {{"label", label}});
}

std::string version_time(Context& c, const document::Version& version) {
    return version.time == 0 ? c.tr("conflict.time_unknown") : c.planner.moment_text(version.time);
}

std::string version_text(Context& c, const document::FieldKey& key, const document::Value& value, const process::Field* field) {
    if (key.field == "deleted")
        return c.tr(value == document::Value(true) ? "conflict.remove" : "conflict.keep");
    const std::string text = app::value_text(c.planner.texts(), c.planner.reading(), key, value, field, c.planner.today());
    return text.empty() ? c.tr("conflict.empty_text") : text;
}

void draw_conflict(Context& c, const document::FieldKey& key, const process::Field* field, const std::string& label) {
    const document::Register* versions = c.planner.current()->document().field(key);
    if (!versions)
        return;
    const auto distinct = versions->distinct();
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, "conflict " + document::to_pointer(key));
    const kit::Card card(frame, {.kind = kit::CardKind::difference, .padding = 12, .gap = 10,
                                 .name = c.tr("conflict.in_field", {{"field", label}})});
    draw_head(c, key, distinct.size(), label);
    std::vector<ShownVersion> shown;
    for (const document::Version* version : distinct)
        shown.push_back({version, version_text(c, key, version->value, field), {}});
    const bool texts = can_combine(field, key, shown);
    if (texts)
        mark_differences(c, shown);
    {
        kit::Grid grid(frame.layout(), frame.layout().available() < frame.px(420) ? 1 : 2, frame.px(12), frame.px(12));
        for (std::size_t i = 0; i < shown.size(); ++i) {
            grid.next();
            draw_version(c, key, shown[i], i);
        }
    }
    if (texts)
        draw_together(c, key, field, shown, label);
}

void draw_conflicts_of(Context& c, const document::EntityKey& entity, std::initializer_list<std::string_view> fields) {
    for (const std::string_view field : fields) {
        const document::FieldKey key{entity, std::string(field)};
        const document::Register* versions = c.planner.current()->document().field(key);
        if (!versions || !versions->in_conflict() || c.state.postponed.contains(key))
            continue;
        const review::Place place = review::place_of(c.planner.reading(), key, c.language());
        draw_conflict(c, key, place.definition, app::label_text(c.planner.texts(), place));
    }
}

} // namespace planner::ui
