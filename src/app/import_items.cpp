#include <algorithm>
#include <utility>

#include "app/importing.h"
#include "document/order.h"
#include "review/ids.h"
#include "review/kept_process.h"
#include "review/values.h"

namespace planner::app {
namespace {

using document::Document;
using document::EntityKey;
using document::FieldKey;
using document::Value;
using process::Field;

/// Describes changes in the words of the state that has the thing: a removed row is only in the old one.
class Describer {
public:
    Describer(const Document& before, const Document& after, const process::Process& process, const Texts& texts,
              Day today)
        : rows_before_(before), rows_after_(after), before_(before, process, rows_before_),
          after_(after, process, rows_after_), texts_(texts), today_(today) {}

    void add(const Change& change) {
        if (change.kind == ChangeKind::field)
            add_field(change);
        else if (change.key.entity.collection == "cards" || change.key.entity.collection == "visits")
            add_card(change);
        else
            add_entity(change);
    }

    std::vector<ImportItem> finish() && {
        document::sort_items(items_, [](const ImportItem& left, const ImportItem& right) { return left.kind < right.kind; });
        return std::move(items_);
    }

private:
    std::string text_of(const FieldKey& key, const Value& value, const Field* field) const {
        return value_text(texts_, after_, key, value, field, today_);
    }

    void put(ImportItemKind kind, review::Place place, std::string old_text, std::string new_text) {
        std::string where = place_text(texts_, place);
        items_.push_back({kind, std::move(place), std::move(where), std::move(old_text), std::move(new_text)});
    }

    void put_beside(const FieldKey& key, const review::Place& place, const Value& one, const Value& other, FirstText first) {
        put(ImportItemKind::both_wrote, place, text_of(key, one, place.definition), text_of(key, other, place.definition));
        items_.back().first = first;
    }

    void add_field(const Change& change) {
        if (!review::is_visible(change.key)) return;
        if (change.key.field == document::deleted_field) {
            // One removed it, the other wrote in it: it stays until somebody chooses.
            if (change.after.size() > 1)
                put(ImportItemKind::removed_edited, place(after_, change.key), summary(before_, change.key.entity), "");
            return;
        }
        const review::Place where = place(after_, change.key);
        const Value old = change.before.empty() ? Value() : change.before[0].value;
        const Value now = change.after.empty() ? Value() : change.after[0].value;
        if (change.after.size() > 1) {
            const bool ours_stays = std::any_of(change.after.begin(), change.after.end(),
                                                [&](const auto& version) { return document::same_value(old, version.value); });
            const Value& one = ours_stays ? old : now;
            const Value& other = document::same_value(one, now) ? change.after[1].value : now;
            put_beside(change.key, where, one, other, ours_stays ? FirstText::stands_here : FirstText::comes_in);
        } else if (is_gone(change.key)) {
            if (review::is_filled(old))
                put(ImportItemKind::removed_for_good, place(before_, change.key), text_of(change.key, old, where.definition), "");
        } else if (!review::is_filled(old)) {
            put(ImportItemKind::added, where, "", text_of(change.key, now, where.definition));
        } else {
            put(ImportItemKind::changed, where, text_of(change.key, old, where.definition),
                text_of(change.key, now, where.definition));
        }
    }

    /// Nobody empties a field so that nothing is left of it: what stood there was removed for good.
    bool is_gone(const FieldKey& key) const {
        const document::Register* field = after_.document().field(key);
        return field == nullptr || field->versions().empty();
    }

    /// A card or review day is no thing by itself for people: its filled fields are.
    void add_card(const Change& change) {
        for (const auto& [name, value] : change.written) {
            const FieldKey key{change.key.entity, name};
            if (!review::is_visible(key) || !review::is_filled(value)) continue;
            const bool added = change.kind == ChangeKind::created;
            const review::Place where = place(added ? after_ : before_, key);
            if (added && after_.document().field(key)->in_conflict()) {
                const auto versions = after_.document().field(key)->distinct();
                put_beside(key, where, versions[0]->value, versions[1]->value, FirstText::comes_in);
                continue;
            }
            const std::string text = text_of(key, value, where.definition);
            put(added ? ImportItemKind::added : ImportItemKind::removed, where, added ? "" : text, added ? text : "");
        }
    }

    void add_entity(const Change& change) {
        const EntityKey& entity = change.key.entity;
        if (change.kind == ChangeKind::created) {
            const document::Register* deleted = after_.document().field({entity, std::string(document::deleted_field)});
            const bool gone_here = deleted != nullptr && deleted->in_conflict();
            put(gone_here ? ImportItemKind::removed_edited : ImportItemKind::added,
                review::place_of(after_, entity, texts_.language()), "", summary(after_, entity));
        } else {
            put(ImportItemKind::removed, review::place_of(before_, entity, texts_.language()), summary(before_, entity),
                "");
        }
    }

    review::Place place(const review::Review& review, const FieldKey& key) const {
        return review::place_of(review, key, texts_.language());
    }

    /// What stands in a row or person, on one line, in the order of its columns.
    std::string summary(const review::Review& review, const EntityKey& entity) const {
        std::string text;
        const auto add_part = [&](const std::string& name, const Value& value, const Field* field) {
            if (!review::is_filled(value)) return;
            if (!text.empty()) text += " · ";
            text += text_of({entity, name}, value, field);
        };
        const review::Place where = review::place_of(review, entity, texts_.language());
        if (where.definition != nullptr) {
            for (const Field& column : where.definition->columns)
                add_part(column.id, review.document().value({entity, column.id}), &column);
            return text;
        }
        for (const auto& [name, value] : shown_values(review.document(), entity)) {
            const FieldKey key{entity, name};
            if (key == review::kept_process_key())
                text = text_of(key, value, nullptr);
            else if (review::is_visible(key))
                add_part(name, value, nullptr);
        }
        return text;
    }

    review::RowIndex rows_before_;
    review::RowIndex rows_after_;
    review::Review before_;
    review::Review after_;
    const Texts& texts_;
    Day today_;
    std::vector<ImportItem> items_;
};

} // namespace

std::vector<ImportItem> describe(const std::vector<Change>& difference, const Document& before, const Document& after,
                                 const process::Process& process, const Texts& texts, Day today) {
    Describer describer(before, after, process, texts, today);
    for (const Change& change : difference) describer.add(change);
    return std::move(describer).finish();
}

std::vector<ImportItem> describe(const Document& before, const Document& after, const process::Process& process,
                                 const Texts& texts, Day today) {
    return describe(difference(before, after), before, after, process, texts, today);
}

} // namespace planner::app
