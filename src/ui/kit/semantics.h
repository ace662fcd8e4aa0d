#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace planner::kit {

/// Names one control for as long as it exists, across frames.
struct NodeId {
    std::uint64_t value = 0;

    bool operator==(const NodeId&) const = default;
    explicit operator bool() const { return value != 0; }
};

struct NodeIdHash {
    std::size_t operator()(NodeId id) const { return static_cast<std::size_t>(id.value); }
};

/// The id as it travels to the page and back: "n" and sixteen hexadecimal digits.
std::string to_text(NodeId);
/// The reverse of to_text; an id of zero when the text is not one.
NodeId node_id_from_text(std::string_view);

/// A rectangle in CSS pixels.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    bool operator==(const Rect&) const = default;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
    bool intersects(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
};

enum class Role {
    group, list, list_item, text, heading, button, link, field, area, number, date, time, checkbox, radio, radio_group,
    select, table, row_group, row, column_header, row_header, cell, tab_list, tab, tab_panel, navigation, main, banner,
    complementary, region, dialog, menu, menu_item, menu_button, status, alert, progress, image, separator, scroll,
    search, toolbar
};

std::string_view to_text(Role);

enum class Checked { not_checkable, off, on, mixed };
enum class Axis { vertical, horizontal, both };
enum class Alignment { start, center, end };

/// How an element that shows its own text must look to match the canvas.
struct TextAppearance {
    float size = 0;        ///< font size, CSS px
    float line_height = 0; ///< CSS px
    int weight = 400;
    float padding[4] = {0, 0, 0, 0}; ///< top, right, bottom, left
    std::uint32_t color = 0;         ///< 0xRRGGBB
    Alignment align = Alignment::start;

    bool operator==(const TextAppearance&) const = default;
};

struct Choice {
    std::string value;
    std::string label;

    bool operator==(const Choice&) const = default;
};

/// One thing on the screen as a person who cannot see it meets it.
struct Node {
    NodeId id;
    NodeId parent;
    Role role = Role::group;
    std::string name;
    std::string value;
    std::string help;
    std::string error;
    std::string placeholder;
    std::string group;    ///< radio group, shared by its members
    std::string address;  ///< of a link, "#/..."
    std::string language; ///< of the text, when it is spell-checked
    Rect box;             ///< relative to the parent's box, or to the content origin of a scroll area
    int level = 0;        ///< heading level
    bool disabled = false;
    bool required = false;
    bool current = false;
    bool modal = false;
    bool busy = false;
    bool selected = false;
    /// The element shows its own text, because the canvas font lacks characters of it.
    bool native_text = false;
    bool secret = false; ///< a field that shows dots
    bool wraps = false;  ///< a field of one paragraph that may take several lines
    bool bare = false; ///< a scroll area without a visible bar
    bool drag = false; ///< a grip: a finger that moves on it drags, and does not scroll
    Checked checked = Checked::not_checkable;
    std::optional<bool> expanded;
    std::optional<float> progress; ///< 0..1
    float content_width = 0, content_height = 0; ///< scroll areas
    Axis axis = Axis::vertical;
    std::vector<Choice> choices;
    TextAppearance appearance;

    bool operator==(const Node&) const = default;
};

/// What changed on the screen since the last frame.
struct SemanticPatch {
    std::vector<const Node*> set;
    std::vector<NodeId> removed;
    /// All nodes in reading order with their parents; absent when order and parents are as before.
    std::optional<std::vector<std::pair<NodeId, NodeId>>> order;

    bool empty() const { return set.empty() && removed.empty() && !order; }
};

/// Everything on the screen as a tree, rebuilt by every frame in reading order.
class SemanticTree {
public:
    void begin_frame();
    /// Adds a node under the open parent; `box` is in screen coordinates. A second node with the same id in one frame is
    /// a programming error and gets a fresh id, so that both stay reachable.
    Node& add(Node node, const Rect& box);
    /// Opens `id` as parent of what follows. `origin_x`, `origin_y`: the screen position its children are relative to.
    void open(NodeId id, float origin_x, float origin_y);
    void close();
    /// Compares with the previous frame. The pointers stay valid until the next end_frame.
    SemanticPatch end_frame();
    /// Forgets what was sent, so that the next patch describes everything.
    void forget_sent();

    const std::vector<Node>& nodes() const { return nodes_; }
    const Node* find(NodeId) const;
    /// A node of the frame being built, to complete what only its children decide.
    Node* find_open(NodeId);
    /// The box of a node of the last complete frame in the coordinates of its outermost ancestor.
    Rect absolute_box(const Node&) const;

private:
    struct Parent {
        NodeId id;
        float x, y;
    };

    std::vector<Node> nodes_;
    std::vector<Parent> parents_;
    std::unordered_map<NodeId, Node, NodeIdHash> sent_;
    std::vector<std::pair<NodeId, NodeId>> sent_order_;
    std::unordered_map<NodeId, std::size_t, NodeIdHash> index_;
};

} // namespace planner::kit
