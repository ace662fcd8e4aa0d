#include "app/saving.h"

#include <algorithm>
#include <array>

namespace planner::app {
namespace {

/// Waiting times between attempts while storage keeps failing.
constexpr std::array<int, 4> retry_ms = {1000, 3000, 10'000, 30'000};

} // namespace

void Saving::changed(std::int64_t now) {
    if (!unsaved() || (in_flight_ && written_ == captured_)) first_change_ = now;
    ++written_;
    last_change_ = now;
}

int Saving::due_in(std::int64_t now) const {
    if (!unsaved() || in_flight_ || memory_only_ || newer_version_) return -1;
    if (hurried_) return 0;
    const std::int64_t due = failures_ > 0 ? retry_at_ : std::min(last_change_ + pause_ms, first_change_ + longest_ms);
    const std::int64_t wait = due - now;
    // Longer than it ever waits: the clock was set back, and must not hold the save until it has caught up.
    if (wait > (failures_ > 0 ? retry_ms.back() : longest_ms)) return 0;
    return static_cast<int>(std::max<std::int64_t>(wait, 0));
}

void Saving::started() {
    in_flight_ = true;
    hurried_ = false;
    captured_ = durable_;
}

void Saving::finished(platform::SaveOutcome outcome, std::int64_t now) {
    if (!in_flight_) return;
    in_flight_ = false;
    if (outcome == platform::SaveOutcome::newer_version) refused_by_newer();
    if (newer_version_) return;
    // A save that never captured the document says nothing about it.
    if (outcome == platform::SaveOutcome::saved && captured_ > durable_) {
        durable_ = captured_;
        saved_at_ = now;
        failures_ = 0;
        first_change_ = last_change_;
        return;
    }
    failure_ = outcome == platform::SaveOutcome::saved ? platform::SaveOutcome::failed : outcome;
    retry_at_ = now + retry_ms[std::min<std::size_t>(static_cast<std::size_t>(failures_), retry_ms.size() - 1)];
    ++failures_;
}

void Saving::refused_by_newer() {
    newer_version_ = true;
    captured_ = durable_;
}

bool Saving::at_risk() const {
    if (!unsaved() || downloaded_ == written_) return false;
    return memory_only_ || newer_version_ || failures_ > 0;
}

SaveState Saving::state() const {
    SaveState state;
    state.time = saved_at_;
    if (memory_only_)
        state.kind = SaveKind::memory_only;
    else if (!unsaved())
        state.kind = SaveKind::saved;
    else if (newer_version_ || failures_ > 0)
        state.kind = SaveKind::failed;
    else
        state.kind = in_flight_ ? SaveKind::saving : SaveKind::dirty;
    if (state.kind == SaveKind::failed) {
        state.reason = failures_ > 0 ? failure_ : platform::SaveOutcome::failed;
        state.newer_version = newer_version_;
    }
    return state;
}

} // namespace planner::app
