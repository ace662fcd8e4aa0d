#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/change.h"
#include "app/open_review.h"
#include "app/value_text.h"
#include "app/process_offer.h"
#include "document/read.h"
#include "exchange/unwrapping.h"
#include "platform/platform.h"
#include "review/place.h"

namespace planner::app {

enum class FileOutcome { refused, new_review, merges, nothing_new };

/// removed_edited: one took it out and the other wrote in it, so that it stays until somebody chooses.
/// `removed_for_good`: what stood there may not come back.
enum class ImportItemKind { added, changed, both_wrote, removed_edited, removed, removed_for_good };
using ImportCounts = std::array<std::size_t, 6>; ///< per kind

/// What one picked or dropped file turned out to be.
struct ImportFile {
    std::string name;
    FileOutcome outcome = FileOutcome::refused;
    std::string sentence; ///< refused: what is wrong and what to do; foreign: what that means; else ""
    std::string note;     ///< what was done before it could be read; else ""
    bool foreign = false; ///< edited by hand or made by another program
    std::string review_id;
    ImportCounts brings{}; ///< by itself, to a review that is here; only counted when there are several files
};

/// One difference in people's words.
/// Whose the first of two texts is that were written beside each other: files may do so among themselves.
enum class FirstText { stands_here, comes_in };

struct ImportItem {
    ImportItemKind kind = ImportItemKind::changed;
    review::Place place;
    std::string place_text;
    std::string old_text; ///< changed, removed: what stood there; both_wrote: our text; removed_edited: "" when taken out here
    std::string new_text; ///< added, changed: what will stand there; both_wrote: their text; removed_edited: "" when taken out there
    FirstText first = FirstText::stands_here; ///< both_wrote: whose old_text is
};

/// What the files together do to one review.
struct ImportReview {
    std::string id;
    std::string title;
    std::vector<std::string> participants;
    bool is_new = false;
    std::vector<std::string> files; ///< names
    std::string copies_of;          ///< the name of which all of these are copies; "" when they are not
    bool removes_for_good = false;  ///< then merging cannot be undone
    std::vector<ImportItem> items;  ///< sorted by kind, in the order of the enum

    std::size_t count(ImportItemKind kind) const;
};

struct ImportPreview {
    std::vector<ImportFile> files;
    std::vector<ImportReview> reviews; ///< those that change or are new

    /// Something can be merged or opened.
    bool can_confirm() const { return !reviews.empty(); }
};

/// A file that was given and not read yet.
struct UnreadFile {
    std::string name;
    std::string bytes;
    std::optional<platform::FileProblem> problem;
};

/// How many of the files that were given have been read.
struct ReadingProgress {
    std::size_t read = 0;
    std::size_t count = 0;
};

/// A file that was read: a document, or why it is none.
struct IncomingFile {
    std::string name;
    std::optional<document::ReadDocument> content;
    Unreadable problem;
    exchange::Unwrapped unwrapped;
    std::optional<ProcessOffer> process; ///< it is no review but a process
    std::string locked;                  ///< it is locked: its bytes
};
/// What stands in one file: several from a mail, at least one.
std::vector<IncomingFile> read_incoming(std::string_view name, std::string_view bytes);

/// The review that is here now under an id, or null.
using FindReview = std::function<const OpenReview*(const std::string& id)>;

/// What the files would do. Changes nothing.
ImportPreview preview_of(const std::vector<IncomingFile>& files, const FindReview& here, const Texts& texts, Day today);

/// The differences between two states of one review in people's words. Order and links between entities are left out.
std::vector<ImportItem> describe(const std::vector<Change>& difference, const document::Document& before,
                                 const document::Document& after, const process::Process& process, const Texts& texts,
                                 Day today);
std::vector<ImportItem> describe(const document::Document& before, const document::Document& after,
                                 const process::Process& process, const Texts& texts, Day today);

} // namespace planner::app
