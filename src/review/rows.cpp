#include "review/rows.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "document/fractional_index.h"
#include "document/order.h"
#include "review/bound_tables.h"
#include "review/replacing.h"
#include "review/values.h"

namespace planner::review {
namespace {

std::string collection_of(const TableKey& table) {
    const BoundTable* bound = bound_table(table.field->binding);
    return bound == nullptr ? "rows" : std::string(bound->collection);
}

/// The fields that say to which table a row belongs.
std::vector<FieldWrite> links_of(const TableKey& table, const document::EntityKey& row) {
    if (const BoundTable* bound = bound_table(table.field->binding)) {
        const std::string field(owner_field(*bound));
        if (field.empty()) return {};
        return {{{row, field}, owner_value(*bound, table.participant)}};
    }
    return {{{row, "card"}, card_key(table.card, table.participant).id}, {{row, "table"}, table.field->id}};
}

/// The shown text of a field, without copying: every row of a review passes here for every table on a screen. The field
/// "" is no field.
std::string_view shown_text(const document::Entity& entity, std::string_view field) {
    const auto found = field.empty() ? entity.end() : entity.find(field);
    const auto* text = found == entity.end() ? nullptr : found->second.shown().get_ptr<const std::string*>();
    return text == nullptr ? std::string_view{} : std::string_view{*text};
}

/// Removed, or another row took its place.
bool is_gone(const document::Entity& entity) {
    const auto found = entity.find(document::deleted_field);
    return (found != entity.end() && found->second.shown() == true) || !shown_text(entity, replaced_field::by).empty();
}

bool belongs_to(const document::Entity& entity, const std::vector<FieldWrite>& links) {
    return std::all_of(links.begin(), links.end(), [&](const FieldWrite& link) {
        return shown_text(entity, link.key.field) == *link.value.get_ptr<const std::string*>();
    });
}

std::string position_of(const document::Document& document, const document::EntityKey& row) {
    return text_of(document.value({row, std::string(document::position_field)}));
}

FieldWrite position_write(const document::EntityKey& row, std::string position) {
    return {{row, std::string(document::position_field)}, std::move(position)};
}

std::vector<FieldWrite> renumbered(const std::vector<Sibling>& siblings) {
    std::vector<FieldWrite> writes;
    std::string last;
    for (const Sibling& sibling : siblings) {
        last = document::index_between(last, "");
        writes.push_back(position_write(sibling.key, last));
    }
    return writes;
}

std::string index_key(std::string_view collection, std::string_view owner, std::string_view table) {
    std::string key(collection);
    for (const std::string_view part : {owner, table}) {
        key += '\0';
        key += part;
    }
    return key;
}

} // namespace

std::vector<document::EntityKey> rows_of(const document::Document& document, const TableKey& table) {
    const std::string name = collection_of(table);
    const document::Collection* collection = document.collection(name);
    if (collection == nullptr) return {};
    const std::vector<FieldWrite> links = links_of(table, {});
    std::vector<std::pair<std::string_view, std::string_view>> found;
    for (const auto& [id, entity] : *collection) {
        if (belongs_to(entity, links) && !is_gone(entity))
            found.emplace_back(shown_text(entity, document::position_field), id);
    }
    document::sort_items(found);
    std::vector<document::EntityKey> rows;
    for (const auto& [position, id] : found) rows.push_back({name, std::string(id)});
    return rows;
}

RowIndex::RowIndex(const document::Document& document) : document_(&document) {
    std::map<std::string, std::vector<std::pair<std::string_view, std::string_view>>> found;
    const auto gather = [&](std::string_view name, std::string_view owner, std::string_view table) {
        const document::Collection* collection = document.collection(name);
        if (collection == nullptr) return;
        for (const auto& [id, entity] : *collection) {
            if (is_gone(entity)) continue;
            found[index_key(name, shown_text(entity, owner), shown_text(entity, table))].emplace_back(
                shown_text(entity, document::position_field), id);
        }
    };
    gather("rows", "card", "table");
    for (const BoundTable& table : bound_tables) gather(table.collection, owner_field(table), "");
    for (auto& [table, rows] : found) {
        document::sort_items(rows);
        std::vector<Ordered>& ordered = rows_[table];
        for (const auto& [position, id] : rows) ordered.emplace_back(position, id);
    }
}

const std::vector<RowIndex::Ordered>& RowIndex::ordered(const TableKey& table) const {
    static const std::vector<Ordered> none;
    const std::string name = collection_of(table);
    const BoundTable* bound = bound_table(table.field->binding);
    const auto found = rows_.find(bound != nullptr
                                      ? index_key(name, owner_value(*bound, table.participant), "")
                                      : index_key(name, card_key(table.card, table.participant).id, table.field->id));
    return found == rows_.end() ? none : found->second;
}

std::vector<document::EntityKey> RowIndex::rows(const TableKey& table) const {
    const std::string name = collection_of(table);
    std::vector<document::EntityKey> rows;
    for (const auto& [position, id] : ordered(table)) rows.push_back({name, id});
    return rows;
}

std::size_t RowIndex::number(const TableKey& table, const document::EntityKey& row) const {
    if (row.collection != collection_of(table)) return 0;
    const std::vector<Ordered>& rows = ordered(table);
    const Ordered wanted{position_of(*document_, row), row.id};
    const auto found = std::lower_bound(rows.begin(), rows.end(), wanted);
    return found == rows.end() || *found != wanted ? 0 : static_cast<std::size_t>(found - rows.begin()) + 1;
}

document::FieldKey column_key(const document::EntityKey& row, const process::Field& column) {
    return {row, column.id};
}

std::string host_of_row(const document::Document& document, const document::EntityKey& row) {
    const BoundTable* bound = bound_table_of_collection(row.collection);
    if (bound == nullptr || bound->owner != process::BindingOwner::visit) return "";
    return participant_of_owner(*bound, text_of(document.value({row, std::string(owner_field(*bound))})));
}

NewRow new_row(const document::Document& document, const TableKey& table, const RandomBits& random) {
    const std::vector<document::EntityKey> rows = rows_of(document, table);
    const std::string last = rows.empty() ? "" : position_of(document, rows.back());
    NewRow made{{collection_of(table), random_id(random)}, {}};
    made.writes = links_of(table, made.row);
    made.writes.push_back(position_write(made.row, document::index_between(last, "")));
    return made;
}

NewRow new_in_list(const document::Document& document, std::string_view collection,
                   const std::vector<std::pair<std::string, document::Value>>& fields, const RandomBits& random) {
    const std::string name(collection);
    std::string last;
    if (const document::Collection* siblings = document.collection(name)) {
        for (const auto& [id, entity] : *siblings) last = std::max(last, position_of(document, {name, id}));
    }
    NewRow made{{name, random_id(random)}, {}};
    for (const auto& [field, value] : fields) made.writes.push_back({{made.row, field}, value});
    made.writes.push_back(position_write(made.row, document::index_between(last, "")));
    return made;
}

bool is_added(const document::Document& document, const document::EntityKey& entity) {
    // Lines that the process proposes can be moved, and have a position then.
    if (entity.collection == "agenda_items") return split_agenda_id(entity.id).item.starts_with('+');
    return !position_of(document, entity).empty();
}

std::vector<FieldWrite> move_row(const document::Document& document, const TableKey& table,
                                 const document::EntityKey& row, Direction direction) {
    return move_among(document, rows_of(document, table), row, direction);
}

std::vector<FieldWrite> move_among(const std::vector<Sibling>& siblings, const document::EntityKey& moved,
                                   Direction direction) {
    const auto found =
        std::find_if(siblings.begin(), siblings.end(), [&](const Sibling& sibling) { return sibling.key == moved; });
    if (found == siblings.end()) return {};
    const auto from = static_cast<std::size_t>(found - siblings.begin());
    if (direction == Direction::up ? from == 0 : from + 1 == siblings.size()) return {};
    const std::size_t to = direction == Direction::up ? from - 1 : from + 1;

    std::vector<Sibling> wanted = siblings;
    std::swap(wanted[from], wanted[to]);
    const std::string before = to == 0 ? "" : wanted[to - 1].position;
    const std::string after = to + 1 == wanted.size() ? "" : wanted[to + 1].position;
    const std::string between = document::index_between(before, after);
    if (before < between && (after.empty() || between < after)) return {position_write(moved, between)};
    return renumbered(wanted);
}

std::vector<FieldWrite> move_among(const document::Document& document, const std::vector<document::EntityKey>& siblings,
                                   const document::EntityKey& moved, Direction direction) {
    std::vector<Sibling> placed;
    for (const document::EntityKey& sibling : siblings) placed.push_back({sibling, position_of(document, sibling)});
    return move_among(placed, moved, direction);
}

} // namespace planner::review
