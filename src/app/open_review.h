#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/saving.h"
#include "app/undo.h"
#include "assets/review_process.h"
#include "document/document.h"
#include "document/read.h"
#include "exchange/odd_file.h"
#include "process/process.h"

namespace planner::app {

enum class OpenState { none, loading, ready, absent, unreadable };

/// Why a stored or picked file cannot be used here.
struct Unreadable {
    enum class Why { refused, odd, unknown_kind, unknown_process, storage_failed };
    Why why = Why::refused;
    document::Refusal refusal; ///< for `refused`
    exchange::OddFile odd = exchange::OddFile::none; ///< for `odd`
};

/// One review that this tab has in memory. It stays there once opened.
class OpenReview {
public:
    explicit OpenReview(std::string id) : id_(std::move(id)) {}

    const std::string& id() const { return id_; }
    OpenState state() const { return state_; }
    bool ready() const { return state_ == OpenState::ready; }
    /// Only when ready.
    const document::Document& document() const { return *document_; }
    const process::Process& process() const { return process_.process(); }
    /// Where that process comes from, and what is wrong with the one that the review keeps.
    const assets::ReviewProcess& followed() const { return process_; }
    /// Why it cannot be shown; only when unreadable.
    const Unreadable& problem() const { return problem_; }
    /// The stored bytes of a review that cannot be read, so that they can be downloaded.
    const std::string& stored_bytes() const { return stored_; }

    /// Counts up with every change of the document, wherever it came from.
    std::uint64_t revision() const { return revision_; }
    const UndoStack& undo() const { return undo_; }
    SaveState save_state() const { return saving_.state(); }
    bool unsaved() const { return saving_.unsaved(); }

private:
    friend class Reviews;

    std::string id_;
    OpenState state_ = OpenState::none;
    std::optional<document::Document> document_;
    assets::ReviewProcess process_;
    Unreadable problem_;
    std::string stored_;    ///< bytes of the last successful read or write of the store
    bool announce_ = false; ///< the save that is under way writes something that other tabs want to know
    bool expiring_ = false; ///< to be erased with the next save
    std::uint64_t revision_ = 0;
    UndoStack undo_;
    Saving saving_;
};

} // namespace planner::app
