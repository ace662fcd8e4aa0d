#include "process/load_field.h"
#include "process/load_parts.h"

#include <iterator>

namespace planner::process {

namespace {

Tone load_tone(const Node& node) {
    return node.named<Tone>("tone", {{"plain", Tone::plain}, {"good", Tone::good}, {"bad", Tone::bad}});
}

Block load_block(const Node& node) {
    node.expect_members({"id", "title", "help", "fields", "points", "tone"});
    Block block;
    block.id = node.member("id").id();
    block.title = node.member("title").text();
    block.help = node.member("help").text();
    block.fields = load_fields(node.member("fields"));
    block.points = node.optional_texts("points");
    if (node.has("tone")) block.tone = load_tone(node.member("tone"));
    if (block.fields.empty() && block.points.empty()) {
        node.member("fields").fail("A block needs at least one field, or points.");
    }
    return block;
}

std::vector<Block> load_blocks(const Node& list) {
    const std::vector<Node> nodes = list.items();
    std::vector<Block> blocks = load_list(nodes, load_block);
    if (blocks.empty()) list.fail("A card needs at least one block.");
    std::vector<Node> field_nodes;
    std::vector<std::string> field_ids;
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        const std::vector<Node> fields = nodes[index].member("fields").items();
        std::copy(fields.begin(), fields.end(), std::back_inserter(field_nodes));
        for (const Field& field : blocks[index].fields) field_ids.push_back(field.id);
    }
    expect_unique(field_nodes, field_ids);
    return blocks;
}

Card load_card(const Node& node) {
    node.expect_members({"id", "title", "purpose", "who", "when", "reader", "scope", "blocks", "see_also"});
    Card card;
    card.id = node.member("id").id();
    card.title = node.member("title").text();
    card.purpose = node.member("purpose").text();
    card.who = node.member("who").text();
    card.when = node.member("when").text();
    card.reader = node.optional_text("reader");
    card.scope = load_scope(node, Scope::participant);
    card.blocks = load_blocks(node.member("blocks"));
    card.see_also = node.optional_ids("see_also");
    return card;
}

} // namespace

Scope load_scope(const Node& node, Scope standard) {
    if (!node.has("scope")) return standard;
    return node.member("scope").named<Scope>("scope", {{"review", Scope::review},
                                                       {"participant", Scope::participant},
                                                       {"host", Scope::host},
                                                       {"visitor", Scope::visitor}});
}

std::vector<Card> load_cards(const Node& root) {
    return load_list(root.member("cards").items(), load_card);
}

std::vector<FieldReference> load_field_references(const std::vector<Node>& nodes) {
    std::vector<FieldReference> references;
    for (const Node& node : nodes) {
        node.expect_members({"card", "field"});
        references.push_back({node.member("card").id(), node.member("field").id()});
    }
    return references;
}

std::vector<FieldReference> load_learning_question(const Node& root) {
    return load_field_references(root.member("learning_question").items());
}

} // namespace planner::process
