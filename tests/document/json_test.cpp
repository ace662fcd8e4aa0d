#include "helpers.h"

namespace planner::document {

namespace {

struct Case {
    std::string text;
    Reason reason;
    std::size_t line;
    std::size_t column;
    std::string pointer;
};

} // namespace

TEST_CASE("what is not strict JSON is refused with its place and reason") {
    const std::vector<Case> cases = {
        {"", Reason::empty, 1, 1, ""},
        {" \n\t", Reason::empty, 1, 1, ""},
        {"\xEF\xBB\xBF{}", Reason::byte_order_mark, 1, 1, ""},
        {"{}\n\xFF", Reason::not_utf8, 2, 1, ""},
        {"[\"é\xC0\xAF\"]", Reason::not_utf8, 1, 4, ""},
        {"[\"\xED\xA0\x80\"]", Reason::not_utf8, 1, 3, ""},
        {"[\"\xF4\x90\x80\x80\"]", Reason::not_utf8, 1, 3, ""},
        {"[\"\xE2\x82", Reason::cut_off, 1, 3, ""},
        {"[\"\xC3", Reason::cut_off, 1, 3, ""},
        {"[\"\xE0", Reason::cut_off, 1, 3, ""},
        {"[\"\xF0\x9F\x98", Reason::cut_off, 1, 3, ""},
        {"[\"\xFF", Reason::not_utf8, 1, 3, ""},
        {"[\"\xE2(", Reason::not_utf8, 1, 3, ""},
        {std::string("{\"a\":1}\0garbage", 15), Reason::nul, 1, 8, ""},
        {R"({"a":["x","\u0000"]})", Reason::nul, 1, 11, "/a/1"},
        {R"({"a\u0000":1})", Reason::nul, 1, 2, ""},
        {"{\"a\":1,\n \"b\":2,\n \"a\":3}", Reason::duplicate_key, 3, 2, "/a"},
        {R"({"a":{"b":1,"\u0062":2}})", Reason::duplicate_key, 1, 13, "/a/b"},
        {"{\"a\":1} x", Reason::trailing_bytes, 1, 9, ""},
        {"{\"a\":1}{}", Reason::trailing_bytes, 1, 8, ""},
        {"1 2", Reason::trailing_bytes, 1, 3, ""},
        {"{\"a\":[1,", Reason::cut_off, 1, 9, "/a/1"},
        {"\"abc", Reason::cut_off, 1, 5, ""},
        {"{\"é\":tru", Reason::cut_off, 1, 9, "/é"},
        {"[1,]", Reason::syntax, 1, 4, "/1"},
        {"{\"a\":}", Reason::syntax, 1, 6, "/a"},
        {"{a:1}", Reason::syntax, 1, 2, ""},
        {"[\"a\tb\"]", Reason::syntax, 1, 4, "/0"},
        {"[01]", Reason::syntax, 1, 4, "/1"},
        {"[NaN]", Reason::syntax, 1, 2, "/0"},
        {"// x\n{}", Reason::syntax, 1, 1, ""},
        {R"(["\ud800"])", Reason::syntax, 1, 9, "/0"},
        {"[1e400]", Reason::number_range, 1, 2, "/0"},
        {"[0, 18446744073709551616]", Reason::number_range, 1, 5, "/1"},
        {"[-9223372036854775809]", Reason::number_range, 1, 2, "/0"},
        {"[9007199254740993.0]", Reason::number_range, 1, 2, "/0"},
        {"[0.1234567890123456789]", Reason::number_range, 1, 2, "/0"},
        {"[1e-400]", Reason::number_range, 1, 2, "/0"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const auto result = read_json(each.text);
        REQUIRE(!result.has_value());
        CAPTURE(result.error().reason_text);
        CHECK(result.error().reason == each.reason);
        CHECK(result.error().line == each.line);
        CHECK(result.error().column == each.column);
        if (each.reason != Reason::syntax) {
            CHECK(result.error().pointer == each.pointer);
        }
        CHECK(!result.error().reason_text.empty());
        CHECK(result.error().reason_text.find('\n') == std::string::npos);
    }
}

TEST_CASE("every number comes back as it was or is refused") {
    for (const char* text : {"0", "-1", "9223372036854775807", "-9223372036854775808", "18446744073709551615", "1.0",
                             "-0.0", "0.1", "1e+30", "5e-324", "1.7976931348623157e+308", "123456789.12345679"}) {
        const auto first = read_json(text);
        REQUIRE(first.has_value());
        const std::string written = canonical_text(*first);
        const auto second = read_json(written);
        REQUIRE(second.has_value());
        CHECK(canonical_text(*second) == written);
        CHECK(written == text);
    }
    CHECK(canonical_text(*read_json("-0")) == "-0.0");
    CHECK(canonical_text(*read_json("1E5")) == "100000.0");
    CHECK(canonical_text(*read_json("1.50")) == "1.5");
    CHECK(canonical_text(*read_json("0.1000000000000000055511151231257827")) == "0.1");
}

TEST_CASE("limits hold") {
    ReadLimits limits;
    limits.bytes = 40;
    limits.depth = 3;
    limits.values = 5;
    limits.key_bytes = 4;
    limits.string_bytes = 6;
    const auto reason_of = [&](const std::string& text) {
        const auto result = read_json(text, limits);
        REQUIRE(!result.has_value());
        return result.error().reason;
    };
    CHECK(read_json(R"({"keyy":[[1,"sixsix"]]})", limits).has_value());
    CHECK(reason_of(std::string(41, ' ')) == Reason::too_large);
    CHECK(reason_of("[[[[1]]]]") == Reason::too_deep);
    CHECK(reason_of("[1,2,3,4,5]") == Reason::too_many);
    CHECK(reason_of(R"({"keyyy":1})") == Reason::too_long);
    CHECK(reason_of(R"(["sevense"])") == Reason::too_long);
}

TEST_CASE("deep nesting is refused before it can hurt") {
    const auto result = read_json(std::string(1'000'000, '['));
    REQUIRE(!result.has_value());
    CHECK(result.error().reason == Reason::too_deep);
    CHECK(result.error().column == 65);
}

TEST_CASE("names that mean something elsewhere mean nothing here") {
    const auto result = read_json(R"({"__proto__":{"a":1},"constructor":2,"":3})");
    REQUIRE(result.has_value());
    CHECK(canonical_text(*result) == R"({"":3,"__proto__":{"a":1},"constructor":2})");
}

} // namespace planner::document
