#include <doctest/doctest.h>

#include "ui/kit/layout.h"

using namespace planner::kit;

namespace {

Layout page(float width = 300) {
    Layout layout;
    layout.reset({10, 20, width, 1000});
    return layout;
}

} // namespace

TEST_CASE("things stand under each other with the gap between them, not before the first") {
    Layout layout = page();
    {
        const Stack stack(layout, 8);
        CHECK(layout.place(-1, 30) == Rect{10, 20, 300, 30});
        CHECK(layout.y() == 58);
        CHECK(layout.place(50, 10) == Rect{10, 58, 50, 10});
    }
    CHECK(layout.place(-1, 5).y == 68);
}

TEST_CASE("a row wraps when full, starts again at its left, and pushes what follows below its last line") {
    Layout layout = page(100);
    {
        const Row row(layout, 10);
        CHECK(layout.place(40, 20) == Rect{10, 20, 40, 20});
        CHECK(layout.place(50, 30) == Rect{60, 20, 50, 30});
        CHECK(layout.place(1, 10) == Rect{10, 60, 1, 10});
        CHECK(layout.place(200, 10) == Rect{10, 80, 200, 10});
    }
    CHECK(layout.place(-1, 5).y == 90);
}

TEST_CASE("in a row of a given height things are centred") {
    Layout layout = page();
    {
        const Row row(layout, 10, 40);
        CHECK(layout.place(20, 20).y == 30);
        CHECK(layout.place(20, 40).y == 20);
        CHECK(layout.place(20, 60).y == 20);
    }
    CHECK(layout.place(-1, 1).y == 80);
}

TEST_CASE("what is left of a row is what the next widget may take") {
    Layout layout = page(100);
    const Row row(layout, 10);
    CHECK(layout.available() == 100);
    layout.place(40, 20);
    CHECK(layout.available() == 50);
    CHECK(layout.x() == 60);
    layout.place(80, 20);
    CHECK(layout.available() == doctest::Approx(10));
}

TEST_CASE("a column tells how far it came and leaves the flow around it where it was") {
    Layout layout = page();
    layout.place(-1, 10);
    {
        const Column column(layout, 50, 60, 100, 4);
        CHECK(column.bottom() == 60);
        CHECK(layout.place(-1, 20) == Rect{50, 60, 100, 20});
        CHECK(layout.place(-1, 20).y == 84);
        CHECK(column.bottom() == 104);
    }
    CHECK(layout.place(-1, 5).y == 30);
}

TEST_CASE("cells of a grid share the width, span, and begin below the highest of the row before") {
    Layout layout = page(320);
    {
        Grid grid(layout, 3, 10, 8);
        grid.next();
        CHECK(layout.place(-1, 20) == Rect{10, 20, 100, 20});
        grid.next();
        CHECK(layout.place(-1, 50) == Rect{120, 20, 100, 50});
        grid.next(2);
        CHECK(layout.place(-1, 10) == Rect{10, 78, 210, 10});
        grid.next();
        CHECK(layout.place(-1, 30) == Rect{230, 78, 100, 30});
        grid.next(99);
        CHECK(layout.place(-1, 5) == Rect{10, 116, 320, 5});
    }
    CHECK(layout.place(-1, 5).y == 121);
}

TEST_CASE("a grid in odd widths leaves no holes and no overlaps, and ends at the right edge") {
    for (float width = 90; width < 400; width += 13.7f)
        for (int columns = 1; columns <= 5; ++columns) {
            Layout layout = page(width);
            Grid grid(layout, columns, 7, 7);
            float right = 3;
            for (int i = 0; i < columns; ++i) {
                grid.next();
                const Rect cell = layout.place(-1, 10);
                CHECK(cell.x - right == doctest::Approx(7).epsilon(0.2));
                CHECK(cell.y == 20);
                right = cell.right();
            }
            CHECK(right == doctest::Approx(10 + width).epsilon(0.01));
        }
}

TEST_CASE("a grid without cells takes no room") {
    Layout layout = page();
    { const Grid grid(layout, 2, 10, 10); }
    CHECK(layout.place(-1, 5).y == 20);
}
