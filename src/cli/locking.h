#pragma once

#include "exchange/locked_file.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace planner::cli {

/// Locks bytes as exchange/locked_file.h says, with OpenSSL; gives the whole file. "" when OpenSSL fails.
std::string lock_bytes(std::string_view bytes, std::string_view pass_phrase, const exchange::Lock& lock);

enum class UnlockProblem { wrong_pass_phrase, damaged };

/// The bytes that were locked.
tl::expected<std::string, UnlockProblem> unlock_bytes(const exchange::LockedFile& file, std::string_view pass_phrase);

} // namespace planner::cli
