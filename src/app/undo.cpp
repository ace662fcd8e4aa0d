#include "app/undo.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "review/values.h"

namespace planner::app {
namespace {

std::string shown_text(const Snapshot& seen) {
    return seen.empty() ? "" : review::text_of(seen[0].value);
}

std::size_t distance(std::size_t left, std::size_t right) {
    return left > right ? left - right : right - left;
}

std::ptrdiff_t lines(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

/// A burst is over after a new line, and at the first space once enough was typed.
bool is_complete(const Change& burst) {
    const std::string before = shown_text(burst.before);
    const std::string after = shown_text(burst.after);
    if (lines(after) > lines(before)) return true;
    return distance(after.size(), before.size()) > UndoStack::typing_burst && !after.empty() && after.back() == ' ';
}

/// More at once than a person types: pasted, dictated or cleared.
bool is_leap(const Change& last, const Change& next) {
    return distance(shown_text(next.after).size(), shown_text(last.after).size()) > UndoStack::typing_burst;
}

using Apply = Applied (*)(document::Document&, const Change&, const Writer&);

void apply(UndoStack::Outcome& outcome, const Change& change, Apply function, document::Document& document,
           const Writer& writer) {
    if (!outcome.place) outcome.place = change.key;
    if (function(document, change, writer) == Applied::done)
        ++outcome.done;
    else
        ++outcome.overtaken;
}

} // namespace

bool UndoStack::joins_last(const std::vector<Change>& changes, EditGroup group, std::int64_t now) const {
    if (group != EditGroup::typing || !group_open_ || done_.empty() || changes.size() != 1) return false;
    const Change& last = done_.back().changes.back();
    const Change& next = changes.front();
    return last.kind == ChangeKind::field && last.key == next.key && std::abs(now - last_time_) <= typing_pause_ms &&
           same_values(last.after, next.before) && !is_complete(last) && !is_leap(last, next);
}

std::uint64_t UndoStack::record(std::string_view name, std::vector<Change> changes, EditGroup group, std::int64_t now) {
    undone_.clear();
    if (joins_last(changes, group, now)) {
        done_.back().changes.back().after = std::move(changes.front().after);
    } else {
        done_.push_back({next_id_++, std::string(name), std::move(changes)});
        if (done_.size() > depth) done_.erase(done_.begin());
    }
    last_time_ = now;
    group_open_ = group == EditGroup::typing;
    return done_.back().id;
}

void UndoStack::clear() {
    done_.clear();
    undone_.clear();
    group_open_ = false;
}

UndoStack::Outcome UndoStack::undo(document::Document& document, const Writer& writer) {
    if (done_.empty()) return {};
    return undo_command(done_.back().id, document, writer);
}

UndoStack::Outcome UndoStack::undo_command(std::uint64_t id, document::Document& document, const Writer& writer) {
    Outcome outcome;
    const auto found =
        std::find_if(done_.begin(), done_.end(), [&](const Command& command) { return command.id == id; });
    if (found == done_.end()) return outcome;
    Command command = std::move(*found);
    done_.erase(found);
    group_open_ = false;
    outcome.name = command.name;
    for (auto change = command.changes.rbegin(); change != command.changes.rend(); ++change) {
        apply(outcome, *change, undo_change, document, writer);
    }
    if (outcome.done > 0) undone_.push_back(std::move(command));
    return outcome;
}

UndoStack::Outcome UndoStack::redo(document::Document& document, const Writer& writer) {
    Outcome outcome;
    if (undone_.empty()) return outcome;
    Command command = std::move(undone_.back());
    undone_.pop_back();
    group_open_ = false;
    outcome.name = command.name;
    for (const Change& change : command.changes) apply(outcome, change, redo_change, document, writer);
    if (outcome.done > 0) done_.push_back(std::move(command));
    return outcome;
}

} // namespace planner::app
