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

constexpr std::size_t fewest_words = 5;
constexpr std::size_t most_words = 200;

/// What a check says beside its kind and its texts.
void load_limits(const Node& node, CoachCheck& check) {
    if (check.kind == CoachCheckKind::is_short) {
        node.expect_members({"kind", "text", "good", "words"});
        if (node.has("words")) check.words = node.member("words").number(fewest_words, most_words);
    } else if (check.kind == CoachCheckKind::has_purpose) {
        node.expect_members({"kind", "text", "good", "fields"});
        check.fields = load_field_references(node.optional_items("fields"));
    } else {
        node.expect_members({"kind", "text", "good"});
    }
}

CoachCheck load_coach_check(const Node& node) {
    CoachCheck check;
    check.kind = node.member("kind").named<CoachCheckKind>("kind", {{"is_question", CoachCheckKind::is_question},
                                                                    {"is_open", CoachCheckKind::is_open},
                                                                    {"is_single", CoachCheckKind::is_single},
                                                                    {"is_short", CoachCheckKind::is_short},
                                                                    {"has_purpose", CoachCheckKind::has_purpose}});
    check.text = node.member("text").text();
    check.good = node.member("good").text();
    load_limits(node, check);
    return check;
}

} // namespace

std::vector<AboutSection> load_about(const Node& root) {
    return load_list(root.optional_items("about"), load_section);
}

Fits load_fits(const Node& root) {
    Fits fits;
    if (!root.has("fits")) return fits;
    const Node node = root.member("fits");
    node.expect_members({"group", "driver", "subject", "frequency", "time"});
    fits.group = node.member("group").text();
    fits.driver = node.member("driver").text();
    fits.subject = node.member("subject").text();
    fits.frequency = node.member("frequency").text();
    fits.time = node.member("time").text();
    return fits;
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
