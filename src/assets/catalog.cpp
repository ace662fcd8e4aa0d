#include "assets/catalog.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "assets/assets.h"
#include "assets/language.h"
#include "document/read.h"
#include "process/load.h"

namespace planner::assets {

namespace {

std::map<std::string, std::unique_ptr<process::Process>, std::less<>>& shelf() {
    static std::map<std::string, std::unique_ptr<process::Process>, std::less<>> read;
    return read;
}

unsigned& count_of_translations() {
    static unsigned count = 0;
    return count;
}

Translations& known_translations() {
    static Translations translations;
    return translations;
}

tl::expected<process::Process, process::ProcessError> read_process(std::string_view id, const Translations& translations) {
    const std::string_view bytes = process(id);
    const auto english = translations.find(id);
    if (english == translations.end()) return process::load(bytes);
    auto value = document::read_json(bytes);
    if (!value || !put_english(*value, english->second)) return tl::unexpected(process::ProcessError{});
    return process::load(value->dump());
}

} // namespace

const process::Process* known_process(std::string_view id) {
    const auto found = shelf().find(id);
    if (found != shelf().end()) return found->second.get();
    if (process(id).empty()) return nullptr;
    auto loaded = read_process(id, known_translations());
    auto& kept = shelf()[std::string(id)];
    if (loaded) kept = std::make_unique<process::Process>(std::move(*loaded));
    return kept.get();
}

bool translate_processes(Translations translations) {
    std::map<std::string_view, process::Process> read;
    for (const auto& [id, english] : translations) {
        auto loaded = read_process(id, translations);
        if (!loaded) return false;
        read.emplace(id, std::move(*loaded));
    }
    // Copied, not moved: a list that has room keeps its items where they are, so that what points at them still does.
    for (const auto& [id, process] : read) {
        const auto found = shelf().find(id);
        if (found != shelf().end() && found->second) *found->second = process;
    }
    known_translations() = std::move(translations);
    ++count_of_translations();
    return true;
}

unsigned translation() {
    return count_of_translations();
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
