#include "helpers.h"

namespace planner::document {

TEST_CASE("the file of a small document") {
    Document document("d1", "review");
    document.write(stamp_of(2, 20), key_of("a", "title"), "Één \"tekst\"\n");
    document.write(stamp_of(1, 10), key_of("a", "chosen"), Value::array({"x", 1.5}));
    document.write(stamp_of(1, 10), key_of("b", "title"), nullptr);
    document.remove(stamp_of(1, 30), {"rows", "b"});
    CHECK(write(document) == R"({
 "data": {
  "rows": {
   "a": {
    "chosen": ["x",1.5],
    "title": "Één \"tekst\"\n"
   },
   "b": {
    "deleted": true,
    "title": null
   }
  }
 },
 "format": "peer-review-planner",
 "formatVersion": 1,
 "id": "d1",
 "kind": "review",
 "minReader": 1,
 "sync": {
  "checksum": "267d09bd1cb133ef",
  "fields": {
   "rows": {
    "a": {"chosen":[0,1,10],"deleted":[0,1,10],"title":[1,1,20]},
    "b": {"deleted":[0,3,30],"title":[0,2,10]}
   }
  },
  "replicas": [
   ["0000000000000001",3,"writer 1"],
   ["0000000000000002",1,"writer 2"]
  ]
 }
}
)");
}

TEST_CASE("an empty document is a file too") {
    const std::string bytes = write(Document("d", "review"));
    const ReadDocument back = read_back(bytes);
    CHECK(back.trust == Trust::checked);
    CHECK(write(back.document) == bytes);
}

TEST_CASE("data alone is the part of the file byte for byte") {
    const Document document = one_field("text");
    const std::string data = write_data(document);
    REQUIRE(data.back() == '\n');
    CHECK(write(document).find("\"data\": " + data.substr(0, data.size() - 1) + ",\n") != std::string::npos);
}

TEST_CASE("what is read is written with the same bytes") {
    Document document("d", "review");
    const std::string long_text(20'000, 'w');
    document.write(stamp_of(1), key_of("a", "long"), long_text);
    document.write(stamp_of(1), key_of("a", "emoji"), "👩‍👩‍👧 \u2028 \x7F \\ \" / \x01");
    document.write(stamp_of(1), key_of("__proto__", "constructor"), Value::parse(R"({"__proto__":[1,-0.0,1e30]})"));
    document.write(stamp_of(1), {{"a/b~c", ""}, std::string(1000, 'k')}, true);
    Document other = document;
    document.write(stamp_of(1), key_of("a", "long"), "short");
    other.write({{2}, "\"label\"\n", 7}, key_of("a", "long"), "shorter");
    merged(document, other);
    const std::string bytes = write(document);
    const ReadDocument back = read_back(bytes);
    CHECK(back.trust == Trust::checked);
    CHECK(write(back.document) == bytes);
    CHECK(back.document.conflicts() == document.conflicts());
}

TEST_CASE("bytes that are no text cannot make a file unreadable") {
    Document document("\xFF", "review");
    document.write({{1}, "\xFE", 0}, {{"\xFD", "a"}, std::string("b\0", 2)}, "\xFC");
    const std::string bytes = write(document);
    CHECK(write(read_back(bytes).document) == bytes);
}

} // namespace planner::document
