#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "review/fields.h"
#include "review/ids.h"

namespace planner::review {

/// One table on one card of one participant. When the process has a single host, `Review::table_of` makes the key: a
/// visitor's card may show a table of the visit, which belongs to the host.
struct TableKey {
    std::string card;
    std::string participant; ///< empty on a card of the whole review
    const process::Field* field = nullptr;
};

/// The rows of a table in their order (position, then id), without removed ones and those whose place another one took.
std::vector<document::EntityKey> rows_of(const document::Document& document, const TableKey& table);

/// The rows of all tables of a document, found in one pass: for who asks for many tables or rows at once. It is out of
/// date as soon as the document changes, which must outlive it.
class RowIndex {
public:
    explicit RowIndex(const document::Document& document);
    /// The same as `rows_of`.
    std::vector<document::EntityKey> rows(const TableKey& table) const;
    /// Which row of the table this is, from 1; 0 when it is none of `rows`. Takes no longer for a long table.
    std::size_t number(const TableKey& table, const document::EntityKey& row) const;

private:
    using Ordered = std::pair<std::string, std::string>; ///< position and id of a row
    const std::vector<Ordered>& ordered(const TableKey& table) const;

    const document::Document* document_;
    std::map<std::string, std::vector<Ordered>, std::less<>> rows_;
};

/// Where the value of one column of one row is kept.
document::FieldKey column_key(const document::EntityKey& row, const process::Field& column);

/// At whose visit a row of a panel or of documents is; "" for a row of something else.
std::string host_of_row(const document::Document& document, const document::EntityKey& row);

struct NewRow {
    document::EntityKey row;
    std::vector<FieldWrite> writes;
};

/// What to write for an empty row at the end of the table.
NewRow new_row(const document::Document& document, const TableKey& table, const RandomBits& random);

/// What to write for an entity with these fields at the end of a collection that belongs to the whole review.
NewRow new_in_list(const document::Document& document, std::string_view collection,
                   const std::vector<std::pair<std::string, document::Value>>& fields, const RandomBits& random);

/// Whether somebody added this entity to a list. Others have an id that follows from what they are about (the state of
/// a task, a card of a team, a line that the process proposes): those are there in every copy, written or not, so that
/// only what they say can come and go.
bool is_added(const document::Document& document, const document::EntityKey& entity);

enum class Direction { up, down };

/// What to write to move a row one place; nothing when it is at that end already or not in the table.
std::vector<FieldWrite> move_row(const document::Document& document, const TableKey& table,
                                 const document::EntityKey& row, Direction direction);

/// One of a list, with the place it has whether or not the document says so.
struct Sibling {
    document::EntityKey key;
    std::string position;
};

/// The same for any list of siblings in their order. One write, unless copies that were edited apart gave neighbours
/// the same position: then all siblings get a new one.
std::vector<FieldWrite> move_among(const std::vector<Sibling>& siblings, const document::EntityKey& moved,
                                   Direction direction);
/// The same for siblings whose positions are in the document, such as participants.
std::vector<FieldWrite> move_among(const document::Document& document, const std::vector<document::EntityKey>& siblings,
                                   const document::EntityKey& moved, Direction direction);

} // namespace planner::review
