#include "platform/browser/page.h"

#include "document/read.h"

#include <emscripten/emscripten.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

// What the page tells of storage beside the reviews, with web/host.js as the only caller; and what its words and numbers mean.

namespace planner::platform {

SaveOutcome save_outcome(int status) {
    static constexpr std::array outcomes = {SaveOutcome::saved,   SaveOutcome::quota_exceeded, SaveOutcome::aborted,
                                            SaveOutcome::connection_lost, SaveOutcome::blocked, SaveOutcome::failed,
                                            SaveOutcome::newer_version};
    return outcomes[static_cast<std::size_t>(std::clamp(status, 0, 6))];
}

LoadOutcome load_outcome(int status) {
    return status == 0 ? LoadOutcome::found : status == 1 ? LoadOutcome::absent : LoadOutcome::failed;
}

StorageState storage_state(std::string_view name) {
    if (name == "memory")
        return StorageState::memory_only;
    if (name == "versionchange")
        return StorageState::newer_version;
    if (name == "emptied")
        return StorageState::emptied;
    return name == "blocked" ? StorageState::blocked : StorageState::working;
}

} // namespace planner::platform

namespace {

using namespace planner;
using namespace planner::platform;

Keeping keeping_named(const nlohmann::json& name) {
    if (name == "promised")
        return Keeping::promised;
    return name == "may-go" ? Keeping::may_go : Keeping::unknown;
}

/// Browsers give whole numbers as well as others.
std::int64_t bytes_in(const nlohmann::json& facts, const char* name) {
    const auto found = facts.find(name);
    return found != facts.end() && found->is_number() ? static_cast<std::int64_t>(found->get<double>()) : 0;
}

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void planner_snapshot_taken(int request, int status) {
    planner_up_to_date().on_snapshot_taken(request, save_outcome(status));
}

EMSCRIPTEN_KEEPALIVE void planner_snapshots(const char* json, std::size_t size) {
    planner_up_to_date().on_snapshots({json, size});
}

EMSCRIPTEN_KEEPALIVE void planner_snapshot_loaded(const char* key, std::size_t key_size, const char* bytes, std::size_t size,
                                                  int status) {
    planner_up_to_date().on_snapshot_loaded({key, key_size}, load_outcome(status), {bytes, size});
}

EMSCRIPTEN_KEEPALIVE void planner_storage_facts(const char* json, std::size_t size) {
    const auto facts = document::read_json({json, size});
    if (facts && facts->is_object())
        planner_up_to_date().on_storage_facts(
            {keeping_named(facts->value("kept", "")), bytes_in(*facts, "used"), bytes_in(*facts, "room")});
}
}
