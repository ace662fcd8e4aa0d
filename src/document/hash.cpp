#include "document/hash.h"

#include <xxhash.h>

namespace planner::document {

std::uint64_t hash_of(std::string_view bytes, HashPurpose purpose) {
    return XXH64(bytes.data(), bytes.size(), static_cast<XXH64_hash_t>(purpose));
}

} // namespace planner::document
