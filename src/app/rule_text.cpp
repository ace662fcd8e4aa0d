#include "app/rule_text.h"

namespace planner::app {

std::string count_text(const process::Process& process, const planning::RuleFinding& finding, std::string_view subject,
                       process::Language language) {
    const planning::RuleCount* count = finding.count(subject);
    if (count == nullptr) return "";
    const process::Check& check = finding.rule->check;
    const process::Field* column = process.card(check.card)->field(check.field)->column(check.column);
    const auto part = [&](const std::string& option, std::size_t number) {
        return column->option(option)->label.in(language) + ": " + std::to_string(number);
    };
    return part(check.good, count->good) + " · " + part(check.other, count->other);
}

} // namespace planner::app
