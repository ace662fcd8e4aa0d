#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/computed.h"
#include "exchange/locked_file.h"
#include "review/anonymous.h"

namespace planner::app {

/// What of a review is handed on.
enum class ShareKind { whole, without_contacts, anonymous };

/// A download, or codes on this screen that the camera of another device reads.
enum class ShareAs { file, codes };

/// What is handed on and what is not, in people's words.
struct SharePreview {
    std::vector<std::string> goes;
    std::vector<std::string> stays;
    std::vector<std::string> to_look_at; ///< texts in which people may find what they did not mean to hand on
};

/// How it goes with locking or opening with a pass phrase.
enum class LockState { idle, busy, wrong_pass_phrase, damaged, newer_format, unavailable };

/// A locked file that was opened.
struct LockedOffer {
    std::string file;
    std::string bytes;
    LockState state = LockState::idle;
};

/// What is being locked, and locked files that wait for their pass phrase.
struct Sharing {
    Computed<SharePreview> preview;
    LockState state = LockState::idle;
    std::uint32_t request = 0; ///< the last one; an answer to another one comes too late
    exchange::Lock lock;
    std::string name;
    std::string whole; ///< id of the review that is being locked whole
    ShareAs as = ShareAs::file;
    std::vector<LockedOffer> locked;
};

} // namespace planner::app
