#include <doctest/doctest.h>

#include "inspect.h"
#include "scenes.h"

#include <set>

using namespace planner;
using namespace planner::testing;

namespace {

/// What is wrong anywhere, with where it is.
struct Found {
    Findings words, boxes, order;
};

void note(Findings& findings, const std::string& where, const Findings& more) {
    for (const std::string& finding : std::set<std::string>(more.begin(), more.end()))
        findings.push_back(where + finding);
}

/// Shows each scene in each shape and theme; once for all tests that ask.
const Found& found() {
    static const Found everything = [] {
        Found result;
        for (const Scene& scene : scenes()) {
            platform::HeadlessWorld world;
            const std::unique_ptr<Window> window = scene.open(world);
            for (const Shape& shape : shapes)
                for (const bool dark : {false, true}) {
                    window->set_shape(shape);
                    window->set_dark(dark);
                    window->settle();
                    const std::string where = scene.name + ", " + shape.name + (dark ? ", dark: " : ", light: ");
                    note(result.words, where, inspect_words(*window));
                    note(result.boxes, where, inspect_boxes(*window));
                    note(result.order, where, inspect_order(*window));
                }
        }
        return result;
    }();
    return everything;
}

void fail_for_each(const Findings& findings) {
    for (const std::string& finding : findings) FAIL_CHECK(finding);
}

} // namespace

TEST_CASE("every screen has one title, and every control a name of its own in words") {
    fail_for_each(found().words);
}

TEST_CASE("nothing is too small, overlaps, sticks out or is cut off, in any window") {
    fail_for_each(found().boxes);
}

TEST_CASE("what is read after each other stands after each other") {
    fail_for_each(found().order);
}

TEST_CASE("an inspection finds what is wrong") {
    platform::HeadlessWorld world;
    Window window(world);
    kit::Frame& frame = window.ui.frame();
    const auto wrong = [&](std::initializer_list<std::pair<kit::Node, kit::Rect>> nodes) {
        frame.tree().begin_frame();
        for (const auto& [node, box] : nodes) frame.tree().add(node, box);
        frame.tree().end_frame();
    };
    const auto button = [](std::uint64_t id, std::string name) {
        kit::Node node;
        node.id = {id};
        node.role = kit::Role::button;
        node.name = std::move(name);
        return node;
    };
    wrong({{button(1, "A"), {0, 100, 40, 40}},
           {button(2, "A"), {20, 100, 40, 20}},
           {button(3, "save.saved"), {1360, 0, 40, 40}},
           {button(4, "{x}"), {0, 50, 40, 40}},
           {button(5, ""), {0, 300, 40, 40}}});
    CHECK(inspect_words(window).size() == 5);
    CHECK(inspect_boxes(window).size() == 3);
    wrong({{button(1, "A"), {100, 100, 40, 40}},
           {button(2, "B"), {0, 100, 40, 40}},
           {button(3, "C"), {0, 0, 40, 40}},
           {button(4, "D"), {60, 0, 40, 40}},
           {button(5, "E"), {200, 0, 40, 400}},
           {button(6, "F"), {0, 400, 40, 40}}});
    CHECK(inspect_order(window).size() == 2);
}
