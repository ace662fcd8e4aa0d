#include "ui/card_field.h"

#include "ui/card_table.h"
#include "ui/conflict_box.h"
#include "ui/history_dialog.h"
#include "ui/kit/choice.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include "app/value_text.h"

#include <algorithm>

namespace planner::ui {

namespace {

using process::FieldKind;

std::string shown_text(const document::Value& value) {
    if (value.is_string())
        return value.get<std::string>();
    return value.is_null() ? std::string() : value.dump();
}

bool holds(const document::Value& value, const std::string& option) {
    if (value.is_string())
        return value.get_ref<const std::string&>() == option;
    return value.is_array() && std::find(value.begin(), value.end(), option) != value.end();
}

kit::FieldInput input_of(FieldKind kind) {
    switch (kind) {
    case FieldKind::long_text: return kit::FieldInput::long_text;
    case FieldKind::date: return kit::FieldInput::date;
    case FieldKind::time: return kit::FieldInput::time;
    case FieldKind::number: return kit::FieldInput::number;
    // What a team wrote can be read whole, also in the narrow columns of a table.
    case FieldKind::text: return kit::FieldInput::paragraph;
    case FieldKind::choice:
    case FieldKind::choices:
    case FieldKind::checkbox:
    case FieldKind::table: break;
    }
    return kit::FieldInput::text;
}

void draw_typed(Context& c, const document::FieldKey& key, FieldKind kind, const Caption& caption) {
    const document::Value& value = c.planner.current()->document().value(key);
    std::string text = shown_text(value);
    if (text.empty())
        text = caption.instead;
    std::string display;
    if (kind == FieldKind::date)
        if (const auto day = app::parse_day(text))
            display = app::short_date(c.planner.texts(), *day, c.planner.today());
    const kit::FieldResult field =
        kit::field(c.frame, {.label = caption.label, .value = text, .key = document::to_pointer(key), .name = caption.name,
                             .help = caption.help, .placeholder = caption.placeholder, .display = display,
                             .input = input_of(kind), .label_place = caption.label_place});
    if (c.state.wanted_field == key)
        c.frame.request_focus(field.id);
    const bool typing = kind == FieldKind::text || kind == FieldKind::long_text || kind == FieldKind::number;
    if (field.changed)
        c.frame.defer([&planner = c.planner, key, changed = *field.changed, base = field.base, typing] {
            planner.set_field(key, changed, typing ? app::EditGroup::typing : app::EditGroup::single, base);
        });
    if (field.left)
        c.frame.defer([&planner = c.planner] { planner.end_typing(); });
}

void draw_choices(Context& c, const document::FieldKey& key, const process::Field& field, const Caption& caption) {
    const document::Value& value = c.planner.current()->document().value(key);
    std::vector<kit::ChipChoice> choices;
    for (const process::Option& option : field.options)
        choices.push_back({option.id, option.label.in(c.language()), holds(value, option.id)});
    // A choice without options of its own is a choice among the participants. Nobody visits themselves.
    if (field.options.empty()) {
        const std::string host = review::host_of_row(c.planner.current()->document(), key.entity);
        for (const app::ParticipantView& each : c.planner.view().participants)
            if (const bool chosen = holds(value, each.participant.id); chosen || each.participant.id != host)
                choices.push_back({each.participant.id, each.participant.name, chosen});
    }
    const bool several = field.kind == FieldKind::choices;
    const auto chosen = kit::chip_group(
        c.frame, {.label = caption.label, .choices = choices,
                  .choosing = several ? kit::Choosing::several : kit::Choosing::one, .key = document::to_pointer(key),
                  .name = caption.name, .help = caption.help});
    if (!chosen)
        return;
    document::Value next = choices[*chosen].value;
    if (several) {
        next = document::Value::array();
        for (std::size_t i = 0; i < choices.size(); ++i)
            if (choices[i].chosen != (i == *chosen))
                next.push_back(choices[i].value);
    }
    c.frame.defer([&planner = c.planner, key, next] { planner.set_field(key, next); });
}

void draw_checkbox(Context& c, const document::FieldKey& key, const Caption& caption) {
    const bool checked = c.planner.current()->document().value(key) == document::Value(true);
    if (const auto next = kit::checkbox(c.frame, {.label = caption.label, .checked = checked, .key = document::to_pointer(key)}))
        c.frame.defer([&planner = c.planner, key, now = *next] { planner.set_field(key, now); });
}

} // namespace

bool draw_conflict_instead(Context& c, const document::FieldKey& key, const process::Field* field, const std::string& label) {
    const document::Register* versions = c.planner.current()->document().field(key);
    if (!versions || !versions->in_conflict())
        return false;
    const kit::NodeId id = c.frame.id(document::to_pointer(key));
    const bool typing = c.frame.is_focused(id) || c.frame.has_unread_writing(id);
    if (c.state.postponed.contains(key) || typing) {
        if (kit::button(c.frame, {.label = c.tr("conflict.in_field", {{"field", label}}), .icon = kit::icon::git_compare,
                                  .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small,
                                  .key = "postponed " + document::to_pointer(key)}))
            c.frame.defer([&state = c.state, key] { state.postponed.erase(key); });
        return false;
    }
    draw_conflict(c, key, field, label);
    return true;
}

void draw_value(Context& c, const document::FieldKey& key, const process::Field& field, const std::string& name) {
    const Caption caption{.label = field.label.in(c.language()), .name = name, .help = field.help.in(c.language())};
    if (draw_conflict_instead(c, key, &field, caption.label))
        return;
    const kit::Stack stack(c.frame.layout(), c.frame.px(4));
    switch (field.kind) {
    case FieldKind::choice:
    case FieldKind::choices: draw_choices(c, key, field, caption); break;
    case FieldKind::checkbox: draw_checkbox(c, key, caption); break;
    case FieldKind::table: break;
    case FieldKind::text:
    case FieldKind::long_text:
    case FieldKind::date:
    case FieldKind::time:
    case FieldKind::number: draw_typed(c, key, field.kind, caption); break;
    }
    draw_history_button(c, key, name);
}

void draw_plain_value(Context& c, const document::FieldKey& key, FieldKind kind, std::string_view label, std::string_view name) {
    draw_plain_value(c, key, kind, {.label = std::string(label), .name = std::string(name)});
}

void draw_plain_value(Context& c, const document::FieldKey& key, FieldKind kind, const Caption& caption) {
    if (caption.label_place == kit::LabelPlace::hidden)
        return draw_typed(c, key, kind, caption);
    const std::string& name = caption.name.empty() ? caption.label : caption.name;
    if (draw_conflict_instead(c, key, nullptr, name))
        return;
    const kit::Stack stack(c.frame.layout(), c.frame.px(4));
    draw_typed(c, key, kind, caption);
    draw_history_button(c, key, name);
}

void draw_card_field(Context& c, const CardPlace& place, const process::Field& field) {
    if (field.kind == FieldKind::table) {
        draw_card_table(c, place, field);
        return;
    }
    draw_value(c, c.planner.reading().key_of(place.card, place.participant, field), field, field.label.in(c.language()));
}

void draw_bound_value(Context& c, std::string_view binding, const std::string& participant) {
    const auto bound = c.planner.current()->process().bound_field(binding);
    if (!bound.field)
        return;
    const std::string label = bound.field->label.in(c.language()), whose = subject_name(c, participant);
    draw_value(c, c.planner.reading().key_of(bound.card->id, participant, *bound.field), *bound.field,
               whose.empty() ? label : c.tr("row.cell", {{"column", label}, {"row", whose}}));
}

} // namespace planner::ui
