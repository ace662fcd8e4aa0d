#include <doctest/doctest.h>

#include "inspect.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace planner::testing {

namespace {

using kit::Node;
using kit::Rect;
using kit::Role;

std::string text_of(const Rect& r) {
    const auto number = [](float value) { return std::to_string(static_cast<int>(std::lround(value))); };
    return "(" + number(r.x) + "," + number(r.y) + " " + number(r.width) + "x" + number(r.height) + ")";
}

std::string describe(const Placed& placed) {
    return testing::describe(*placed.node) + " " + text_of(placed.box);
}

/// "xx.yy": a key that should have been a text.
bool is_raw_key(std::string_view text) {
    bool dot = false;
    for (const char c : text) {
        if (c == '.')
            dot = true;
        else if (!(c >= 'a' && c <= 'z') && c != '_')
            return false;
    }
    return dot && text.front() != '.' && text.back() != '.';
}

bool is_heading_or_text(const Node& node) {
    return node.role == Role::text || node.role == Role::heading;
}

/// Leaves that take room of their own on the screen.
bool takes_room(const Placed& placed) {
    const Node& node = *placed.node;
    return (is_operable(node) || is_heading_or_text(node) || node.role == Role::progress || node.role == Role::image) &&
           placed.box.width > 0 && placed.box.height > 0;
}

/// The names of all that a node stands in, as a screen reader says them on the way in.
std::string context_of(const Window& window, const Node& node) {
    std::string context;
    for (const Node* parent = window.node(node.parent); parent; parent = window.node(parent->parent))
        context +=
            (parent->name.empty() && parent->role != Role::list_item && parent->role != Role::row)
                ? ""
                : parent->name +
                      (parent->role == Role::list_item || parent->role == Role::row ? kit::to_text(parent->id) : "") +
                      " < ";
    return context;
}

void inspect_texts(const Node& node, Findings& findings) {
    for (const std::string* text : {&node.name, &node.help, &node.error, &node.placeholder}) {
        if (text->empty()) continue;
        if (text->find('{') != std::string::npos || text->find('}') != std::string::npos)
            findings.push_back("a placeholder was left in: " + *text);
        if (is_raw_key(*text)) findings.push_back("a key stands for a text: " + *text);
    }
}

/// Nodes that a person can reach now: those of the dialog when one is open.
std::vector<Placed> reachable(const Window& window) {
    std::vector<Placed> result;
    const Node* dialog = window.dialog();
    for (const Placed& placed : window.placed())
        if (!dialog || window.is_inside(*placed.node, dialog->id)) result.push_back(placed);
    return result;
}

/// The layer something is drawn in; layers may lie over each other.
const Node* layer_of(const Window& window, const Node& node) {
    const Node* found = nullptr;
    for (const Node* each = &node; each; each = window.node(each->parent))
        if (each->role == Role::dialog || each->role == Role::menu) found = each;
    return found;
}

const Node* scroll_area_of(const Window& window, const Node& node) {
    for (const Node* parent = window.node(node.parent); parent; parent = window.node(parent->parent))
        if (parent->role == Role::scroll) return parent;
    return nullptr;
}

Rect common(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

void inspect_overlap(const Window& window, const std::vector<Placed>& all, Findings& findings) {
    constexpr float tolerance = 1;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = i + 1; k < all.size(); ++k) {
            if (!takes_room(all[i]) || !takes_room(all[k])) continue;
            const Node *first = all[i].node, *second = all[k].node;
            if (layer_of(window, *first) != layer_of(window, *second)) continue;
            // In different scroll areas only what is in sight can lie over each other.
            const bool together = scroll_area_of(window, *first) == scroll_area_of(window, *second);
            const Rect both = together ? common(all[i].box, all[k].box) : common(all[i].visible, all[k].visible);
            // What floats (a toast, an open menu) lies over the page, and nothing under it takes the pointer.
            const bool floats = !window.dialog() && window.ui.frame().is_covered(both);
            if (both.width > tolerance && both.height > tolerance && !floats)
                findings.push_back("overlap: " + describe(all[i]) + " and " + describe(all[k]));
        }
}

/// What takes the pointer for a control: its own box, or the row around a link.
Rect target_of(const Window& window, const Placed& placed) {
    Rect target = placed.box;
    for (const auto& [id, rect] : window.ui.frame().interactive())
        if (placed.node->role == Role::link && rect.x <= target.x + 1 && rect.right() >= target.right() - 1 &&
            rect.y <= target.y + 1 && rect.bottom() >= target.bottom() - 1)
            target = rect;
    return target;
}

void inspect_size(const Window& window, const Placed& placed, Findings& findings) {
    const Rect target = target_of(window, placed);
    if (is_operable(*placed.node) && (target.width < 24 || target.height < 24))
        findings.push_back("smaller than 24 x 24: " + describe(placed));
}

void inspect_inside(const Window& window, const Placed& placed, Findings& findings) {
    constexpr float tolerance = 1;
    if (!takes_room(placed)) return;
    for (const Node* parent = window.node(placed.node->parent); parent; parent = window.node(parent->parent)) {
        const Rect around = window.placed(parent->id).box;
        if (around.width <= 1) continue;
        if (placed.box.x < around.x - tolerance || placed.box.right() > around.right() + tolerance) {
            findings.push_back("sticks out sideways: " + describe(placed) + " out of " + testing::describe(*parent) +
                               " " + text_of(around));
            return;
        }
        const bool below = placed.box.bottom() > around.bottom() + tolerance || placed.box.y < around.y - tolerance;
        if (parent->role == Role::row && placed.node->role != Role::cell && below)
            findings.push_back("sticks out of its row: " + describe(placed));
        if (parent->role == Role::scroll) return;
    }
    if (placed.box.x < -tolerance || placed.box.right() > window.page.width + tolerance)
        findings.push_back("sticks out of the page sideways: " + describe(placed));
    else if (placed.box.y < -tolerance || placed.box.bottom() > window.page.height + tolerance)
        findings.push_back("sticks out of the page where nothing scrolls: " + describe(placed));
}

/// A field of one line shows the part of a longer text that fits.
bool is_in_field(const std::vector<Placed>& all, const Rect& letter) {
    return std::any_of(all.begin(), all.end(), [&](const Placed& each) {
        return (is_text_like(*each.node) || each.node->role == Role::select) && each.box.intersects(letter);
    });
}

/// A scroll area must leave something to scroll in.
void inspect_scroll_area(const Placed& placed, Findings& findings) {
    if (placed.node->role == Role::scroll && placed.visible.height < 40)
        findings.push_back("hardly any room to scroll in: " + describe(placed));
}

} // namespace

