#include <charconv>

#include "platform/headless/headless.h"

namespace planner::platform {
namespace {

/// As JSON; what stands in these texts in tests needs no escapes but these.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') result += '\\';
        result += letter;
    }
    return result + '"';
}

} // namespace

std::string HeadlessWorld::snapshots_json() const {
    std::string list = "[";
    for (std::size_t place = snapshots.size(); place-- > 0;) {
        const Snapshot& snapshot = snapshots[place];
        if (list.size() > 1) list += ',';
        list += R"({"key":")" + std::to_string(place) + R"(","reviewId":)" + quoted(snapshot.review_id) +
                R"(,"savedAt":)" + std::to_string(snapshot.saved_at) + R"(,"why":)" + quoted(snapshot.why) +
                R"(,"title":)" + quoted(snapshot.title) + R"(,"size":)" + std::to_string(snapshot.bytes.size()) + "}";
    }
    return list + "]";
}

void HeadlessPlatform::take_snapshot(int request, const SnapshotWish& wish) {
    queue_.push_back([this, request, snapshot = HeadlessWorld::Snapshot{std::string(wish.review_id),
                                                                        std::string(wish.why), std::string(wish.title),
                                                                        std::string(wish.bytes)}]() mutable {
        const std::optional<SaveOutcome> failure = world_.next_failure();
        const auto record = world_.records.find(snapshot.review_id);
        if (snapshot.bytes.empty() && record != world_.records.end()) snapshot.bytes = record->second.document;
        snapshot.saved_at = world_.now;
        if (!failure && !snapshot.bytes.empty()) world_.snapshots.push_back(std::move(snapshot));
        events_->on_snapshot_taken(request, failure.value_or(SaveOutcome::saved));
    });
}

void HeadlessPlatform::list_snapshots() {
    queue_.push_back([this] { events_->on_snapshots(world_.snapshots_json()); });
}

void HeadlessPlatform::load_snapshot(std::string_view key) {
    queue_.push_back([this, key = std::string(key)] {
        std::size_t place = world_.snapshots.size();
        (void)std::from_chars(key.data(), key.data() + key.size(), place);
        if (world_.next_failure()) {
            events_->on_snapshot_loaded(key, LoadOutcome::failed, "");
        } else if (place >= world_.snapshots.size()) {
            events_->on_snapshot_loaded(key, LoadOutcome::absent, "");
        } else {
            const std::string bytes = world_.snapshots[place].bytes;
            events_->on_snapshot_loaded(key, LoadOutcome::found, bytes);
        }
    });
}

void HeadlessPlatform::erase_snapshots(std::string_view review_id) {
    queue_.push_back([this, id = std::string(review_id)] {
        std::erase_if(world_.snapshots, [&](const HeadlessWorld::Snapshot& snapshot) { return snapshot.review_id == id; });
    });
}

void HeadlessPlatform::look_at_storage() {
    queue_.push_back([this] { events_->on_storage_facts(world_.facts); });
}

void HeadlessPlatform::ask_to_keep() {
    world_.facts.keeping = world_.keeps_when_asked ? Keeping::promised : Keeping::may_go;
    look_at_storage();
}

void HeadlessPlatform::wipe() {
    world_.records.clear();
    world_.rescued.clear();
    world_.snapshots.clear();
    world_.settings.clear();
    ++world_.wipes;
}

} // namespace planner::platform
