#include "process/load_parts.h"

namespace planner::process {

namespace {

constexpr std::size_t most_persons = 1000;

DayHours load_day_lengths(const Node& node) {
    node.expect_members({"half_day", "whole_day"});
    return {node.member("half_day").hours(), node.member("whole_day").hours()};
}

Hours load_hours_line(const Node& node) {
    node.expect_members({"id", "role", "title", "minimum", "maximum", "persons", "times", "tasks", "lengths"});
    Hours hours;
    hours.id = node.member("id").id();
    hours.role = node.member("role").id();
    hours.title = node.member("title").text();
    hours.minimum = node.member("minimum").hours();
    hours.maximum = node.member("maximum").hours();
    if (hours.maximum < hours.minimum) node.member("maximum").fail("This is less than the minimum.");
    hours.persons = node.member("persons").number(1, most_persons);
    hours.times =
        node.member("times").named<Times>("number of times", {{"once", Times::once}, {"visit", Times::visit}});
    hours.tasks = node.optional_text("tasks");
    if (node.has("lengths")) hours.lengths = load_day_lengths(node.member("lengths"));
    return hours;
}

} // namespace

std::vector<Hours> load_hours(const Node& root) {
    return load_list(root.optional_items("hours"), load_hours_line);
}

std::vector<HoursNote> load_hours_notes(const Node& root) {
    std::vector<HoursNote> notes;
    for (const Node& node : root.optional_items("hours_notes")) {
        node.expect_members({"role", "text"});
        notes.push_back({node.member("role").id(), node.member("text").text()});
    }
    return notes;
}

} // namespace planner::process
