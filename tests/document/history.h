#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace planner::document {

inline constexpr std::size_t copy_count = 4;

/// One thing that happens to four copies of a document and the mail between them. What its numbers mean depends on
/// its kind; each is taken modulo what there is to choose from, so that any step can be left out of a history.
struct Step {
    enum class Kind {
        write,        ///< over everything seen
        type_on,      ///< over the version that is shown
        reorder,      ///< a position between two others
        remove,       ///< an entity
        restore,      ///< an entity
        send,         ///< mail a copy
        send_without, ///< mail a copy from which a field was left out
        redact,       ///< a field, for good
        redact_write, ///< what stands in a field, for good
        deliver,      ///< merge a mailed copy, in memory
        deliver_file, ///< merge a mailed copy, written and read
        edit_by_hand, ///< change a mailed file in a text editor and mail that
        cut_off,      ///< lose the end of a mailed file
        open_afresh,  ///< throw a copy away and start from a mailed one
    };
    Kind kind = Kind::write;
    std::size_t copy = 0;
    std::size_t entity = 0;
    std::size_t field = 0;
    std::size_t value = 0;
    std::size_t message = 0;
    std::int64_t time = 0;
};

using History = std::vector<Step>;

/// `plain`: only what does not depend on which version is shown, so that clocks cannot matter to it.
enum class Variety { everything, plain };

History random_history(std::mt19937_64& random, Variety variety);

/// One line per step.
std::string to_text(const History& history);

} // namespace planner::document
