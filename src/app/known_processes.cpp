#include "app/known_processes.h"

#include "assets/assets.h"
#include "assets/catalog.h"

namespace planner::app {

const process::Process* known_process(std::string_view id) {
    return assets::known_process(id);
}

std::vector<const process::Process*> known_processes() {
    return assets::known_processes();
}

std::string_view first_example() {
    const auto examples = assets::examples();
    return examples.empty() ? std::string_view() : examples.front().id;
}

} // namespace planner::app
