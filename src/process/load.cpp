#include "process/load.h"

#include "document/read.h"
#include "process/connect.h"
#include "process/load_field.h"
#include "process/locate.h"
#include "process/node.h"

namespace planner::process {

namespace {

constexpr std::string_view format_name = "peer-review-planner-process";
constexpr std::size_t newest_format = 1;
constexpr std::size_t most_participants = 100;
constexpr std::size_t most_bytes = std::size_t{4} * 1024 * 1024;

void expect_format(const Node& root) {
    if (root.member("format").string() != format_name) {
        root.member("format").fail("This is not a process file: its format is not \"" + std::string(format_name) +
                                   "\".");
    }
    const Node version = root.member("formatVersion");
    if (version.number(1, 1'000'000) > newest_format) version.fail("This process file needs a newer planner.");
}

Participants load_participants(const Node& node) {
    node.expect_members({"minimum", "singular", "plural", "add_label", "minimum_reason"});
    Participants participants;
    participants.minimum = node.member("minimum").number(1, most_participants);
    participants.singular = node.member("singular").text();
    participants.plural = node.member("plural").text();
    participants.add_label = node.member("add_label").text();
    participants.minimum_reason = node.member("minimum_reason").text();
    return participants;
}

std::vector<Step> load_steps(const Node& list) {
    std::vector<Step> steps;
    std::vector<std::string> ids;
    const std::vector<Node> nodes = list.items();
    for (const Node& node : nodes) {
        node.expect_members({"id", "title", "purpose", "cards"});
        Step step;
        step.id = node.member("id").id();
        step.title = node.member("title").text();
        step.purpose = node.member("purpose").text();
        for (const Node& card : node.member("cards").items()) step.cards.push_back(card.id());
        ids.push_back(step.id);
        steps.push_back(std::move(step));
    }
    expect_unique(nodes, ids);
    if (steps.empty()) list.fail("A process needs at least one step.");
    return steps;
}

std::vector<Block> load_blocks(const Node& list) {
    std::vector<Block> blocks;
    std::vector<std::string> ids;
    std::vector<Node> field_nodes;
    std::vector<std::string> field_ids;
    const std::vector<Node> nodes = list.items();
    for (const Node& node : nodes) {
        node.expect_members({"id", "title", "help", "fields"});
        Block block;
        block.id = node.member("id").id();
        block.title = node.member("title").text();
        block.help = node.member("help").text();
        block.fields = load_fields(node.member("fields"));
        for (const Node& field : node.member("fields").items()) field_nodes.push_back(field);
        for (const Field& field : block.fields) field_ids.push_back(field.id);
        ids.push_back(block.id);
        blocks.push_back(std::move(block));
    }
    expect_unique(nodes, ids);
    expect_unique(field_nodes, field_ids);
    if (blocks.empty()) list.fail("A card needs at least one block.");
    return blocks;
}

std::vector<Card> load_cards(const Node& list) {
    std::vector<Card> cards;
    std::vector<std::string> ids;
    const std::vector<Node> nodes = list.items();
    for (const Node& node : nodes) {
        node.expect_members({"id", "title", "purpose", "who", "when", "blocks"});
        Card card;
        card.id = node.member("id").id();
        card.title = node.member("title").text();
        card.purpose = node.member("purpose").text();
        card.who = node.member("who").text();
        card.when = node.member("when").text();
        card.blocks = load_blocks(node.member("blocks"));
        ids.push_back(card.id);
        cards.push_back(std::move(card));
    }
    expect_unique(nodes, ids);
    return cards;
}

std::vector<FieldReference> load_references(const Node& list) {
    std::vector<FieldReference> references;
    for (const Node& node : list.items()) {
        node.expect_members({"card", "field"});
        references.push_back({node.member("card").id(), node.member("field").id()});
    }
    return references;
}

Process load_process(const Node& root) {
    expect_format(root);
    root.expect_members({"$schema", "format", "formatVersion", "id", "version", "title", "summary", "participants",
                         "learning_question", "steps", "cards"});
    Process process;
    process.id = root.member("id").id();
    process.version = root.member("version").string();
    process.title = root.member("title").text();
    process.summary = root.member("summary").text();
    process.participants = load_participants(root.member("participants"));
    process.steps = load_steps(root.member("steps"));
    process.cards = load_cards(root.member("cards"));
    process.learning_question = load_references(root.member("learning_question"));
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
