#include "ui/kit/semantics.h"

#include <array>
#include <charconv>

namespace planner::kit {

std::string to_text(NodeId id) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text(17, 'n');
    for (std::size_t i = 0; i < 16; ++i)
        text[16 - i] = digits[(id.value >> (4 * i)) & 15];
    return text;
}

NodeId node_id_from_text(std::string_view text) {
    if (text.size() != 17 || text.front() != 'n')
        return {};
    NodeId id;
    const auto result = std::from_chars(text.data() + 1, text.data() + text.size(), id.value, 16);
    return result.ptr == text.data() + text.size() ? id : NodeId{};
}

std::string_view to_text(Role role) {
    static constexpr std::array<std::string_view, 42> names = {
        "group", "list", "listitem", "text", "heading", "button", "link", "field", "area", "number", "date", "time",
        "checkbox", "radio", "radiogroup", "select", "table", "rowgroup", "row", "columnheader", "rowheader", "cell",
        "tablist", "tab", "tabpanel", "navigation", "main", "banner", "complementary", "region", "dialog", "menu",
        "menuitem", "menubutton", "status", "alert", "progress", "image", "separator", "scroll", "search", "toolbar"};
    static_assert(names.size() == static_cast<std::size_t>(Role::toolbar) + 1);
    return names[static_cast<std::size_t>(role)];
}

void SemanticTree::begin_frame() {
    nodes_.clear();
    index_.clear();
    parents_.clear();
    parents_.push_back({NodeId{}, 0, 0});
}

Node& SemanticTree::add(Node node, const Rect& box) {
    while (index_.contains(node.id))
        node.id.value = node.id.value * 0x9E3779B97F4A7C15u + 1;
    const Parent& parent = parents_.back();
    node.parent = parent.id;
    node.box = {box.x - parent.x, box.y - parent.y, box.width, box.height};
    index_[node.id] = nodes_.size();
    nodes_.push_back(std::move(node));
    return nodes_.back();
}

void SemanticTree::open(NodeId id, float origin_x, float origin_y) {
    parents_.push_back({id, origin_x, origin_y});
}

void SemanticTree::close() {
    parents_.pop_back();
}

SemanticPatch SemanticTree::end_frame() {
    SemanticPatch patch;
    std::vector<std::pair<NodeId, NodeId>> order;
    order.reserve(nodes_.size());
    for (const Node& node : nodes_) {
        order.emplace_back(node.id, node.parent);
        const auto sent = sent_.find(node.id);
        if (sent != sent_.end() && sent->second == node)
            continue;
        patch.set.push_back(&node);
        sent_[node.id] = node;
    }
    for (auto sent = sent_.begin(); sent != sent_.end();) {
        if (index_.contains(sent->first)) {
            ++sent;
            continue;
        }
        patch.removed.push_back(sent->first);
        sent = sent_.erase(sent);
    }
    if (order != sent_order_) {
        patch.order = order;
        sent_order_ = std::move(order);
    }
    return patch;
}

void SemanticTree::forget_sent() {
    sent_.clear();
    sent_order_.clear();
}

const Node* SemanticTree::find(NodeId id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &nodes_[found->second];
}

Node* SemanticTree::find_open(NodeId id) {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &nodes_[found->second];
}

Rect SemanticTree::absolute_box(const Node& node) const {
    Rect box = node.box;
    for (const Node* parent = find(node.parent); parent; parent = find(parent->parent)) {
        box.x += parent->box.x;
        box.y += parent->box.y;
    }
    return box;
}

} // namespace planner::kit
