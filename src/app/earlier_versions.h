#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace planner::app {

class Planner;
struct Summary;

/// A review as it was before something happened to it; kept on this device for some time.
struct EarlierVersion {
    std::string key;
    std::string review; ///< its id
    std::string title;  ///< as it was then; may be empty
    std::string why;    ///< import, removal, upgrade, restore, forget; "" when not known
    std::int64_t time = 0; ///< milliseconds since 1970 UTC; 0 when not known
    std::int64_t size = 0; ///< bytes; 0 when not known
};

/// A copy, because an older text must not take the place of a newer one unseen: what is wanted of it is copied by people. Put back:
/// the review itself, where it is not there any more, so that what colleagues still mail belongs to it.
enum class VersionUse { open_copy, put_back, download };

/// Those of this device, as of the last look, newest first.
struct EarlierVersions {
    std::vector<EarlierVersion> all;
    std::string wanted; ///< key of the one that is on its way
    VersionUse use = VersionUse::open_copy;
    int requests = 0; ///< to keep one, so far
};

/// Reads the list of Events::on_snapshots; what has no key is left out.
std::vector<EarlierVersion> read_earlier_versions(std::string_view json);

/// The review as it is now was downloaded here, or came from a file.
bool in_file(Planner& planner, const Summary& summary);

/// What people decide when a version could not be kept.
enum class Keep { go_on, leave };

/// Something that may be regretted: it waits until what it changes has been kept.
struct KeptFirst {
    std::vector<std::string> reviews;
    std::string why; ///< as in the wish
    int request = 0;
    std::size_t awaited = 0; ///< answers to come
    bool failed = false;     ///< something was not kept: people decide
    std::function<void()> act;
};

/// How many changes since the last file ask for a reminder: an afternoon of filling in cards. Fewer are soon done again.
constexpr std::size_t reminder_changes = 200;
/// On so many different days something was changed: a laptop that is lost now takes more than a week of work with it.
constexpr std::size_t reminder_days = 7;

} // namespace planner::app
