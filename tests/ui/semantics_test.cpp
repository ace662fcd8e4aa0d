#include <doctest/doctest.h>

#include "ui/kit/semantics.h"

#include <set>

using namespace planner::kit;

namespace {

Node button(std::uint64_t id, std::string name) {
    Node node;
    node.id = {id};
    node.role = Role::button;
    node.name = std::move(name);
    return node;
}

SemanticPatch two_buttons(SemanticTree& tree, std::string first, float y = 0) {
    tree.begin_frame();
    tree.add(button(1, std::move(first)), {0, y, 10, 10});
    tree.add(button(2, "b"), {0, 20, 10, 10});
    return tree.end_frame();
}

} // namespace

TEST_CASE("the first patch describes everything, an unchanged frame nothing") {
    SemanticTree tree;
    const SemanticPatch first = two_buttons(tree, "a");
    CHECK(first.set.size() == 2);
    REQUIRE(first.order);
    CHECK(first.order->size() == 2);
    CHECK(two_buttons(tree, "a").empty());
}

TEST_CASE("a patch holds only what changed, and the order only when that changed") {
    SemanticTree tree;
    two_buttons(tree, "a");
    const SemanticPatch renamed = two_buttons(tree, "other");
    REQUIRE(renamed.set.size() == 1);
    CHECK(renamed.set[0]->name == "other");
    CHECK_FALSE(renamed.order);
    CHECK(renamed.removed.empty());
    const SemanticPatch moved = two_buttons(tree, "other", 5);
    REQUIRE(moved.set.size() == 1);
    CHECK(moved.set[0]->box.y == 5);
    CHECK_FALSE(moved.order);
}

TEST_CASE("two nodes that change places give an order and no descriptions") {
    SemanticTree tree;
    two_buttons(tree, "a");
    tree.begin_frame();
    tree.add(button(2, "b"), {0, 20, 10, 10});
    tree.add(button(1, "a"), {0, 0, 10, 10});
    const SemanticPatch patch = tree.end_frame();
    CHECK(patch.set.empty());
    REQUIRE(patch.order);
    CHECK(patch.order->at(0).first == NodeId{2});
}

TEST_CASE("what is not drawn any more is removed, and described again when it comes back") {
    SemanticTree tree;
    two_buttons(tree, "a");
    tree.begin_frame();
    tree.add(button(2, "b"), {0, 20, 10, 10});
    const SemanticPatch gone = tree.end_frame();
    CHECK(gone.removed == std::vector<NodeId>{{1}});
    CHECK(gone.order.has_value());
    const SemanticPatch back = two_buttons(tree, "a");
    REQUIRE(back.set.size() == 1);
    CHECK(back.set[0]->id == NodeId{1});
}

TEST_CASE("another parent is a change of the node and of the order") {
    SemanticTree tree;
    two_buttons(tree, "a");
    tree.begin_frame();
    tree.add(button(1, "a"), {0, 0, 10, 10});
    tree.open({1}, 0, 0);
    tree.add(button(2, "b"), {0, 20, 10, 10});
    tree.close();
    const SemanticPatch patch = tree.end_frame();
    REQUIRE(patch.set.size() == 1);
    CHECK(patch.set[0]->parent == NodeId{1});
    CHECK(patch.order->at(1).second == NodeId{1});
}

TEST_CASE("nodes that share an id stay apart, and keep their ids from frame to frame") {
    SemanticTree tree;
    const auto draw = [&tree] {
        tree.begin_frame();
        for (int i = 0; i < 5; ++i)
            tree.add(button(7, "twin " + std::to_string(i)), {0, static_cast<float>(i) * 20, 10, 10});
        return tree.end_frame();
    };
    CHECK(draw().set.size() == 5);
    std::set<std::uint64_t> ids;
    for (const Node& node : tree.nodes()) ids.insert(node.id.value);
    CHECK(ids.size() == 5);
    CHECK_FALSE(ids.contains(0));
    CHECK(draw().empty());
}

TEST_CASE("boxes are relative to the parent's box, and absolute again for who asks") {
    SemanticTree tree;
    tree.begin_frame();
    tree.add(button(1, "outer"), {100, 50, 80, 80});
    tree.open({1}, 100, 50);
    tree.add(button(2, "inner"), {110, 70, 10, 10});
    tree.close();
    tree.end_frame();
    CHECK(tree.find({2})->box == Rect{10, 20, 10, 10});
    CHECK(tree.absolute_box(*tree.find({2})) == Rect{110, 70, 10, 10});
}

TEST_CASE("after a page forgot everything, everything is described again") {
    SemanticTree tree;
    two_buttons(tree, "a");
    tree.forget_sent();
    const SemanticPatch patch = two_buttons(tree, "a");
    CHECK(patch.set.size() == 2);
    CHECK(patch.order.has_value());
}

TEST_CASE("an id travels as text and back, and nothing else is taken for one") {
    for (const std::uint64_t value : {std::uint64_t{1}, std::uint64_t{0xFEDCBA9876543210u}, ~std::uint64_t{0}})
        CHECK(node_id_from_text(to_text(NodeId{value})) == NodeId{value});
    for (const char* text : {"", "n", "n123", "x0000000000000001", "n000000000000000g", "n00000000000000011"})
        CHECK_FALSE(node_id_from_text(text));
}

TEST_CASE("every role has a name of its own") {
    std::set<std::string_view> names;
    for (int role = 0; role <= static_cast<int>(Role::toolbar); ++role) names.insert(to_text(static_cast<Role>(role)));
    CHECK(names.size() == static_cast<std::size_t>(Role::toolbar) + 1);
}
