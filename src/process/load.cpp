#include "process/load.h"

#include "document/read.h"
#include "process/connect.h"
#include "process/load_parts.h"
#include "process/locate.h"
#include "process/node.h"

namespace planner::process {

namespace {

constexpr std::size_t newest_format = 1;
constexpr std::size_t most_participants = 100;
constexpr std::size_t most_names = 50;
constexpr int most_cycle_months = 120;
constexpr std::size_t most_bytes = std::size_t{4} * 1024 * 1024;

void expect_format(const Node& root) {
    if (root.member("format").string() != file_format) {
        root.member("format").fail("This is not a process file: its format is not \"" + std::string(file_format) +
                                   "\".");
    }
    const Node version = root.member("formatVersion");
    if (version.number(1, 1'000'000) > newest_format) version.fail("This process file needs a newer planner.");
}

Hosting load_hosting(const Node& node) {
    return node.named<Hosting>("hosting", {{"every", Hosting::every}, {"one", Hosting::one}});
}

Participants load_participants(const Node& node) {
    node.expect_members(
        {"minimum", "singular", "plural", "add_label", "minimum_reason", "hosting", "host_label", "visitor_label",
         "cycle_months"});
    Participants participants;
    participants.minimum = node.member("minimum").number(1, most_participants);
    participants.singular = node.member("singular").text();
    participants.plural = node.member("plural").text();
    participants.add_label = node.member("add_label").text();
    participants.minimum_reason = node.member("minimum_reason").text();
    if (node.has("hosting")) participants.hosting = load_hosting(node.member("hosting"));
    const bool sides_differ = participants.hosting == Hosting::one;
    if (sides_differ || node.has("host_label")) participants.host_label = node.member("host_label").text();
    if (sides_differ || node.has("visitor_label")) participants.visitor_label = node.member("visitor_label").text();
    if (node.has("cycle_months")) participants.cycle_months = node.member("cycle_months").integer(1, most_cycle_months);
    return participants;
}

Step load_step(const Node& node) {
    node.expect_members({"id", "title", "purpose", "cards", "parallel", "own_name"});
    Step step;
    step.id = node.member("id").id();
    step.title = node.member("title").text();
    step.purpose = node.member("purpose").text();
    for (const Node& card : node.member("cards").items()) step.cards.push_back(card.id());
    step.parallel = node.optional_boolean("parallel");
    step.own_name = node.optional_boolean("own_name");
    return step;
}

Name load_name(const Node& node) {
    node.expect_members({"id", "text", "own_name"});
    return {node.member("id").id(), node.member("text").text(), node.optional_boolean("own_name")};
}

std::vector<Name> load_names(const Node& root) {
    std::vector<Name> names = load_list(root.optional_items("names"), load_name);
    if (names.size() > most_names) root.member("names").fail("A process has at most 50 names to replace.");
    return names;
}

std::vector<Step> load_steps(const Node& list) {
    const std::vector<Node> nodes = list.items();
    std::vector<Step> steps = load_list(nodes, load_step);
    if (steps.empty()) {
        list.fail("A process needs at least one step.");
    } else if (steps.front().parallel) {
        nodes.front().member("parallel").fail("There is no step before the first one.");
    }
    return steps;
}

Process load_process(const Node& root) {
    expect_format(root);
    root.expect_members({"$schema",  "format",       "formatVersion",
                         "id",       "version",      "title",
                         "summary",  "participants", "learning_question",
                         "steps",    "cards",        "roles",
                         "tasks",    "run_sheets",   "rules",
                         "messages", "hours",        "hours_notes",
                         "about",    "fits",         "coach",
                         "dashboard", "names", "overlap"});
    Process process;
    process.id = root.member("id").id();
    process.version = root.member("version").string();
    process.title = root.member("title").text();
    process.summary = root.member("summary").text();
    process.participants = load_participants(root.member("participants"));
    process.steps = load_steps(root.member("steps"));
    process.cards = load_cards(root);
    process.learning_question = load_learning_question(root);
    process.roles = load_roles(root);
    process.tasks = load_tasks(root);
    process.run_sheets = load_run_sheets(root);
    process.rules = load_rules(root);
    process.messages = load_messages(root);
    process.hours = load_hours(root);
    process.hours_notes = load_hours_notes(root);
    process.about = load_about(root);
    process.fits = load_fits(root);
    process.coach = load_coach(root);
    process.overlap = load_overlap(root);
    process.gathered = load_gathered(root);
    process.names = load_names(root);
    return process;
}

ProcessError from_refusal(const document::Refusal& refusal) {
    return {refusal.pointer, "This cannot be read: " + refusal.reason_text + ".", refusal.line, refusal.column};
}

} // namespace

tl::expected<Process, ProcessError> load(std::string_view json) {
    document::ReadLimits limits;
    limits.bytes = most_bytes;
    const auto value = document::read_json(json, limits);
    if (!value) return tl::unexpected(from_refusal(value.error()));

    Errors errors;
    Process process = load_process(Node(*value, "", errors));
    if (!errors.first()) connect(process, errors);
    if (!errors.first()) return process;

    ProcessError error = *errors.first();
    const Position position = locate(json, error.pointer);
    error.line = position.line;
    error.column = position.column;
    return tl::unexpected(std::move(error));
}

} // namespace planner::process
