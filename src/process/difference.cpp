#include "process/difference.h"

#include "document/read.h"
#include "document/value.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace planner::process {

namespace {

using document::Value;

void remove_english(Value& value) {
    if (value.is_object() && value.contains("nl")) value.erase("en");
    if (value.is_structured()) {
        for (Value& part : value) remove_english(part);
    }
}

Value read(std::string_view text) {
    auto value = document::read_json(text);
    return value ? std::move(*value) : Value();
}

const Value& member(const Value& object, std::string_view name) {
    static const Value nothing = Value::array();
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found == object.end() ? nothing : *found;
}

std::string string_of(const Value& object, std::string_view name) {
    const Value& value = member(object, name);
    return value.is_string() ? value.get<std::string>() : "";
}

/// What people call a thing of a process: the first of these members that it has.
Text name_of(const Value& thing) {
    for (const char* name : {"title", "label", "text"}) {
        const Value& text = member(thing, name);
        if (text.is_object()) return {string_of(text, "nl"), string_of(text, "en")};
    }
    return {};
}

/// A thing with an id, and what of it is compared.
struct Thing {
    std::string id;
    Text name;
    Text inside;
    Value content;
};

Value without(Value thing, std::initializer_list<const char*> names) {
    if (thing.is_object()) {
        for (const char* name : names) thing.erase(name);
    }
    remove_english(thing);
    return thing;
}

Value card_without_fields(Value card) {
    for (Value& block : card["blocks"]) block.erase("fields");
    remove_english(card);
    return card;
}

Value days_of(const Value& task) {
    return {member(task, "due"), member(task, "opens")};
}

std::vector<Thing> fields_of(const Value& process) {
    std::vector<Thing> fields;
    for (const Value& card : member(process, "cards")) {
        for (const Value& block : member(card, "blocks")) {
            for (const Value& field : member(block, "fields"))
                fields.push_back({string_of(card, "id") + "." + string_of(field, "id"), name_of(field), name_of(card),
                                  without(field, {})});
        }
    }
    return fields;
}

std::vector<Thing> things_of(const Value& process, Part part) {
    if (part == Part::field) return fields_of(process);
    static constexpr std::array<const char*, 8> lists = {"steps", "cards",    "",      "tasks",
                                                         "tasks", "messages", "rules", "run_sheets"};
    std::vector<Thing> things;
    for (const Value& thing : member(process, lists[static_cast<std::size_t>(part)])) {
        Value content = part == Part::step   ? without(thing, {"cards"})
                        : part == Part::card ? card_without_fields(thing)
                        : part == Part::task ? without(thing, {"due", "opens"})
                        : part == Part::date ? days_of(thing)
                                             : without(thing, {});
        things.push_back({string_of(thing, "id"), name_of(thing), {}, std::move(content)});
    }
    return things;
}

const Thing* find(const std::vector<Thing>& things, std::string_view id) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

bool has_card(const Value& process, std::string_view field_id) {
    const std::string_view card = field_id.substr(0, field_id.find('.'));
    const Value& cards = member(process, "cards");
    return std::any_of(cards.begin(), cards.end(), [&](const Value& each) { return string_of(each, "id") == card; });
}

void add_differences(std::vector<Difference>& found, const Value& before, const Value& after, Part part) {
    const std::vector<Thing> old = things_of(before, part), now = things_of(after, part);
    // What came or went with its card or task says nothing more.
    const auto told_already = [&](const Value& other, const Thing& thing) {
        return part == Part::date || (part == Part::field && !has_card(other, thing.id));
    };
    for (const Thing& thing : now) {
        const Thing* earlier = find(old, thing.id);
        if (earlier == nullptr && !told_already(before, thing))
            found.push_back({part, DifferenceKind::added, thing.name, thing.inside});
        else if (earlier != nullptr && earlier->content != thing.content)
            found.push_back({part, DifferenceKind::changed, thing.name, thing.inside});
    }
    for (const Thing& thing : old) {
        if (find(now, thing.id) == nullptr && !told_already(after, thing))
            found.push_back({part, DifferenceKind::removed, thing.name, thing.inside});
    }
}

Value rest_of(const Value& process) {
    return without(process,
                   {"$schema", "version", "steps", "cards", "tasks", "messages", "rules", "run_sheets", "summary"});
}

} // namespace

std::vector<Difference> differences(std::string_view before_text, std::string_view after_text) {
    const Value before = read(before_text), after = read(after_text);
    std::vector<Difference> found;
    for (const Part part : {Part::step, Part::card, Part::field, Part::task, Part::date, Part::message, Part::rule,
                            Part::run_sheet})
        add_differences(found, before, after, part);
    if (rest_of(before) != rest_of(after)) found.push_back({Part::other, DifferenceKind::changed, {}, {}});
    return found;
}

bool same_but_for_english(std::string_view left, std::string_view right) {
    if (left == right) return true;
    return without(read(left), {"$schema"}) == without(read(right), {"$schema"});
}

} // namespace planner::process
