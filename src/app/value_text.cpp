#include "app/value_text.h"

#include "assets/review_process.h"
#include "document/write.h"
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

} // namespace

std::string value_text(const Texts& texts, const Value& value, const Field* field, Day today) {
    if (value.is_null()) return "";
    if (const auto* ticked = value.get_ptr<const bool*>()) return texts.tr(*ticked ? "field.yes" : "field.no");
    if (value.is_array()) return list_text(texts, value, field);
    if (!value.is_string()) return document::canonical_text(value);
    const std::string text = review::text_of(value);
    const bool may_be_date = field == nullptr || field->kind == FieldKind::date;
    if (const auto day = may_be_date ? parse_day(text) : std::nullopt) return short_date(texts, *day, today);
    return field != nullptr && field->kind == FieldKind::choice ? option_label(texts, field, text) : text;
}

std::string value_text_at(const Texts& texts, const document::FieldKey& key, const Value& value, const Field* field,
                          Day today) {
    if (key != review::kept_process_key()) return value_text(texts, value, field, today);
    const std::string text = review::text_of(value);
    if (text.empty()) return "";
    const auto process = assets::process_from(text);
    return process ? texts.tr("process.with_version",
                              {{"process", (*process)->title.in(texts.language())}, {"version", (*process)->version}})
                   : texts.tr("process.unreadable");
}

std::string label_text(const Texts& texts, const review::Place& place) {
    if (place.row > 0 || !place.column.empty()) {
        const std::string row =
            place.row == 0 ? place.row_name
                           : texts.tr("row.name", {{"name", place.row_name}, {"number", std::to_string(place.row)}});
        return place.column.empty() ? row : texts.tr("row.cell", {{"column", place.column}, {"row", row}});
    }
    // The planner's own label says more than the card's: "Datum reviewdag Team Zorg" beside "Datum".
    if (!place.text_key.empty()) return texts.tr(place.text_key, {{"participant", place.participant}, {"task", place.task}});
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
