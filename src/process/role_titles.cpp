#include "process/role_titles.h"

namespace planner::process {

std::string titles_of_helpers(const Process& process, const Task& task, Language language) {
    std::string titles;
    for (const std::string& id : task.with) {
        if (const Role* role = process.role(id)) titles += (titles.empty() ? "" : ", ") + role->title.in(language);
    }
    return titles;
}

} // namespace planner::process
