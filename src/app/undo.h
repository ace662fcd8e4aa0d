#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/change.h"

namespace planner::app {

/// Whether an edit may join the one before it: typing letter by letter is one command.
enum class EditGroup { single, typing };

struct Command {
    std::uint64_t id = 0;
    std::string name; ///< key of a text that says what it was: "undo.what.field"
    std::vector<Change> changes;
};

/// The commands of one open review in this tab. Undo never goes back in time: it writes new versions.
class UndoStack {
public:
    static constexpr std::int64_t typing_pause_ms = 1000;
    static constexpr std::size_t typing_burst = 20;
    static constexpr std::size_t depth = 200;

    /// Adds a command, or lets it join the last one when both type in the same field: within a second, on the same
    /// line, and up to the first space after 20 characters. Gives the id of the command it became part of.
    std::uint64_t record(std::string_view name, std::vector<Change> changes, EditGroup group, std::int64_t now);
    /// Ends the current burst of typing, for example when the field loses focus.
    void end_group() { group_open_ = false; }

    /// Drops everything, where what was written may not come back.
    void clear();

    /// The command recorded last; 0 when there is none.
    std::uint64_t last_id() const { return done_.empty() ? 0 : done_.back().id; }
    bool can_undo() const { return !done_.empty(); }
    bool can_redo() const { return !undone_.empty(); }
    /// The command that undo or redo would touch, or null.
    const Command* next_undo() const { return done_.empty() ? nullptr : &done_.back(); }
    const Command* next_redo() const { return undone_.empty() ? nullptr : &undone_.back(); }

    /// How many changes were undone or redone, and how many left alone because somebody else wrote there since.
    struct Outcome {
        std::size_t done = 0;
        std::size_t overtaken = 0;
        std::string name;                        ///< of the command
        std::optional<document::FieldKey> place; ///< where its first change was, to show it
    };
    Outcome undo(document::Document& document, const Writer& writer);
    Outcome redo(document::Document& document, const Writer& writer);
    /// Undoes one particular command, wherever it is in the list.
    Outcome undo_command(std::uint64_t id, document::Document& document, const Writer& writer);

private:
    bool joins_last(const std::vector<Change>& changes, EditGroup group, std::int64_t now) const;

    std::vector<Command> done_;
    std::vector<Command> undone_;
    std::uint64_t next_id_ = 1;
    std::int64_t last_time_ = 0;
    bool group_open_ = false;
};

} // namespace planner::app
