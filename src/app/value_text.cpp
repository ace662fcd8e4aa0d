#include "app/value_text.h"

#include <algorithm>
#include <array>

#include "assets/review_process.h"
#include "document/write.h"
#include "review/ids.h"
#include "review/kept_process.h"
#include "review/values.h"

namespace planner::app {
namespace {

using document::Value;
using process::Field;
using process::FieldKind;

std::string option_label(const Texts& texts, const Field* field, const std::string& id) {
    const process::Option* option = field == nullptr ? nullptr : field->option(id);
    return option == nullptr ? id : option->label.in(texts.language());
}

std::string list_text(const Texts& texts, const Value& list, const Field* field) {
    std::string text;
    for (const Value& chosen : list) {
        if (!text.empty()) text += ", ";
        text +=
            chosen.is_string() ? option_label(texts, field, review::text_of(chosen)) : document::canonical_text(chosen);
    }
    return text;
}

/// The words for what the planner itself keeps in a field; the text itself when it knows none.
std::string known_word(const Texts& texts, const document::FieldKey& key, const std::string& text) {
    struct Known {
        std::string_view collection, field, value, word;
    };
    static constexpr std::array<Known, 11> known{{
        {"tasks", "state", "done", "task.state.done"},
        {"tasks", "state", "not_applicable", "task.state.not_applicable"},
        {"messages", "state", "sent", "message.state.sent"},
        {"messages", "state", "lapsed", "message.state.lapsed"},
        {"availability", "answer", "yes", "poll.answer.yes"},
        {"availability", "answer", "if_needed", "poll.answer.if_needed"},
        {"availability", "answer", "no", "poll.answer.no"},
        {"hours", "times", "once", "hours.times.once"},
        {"hours", "times", "visit", "hours.times.visit"},
        {"review", "hours_length", "half_day", "hours.length.half_day"},
        {"review", "hours_length", "whole_day", "hours.length.whole_day"},
    }};
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known& each) {
        return each.collection == key.entity.collection && each.field == key.field && each.value == text;
    });
    return found == known.end() ? text : texts.tr(found->word);
}

/// Of the process that a review keeps, whose text nobody wants to read.
std::string kept_process_text(const Texts& texts, const std::string& text) {
    if (text.empty()) return "";
    const auto process = assets::process_from(text);
    return process ? texts.tr("process.with_version",
                              {{"process", (*process)->title.in(texts.language())}, {"version", (*process)->version}})
                   : texts.tr("process.unreadable");
}

} // namespace

std::string value_text(const Texts& texts, const review::Review& review, const document::FieldKey& key,
                       const Value& value, const Field* field, Day today) {
    if (value.is_null()) return "";
    if (const auto* ticked = value.get_ptr<const bool*>()) return texts.tr(*ticked ? "field.yes" : "field.no");
    if (value.is_array()) return list_text(texts, value, field);
    if (!value.is_string()) return document::canonical_text(value);
    const std::string text = review::text_of(value);
    if (key == review::kept_process_key()) return kept_process_text(texts, text);
    const bool may_be_date = field == nullptr || field->kind == FieldKind::date;
    if (const auto day = may_be_date ? parse_day(text) : std::nullopt) return short_date(texts, *day, today);
    if (field == nullptr) return known_word(texts, key, text);
    if (field->kind != FieldKind::choice) return text;
    // A choice without options of its own is a choice among the participants.
    if (field->options.empty())
        return review::text_of(review.document().value({review::participant_key(text), "name"}));
    return option_label(texts, field, text);
}

std::string label_text(const Texts& texts, const review::Place& place) {
    // The planner's own label says more than the card's: "Datum reviewdag Team Zorg" beside "Datum".
    if (!place.text_key.empty()) {
        const auto day = parse_day(place.name);
        const std::string name = day ? long_date(texts, *day) : place.name.empty() ? texts.tr("participant.no_name") : place.name;
        return texts.tr(place.text_key, {{"participant", place.participant}, {"task", place.task}, {"name", name}});
    }
    if (place.row > 0 || !place.column.empty()) {
        const std::string row =
            place.row == 0 ? place.row_name
                           : texts.tr("row.name", {{"name", place.row_name}, {"number", std::to_string(place.row)}});
        return place.column.empty() ? row : texts.tr("row.cell", {{"column", place.column}, {"row", row}});
    }
    if (!place.row_name.empty()) return place.row_name;
    if (!place.field.empty()) return place.field;
    return place.card.empty() ? place.participant : place.card;
}

std::string place_text(const Texts& texts, const review::Place& place) {
    std::string text = label_text(texts, place);
    const auto add = [&](const std::string& part) {
        if (!part.empty() && part != text && text.find(part) == std::string::npos) text += " · " + part;
    };
    const bool of_card = place.text_key.empty();
    if (of_card) add(place.card);
    add(place.participant);
    return text.empty() ? texts.tr("import.place.unknown") : text;
}

} // namespace planner::app
