#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace planner::document {

/// Who wrote something: one open tab or one command call. Random, never reused, never read from a file as "me".
struct ReplicaId {
    std::uint64_t bits = 0;
    auto operator<=>(const ReplicaId&) const = default;
};

/// 16 lower-case hexadecimal digits.
std::string to_text(ReplicaId);

/// The reverse of to_text; nothing for any other spelling.
std::optional<ReplicaId> replica_from_text(std::string_view);

/// The name of one write: the counter-th write of a replica. Counters start at 1.
struct Dot {
    ReplicaId replica;
    std::uint64_t counter = 0;
    auto operator<=>(const Dot&) const = default;
};

/// Largest counter and largest time in a file: what every JSON reader holds exactly (2^53 - 1).
inline constexpr std::uint64_t maximum_counter = 9'007'199'254'740'991;

/// One line of the version vector: of `id`, every write up to and including `counter` has been seen.
struct Replica {
    ReplicaId id;
    std::uint64_t counter = 0;
    std::string label;
};

} // namespace planner::document
