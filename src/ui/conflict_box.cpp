#include "ui/conflict_box.h"

#include "ui/kit/button.h"
#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"

#include "app/value_text.h"
#include "review/kept_process.h"

#include <cmath>

namespace planner::ui {

namespace {

std::string version_label(Context& c, const document::Document& document, const document::Version& version) {
    if (c.planner.wrote_here(version.dot.replica))
        return c.tr("conflict.yours");
    if (version.time == 0)
        return c.tr("conflict.from_edited_file");
    const std::string label = document.label_of(version.dot.replica);
    return label.empty() ? c.tr("conflict.from_unknown") : c.tr("conflict.from", {{"label", label}});
}

std::string version_text(Context& c, const document::FieldKey& key, const document::Value& value, const process::Field* field) {
    if (key.field == "deleted")
        return c.tr(value == document::Value(true) ? "conflict.remove" : "conflict.keep");
    const std::string text = app::value_text(c.planner.texts(), c.planner.reading(), key, value, field, c.planner.today());
    return text.empty() ? c.tr("conflict.empty_text") : text;
}

void draw_version(Context& c, const document::FieldKey& key, const document::Version& version, std::size_t index,
                  const process::Field* field) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, std::to_string(index));
    const std::string label = version_label(c, c.planner.current()->document(), version);
    const std::string time = version.time == 0 ? c.tr("conflict.time_unknown") : c.planner.moment_text(version.time);
    const kit::Card card(frame, {.padding = 12, .gap = 6, .radius = 8});
    kit::text(frame, label, {.style = kit::style::body_strong});
    kit::text(frame, time, {.style = kit::style::meta, .color = frame.theme().ink_3});
    kit::text(frame, version_text(c, key, version.value, field), {.style = kit::style::body});
    if (kit::button(frame, {.label = c.tr("conflict.choose_this"), .icon = kit::icon::check, .size = kit::ButtonSize::small,
                            .name = c.tr("conflict.choose_this_named", {{"label", label}})}))
        frame.defer([&planner = c.planner, key, index] { planner.choose_version(key, index); });
}

bool can_combine(const process::Field* field, const document::FieldKey& key) {
    if (key.field == "deleted" || key == review::kept_process_key())
        return false;
    return !field || field->kind == process::FieldKind::text || field->kind == process::FieldKind::long_text;
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

void open_combine(Context& c, const document::FieldKey& key, const std::vector<const document::Version*>& versions, const std::string& label) {
    CombineDraft draft{key, label, ""};
    for (const document::Version* version : versions)
        if (version->value.is_string() && !version->value.get_ref<const std::string&>().empty())
            draft.text += (draft.text.empty() ? "" : "\n\n") + version->value.get<std::string>();
    c.frame.defer([&state = c.state, draft] {
        state.combine = draft;
        state.dialog = DialogKind::combine;
    });
}

} // namespace

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
    {
        kit::Grid grid(frame.layout(), frame.layout().available() < frame.px(420) ? 1 : 2, frame.px(12), frame.px(12));
        for (std::size_t i = 0; i < distinct.size(); ++i) {
            grid.next();
            draw_version(c, key, *distinct[i], i, field);
        }
    }
    if (!can_combine(field, key))
        return;
    const kit::Row row(frame.layout(), frame.px(12), frame.px(32));
    if (kit::button(frame, {.label = c.tr("conflict.combine"), .icon = kit::icon::combine, .kind = kit::ButtonKind::primary,
                            .size = kit::ButtonSize::small}))
        open_combine(c, key, distinct, label);
    kit::text(frame, c.tr("conflict.combine_text"), {.style = kit::style::meta, .color = frame.theme().ink_2});
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
