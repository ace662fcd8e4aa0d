#include "assets/catalog.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "assets/assets.h"
#include "process/load.h"

namespace planner::assets {

const process::Process* known_process(std::string_view id) {
    static std::map<std::string, std::unique_ptr<process::Process>, std::less<>> read;
    const auto found = read.find(id);
    if (found != read.end()) return found->second.get();
    const std::string_view bytes = process(id);
    if (bytes.empty()) return nullptr;
    auto loaded = process::load(bytes);
    auto& kept = read[std::string(id)];
    if (loaded) kept = std::make_unique<process::Process>(std::move(*loaded));
    return kept.get();
}

std::vector<const process::Process*> known_processes() {
    std::vector<const process::Process*> result;
    for (const Asset& asset : processes()) {
        if (const process::Process* process = known_process(asset.id)) result.push_back(process);
    }
    return result;
}

const planning::SchoolHolidays& school_holidays() {
    static const planning::SchoolHolidays read = [] {
        planning::SchoolHolidays all;
        for (const Asset& asset : holidays()) {
            auto loaded = planning::load_school_holidays(asset.bytes);
            if (loaded) all.insert(all.end(), loaded->begin(), loaded->end());
        }
        return all;
    }();
    return read;
}

} // namespace planner::assets
