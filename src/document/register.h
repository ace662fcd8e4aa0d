#pragma once

#include "document/dot.h"
#include "document/value.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace planner::document {

/// A value and the write that it came from.
struct Version {
    Dot dot;
    Value value;
    std::int64_t time = 0; ///< milliseconds since 1970-01-01 UTC
};

/// What a new write replaces: everything in the field, only the value that is shown (somebody types on in one
/// of two conflicting texts; the other stays), or nothing (whoever writes has not seen what stands there).
enum class Replacing { all_versions, shown_version, nothing };

/// How versions are put in display order. `present_first` is for the field "deleted": anything but `true` comes
/// first, so that an entity that one deleted and another edited stays visible.
enum class DisplayOrder { latest_first, present_first };

/// The display order that belongs to a field name.
DisplayOrder display_order_of(std::string_view field);

/// True when `left` is shown before `right`: greatest (time, replica, counter, canonical bytes) first. A total
/// order, so that it never depends on the order in which copies arrived.
bool shown_before(const Version& left, const Version& right, DisplayOrder);

/// A multi-value register: the versions that nobody who had seen them overwrote.
class Register {
public:
    /// All versions in display order, the shown one first.
    const std::vector<Version>& versions() const { return versions_; }

    /// Writes that belong here and whose values this copy was not given, sorted. They are no versions that people see;
    /// they keep their place, so that a fuller copy's value is neither overwritten nor taken for one that was removed.
    const std::vector<Dot>& withheld() const { return withheld_; }

    /// True when nobody wrote here, as far as this copy knows.
    bool empty() const { return versions_.empty() && withheld_.empty(); }

    /// The value that people see; null when there is none, or none that this copy was given.
    const Value& shown() const;

    /// True when at least two different values are left. Equal values from several writers are no conflict.
    bool in_conflict() const;

    /// One version per different value, the shown one first.
    std::vector<const Version*> distinct() const;

    /// Puts a new write in place of what it replaces, and gives that. What is withheld its writer has not read: that stays
    /// beside it.
    std::vector<Version> write(Version version, Replacing, DisplayOrder);

    /// Adds a version beside the others; one with the same dot and value is there only once.
    void add(Version version, DisplayOrder);

    /// Notes a write whose value is not here; nothing happens when its value is.
    void add_withheld(const Dot&);

    /// Leaves all values out and keeps their places.
    void withhold();

private:
    friend struct RegisterParts;
    std::vector<Version> versions_;
    std::vector<Dot> withheld_;
};

} // namespace planner::document
