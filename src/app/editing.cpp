#include "app/editing.h"

#include <algorithm>
#include <utility>

#include "app/conflict_texts.h"
#include "review/fields.h"
#include "review/values.h"

namespace planner::app {
namespace {

/// What an untouched control holds: writing it where nothing stands yet would claim that somebody cleared it.
bool says_nothing(const document::Value& value) {
    return value == "" || value == false || (value.is_array() && value.empty());
}

/// A field of the page writes line ends its own way, and has none in a single line.
std::string without_line_ends(std::string text) {
    std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });
    return text;
}

} // namespace

template <class Write>
Change Editing::recorded(const document::FieldKey& key, const Write& write) {
    Change change{ChangeKind::field, key, snapshot(document_, key), {}, {}};
    write();
    change.after = snapshot(document_, key);
    return change;
}

document::Replacing Editing::replacing(const document::FieldKey& key, const std::optional<std::string>& base) const {
    const document::Register* field = document_.field(key);
    const bool other_text = base && field != nullptr && !field->versions().empty() && field->shown().is_string() &&
                            without_line_ends(review::text_of(field->shown())) != without_line_ends(*base);
    const bool unseen = other_text && field->versions().front().dot.replica != writer_.replica();
    return unseen ? document::Replacing::nothing : document::Replacing::shown_version;
}

bool Editing::set_field(const document::FieldKey& key, document::Value value, EditGroup group,
                        const std::optional<std::string>& base) {
    document::make_writable(value);
    const document::Value& now = document_.value(key);
    if (document::same_value(now, value) || (now.is_null() && says_nothing(value))) return false;
    for (const review::FieldWrite& link : review::missing_links(document_, key))
        document_.write(writer_.stamp(), link.key, link.value);
    Change change =
        recorded(key, [&] { document_.write(writer_.stamp(), key, std::move(value), replacing(key, base)); });
    undo_.record("undo.what.field", {std::move(change)}, group, now_);
    return true;
}

bool Editing::settle(const document::FieldKey& key, const document::Value& value, document::Replacing replacing) {
    Change change = recorded(key, [&] { document_.write(writer_.stamp(), key, value, replacing); });
    undo_.record("undo.what.resolved", {std::move(change)}, EditGroup::single, now_);
    return true;
}

bool Editing::choose_version(const document::FieldKey& key, std::size_t index) {
    const document::Register* field = document_.field(key);
    if (field == nullptr || !field->in_conflict()) return false;
    const std::vector<const document::Version*> versions = field->distinct();
    if (index >= versions.size()) return false;
    return settle(key, document::Value(versions[index]->value), document::Replacing::all_versions);
}

bool Editing::combine(const document::FieldKey& key, document::Value value, const std::vector<std::string>& seen) {
    document::make_writable(value);
    const document::Register* field = document_.field(key);
    if (field == nullptr || (!field->in_conflict() && document::same_value(field->shown(), value))) return false;
    const std::vector<std::string> texts = texts_of_versions(*field);
    const bool unseen = std::any_of(texts.begin(), texts.end(),
                                    [&](const std::string& text) { return std::find(seen.begin(), seen.end(), text) == seen.end(); });
    return settle(key, value, unseen ? document::Replacing::nothing : document::Replacing::all_versions);
}

void Editing::add(const review::NewRow& row, std::string_view command, const std::vector<review::FieldWrite>& beside) {
    for (const review::FieldWrite& write : row.writes) {
        document::Value value = write.value;
        document::make_writable(value);
        document_.write(writer_.stamp(), write.key, std::move(value));
    }
    std::vector<Change> changes = {{ChangeKind::created, {row.row, ""}, {}, {}, shown_values(document_, row.row)}};
    for (Change& change : written(beside)) changes.push_back(std::move(change));
    undo_.record(command, std::move(changes), EditGroup::single, now_);
}

bool Editing::remove(const document::EntityKey& entity, std::string_view command) {
    if (document_.entity(entity) == nullptr || document_.is_deleted(entity)) return false;
    document_.remove(writer_.stamp(), entity);
    undo_.record(command, {{ChangeKind::removed, {entity, ""}, {}, {}, shown_values(document_, entity)}},
                 EditGroup::single, now_);
    return true;
}

bool Editing::leave_out(const review::FieldWrite& said, std::string_view command) {
    if (document_.entity(said.key.entity) == nullptr) document_.write(writer_.stamp(), said.key, said.value);
    return remove(said.key.entity, command);
}

bool Editing::bring_back(const document::EntityKey& entity, std::string_view command) {
    if (!document_.is_deleted(entity)) return false;
    document_.restore(writer_.stamp(), entity);
    undo_.record(command, {{ChangeKind::created, {entity, ""}, {}, {}, shown_values(document_, entity)}},
                 EditGroup::single, now_);
    return true;
}

std::vector<Change> Editing::written(const std::vector<review::FieldWrite>& writes) {
    std::vector<Change> changes;
    for (const review::FieldWrite& each : writes) {
        document::Value value = each.value;
        document::make_writable(value);
        const document::Register* field = document_.field(each.key);
        const bool settled = field == nullptr || !field->in_conflict();
        const document::Value& now = document_.value(each.key);
        if (settled && (document::same_value(now, value) || (now.is_null() && says_nothing(value)))) continue;
        for (const review::FieldWrite& link : review::missing_links(document_, each.key))
            document_.write(writer_.stamp(), link.key, link.value);
        changes.push_back(recorded(each.key, [&] { document_.write(writer_.stamp(), each.key, std::move(value)); }));
    }
    return changes;
}

bool Editing::write(const std::vector<review::FieldWrite>& writes, std::string_view command) {
    std::vector<Change> changes = written(writes);
    if (changes.empty()) return false;
    undo_.record(command, std::move(changes), EditGroup::single, now_);
    return true;
}

} // namespace planner::app
