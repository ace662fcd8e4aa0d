#include "cli/places.h"

#include <doctest/doctest.h>

#include <vector>

namespace planner::cli {

namespace {

using document::Value;
using Path = std::vector<std::string>;

const Value root = Value::parse(R"({"a":[1,{"b":2}],"":3,"0":4})");

bool puts(const Path& path, const char* expected) {
    Value copy = root;
    const bool done = put_at(copy, path, 9);
    CHECK(copy == Value::parse(expected));
    return done;
}

} // namespace

TEST_CASE("values are found by names and indices") {
    const auto at = [](const Path& path) { return value_at(root, path); };
    CHECK(*at({}) == root);
    CHECK(*at({"a", "1", "b"}) == 2);
    CHECK(*at({""}) == 3);
    CHECK(*at({"0"}) == 4);
    for (const Path& path : {Path{"x"}, Path{"a", "2"}, Path{"a", "01"}, Path{"a", "-"}, Path{"a", "+1"}, Path{"a", ""},
                             Path{"a", "0", "b"}, Path{"a", "99999999999999999999"}}) {
        CHECK(at(path) == nullptr);
    }
}

TEST_CASE("values are put where something can hold them") {
    CHECK(puts({"a", "0"}, R"({"a":[9,{"b":2}],"":3,"0":4})"));
    CHECK(puts({"a", "-"}, R"({"a":[1,{"b":2},9],"":3,"0":4})"));
    CHECK(puts({"a", "1", "c"}, R"({"a":[1,{"b":2,"c":9}],"":3,"0":4})"));
    CHECK(puts({}, "9"));
    const char* unchanged = R"({"a":[1,{"b":2}],"":3,"0":4})";
    CHECK(!puts({"a", "2"}, unchanged));
    CHECK(!puts({"x", "y"}, unchanged));
    CHECK(!puts({"0", "y"}, unchanged));
}

TEST_CASE("values are taken out") {
    Value copy = root;
    CHECK(take_out(copy, Path{"a", "0"}));
    CHECK(take_out(copy, Path{""}));
    CHECK(!take_out(copy, Path{"a", "1"}));
    CHECK(!take_out(copy, Path{}));
    CHECK(copy == Value::parse(R"({"a":[{"b":2}],"0":4})"));
}

} // namespace planner::cli
