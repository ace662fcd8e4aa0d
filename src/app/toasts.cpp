#include "app/toasts.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace planner::app {

std::uint64_t Toasts::add(ToastKind kind, std::string text, std::int64_t now) {
    return add(kind, std::move(text), "", nullptr, now);
}

std::uint64_t Toasts::add(ToastKind kind, std::string text, std::string action_label, std::function<void()> action,
                          std::int64_t now) {
    toasts_.push_back({next_id_, kind, std::move(text), std::move(action_label)});
    timings_.push_back({now + lifetime_ms, std::move(action)});
    ++revision_;
    const std::uint64_t id = next_id_++;
    if (toasts_.size() > most) make_room();
    return id;
}

void Toasts::make_room() {
    const auto done = std::find_if(toasts_.begin(), toasts_.end(), [](const Toast& toast) { return toast.kind == ToastKind::done; });
    dismiss(done == toasts_.end() ? toasts_.front().id : done->id);
}

void Toasts::act(std::uint64_t id) {
    const auto found = std::find_if(toasts_.begin(), toasts_.end(), [&](const Toast& toast) { return toast.id == id; });
    if (found == toasts_.end()) return;
    const std::function<void()> action = timings_[static_cast<std::size_t>(found - toasts_.begin())].action;
    dismiss(id);
    if (action) action();
}

void Toasts::dismiss(std::uint64_t id) {
    const auto found = std::find_if(toasts_.begin(), toasts_.end(), [&](const Toast& toast) { return toast.id == id; });
    if (found == toasts_.end()) return;
    timings_.erase(timings_.begin() + (found - toasts_.begin()));
    toasts_.erase(found);
    ++revision_;
    if (toasts_.empty()) held_ = false;
}

void Toasts::set_hold(bool hold, std::int64_t now) {
    if (held_ && !hold) {
        for (Timing& timing : timings_) timing.expires = now + lifetime_ms;
    }
    held_ = hold;
}

int Toasts::tick(std::int64_t now) {
    if (held_ || toasts_.empty()) return -1;
    std::int64_t soonest = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = toasts_.size(); i-- > 0;) {
        // A clock that was set back does not hold it.
        timings_[i].expires = std::min(timings_[i].expires, now + lifetime_ms);
        if (timings_[i].expires <= now)
            dismiss(toasts_[i].id);
        else
            soonest = std::min(soonest, timings_[i].expires);
    }
    return toasts_.empty() ? -1 : static_cast<int>(std::min<std::int64_t>(soonest - now, lifetime_ms));
}

} // namespace planner::app
