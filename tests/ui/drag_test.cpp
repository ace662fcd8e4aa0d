#include <doctest/doctest.h>

#include "live_scenes.h"
#include "ui/kit/drag.h"

#include <algorithm>
#include <set>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::PointerEvent;
using kit::PointerKind;
using kit::Role;

namespace {

struct Point {
    float x, y;
};

Point middle(const kit::Rect& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

void point(Window& window, PointerEvent event, Point at, PointerKind kind) {
    window.ui.frame().pointer(event, at.x, at.y, 0, kind);
    window.frames_until_rest();
}

/// The grip of the first note, in sight.
kit::NodeId first_grip(Window& window) {
    const auto& nodes = window.ui.frame().tree().nodes();
    const auto grip = std::find_if(nodes.begin(), nodes.end(), [](const kit::Node& node) { return node.drag; });
    REQUIRE(grip != nodes.end());
    const kit::NodeId id = grip->id;
    window.reveal(id);
    return id;
}

std::vector<planning::MeetingNote> notes(Window& window) {
    const app::LiveMeeting meeting = shown_meeting(window);
    return planning::notes_of(window.planner.reading(), *meeting.agenda.sheet, meeting.agenda.subject);
}

/// The text of the note whose grip comes first.
std::string first_note(Window& window) {
    const auto all = notes(window);
    REQUIRE_FALSE(all.empty());
    return all.front().text;
}

/// Takes hold of the first note and moves it a little.
void take_up(Window& window, PointerKind kind) {
    const Point start = middle(window.placed(first_grip(window)).visible);
    point(window, PointerEvent::move, start, kind);
    point(window, PointerEvent::down, start, kind);
    point(window, PointerEvent::move, {start.x + 30, start.y + 10}, kind);
}

bool shows_boxes(const Window& window) {
    return window.find(Role::region, "Vakken om de notitie op te leggen") != nullptr;
}

/// Every box that is shown, by its name.
kit::Node box(const Window& window, std::string_view name) {
    const kit::NodeId all = window.get(Role::region, "Vakken om de notitie op te leggen").id;
    for (const kit::Node* each : window.all(Role::text, name))
        if (window.is_inside(*each, all)) return *each;
    FAIL("no box is called ", name);
    return {};
}

/// What came of it: what is written where, which notes are used, what undo takes back, and what is said aloud.
struct Outcome {
    std::multiset<std::string> written;
    std::vector<std::string> used;
    std::string undo;
    std::multiset<std::string> said;

    bool operator==(const Outcome&) const = default;
};

Outcome outcome(Window& window) {
    Outcome result;
    const document::Document& document = window.planner.current()->document();
    for (const auto& [collection, entities] : document.collections())
        for (const auto& [id, fields] : entities)
            for (const auto& [name, field] : fields)
                result.written.insert(collection + " " + name + " " + document.value({{collection, id}, name}).dump());
    for (const planning::MeetingNote& note : notes(window)) result.used.push_back(note.used ? note.used->id : "");
    result.undo = window.planner.step_text(app::Step::undo);
    for (const Role role : {Role::status, Role::alert})
        for (const kit::Node* node : window.all(role)) result.said.insert(node->name);
    return result;
}

/// Two targets that overlap, and a grip.
struct Board {
    static constexpr kit::NodeId low{11}, high{12};

    kit::Frame frame{fonts(), nullptr};
    ui::NullRenderer renderer;
    double time = 0;
    bool has_grip = true;
    kit::NodeId over, dropped;

    void draw() {
        over = {};
        kit::FrameInput input;
        input.time = time += 0.02;
        frame.begin(input);
        {
            const kit::Column column(frame.layout(), 20, 20, 200, 0);
            if (has_grip) kit::drag_handle(frame, {.label = "Iets", .hint = "Sleep", .key = "grip"});
        }
        look(low, {300, 100, 100, 100});
        look(high, {350, 100, 100, 100});
        frame.end();
        renderer.end();
    }
    void look(kit::NodeId id, const kit::Rect& rect) {
        const kit::DropResult result = kit::drop_target(frame, id, rect);
        if (result == kit::DropResult::over) over = id;
        if (result == kit::DropResult::dropped) {
            CHECK_FALSE(dropped);
            dropped = id;
        }
    }
    void tell(PointerEvent event, float x, float y) {
        frame.pointer(event, x, y, 0, PointerKind::mouse);
        draw();
        draw();
        draw();
    }
    void take_up() {
        tell(PointerEvent::move, 30, 30);
        tell(PointerEvent::down, 30, 30);
    }
};

} // namespace

TEST_CASE("of two targets that overlap the last one takes what is dropped, once") {
    Board board;
    board.take_up();
    CHECK_FALSE(kit::dragged(board.frame));
    board.tell(PointerEvent::move, 320, 150);
    CHECK(kit::dragged(board.frame));
    CHECK(board.over == Board::low);
    board.tell(PointerEvent::move, 370, 150);
    CHECK(board.over == Board::high);
    board.tell(PointerEvent::up, 370, 150);
    CHECK(board.dropped == Board::high);
    CHECK_FALSE(kit::dragged(board.frame));
}

TEST_CASE("it is dropped where the pointer lets go, also when that comes in one frame with the last move") {
    Board board;
    board.take_up();
    board.frame.pointer(PointerEvent::move, 320, 150, 0, PointerKind::mouse);
    board.frame.pointer(PointerEvent::up, 320, 150, 0, PointerKind::mouse);
    for (int i = 0; i < 4; ++i) board.draw();
    CHECK(board.dropped == Board::low);
}

TEST_CASE("nothing is dropped beside the targets, after Escape, without a move, or when what was dragged is gone") {
    Board board;
    board.take_up();
    SUBCASE("beside") {
        board.tell(PointerEvent::move, 320, 150);
        board.tell(PointerEvent::move, 600, 400);
        CHECK_FALSE(board.over);
        board.tell(PointerEvent::up, 600, 400);
    }
    SUBCASE("after Escape, and no new drag begins before the pointer let go") {
        board.tell(PointerEvent::move, 320, 150);
        CHECK(kit::cancel_drag(board.frame));
        CHECK_FALSE(kit::cancel_drag(board.frame));
        board.tell(PointerEvent::move, 330, 150);
        CHECK_FALSE(kit::dragged(board.frame));
        board.tell(PointerEvent::up, 330, 150);
    }
    SUBCASE("without a move") {
        board.tell(PointerEvent::move, 32, 31);
        CHECK_FALSE(kit::dragged(board.frame));
        board.tell(PointerEvent::up, 32, 31);
    }
    SUBCASE("gone") {
        board.tell(PointerEvent::move, 320, 150);
        board.has_grip = false;
        board.draw();
        CHECK_FALSE(kit::dragged(board.frame));
        board.tell(PointerEvent::up, 320, 150);
    }
    CHECK_FALSE(board.dropped);
    CHECK_FALSE(kit::dragged(board.frame));
    board.has_grip = true;
    board.take_up();
    board.tell(PointerEvent::move, 320, 150);
    CHECK(board.over == Board::low);
}

TEST_CASE("a note that is dragged to a box with mouse, pen or finger goes where its button brings it, as one step") {
    std::string text;
    const Outcome by_button = [&] {
        platform::HeadlessWorld world;
        const auto window = with_findings(world);
        text = first_note(*window);
        window->click(Role::button, "Gaat goed: " + text);
        return outcome(*window);
    }();
    REQUIRE(std::count(by_button.used.begin(), by_button.used.end(), "goed") == 1);
    for (const PointerKind kind : {PointerKind::mouse, PointerKind::pen, PointerKind::touch}) {
        CAPTURE(static_cast<int>(kind));
        platform::HeadlessWorld world;
        const auto window = with_findings(world);
        const Outcome before = outcome(*window);
        CHECK_FALSE(shows_boxes(*window));
        take_up(*window, kind);
        CHECK(window->ui.frame().drag()->label == text);
        const kit::Node target = box(*window, "Gaat goed");
        CHECK_FALSE(target.selected);
        const Point there = middle(window->placed(target.id).box);
        point(*window, PointerEvent::move, there, kind);
        CHECK(box(*window, "Gaat goed").selected);
        CHECK_FALSE(box(*window, "Kan beter").selected);
        point(*window, PointerEvent::up, there, kind);
        if (kind == PointerKind::touch) point(*window, PointerEvent::leave, there, kind);
        window->settle();
        CHECK_FALSE(shows_boxes(*window));
        CHECK(outcome(*window) == by_button);
        CHECK_FALSE(window->find(Role::button, "Gaat goed: " + text));
        window->planner.step(app::Step::undo);
        window->settle();
        CHECK(outcome(*window).used == before.used);
        CHECK(window->find(Role::button, "Gaat goed: " + text));
    }
}

TEST_CASE("Escape takes a drag back, whoever hears the key, and letting go beside the boxes does nothing") {
    platform::HeadlessWorld world;
    const auto window = with_findings(world);
    const Outcome before = outcome(*window);
    for (const bool in_field : {false, true}) {
        take_up(*window, PointerKind::mouse);
        const Point there = middle(window->placed(box(*window, "Pareltje").id).box);
        point(*window, PointerEvent::move, there, PointerKind::mouse);
        if (in_field)
            window->act(window->all(Role::field).front()->id, ActionKind::dismiss);
        else
            CHECK(window->plain_key("Escape"));
        CHECK_FALSE(shows_boxes(*window));
        point(*window, PointerEvent::up, there, PointerKind::mouse);
        window->settle();
        CHECK(outcome(*window) == before);
    }
    take_up(*window, PointerKind::touch);
    REQUIRE(shows_boxes(*window));
    // As the page says it when the finger's touch is taken away from it.
    point(*window, PointerEvent::up, {-1, -1}, PointerKind::mouse);
    window->settle();
    CHECK_FALSE(shows_boxes(*window));
    CHECK(outcome(*window) == before);
}

TEST_CASE("on every window all boxes are in sight while a note is dragged, and the note hangs on the pointer") {
    for (const Shape& shape : shapes) {
        CAPTURE(shape.name);
        platform::HeadlessWorld world;
        const auto window = with_findings(world);
        window->set_shape(shape);
        window->settle();
        const kit::Rect grip = window->placed(first_grip(*window)).visible;
        CHECK(std::min(grip.width, grip.height) >= 24);
        take_up(*window, PointerKind::mouse);
        const std::size_t targets = shown_meeting(*window).agenda.sheet->targets.size();
        std::size_t count = 0;
        for (const Placed& each : window->placed()) {
            if (each.node->role != Role::text || !window->is_inside(*each.node, window->get(Role::region, "Vakken om de notitie op te leggen").id))
                continue;
            ++count;
            CHECK(each.box.height >= 24);
            CHECK(each.box.x >= 0);
            CHECK(each.box.y >= 0);
            CHECK(each.box.right() <= shape.width);
            CHECK(each.box.bottom() <= shape.height);
        }
        CHECK(count == targets);
        const std::size_t with_note = window->renderer.vertices();
        point(*window, PointerEvent::leave, {}, PointerKind::mouse);
        CHECK(window->renderer.vertices() < with_note);
    }
}
