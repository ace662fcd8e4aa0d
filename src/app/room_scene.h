#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planner::app {

/// What the room looks at. waiting: nothing has been chosen yet. blank: nothing at all, on purpose. beginning and ending:
/// before the meeting begins and after its end. pause: one that people took, outside the run sheet.
enum class RoomKind { waiting, clock, field, agenda, message, blank, beginning, ending, pause };
enum class RoomTheme { light, dark, contrast };
inline constexpr std::string_view room_theme_names[] = {"light", "dark", "contrast"};

/// What whoever directs a meeting wants the room to see. follow: what people are working on.
enum class RoomShows { follow, clock, agenda, message, blank };
inline constexpr std::string_view room_shows_names[] = {"follow", "clock", "agenda", "message", "blank"};

/// none: no clock is shown. stopped: it stands still, in a pause or at the end.
enum class RoomClock { none, running, stopped };

struct RoomLine {
    enum class State { ahead, running, done, skipped };
    std::string time; ///< empty for one that was skipped
    std::string title;
    State state = State::ahead;

    bool operator==(const RoomLine&) const = default;
};

/// What each line of a list begins with in a text of a scene.
inline constexpr std::string_view list_mark = "• ";

/// All that the second window needs to draw itself, in the words of the first; it knows no review.
struct RoomScene {
    RoomKind kind = RoomKind::waiting;
    RoomTheme theme = RoomTheme::light;

    std::string badge;    ///< a letter; may be empty
    std::string title;    ///< of the line of the run sheet
    std::string subtitle; ///< may be empty
    std::string part_text; ///< "Deel 2 van 4"; empty when the line has no parts
    std::size_t part = 0, parts = 0;

    RoomClock clock = RoomClock::none;
    std::int64_t ends_at = 0;   ///< of a running one: when its time is over, the meeting begins or goes on; ms since 1970 UTC
    std::int64_t remaining = 0; ///< of a stopped one: milliseconds, negative when it was over its time
    std::int64_t allotted = 0;  ///< milliseconds
    std::string doing;          ///< what people do now
    std::string until;          ///< "Klaar om 14:54", "Pauze sinds 10:10"

    std::string label;  ///< of the field that is worked on; the day of a meeting that is to begin
    std::string text;   ///< what stands in it, or the message; before and after a meeting and in a pause what is said of that
    std::string choices; ///< what can be chosen in the field, as long as nothing was; may be empty
    std::string help;   ///< of the field; when the meeting ended
    std::string question; ///< that all of the line is about, small; may be empty
    std::vector<RoomLine> lines; ///< of the agenda
    std::string next;   ///< what comes after this
    std::string after;  ///< and then

    bool operator==(const RoomScene&) const = default;
};

std::string write_scene(const RoomScene& scene);
/// Nothing for a text that is no scene, or one of another version of the planner.
std::optional<RoomScene> read_scene(std::string_view text);

} // namespace planner::app
