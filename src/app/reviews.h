#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "app/open_review.h"
#include "app/overview.h"
#include "platform/platform.h"

namespace planner::app {

enum class StoredMerge { unchanged, merged, unreadable, newer_version };

/// The reviews that this tab has in memory, and their way to and from storage.
class Reviews {
public:
    Reviews(platform::Platform& platform, Overview& overview) : platform_(platform), overview_(overview) {}

    OpenReview* find(std::string_view id);
    const OpenReview* find(std::string_view id) const;
    /// Starts loading it unless it is here or on its way.
    OpenReview& open(std::string_view id);
    /// Takes in a document that is not stored yet, or replaces one that could not be read.
    OpenReview& adopt(document::Document document);
    document::Document& edit(OpenReview& review) { return *review.document_; }
    UndoStack& undo_of(OpenReview& review) { return review.undo_; }

    /// The document, or only its summary, is to be saved.
    void changed(OpenReview& review);
    void summary_changed(std::string_view id);
    void retry(OpenReview& review) { review.saving_.hurry(); }
    void set_memory_only(bool memory_only);
    /// What was stored is gone: everything that is open is to be saved once more.
    void store_again();
    /// The processes speak another language too.
    void translated();

    /// Gives true when something that people see changed.
    bool loaded(std::string_view id, platform::LoadOutcome outcome, std::string_view bytes);
    /// Erases a removed review that was kept long enough, unless what is stored says by then that it was put back.
    void expire(std::string_view id);
    platform::SaveDecision transaction(std::string_view id, const platform::StoredReview& stored,
                                       platform::SaveImage& image);
    void saved(std::string_view id, platform::SaveOutcome outcome);
    void changed_elsewhere(std::string_view id);

    /// Starts the saves that are due. Milliseconds until the next one is, -1 when none.
    int tick();
    void flush();
    bool has_unsaved() const;
    /// Somebody has it as it is now in a file of their own.
    void downloaded(std::string_view id);
    platform::Leaving leaving() const;
    /// Counts up whenever a document, a state or a save state may have changed.
    std::uint64_t revision() const { return revision_; }
    /// What is to be done in a review, for its summary.
    std::function<std::string(const document::Document&, const process::Process&)> agenda_of;
    /// Called when another tab's work was merged into a review that is open here.
    std::function<void(const OpenReview&)> merged_from_elsewhere;

private:
    OpenReview& at(std::string_view id);
    void take_in(OpenReview& target, std::string_view bytes);
    StoredMerge merge_stored(OpenReview& review, std::string_view bytes);
    platform::SaveDecision summary_transaction(OpenReview& review, const platform::StoredReview& stored,
                                               platform::SaveImage& image);
    void refresh_summary(OpenReview& review);
    void refresh_agenda(OpenReview& review);
    void start_save(OpenReview& review);

    platform::Platform& platform_;
    Overview& overview_;
    std::map<std::string, std::unique_ptr<OpenReview>, std::less<>> reviews_;
    std::uint64_t revision_ = 0;
    bool memory_only_ = false;
};

} // namespace planner::app
