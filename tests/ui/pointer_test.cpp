#include <doctest/doctest.h>

#include "scenes.h"

#include <algorithm>
#include <cmath>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

bool same_place(const kit::Rect& a, const kit::Rect& b) {
    return std::abs(a.x - b.x) <= 2 && std::abs(a.y - b.y) <= 2 && std::abs(a.right() - b.right()) <= 2 &&
           std::abs(a.bottom() - b.bottom()) <= 2;
}

bool contains(const kit::Rect& outer, const kit::Rect& inner) {
    return inner.x >= outer.x - 1 && inner.right() <= outer.right() + 1 && inner.y >= outer.y - 1 &&
           inner.bottom() <= outer.bottom() + 1;
}

/// A link may leave the pointer to the row it stands in.
bool touches(const Window& window, const Placed& placed) {
    const auto& all = window.ui.frame().interactive();
    return std::any_of(all.begin(), all.end(), [&](const auto& each) {
        // With another id (two controls shared one) the keyboard would reach nothing.
        const bool itself = each.first == placed.node->id && same_place(each.second, placed.box);
        return itself || (placed.node->role == Role::link && contains(each.second, placed.box));
    });
}

/// A rectangle that takes the pointer only to help a control that is described inside it.
bool is_row_of_link(const kit::Rect& rect, const std::vector<Placed>& placed) {
    return std::any_of(placed.begin(), placed.end(),
                       [&](const Placed& each) { return each.node->role == Role::link && contains(rect, each.box); });
}

} // namespace

TEST_CASE("whatever takes the pointer is described at the same place, and every control takes the pointer") {
    for (const Scene& scene : scenes()) {
        platform::HeadlessWorld world;
        const auto window = scene.open(world);
        for (const Shape& shape : {laptop, phone}) {
            window->set_shape(shape);
            window->settle();
            const auto placed = window->placed();
            const bool has_toast = !window->planner.toasts().all().empty();
            for (const auto& [id, rect] : window->ui.frame().interactive()) {
                const bool described = std::any_of(placed.begin(), placed.end(), [&rect = rect](const Placed& each) {
                    // A grip is for the pointer alone: what dragging does, buttons do too.
                    const bool for_pointer = is_operable(*each.node) || each.node->drag;
                    return for_pointer && !each.node->disabled && same_place(each.box, rect);
                });
                if (!described && !is_row_of_link(rect, placed) && !has_toast)
                    FAIL_CHECK(scene.name, ", ", shape.name, ": nothing is described at ", rect.x, ",", rect.y, " ",
                               rect.width, "x", rect.height);
            }
            for (const Placed& each : placed)
                if (is_operable(*each.node) && !each.node->disabled && !touches(*window, each))
                    FAIL_CHECK(scene.name, ", ", shape.name, ": takes no pointer: ", describe(*each.node));
        }
    }
}

TEST_CASE("a button is pressed one pixel inside each of its edges, and not one pixel outside") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::link, "Instellingen");
    const std::string name = "Bestand openen";
    const auto middle = [&] {
        const kit::Rect box = window.placed(window.get(Role::button, name).id).box;
        return std::pair{box, std::pair{box.x + box.width / 2, box.y + box.height / 2}};
    };
    const auto [box, centre] = middle();
    const auto [x, y] = centre;
    int pressed = 0;
    for (const auto& [px, py] :
         {std::pair{box.x + 1, y}, {box.right() - 1, y}, {x, box.y + 1}, {x, box.bottom() - 1}}) {
        window.mouse(px, py);
        CHECK(window.platform.file_dialogs == ++pressed);
    }
    for (const auto& [px, py] :
         {std::pair{box.x - 2, y}, {box.right() + 2, y}, {x, box.y - 2}, {x, box.bottom() + 2}}) {
        window.mouse(px, py);
        CHECK(window.platform.file_dialogs == pressed);
    }
}

TEST_CASE("pressing here and letting go there does nothing") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::link, "Instellingen");
    const kit::Rect box = window.placed(window.get(Role::button, "Bestand openen").id).box;
    window.press(box.x + 5, box.y + 5);
    window.move(box.x - 40, box.bottom() + 200);
    window.release(box.x - 40, box.bottom() + 200);
    CHECK(window.platform.file_dialogs == 0);
    window.press(box.x - 40, box.bottom() + 200);
    window.release(box.x + 5, box.y + 5);
    CHECK(window.platform.file_dialogs == 0);
}

TEST_CASE("a finger taps without leaving a hover behind") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::link, "Instellingen");
    const std::size_t still = window.renderer.vertices();
    const kit::Rect box = window.placed(window.get(Role::button, "Bestand openen").id).box;
    for (const kit::PointerEvent event : {kit::PointerEvent::move, kit::PointerEvent::down, kit::PointerEvent::up}) {
        window.ui.frame().pointer(event, box.x + 9, box.y + 9, 0, kit::PointerKind::touch);
        window.frames_until_rest();
    }
    CHECK(window.platform.file_dialogs == 1);
    window.wait(2'000);
    window.settle();
    CHECK(window.renderer.vertices() == still);
}

