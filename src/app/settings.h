#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/room_scene.h"
#include "document/dot.h"
#include "planning/identity.h"
#include "process/process.h"

namespace planner::app {

enum class Theme { system, light, dark };

/// What somebody who directs a meeting has at hand. It is in no review, but outlives a reload.
struct Desk {
    std::string note_kind, note; ///< half written
    std::string message;         ///< for the room
    RoomShows shows = RoomShows::follow;
    RoomTheme theme = RoomTheme::light; ///< of what the room sees

    bool operator==(const Desk&) const = default;
};

/// What this device remembers about its user. Never part of a review.
struct Settings {
    process::Language language = process::Language::dutch;
    Theme theme = Theme::system;
    int text_scale = 100;   ///< per cent, 100 to 200
    std::string author;     ///< who am I: the label beside what is written here; may be empty
    std::string last_route; ///< hash of the screen that was open last
    /// Who the user of this device is, per review; reviews in which nobody said so are not in it.
    std::map<std::string, planning::Identity, std::less<>> identities;
    /// The last tabs of this device that wrote something, newest last: their texts are "yours", also after a reload.
    std::vector<document::ReplicaId> replicas;

    /// When each review was last downloaded here, or opened from a file; milliseconds since 1970 UTC.
    std::map<std::string, std::int64_t, std::less<>> downloads;
    /// When somebody last chose not to download one now; likewise.
    std::map<std::string, std::int64_t, std::less<>> reminders;

    /// By meeting: "review/run sheet/participant". Those that are as at first are not in it.
    std::map<std::string, Desk, std::less<>> desks;

    bool operator==(const Settings&) const = default;
};

/// Who the user of this device is in a review; everybody while nobody said so.
planning::Identity identity_in(const Settings& settings, std::string_view review_id);

/// What is kept of a meeting ("review/run sheet/participant"); as at first when nothing is.
Desk desk_of(const Settings& settings, std::string_view meeting);

/// Adds the newest writer, and forgets the oldest beyond 200.
void remember_replica(Settings& settings, document::ReplicaId replica);

/// Within 100 and 200.
int clamped_text_scale(int per_cent);

/// Reads what `write_settings` wrote. Anything missing or out of range keeps its default.
Settings read_settings(std::string_view json);
std::string write_settings(const Settings& settings);

} // namespace planner::app
