#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace planner::exchange {

// A file that only opens with a pass phrase: JSON with the bytes of another file inside. How it is locked:
//   secret  = PBKDF2-HMAC-SHA-256(pass phrase in UTF-8, salt, rounds), 32 bytes (RFC 8018)
//   key     = HKDF-SHA-256(secret, no salt, "peer-review-planner-locked key"), 32 bytes (RFC 5869)
//   check   = HKDF-SHA-256(secret, no salt, "peer-review-planner-locked check"), 4 bytes
//   payload = check, then AES-256-GCM(key, nonce, bytes) with its tag of 16 bytes and lock_header() as additional data
// The check tells a wrong pass phrase from damage: it fits and the tag does not. It helps nobody who guesses: each guess
// costs all rounds, with or without it, and the tag would have told as much.

/// What a fresh lock costs: OWASP's number for PBKDF2-HMAC-SHA-256, 2023.
constexpr std::uint32_t lock_rounds = 600'000;
/// Fewer protect nothing; more would keep the planner of whoever opens the file busy for minutes.
constexpr std::uint32_t fewest_lock_rounds = 100'000, most_lock_rounds = 10'000'000;
constexpr std::size_t lock_salt_bytes = 16, lock_nonce_bytes = 12, lock_check_bytes = 4, lock_tag_bytes = 16;
/// In characters: what a pass phrase has at least.
constexpr std::size_t shortest_pass_phrase = 12;

struct Lock {
    std::uint32_t rounds = lock_rounds;
    std::string salt;
    std::string nonce;
};

struct LockedFile {
    Lock lock;
    std::string payload;
};

enum class LockProblem {
    damaged,      ///< cut off, or edited
    newer_format, ///< locked in a way that this version does not know
    rounds,       ///< outside what is allowed
};

/// A lock that was never used; `random_bits` gives 64 fresh ones per call.
Lock new_lock(const std::function<std::uint64_t()>& random_bits);

/// What the tag vouches for beside the bytes: everything in the file but the payload. Canonical JSON.
std::string lock_header(const Lock& lock);

std::string write_locked(const LockedFile& file);

/// Whether these are the bytes of a locked file, also of one that is damaged.
bool is_locked(std::string_view bytes);

/// Reads what write_locked() writes, strictly and within the bounds of a planner file.
tl::expected<LockedFile, LockProblem> read_locked(std::string_view bytes);

/// Whether it has enough characters, in UTF-8 and without NUL.
bool is_long_enough(std::string_view pass_phrase);

} // namespace planner::exchange
