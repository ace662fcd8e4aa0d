#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/change.h"
#include "app/open_review.h"
#include "app/value_text.h"
#include "document/read.h"
#include "review/place.h"

namespace planner::app {

enum class FileOutcome { refused, new_review, merges, nothing_new };

/// What one picked or dropped file turned out to be.
struct ImportFile {
    std::string name;
    FileOutcome outcome = FileOutcome::refused;
    std::string sentence; ///< refused: what is wrong and what to do; foreign: what that means; else ""
    bool foreign = false; ///< edited by hand or made by another program
    std::string review_id;
};

enum class ImportItemKind { added, changed, both_wrote, removed };

/// One difference in people's words.
struct ImportItem {
    ImportItemKind kind = ImportItemKind::changed;
    review::Place place;
    std::string place_text;
    std::string old_text; ///< changed, removed: what stood there; both_wrote: our text
    std::string new_text; ///< added, changed: what will stand there; both_wrote: their text
};

/// What the files together do to one review.
struct ImportReview {
    std::string id;
    std::string title;
    std::vector<std::string> participants;
    bool is_new = false;
    std::vector<std::string> files; ///< names
    std::vector<ImportItem> items;  ///< sorted by kind, in the order of the enum

    std::size_t count(ImportItemKind kind) const;
};

struct ImportPreview {
    std::vector<ImportFile> files;
    std::vector<ImportReview> reviews; ///< those that change or are new

    /// Something can be merged or opened.
    bool can_confirm() const { return !reviews.empty(); }
};

/// A file that was read: a document, or why it is none.
struct IncomingFile {
    std::string name;
    std::optional<document::ReadDocument> content;
    Unreadable problem;
};
IncomingFile read_incoming(std::string_view name, std::string_view bytes);

/// The review that is here now under an id, or null.
using FindReview = std::function<const OpenReview*(const std::string& id)>;

/// What the files would do. Changes nothing.
ImportPreview preview_of(const std::vector<IncomingFile>& files, const FindReview& here, const Texts& texts, Day today);

/// The differences between two states of one review in people's words. Order and links between entities are left out.
std::vector<ImportItem> describe(const document::Document& before, const document::Document& after,
                                 const process::Process& process, const Texts& texts, Day today);

} // namespace planner::app
