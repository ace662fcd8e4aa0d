#pragma once

#include "document/key.h"
#include "document/register.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace planner::document {

/// When something was written, made different for each write: the order in which the history is thinned.
struct Moment {
    std::int64_t time = 0;
    Dot dot;
    auto operator<=>(const Moment&) const = default;
};

/// Overwritten versions by field, of each the oldest first.
using Overwritten = std::map<FieldKey, std::vector<Version>>;

/// What stood in the fields of a document before: a set of overwritten versions that only grows, but for one bound on its
/// size and a horizon, up to which everything is gone.
///
/// It is a semilattice, so that no grouping of merges matters. Let cut(S) be the newest moment of which the versions from
/// there on are together over the limit. A history is (S, h) without what is at or before max(h, cut(S)), which is the
/// horizon. More versions only move the cut forward, so a part never cut off what the whole keeps; and a part lost nothing
/// that is newer than the cut of the whole, so the whole finds its cut in the union of the parts. Only where versions were
/// removed for good may two copies of a full history differ in their oldest versions, until they meet again.
class FieldHistory {
public:
    /// Most bytes of a whole history: of each version its value as canonical JSON and `bytes_around`.
    static constexpr std::size_t default_limit = 256U * 1024U;
    static constexpr std::size_t bytes_around = 64;
    /// A longer value is not kept: it would cost the earlier values of many fields.
    static constexpr std::size_t longest_value = default_limit / 8;

    explicit FieldHistory(std::size_t limit = default_limit) : limit_(limit) {}

    /// No field without versions.
    const Overwritten& fields() const { return fields_; }

    /// Everything at or before this was left out; nothing when nothing ever was.
    const std::optional<Moment>& horizon() const { return horizon_; }

    bool empty() const { return fields_.empty() && !horizon_; }

    void add(const FieldKey& key, Version version);

    /// Adds versions in any order, and what was left out elsewhere.
    void join(const Overwritten& fields, const std::optional<Moment>& horizon);
    void join(const FieldHistory& theirs) { join(theirs.fields_, theirs.horizon_); }

    /// Takes versions out, for a copy that says less. A copy that has them brings them back.
    void remove_if(const std::function<bool(const FieldKey&, const Version&)>& is_unwanted);

private:
    void thin();
    void drop_until_horizon();

    std::size_t limit_;
    std::size_t bytes_ = 0; ///< of all versions
    Overwritten fields_;
    std::optional<Moment> horizon_;
};

/// Whether the history keeps what stood in a field with that name: not that of deletions and positions.
bool has_history(std::string_view field);

/// Whether what was overwritten is worth keeping: a text, number or list that says something and something else than what
/// came in its place, and that is not just a moment in somebody's typing. That is what another replica wrote, what stood
/// for five minutes, what stood when a ten-minute mark of the clock went by, and a text of which more than a third (and more
/// than 20 bytes) goes at once.
bool is_worth_keeping(const Version& overwritten, const Version& written);

} // namespace planner::document
