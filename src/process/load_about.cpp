#include "process/load_parts.h"

namespace planner::process {

namespace {

AboutSection load_section(const Node& node) {
    node.expect_members({"id", "title", "paragraphs", "points"});
    AboutSection section;
    section.id = node.member("id").id();
    section.title = node.member("title").text();
    section.paragraphs = node.optional_texts("paragraphs");
    section.points = node.optional_texts("points");
    if (section.paragraphs.empty() && section.points.empty()) node.fail("This part says nothing.");
    return section;
}

CoachCheck load_coach_check(const Node& node) {
    node.expect_members({"kind", "text", "good"});
    CoachCheck check;
    check.kind = node.member("kind").named<CoachCheckKind>("kind", {{"is_question", CoachCheckKind::is_question},
                                                                    {"is_open", CoachCheckKind::is_open},
                                                                    {"is_single", CoachCheckKind::is_single},
                                                                    {"is_short", CoachCheckKind::is_short},
                                                                    {"has_purpose", CoachCheckKind::has_purpose}});
    check.text = node.member("text").text();
    check.good = node.member("good").text();
    return check;
}

} // namespace

std::vector<AboutSection> load_about(const Node& root) {
    return load_list(root.optional_items("about"), load_section);
}

Coach load_coach(const Node& root) {
    Coach coach;
    if (!root.has("coach")) return coach;
    const Node node = root.member("coach");
    node.expect_members({"examples", "checks", "criteria"});
    for (const Node& example : node.optional_items("examples")) {
        example.expect_members({"text", "why"});
        coach.examples.push_back({example.member("text").text(), example.member("why").text()});
    }
    for (const Node& check : node.optional_items("checks")) coach.checks.push_back(load_coach_check(check));
    coach.criteria = node.optional_texts("criteria");
    return coach;
}

} // namespace planner::process
