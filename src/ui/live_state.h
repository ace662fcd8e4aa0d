#pragma once

#include "app/room_scene.h"
#include "document/key.h"
#include "ui/kit/semantics.h"

#include <optional>
#include <string>

namespace planner::ui {

/// The field that was worked on last, and may be shown to the room.
struct FieldInRoom {
    std::string card;
    std::string participant;
    std::string field;

    bool operator==(const FieldInRoom&) const = default;
};

enum class LiveFocus { none, note, work, next };

/// What a window that directs a meeting remembers of it; what counts is in the review.
struct LiveState {
    std::string meeting; ///< which one: its review, run sheet and whose it is
    app::RoomShows shows = app::RoomShows::follow;
    app::RoomTheme theme = app::RoomTheme::light;
    std::string message;
    std::optional<FieldInRoom> field;
    std::string part_of_field; ///< the line and part in which that was
    bool one_screen = false;   ///< this window shows what the room sees
    bool letters = true;       ///< letters are shortcuts
    bool sound = false;
    std::string sounded;       ///< the line whose end was heard
    std::string note_kind;
    std::string note;
    kit::NodeId note_field = {}, message_field = {}; ///< the controls of both texts, where they were drawn last
    std::optional<document::EntityKey> chosen_note;
    double filed_at = -1; ///< seconds: when a button filed a note
    std::optional<document::EntityKey> dragged_note; ///< what hangs on the pointer, as long as something does
    bool shortcuts_open = false;
    LiveFocus wanted = LiveFocus::none;
    std::string place; ///< the line and part that people are in, as it was in the last frame
};

} // namespace planner::ui
