#include "review/rows.h"

#include <algorithm>
#include <utility>

#include "document/fractional_index.h"
#include "review/values.h"

namespace planner::review {
namespace {

constexpr std::string_view persons = "persons";

std::string collection_of(const TableKey& table) {
    return table.field->binding == persons ? std::string(persons) : "rows";
}

/// The fields that say to which table a row belongs.
std::vector<FieldWrite> links_of(const TableKey& table, const document::EntityKey& row) {
    if (table.field->binding == persons) return {{{row, "participant"}, table.participant}};
    return {{{row, "card"}, card_key(table.card, table.participant).id}, {{row, "table"}, table.field->id}};
}

bool belongs_to(const document::Document& document, const document::EntityKey& row,
                const std::vector<FieldWrite>& links) {
    return std::all_of(links.begin(), links.end(), [&](const FieldWrite& link) {
        return document.value({row, link.key.field}) == link.value;
    });
}

std::string position_of(const document::Document& document, const document::EntityKey& row) {
    return text_of(document.value({row, std::string(document::position_field)}));
}

FieldWrite position_write(const document::EntityKey& row, std::string position) {
    return {{row, std::string(document::position_field)}, std::move(position)};
}

std::vector<FieldWrite> renumbered(const std::vector<document::EntityKey>& siblings) {
    std::vector<FieldWrite> writes;
    std::string last;
    for (const document::EntityKey& sibling : siblings) {
        last = document::index_between(last, "");
        writes.push_back(position_write(sibling, last));
    }
    return writes;
}

} // namespace

std::vector<document::EntityKey> rows_of(const document::Document& document, const TableKey& table) {
    const std::string name = collection_of(table);
    const document::Collection* collection = document.collection(name);
    if (collection == nullptr) return {};
    const std::vector<FieldWrite> links = links_of(table, {});
    std::vector<std::pair<std::string, document::EntityKey>> found;
    for (const auto& [id, entity] : *collection) {
        const document::EntityKey row{name, id};
        if (belongs_to(document, row, links) && !document.is_deleted(row))
            found.emplace_back(position_of(document, row), row);
    }
    std::sort(found.begin(), found.end());
    std::vector<document::EntityKey> rows;
    for (auto& [position, row] : found) rows.push_back(std::move(row));
    return rows;
}

document::FieldKey column_key(const document::EntityKey& row, const process::Field& column) {
    return {row, column.id};
}

NewRow new_row(const document::Document& document, const TableKey& table, const RandomBits& random) {
    const std::vector<document::EntityKey> rows = rows_of(document, table);
    const std::string last = rows.empty() ? "" : position_of(document, rows.back());
    NewRow made{{collection_of(table), random_id(random)}, {}};
    made.writes = links_of(table, made.row);
    made.writes.push_back(position_write(made.row, document::index_between(last, "")));
    return made;
}

std::vector<FieldWrite> move_row(const document::Document& document, const TableKey& table,
                                 const document::EntityKey& row, Direction direction) {
    return move_among(document, rows_of(document, table), row, direction);
}

std::vector<FieldWrite> move_among(const document::Document& document, const std::vector<document::EntityKey>& siblings,
                                   const document::EntityKey& moved, Direction direction) {
    const auto found = std::find(siblings.begin(), siblings.end(), moved);
    if (found == siblings.end()) return {};
    const auto from = static_cast<std::size_t>(found - siblings.begin());
    if (direction == Direction::up ? from == 0 : from + 1 == siblings.size()) return {};
    const std::size_t to = direction == Direction::up ? from - 1 : from + 1;

    std::vector<document::EntityKey> wanted = siblings;
    std::swap(wanted[from], wanted[to]);
    const std::string before = to == 0 ? "" : position_of(document, wanted[to - 1]);
    const std::string after = to + 1 == wanted.size() ? "" : position_of(document, wanted[to + 1]);
    const std::string between = document::index_between(before, after);
    if (before < between && (after.empty() || between < after)) return {position_write(moved, between)};
    return renumbered(wanted);
}

} // namespace planner::review