TEST_CASE("what lies under a dialog takes no pointer") {
    platform::HeadlessWorld world;
    Window window(world);
    window.click(Role::link, "Instellingen");
    const kit::Rect covered = window.placed(window.get(Role::button, "Bestand openen").id).box;
    window.click(Role::button, "Nieuwe peer review");
    REQUIRE(window.dialog());
    window.mouse(covered.x + 5, covered.y + 5);
    CHECK(window.platform.file_dialogs == 0);
    CHECK(window.dialog());
    window.mouse(Role::button, "Team toevoegen");
    CHECK(window.find(Role::field, "Naam team 4"));
    window.mouse(Role::button, "Annuleren");
    CHECK_FALSE(window.dialog());
    window.mouse(covered.x + 5, covered.y + 5);
    CHECK(window.platform.file_dialogs == 1);
}

TEST_CASE("what is scrolled out of sight takes no pointer") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    open_card(*window, "verkenning");
    const auto boxes = window->all(Role::checkbox);
    REQUIRE_FALSE(boxes.empty());
    const kit::Node first = *boxes.front();
    kit::NodeId area;
    for (const kit::Node* parent = window->node(first.id); parent; parent = window->node(parent->parent))
        if (parent->role == Role::scroll && !area) area = parent->id;
    const Placed before = window->placed(first.id);
    const float top = window->placed(area).box.y;
    window->scroll(area, 0, before.box.y - top + before.box.height / 2 + 20);
    window->settle();
    const Placed now = window->placed(first.id);
    REQUIRE(now.box.bottom() < top);
    window->mouse(now.box.x + 4, now.box.y + now.box.height / 2);
    CHECK(window->node(first.id)->checked == first.checked);
}

TEST_CASE("a menu closes by a press elsewhere, which does nothing else, and by Escape") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->planner.go(app::Route::overview());
    window->settle();
    const std::string name = window->all(Role::menu_button).front()->name;
    window->mouse(Role::menu_button, name);
    REQUIRE(window->all(Role::menu_item).size() == 3);
    window->mouse(700, 700);
    CHECK(window->all(Role::menu_item).empty());
    CHECK(window->node(window->focused)->name == name);
    window->mouse(Role::menu_button, name);
    REQUIRE(window->all(Role::menu).size() == 1);
    window->act(window->all(Role::menu).front()->id, ActionKind::dismiss);
    CHECK(window->all(Role::menu_item).empty());
    window->mouse(Role::menu_button, name);
    window->mouse(Role::menu_item, "Kopie maken");
    CHECK(window->all(Role::menu_item).empty());
    CHECK(window->planner.overview().matching("").size() == 2);
}

TEST_CASE("a whole row of the list opens the review; its menu button does not") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    window->planner.go(app::Route::overview());
    window->settle();
    const kit::Rect link =
        window->placed(window->all(Role::link, window->planner.overview().matching("")[0]->title).front()->id).box;
    window->mouse(link.x + 500, link.y + 10);
    CHECK(window->planner.route().screen == app::Screen::dashboard);
}

TEST_CASE("everything that works by mouse works by keyboard and screen reader: each control is reached both ways") {
    for (const bool by_mouse : {false, true}) {
        CAPTURE(by_mouse);
        platform::HeadlessWorld world;
        Window window(world);
        const auto use = [&](Role role, std::string_view name) {
            by_mouse ? window.mouse(role, name) : window.click(role, name);
        };
        use(Role::link, "Instellingen");
        use(Role::radio, "Donker");
        CHECK(window.planner.settings().theme == app::Theme::dark);
        use(Role::link, "Peer Reviews");
        use(Role::button, "Voorbeeld bekijken");
        CHECK(window.planner.route().screen == app::Screen::dashboard);
        use(Role::link, "Hulpkaarten");
        CHECK(window.planner.route().screen == app::Screen::cards);
        const auto links = window.all(Role::link);
        const auto card = std::find_if(links.begin(), links.end(), [](const kit::Node* each) {
            return each->name.find("Voorbereiding peer review van") == 0;
        });
        REQUIRE(card != links.end());
        use(Role::link, std::string((*card)->name));
        CHECK(window.planner.route().screen == app::Screen::card);
        const std::string box = window.all(Role::checkbox).front()->name;
        const kit::NodeId id = window.all(Role::checkbox).front()->id;
        const kit::Checked before = window.node(id)->checked;
        if (by_mouse) {
            window.reveal(id);
            const kit::Rect at = window.placed(id).visible;
            window.mouse(at.x + at.width / 2, at.y + at.height / 2);
        } else {
            window.act(id, ActionKind::click);
        }
        CHECK(window.node(id)->checked != before);
        use(Role::button, "Bestand downloaden");
        CHECK(window.platform.downloads.size() == 1);
    }
}
