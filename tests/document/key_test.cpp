#include "document/key.h"

#include "document/dot.h"

#include <doctest/doctest.h>

namespace planner::document {

TEST_CASE("a pointer and a key are the same thing in two spellings") {
    const FieldKey key{{"a/b", "c~d"}, "~1"};
    CHECK(to_pointer(key) == "/a~1b/c~0d/~01");
    CHECK(parse_pointer("/a~1b/c~0d/~01") == key);
    CHECK(to_pointer(EntityKey{"rows", "x"}) == "/rows/x");
}

TEST_CASE("what is no pointer to a field is not taken for one") {
    for (const char* pointer : {"", "rows/a/b", "/rows/a", "/rows/a/b/c", "/rows/a/~2", "/rows/a/~"}) {
        CAPTURE(pointer);
        CHECK(!parse_pointer(pointer).has_value());
    }
}

TEST_CASE("empty segments count") {
    CHECK(split_pointer("")->empty());
    CHECK(split_pointer("/")->size() == 1);
    CHECK(split_pointer("//")->size() == 2);
}

TEST_CASE("keys are sorted by collection, entity and field") {
    CHECK(EntityKey{"a", "z"} < EntityKey{"b", "a"});
    CHECK(FieldKey{{"a", "b"}, "z"} < FieldKey{{"a", "c"}, "a"});
    CHECK(FieldKey{{"a", "b"}, "a"} < FieldKey{{"a", "b"}, "b"});
}

TEST_CASE("a replica id is 16 hexadecimal digits") {
    CHECK(to_text(ReplicaId{0x0123456789abcdef}) == "0123456789abcdef");
    CHECK(replica_from_text("0123456789abcdef") == ReplicaId{0x0123456789abcdef});
    CHECK(!replica_from_text("0123456789ABCDEF").has_value());
    CHECK(!replica_from_text("0123").has_value());
}

} // namespace planner::document
