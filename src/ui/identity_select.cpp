#include "ui/identity_select.h"

#include "ui/kit/choice.h"

namespace planner::ui {

void draw_identity_select(Context& c, const std::string& review_id, std::string_view label, std::string_view help) {
    std::vector<kit::Choice> choices;
    for (const auto& choice : c.planner.identity_choices(review_id))
        choices.push_back({choice.value, choice.label});
    const auto& said = c.planner.settings().identities;
    const auto found = said.find(review_id);
    const std::string value = found == said.end() ? "" : planning::to_text(found->second);
    const std::string key = "identity " + review_id;
    if (auto chosen = kit::select(c.frame, {.label = label, .value = value, .choices = choices, .key = key, .help = help}))
        c.frame.defer([&planner = c.planner, review_id, chosen = *chosen] {
            planner.set_identity(review_id, planning::identity_from_text(chosen));
        });
}

} // namespace planner::ui
