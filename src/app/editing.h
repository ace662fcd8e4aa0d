#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/undo.h"
#include "app/writer.h"
#include "review/create.h"
#include "review/rows.h"

namespace planner::app {

/// The commands on one document: each writes, and records how to take it back. A command that changes nothing
/// writes nothing and is not recorded.
class Editing {
public:
    Editing(document::Document& document, UndoStack& undo, const Writer& writer, std::int64_t now)
        : document_(document), undo_(undo), writer_(writer), now_(now) {}

    /// Where two texts stand beside each other, only the shown one is replaced; not even that one when it is somebody
    /// else's and not `base`, the text that was seen.
    bool set_field(const document::FieldKey& key, document::Value value, EditGroup group,
                   const std::optional<std::string>& base = std::nullopt);
    /// Settles a conflict; nothing happens when the field has none or `index` names no version.
    bool choose_version(const document::FieldKey& key, std::size_t index);
    /// See Planner::combine(); also of a conflict that was settled meanwhile.
    bool combine(const document::FieldKey& key, document::Value value, const std::vector<std::string>& seen);
    /// Writes the values of a new row, person or participant, and in the same command what changes beside it.
    void add(const review::NewRow& row, std::string_view command, const std::vector<review::FieldWrite>& beside = {});
    bool remove(const document::EntityKey& entity, std::string_view command);
    /// Removes what may not have been written yet: then `said` is written first, as part of the same command.
    bool leave_out(const review::FieldWrite& said, std::string_view command);
    /// The reverse of removing.
    bool bring_back(const document::EntityKey& entity, std::string_view command);
    /// Writes several values as one command, in place of all that stood there: whoever moves a row has seen where it
    /// stood, whoever decides about a task has seen how it stood.
    bool write(const std::vector<review::FieldWrite>& writes, std::string_view command);

private:
    /// Runs `write` and gives what it changed in this field.
    template <class Write>
    Change recorded(const document::FieldKey& key, const Write& write);
    std::vector<Change> written(const std::vector<review::FieldWrite>& writes);
    document::Replacing replacing(const document::FieldKey& key, const std::optional<std::string>& base) const;
    bool settle(const document::FieldKey& key, const document::Value& value, document::Replacing replacing);

    document::Document& document_;
    UndoStack& undo_;
    const Writer& writer_;
    std::int64_t now_;
};

} // namespace planner::app