Findings inspect_words(const Window& window) {
    Findings findings;
    int titles = 0;
    for (const Placed& placed : window.placed())
        titles += placed.node->role == Role::heading && placed.node->level == 1 ? 1 : 0;
    if (titles != 1) findings.push_back(std::to_string(titles) + " headings of level 1");
    std::map<std::string, int> seen;
    for (const Placed& placed : reachable(window)) {
        const Node& node = *placed.node;
        inspect_texts(node, findings);
        if (!is_operable(node)) continue;
        if (node.name.find_first_not_of(" \n") == std::string::npos)
            findings.push_back("a control without a name: " + describe(placed));
        const std::string told = testing::describe(node) + " in " + context_of(window, node);
        // What is told is cut off; names that differ at their end do differ.
        if (++seen[told + "\n" + node.name] == 2) findings.push_back("two controls with the same name: " + told);
    }
    return findings;
}

Findings inspect_boxes(const Window& window) {
    Findings findings;
    const std::vector<Placed> all = window.placed();
    for (const Placed& placed : all) {
        inspect_size(window, placed, findings);
        inspect_inside(window, placed, findings);
        inspect_scroll_area(placed, findings);
    }
    inspect_overlap(window, all, findings);
    for (const Rect& letter : window.renderer.cut_sideways())
        if (!is_in_field(all, letter)) findings.push_back("a letter is cut off at " + text_of(letter));
    return findings;
}

Findings inspect_order(const Window& window) {
    Findings findings;
    constexpr float tolerance = 2;
    std::map<std::uint64_t, Placed> before;
    for (const Placed& now : window.placed()) {
        if (!takes_room(now)) continue;
        const auto found = before.find(now.node->parent.value);
        if (found != before.end()) {
            const Rect &a = found->second.box, &b = now.box;
            const bool next_column = b.x >= a.right() - tolerance;
            const bool above = b.bottom() <= a.y + tolerance;
            const bool same_line = b.y < a.bottom() - tolerance && a.y < b.bottom() - tolerance;
            const bool left_of = b.right() <= a.x + tolerance;
            if ((above && !next_column) || (same_line && left_of))
                findings.push_back("read after what stands behind it: " + describe(now) + " after " +
                                   describe(found->second));
        }
        before.insert_or_assign(now.node->parent.value, now);
    }
    return findings;
}

std::string words_in(Window& window, const std::string& region) {
    const kit::Node* around = window.find(kit::Role::region, region);
    REQUIRE_MESSAGE(around, region);
    std::string words;
    for (const kit::Node& node : window.ui.frame().tree().nodes())
        if (window.is_inside(node, around->id)) words += node.name + "\n";
    return words;
}

} // namespace planner::testing
