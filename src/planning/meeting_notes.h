#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "planning/run_sheet.h"
#include "review/rows.h"

namespace planner::planning {

/// A few words that somebody wrote down while a meeting ran.
struct MeetingNote {
    document::EntityKey key;
    const process::NoteKind* kind = nullptr;   ///< null when the process no longer knows it
    std::string line;                          ///< id of the line of the run sheet (AgendaItem::key) that it was made in
    std::string text;
    document::FieldKey text_key;               ///< where the text is kept: in the note, or in the row that it stands as
    std::string by;                            ///< who wrote it, in their own words
    std::int64_t at = 0;                       ///< milliseconds since 1970 UTC; 0 when that is not known
    const process::NoteTarget* used = nullptr; ///< where it went when it was worked out; null: nowhere yet
};

constexpr std::string_view notes_collection = "meeting_notes";

/// Fields of the entity of a note, which lies in that collection, beside its place among the others.
namespace note_field {
constexpr std::string_view sheet = "sheet";
constexpr std::string_view subject = "subject";
constexpr std::string_view line = "line";
constexpr std::string_view kind = "note";
constexpr std::string_view text = "text";
constexpr std::string_view by = "by";
constexpr std::string_view at = "at";     ///< ISO 8601 in UTC
constexpr std::string_view row = "row";   ///< id of the row that it stands as
constexpr std::string_view used = "used"; ///< id of the target
} // namespace note_field

/// Whose copy of a card is worked on in a line of a meeting: the participant whose turn it is, whose visit it is, or ""
/// for a card of the whole review.
std::string card_subject(const process::Card& card, const Agenda& agenda, const AgendaItem* line);

/// The notes of one meeting in the order in which they were made. A note whose row was removed is gone with it.
std::vector<MeetingNote> notes_of(const review::Review& review, const process::RunSheet& sheet,
                                  std::string_view subject);

/// What a note is made of.
struct NewNote {
    const process::NoteKind* kind = nullptr;
    std::string text;
    std::string by;
    std::int64_t at = 0;
};

/// What to write to add a note in a line of the meeting, and the row that it stands as when its kind says so.
std::vector<review::FieldWrite> new_note(const review::Review& review, const Agenda& agenda, const AgendaItem* line,
                                         const NewNote& note, const review::RandomBits& random);

/// What to write to work a note out: a new row with its text, or a new line under a long text. The note stays.
std::vector<review::FieldWrite> work_out(const review::Review& review, const Agenda& agenda, const MeetingNote& note,
                                         const process::NoteTarget& target, const review::RandomBits& random);

} // namespace planner::planning
