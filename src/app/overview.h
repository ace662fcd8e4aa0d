#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "process/process.h"

namespace planner::app {

/// What the overview knows of a review without opening it; stored beside the document.
struct Summary {
    std::string id;
    std::string title;
    std::string process;                   ///< id of the kind of review
    std::vector<std::string> participants; ///< names
    std::vector<std::string> institutions; ///< of the participants, in the same order
    std::vector<std::string> participant_ids; ///< the same
    std::size_t step = 0;                  ///< index of the current step
    std::size_t conflicts = 0;             ///< open differences
    std::int64_t changed = 0;              ///< last change, milliseconds since 1970 UTC
    std::string created;                   ///< ISO 8601 UTC
    std::int64_t removed = 0;              ///< when it was put away; 0 when it was not
    std::string agenda;                    ///< what is still to be done, see agenda.h; "" when not known
    // Of a review that follows another process than the planner's own, which can be read only from the review:
    std::string kind;      ///< title of its process; "" otherwise
    std::string step_name; ///< title of its current step
    std::size_t steps = 0;

    /// A removed review can be put back for this long after its removal or its last change.
    static constexpr std::int64_t keep_removed_ms = std::int64_t{30} * 24 * 60 * 60 * 1000;
    bool expired(std::int64_t now) const;

    /// The name of a participant; "" when it has none or is not there.
    std::string name_of(std::string_view participant) const;

    bool operator==(const Summary&) const = default;
};

Summary summarise(const document::Document& document, const process::Process& process);
std::string write_summary(const Summary& summary);
/// Reads a list of summaries; entries without an id are left out, nonsense gives an empty list.
std::vector<Summary> read_summaries(std::string_view json);

/// The reviews on this device.
class Overview {
public:
    void replace_all(std::vector<Summary> summaries);
    void put(Summary summary);
    void forget(std::string_view id);
    /// Puts a review away at `time`, or back with 0; false when it is not here or was so already.
    bool set_removed(std::string_view id, std::int64_t time);
    const Summary* find(std::string_view id) const;
    bool empty() const { return summaries_.empty(); }
    /// Removed ones too, in no particular order.
    const std::vector<Summary>& all() const { return summaries_; }

    /// Reviews that are not removed and whose title, participants, institutions or kind contain every word of
    /// `search`, whatever the accents and capitals; newest change first.
    std::vector<const Summary*> matching(std::string_view search) const;
    /// Removed reviews that can be put back, newest removal first.
    std::vector<const Summary*> removed() const;
    /// Ids of reviews that were removed longer ago than they are kept.
    std::vector<std::string> expired(std::int64_t now) const;

    /// Counts up with every change.
    std::uint64_t revision() const { return revision_; }

private:
    std::vector<Summary> summaries_;
    std::uint64_t revision_ = 0;
};

} // namespace planner::app
