#pragma once

#include <cstdint>
#include <string>

#include "platform/platform.h"

namespace planner::app {

enum class SaveKind { saved, dirty, saving, failed, memory_only };

/// What people are told about the safety of their work. `saved` is said only when everything written so far is durable.
struct SaveState {
    SaveKind kind = SaveKind::saved;
    std::int64_t time = 0; ///< saved: when, milliseconds since 1970 UTC; 0: not in this session
    platform::SaveOutcome reason = platform::SaveOutcome::saved; ///< failed: why
    bool newer_version = false; ///< failed: what is stored was written by a newer planner

    bool operator==(const SaveState&) const = default;
};

/// When to save one review and what may be said about it. Knows nothing of documents: it counts changes.
class Saving {
public:
    static constexpr int pause_ms = 150;   ///< after the last change
    static constexpr int longest_ms = 400; ///< after the first change that is not saved

    void changed(std::int64_t now);
    /// Milliseconds until a save is due; 0 now, -1 nothing to do.
    int due_in(std::int64_t now) const;
    void started();
    /// The storage transaction takes the document as it is now.
    void captured() { captured_ = written_; }
    void finished(platform::SaveOutcome outcome, std::int64_t now);
    /// What is stored belongs to a newer version of the planner and must not be overwritten.
    void refused_by_newer();
    /// Save as soon as possible: the page may go away, or the user asks for another attempt.
    void hurry() { hurried_ = unsaved(); }
    void set_memory_only(bool memory_only) { memory_only_ = memory_only; }

    bool unsaved() const { return written_ != durable_; }
    bool in_flight() const { return in_flight_; }
    /// Somebody has the document as it is now in a file of their own.
    void downloaded() { downloaded_ = written_; }
    /// Neither storage nor a file has what was written: the last save failed, or there is no storage.
    bool at_risk() const;
    SaveState state() const;

private:
    std::uint64_t written_ = 0;
    std::uint64_t captured_ = 0;
    std::uint64_t durable_ = 0;
    std::uint64_t downloaded_ = 0;
    std::int64_t first_change_ = 0;
    std::int64_t last_change_ = 0;
    std::int64_t retry_at_ = 0;
    std::int64_t saved_at_ = 0;
    int failures_ = 0;
    platform::SaveOutcome failure_ = platform::SaveOutcome::saved;
    bool in_flight_ = false;
    bool hurried_ = false;
    bool memory_only_ = false;
    bool newer_version_ = false;
};

} // namespace planner::app
