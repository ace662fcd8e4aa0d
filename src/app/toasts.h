#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace planner::app {

enum class ToastKind { done, problem };

/// A short message at the bottom of the screen.
struct Toast {
    std::uint64_t id = 0;
    ToastKind kind = ToastKind::done;
    std::string text;
    std::string action_label; ///< "" when there is nothing to do
};

class Toasts {
public:
    static constexpr int lifetime_ms = 6000;
    /// More would cover what people work on: the oldest that tells of no problem goes first.
    static constexpr std::size_t most = 4;

    std::uint64_t add(ToastKind kind, std::string text, std::int64_t now);
    std::uint64_t add(ToastKind kind, std::string text, std::string action_label, std::function<void()> action,
                      std::int64_t now);
    const std::vector<Toast>& all() const { return toasts_; }
    /// Runs the toast's action and takes the toast away.
    void act(std::uint64_t id);
    void dismiss(std::uint64_t id);
    /// While held (focus or pointer on a toast) none of them expires; letting go gives each its full time again.
    void set_hold(bool hold, std::int64_t now);
    /// Takes away what has expired. Milliseconds until the next one expires, -1 when none will.
    int tick(std::int64_t now);
    /// Counts up whenever the list changes.
    std::uint64_t revision() const { return revision_; }

private:
    struct Timing {
        std::int64_t expires = 0;
        std::function<void()> action;
    };
    void make_room();

    std::vector<Toast> toasts_;
    std::vector<Timing> timings_;
    std::uint64_t next_id_ = 1;
    std::uint64_t revision_ = 0;
    bool held_ = false;
};

} // namespace planner::app
