#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "app/importing.h"

namespace planner::app {

enum class ImportState { none, reading, ready };

/// An import, from the first file that is given until people decided about all of them.
struct Import {
    ImportState state = ImportState::none;
    std::deque<UnreadFile> unread;
    std::size_t files_read = 0;
    bool all_given = false; ///< no more files are to come
    std::vector<IncomingFile> incoming;
    ImportPreview preview; ///< when `state` is ready

    /// Nothing while files are still given, or when all have been read.
    std::optional<ReadingProgress> progress() const {
        if (!all_given || unread.empty()) return std::nullopt;
        return ReadingProgress{files_read, files_read + unread.size()};
    }
};

} // namespace planner::app
