#pragma once

#include <cstdint>
#include <string_view>

namespace planner::document {

/// What a hash is for; the same bytes for another purpose give another hash.
enum class HashPurpose : std::uint64_t { file, checksum, member };

/// XXH64 (github.com/Cyan4973/xxHash) with the purpose as seed. Finds accidents, not malice.
std::uint64_t hash_of(std::string_view bytes, HashPurpose);

} // namespace planner::document
