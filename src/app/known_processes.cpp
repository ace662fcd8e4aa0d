#include "app/known_processes.h"

#include "assets/catalog.h"

namespace planner::app {

const process::Process* known_process(std::string_view id) {
    return assets::known_process(id);
}

std::vector<const process::Process*> known_processes() {
    return assets::known_processes();
}

} // namespace planner::app
