#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planning/message_text.h"
#include "planning/messages.h"

namespace planner::app {

/// A message of any review, as it is listed beside those of the others.
struct ArchivedMessage {
    std::string review; ///< id
    std::string review_title;
    std::string id; ///< of its key
    std::string subject;
    std::string audience; ///< the name of whose contacts or panel it is for; "" when it is for others
    std::string recipients;
    planning::MessageState state = planning::MessageState::draft;
    planning::Day day;
    std::string words; ///< what people may search for: subject, text, audience and recipients, folded
};

struct ArchiveFilter {
    std::string search; ///< every word of it is wanted, whatever the accents and capitals
    std::string review; ///< id; "" for all
    std::optional<planning::MessageState> state;

    bool operator==(const ArchiveFilter&) const = default;
};

/// How many of the reviews have been read.
struct ArchiveProgress {
    std::size_t read = 0;
    std::size_t all = 0;
    std::size_t unreadable = 0;

    bool finished() const { return read == all; }
};

/// The messages of all reviews. Reviews are read one after another and not kept.
class Archive {
public:
    /// A review whose messages are wanted; `stamp` is another one when they may have changed.
    struct Wanted {
        std::string id;
        std::string stamp;
    };
    /// Forgets reviews that are not wanted any more; those that are new or changed wait to be read.
    void want(const std::vector<Wanted>& reviews);
    /// The next review to read; "" when all have been.
    std::string next() const { return waiting_.empty() ? "" : waiting_.back().id; }
    /// Takes in the messages of `next()`.
    void take(std::vector<ArchivedMessage> messages);
    /// `next()` cannot be read.
    void skip();
    const ArchiveProgress& progress() const { return progress_; }

    /// Newest first. Computed again only when something changed.
    const std::vector<const ArchivedMessage*>& matching(const ArchiveFilter& filter);

private:
    struct Kept {
        std::string stamp;
        std::vector<ArchivedMessage> messages;
    };
    void keep(std::vector<ArchivedMessage> messages);

    std::map<std::string, Kept, std::less<>> reviews_;
    std::vector<Wanted> waiting_;
    ArchiveProgress progress_;
    std::vector<const ArchivedMessage*> found_;
    std::optional<ArchiveFilter> found_for_;
};

/// All messages of a review that have arisen.
std::vector<ArchivedMessage> messages_for_archive(const review::Review& review, planning::Day today,
                                                  const planning::MessageWords& words,
                                                  const planning::Identity& identity);

/// "Contactpersoon · a@example.nl; ..."
std::string text_of(const std::vector<planning::Recipient>& recipients);

} // namespace planner::app
