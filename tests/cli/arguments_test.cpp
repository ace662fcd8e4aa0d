#include "cli/arguments.h"

#include <doctest/doctest.h>

namespace planner::cli {

namespace {

const Usage usage = {"test", "FILE VALUE -o OUT", "", {"-o", "--as", "--team", "--json"}, 1, 2, true};

Arguments parsed(const std::vector<std::string>& words) {
    const auto result = parse_arguments(usage, words);
    REQUIRE(result.has_value());
    return *result;
}

bool is_refused(const std::vector<std::string>& words) {
    return !parse_arguments(usage, words).has_value();
}

} // namespace

TEST_CASE("options may stand anywhere and be spelled with an equals sign") {
    const Arguments arguments = parsed({"-o", "out", "a", "--as=me=you", "b", "--team", "x", "--team", "y"});
    CHECK(arguments.files_and_values == std::vector<std::string>{"a", "b"});
    CHECK(arguments.output == "out");
    CHECK(arguments.label == "me=you");
    CHECK(arguments.teams == std::vector<std::string>{"x", "y"});
    CHECK(!arguments.json);
}

TEST_CASE("values may begin with a dash") {
    CHECK(parsed({"-", "-5", "-o", "-"}).files_and_values == std::vector<std::string>{"-", "-5"});
    CHECK(parsed({"-o", "out", "--", "--as", "-o"}).files_and_values == std::vector<std::string>{"--as", "-o"});
}

TEST_CASE("wrong usage is noticed") {
    CHECK(is_refused({"-o", "out"}));
    CHECK(is_refused({"a", "b", "c", "-o", "out"}));
    CHECK(is_refused({"a"}));
    CHECK(is_refused({"a", "-o"}));
    CHECK(is_refused({"a", "--titel", "x", "-o", "out"}));
    CHECK(is_refused({"a", "--json", "-o", "-"}));
}

} // namespace planner::cli
