#include "document/value.h"

#include "document/write.h"

#include <doctest/doctest.h>

#include <limits>

namespace planner::document {

TEST_CASE("values are the same when they are written alike") {
    CHECK(same_value(Value(1), Value(1U)));
    CHECK(!same_value(Value(1), Value(1.0)));
    CHECK(!same_value(Value(0.0), Value(-0.0)));
    CHECK(!same_value(Value(-1), Value(18446744073709551615U)));
    CHECK(same_value(Value::parse(R"({"a":[1,{"b":null}]})"), Value::parse(R"({"a":[1,{"b":null}]})")));
    CHECK(!same_value(Value::parse(R"({"a":[1,{"b":null}]})"), Value::parse(R"({"a":[1,{"c":null}]})")));
    CHECK(!same_value(Value::parse("[1,2]"), Value::parse("[1]")));
    CHECK(!same_value(Value("1"), Value(1)));
}

TEST_CASE("the canonical text escapes what must be and nothing else") {
    CHECK(canonical_text(Value("\"\\\b\f\n\r\t\x01\x7F/é")) == "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\x7F/é\"");
    CHECK(canonical_text(Value::parse(R"({"b":[],"a":{},"c":[true,null,-1,2.5]})")) ==
          R"({"a":{},"b":[],"c":[true,null,-1,2.5]})");
}

TEST_CASE("a value that no file can hold becomes one that it can") {
    Value value = Value::array({std::string("a\0b", 3), "\xFF", std::numeric_limits<double>::infinity()});
    value.push_back(Value{{std::string("k\0", 2), 1}});
    make_writable(value);
    CHECK(canonical_text(value) == "[\"a\xEF\xBF\xBD\x62\",\"\xEF\xBF\xBD\",null,{\"k\xEF\xBF\xBD\":1}]");
}

} // namespace planner::document
