#include "app/known_processes.h"

#include <algorithm>

#include "assets/assets.h"
#include "assets/catalog.h"
#include "assets/review_process.h"

namespace planner::app {

const process::Process* known_process(std::string_view id) {
    return assets::known_process(id);
}

bool is_own_process(const process::Process& process) {
    return &process != known_process(process.id);
}

std::vector<const process::Process*> known_processes() {
    return assets::known_processes();
}

std::string_view first_example() {
    const auto examples = assets::examples();
    return examples.empty() ? std::string_view() : examples.front().id;
}

std::vector<const process::Process*> processes_to_choose() {
    std::vector<const process::Process*> all = known_processes();
    const std::vector<const process::Process*> own = assets::own_processes();
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

std::string key_of_process(const process::Process& process) {
    const std::vector<const process::Process*> own = assets::own_processes();
    const auto found = std::find(own.begin(), own.end(), &process);
    return found == own.end() ? process.id : "." + std::to_string(found - own.begin());
}

const process::Process* process_with_key(std::string_view key) {
    for (const process::Process* process : processes_to_choose()) {
        if (key_of_process(*process) == key) return process;
    }
    return nullptr;
}

} // namespace planner::app
