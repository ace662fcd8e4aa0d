#pragma once

#include <bitset>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace planner::oracle {

/// What must be left after any exchange of copies, worked out from a log of who wrote what after having seen what. It
/// knows nothing of dots, vectors and registers, so that a mistake in those cannot repeat itself here.
inline constexpr std::size_t maximum_writes = 1024;
using Writes = std::bitset<maximum_writes>;

/// Entity and field; an empty field stands for the entity's being there.
using Place = std::pair<std::string, std::string>;

struct Write {
    Place place;
    std::string value; ///< JSON
    Writes seen;       ///< everything that the writer had seen
    Writes overwrites; ///< what of it this write takes the place of
};

enum class Presence { absent, there, deleted, disputed };

class Log {
public:
    /// False when the log is full and the history has to end.
    bool has_room(std::size_t count) const { return writes_.size() + count <= maximum_writes; }

    /// Notes that a field was written over the values in `replaced`, or over all that its writer had seen; not over the
    /// writes of which its writer does not know the value.
    void write(Writes& seen, const Place& place, const std::string& value, const Writes& unknown = {},
               const std::optional<std::string>& replaced = std::nullopt);

    /// Adds to `unknown` the writes to a place that are left for a copy that has seen these.
    void withhold(const Writes& seen, const Place& place, Writes& unknown) const;

    /// Notes that a value was written in an entity: it is there, but who types on has not decided about a deletion
    /// that already stands beside an edit.
    void edit(Writes& seen, const std::string& entity);

    /// Notes that a person decided that an entity is there or deleted, whatever was said about it before.
    void restore(Writes& seen, const std::string& entity) { write(seen, {entity, ""}, "there"); }
    void remove(Writes& seen, const std::string& entity) { write(seen, {entity, ""}, "deleted"); }

    /// Notes a claim of somebody who has seen nothing.
    void claim(Writes& seen, const Place& place, const std::string& value);

    /// The values that must be left in a field for a copy that has seen these writes and knows all but some.
    std::set<std::string> values(const Writes& seen, const Place& place, const Writes& unknown = {}) const;

    /// How many writes are left in a field of which such a copy does not know the value.
    std::size_t withheld(const Writes& seen, const Place& place, const Writes& unknown) const;

    Presence presence(const Writes& seen, const std::string& entity) const;

    /// True when any of these writes wrote to the entity.
    bool knows(const Writes& seen, const std::string& entity) const;

    /// Every place that these writes wrote to.
    std::set<Place> places(const Writes& seen) const;

private:
    std::size_t add(Write write);
    std::vector<std::size_t> left(const Writes& seen, const Place& place) const;

    std::vector<Write> writes_;
    std::map<Place, std::vector<std::size_t>> by_place_;
};

} // namespace planner::oracle
