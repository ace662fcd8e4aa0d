#include "helpers.h"

namespace planner::document {

namespace {

/// A file with two conflicting titles and a deletion beside an edit.
std::string file_with_conflicts() {
    Document ours = one_field("base");
    ours.write(stamp_of(1), key_of("b", "title"), "row b");
    Document theirs = ours;
    ours.write(stamp_of(1, 2000), key_of("a", "title"), "ours");
    ours.remove(stamp_of(1, 2000), {"rows", "b"});
    theirs.write(stamp_of(2, 3000), key_of("a", "title"), "theirs");
    theirs.write(stamp_of(2, 3000), key_of("b", "room"), "B2");
    merged(ours, theirs);
    return write(ours);
}

Change set(const std::string& pointer, const char* json) {
    return [=](Value& root) { root[Value::json_pointer(pointer)] = Value::parse(json); };
}

} // namespace

TEST_CASE("white space does not make a file foreign") {
    const std::string bytes = file_with_conflicts();
    const ReadDocument back = read_back(Value::parse(bytes).dump(4));
    CHECK(back.trust == Trust::checked);
    CHECK(write(back.document) == bytes);
}

TEST_CASE("what is no planner file says so") {
    for (const char* text : {"[]", "1", "{}", R"({"format":"other"})", R"({"format":1})"}) {
        CAPTURE(text);
        CHECK(refusal_of(text).reason == Reason::not_ours);
    }
}

TEST_CASE("a file for newer readers is refused, a newer file for us is not") {
    const std::string bytes = file_with_conflicts();
    const Refusal refusal = refusal_of(edited_with_checksum(bytes, set("/minReader", "4")));
    CHECK(refusal.reason == Reason::newer_format);
    CHECK(refusal.pointer == "/minReader");
    CHECK(refusal.column > 1);
    const ReadDocument newer = read_back(edited_with_checksum(bytes, set("/formatVersion", "7")));
    CHECK(newer.trust == Trust::checked);
    CHECK(Value::parse(write(newer.document))["formatVersion"] == 7);
    Document ours = read_back(bytes).document;
    merged(ours, newer.document);
    CHECK(Value::parse(write(ours))["formatVersion"] == 7);
}

TEST_CASE("a wrong shape is refused with its place") {
    struct Case {
        const char* pointer;
        const char* json;
        const char* where;
    };
    const std::string bytes = file_with_conflicts();
    for (const Case& each :
         {Case{"/data", "1", "/data"}, Case{"/data/rows", "[]", "/data/rows"},
          Case{"/data/rows/a", "\"x\"", "/data/rows/a"}, Case{"/id", "\"\"", "/id"}, Case{"/kind", "1", "/kind"},
          Case{"/minReader", "0", "/minReader"}, Case{"/minReader", "\"1\"", "/minReader"},
          Case{"/formatVersion", "-1", "/formatVersion"}}) {
        CAPTURE(each.pointer);
        for (const auto& edited : {edited_by_hand(bytes, set(each.pointer, each.json)),
                                   edited_with_checksum(bytes, set(each.pointer, each.json))}) {
            const Refusal refusal = refusal_of(edited);
            CHECK(refusal.reason == Reason::wrong_shape);
            CHECK(refusal.pointer == each.where);
            CHECK(refusal.line + refusal.column > 2);
        }
    }
    for (const char* name : {"data", "id", "kind"}) {
        const Refusal refusal = refusal_of(edited_by_hand(bytes, [&](Value& root) { root.erase(name); }));
        CHECK(refusal.reason == Reason::wrong_shape);
        CHECK(refusal.pointer.empty());
    }
}

TEST_CASE("a valid checksum on nonsense is refused, not believed") {
    struct Case {
        const char* pointer;
        const char* json;
    };
    const std::string bytes = file_with_conflicts();
    const std::string title = "/sync/fields/rows/a/title";
    for (const auto& expected : std::vector<std::pair<std::string, const char*>>{
             {"/sync/replicas", "{}"},
             {"/sync/replicas", "[]"},
             {"/sync/replicas/0", "[\"0000000000000001\",4]"},
             {"/sync/replicas/0/0", "\"000000000000000g\""},
             {"/sync/replicas/0/0", "\"0000000000000003\""},
             {"/sync/replicas/1/0", "\"0000000000000001\""},
             {"/sync/replicas/0/1", "0"},
             {"/sync/replicas/0/1", "-4"},
             {"/sync/replicas/0/1", "4.5"},
             {"/sync/replicas/0/1", "9007199254740992"},
             {"/sync/replicas/0/2", "null"},
             {"/sync/fields", "[]"},
             {"/sync/fields/rows", "1"},
             {"/sync/fields/rows/a", "1"},
             {"/sync/fields/rows/c", "{}"},
             {"/sync/fields/visits", "{}"},
             {"/sync/fields/rows/a/room", "[0,1,1]"},
             {title, "[]"},
             {title, "{}"},
             {title, "[[]]"},
             {title, "[0,1]"},
             {title, "[0,1,1,\"x\"]"},
             {title, "[0,1,1,\"x\",2]"},
             {title, "[2,1,1]"},
             {title, "[-1,1,1]"},
             {title, "[0,0,1]"},
             {title, "[0,5,1]"},
             {title, "[0,18446744073709551615,1]"},
             {title, "[0,1,-1]"},
             {title, "[0,1,9007199254740992]"},
             {title, "[[0,1,1,\"x\"],[1,1,1,\"y\"]]"},
             {"/data/rows/a/room", "\"nobody wrote this\""},
             {"/data/rows/c", "{\"title\":1}"},
             {"/data/visits", "{\"a\":{\"b\":1}}"},
             {"/sync/members", "[]"},
             {"/sync/members", "{\"/no such member\":[0,1,1]}"},
             {"/sync/members", "{\"/data\":[0,1,1]}"},
         }) {
        const auto& pointer = expected.first;
        const auto& json = expected.second;
        CAPTURE(pointer);
        CAPTURE(json);
        const Refusal refusal = refusal_of(edited_with_checksum(bytes, set(pointer, json)));
        CHECK(refusal.reason == Reason::damaged_sync);
        CHECK(refusal.pointer.rfind("/sync", 0) == 0);
    }
}

TEST_CASE("a file cut off anywhere is refused") {
    const std::string bytes = file_with_conflicts();
    for (std::size_t length = 0; length + 1 < bytes.size(); ++length) {
        const auto result = read(std::string_view(bytes).substr(0, length));
        REQUIRE(!result.has_value());
        CHECK((result.error().reason == Reason::cut_off || length == 0));
    }
    CHECK(read(std::string_view(bytes).substr(0, bytes.size() - 1)).has_value());
}

TEST_CASE("a flipped bit is never believed") {
    const std::string bytes = file_with_conflicts();
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        for (const int bit : {0, 1, 5, 7}) {
            std::string damaged = bytes;
            damaged[index] = static_cast<char>(damaged[index] ^ (1 << bit));
            const auto result = read(damaged);
            // Between the tokens a line feed may turn into something else that means nothing.
            if (result && result->trust == Trust::checked) {
                CHECK(write(result->document) == bytes);
            }
        }
    }
}

TEST_CASE("unknown things survive reading, editing, merging and writing") {
    const std::string newer = edited_with_checksum(write(one_field("base")), [](Value& root) {
        root["extra"] = {{"deep", Value::array({1, nullptr, "é"})}};
        root["zz/~"] = 5;
        root[""] = "nameless";
        root["sync"]["aside"] = Value::array({1, 2});
        root["sync"]["zz"] = "text";
        root["data"]["rows"]["a"]["x-future"] = Value::object();
        root["sync"]["fields"]["rows"]["a"]["x-future"] = Value::array({0, 1, 9});
        root["data"]["later things"] = Value::object();
    });
    ReadDocument back = read_back(newer);
    REQUIRE(back.trust == Trust::checked);
    back.document.write(stamp_of(3), key_of("a", "title"), "edited");
    Document ours = one_field("base");
    merged(ours, back.document);
    const std::string bytes = write(ours);
    CHECK(bytes == write(read_back(bytes).document));
    const Value root = Value::parse(bytes);
    CHECK(root["extra"] == Value::parse(R"({"deep":[1,null,"é"]})"));
    CHECK(root["zz/~"] == 5);
    CHECK(root[""] == "nameless");
    CHECK(root["sync"]["aside"] == Value::array({1, 2}));
    CHECK(root["sync"]["zz"] == "text");
    CHECK(root["data"]["rows"]["a"]["x-future"] == Value::object());
    CHECK(root["data"].contains("later things"));
}

TEST_CASE("two versions of an unknown member are both kept") {
    const std::string bytes = write(one_field("base"));
    const auto with_extra = [&](int value) {
        return read_back(edited_with_checksum(bytes, [&](Value& root) { root["extra"] = value; })).document;
    };
    Document one = with_extra(1);
    Document two = with_extra(2);
    const Document before = one;
    merged(one, two);
    merged(two, before);
    CHECK(write(one) == write(two));
    CHECK(one.members().at("/extra").distinct().size() == 2);
    CHECK(write(read_back(write(one)).document) == write(one));
}

TEST_CASE("a field with absurdly many versions is refused") {
    const Refusal refusal = refusal_of(edited_with_checksum(write(one_field("base")), [](Value& root) {
        Value& versions = root["sync"]["fields"]["rows"]["a"]["title"];
        versions = Value::array({versions});
        for (int time = 0; time < 10'000; ++time) {
            versions.push_back({0, 1, time, time});
        }
    }));
    CHECK(refusal.reason == Reason::damaged_sync);
    CHECK(refusal.pointer == "/sync/fields/rows/a/title");
}

TEST_CASE("very many replicas and members are no burden") {
    const auto crowded = [](std::uint64_t first) {
        return read_back(edited_with_checksum(
                             write(one_field("base")),
                             [&](Value& root) {
                                 for (std::uint64_t index = 0; index < 20'000; ++index) {
                                     root["sync"]["replicas"].push_back({to_text(ReplicaId{first + 2 * index}), 1, ""});
                                     root["extra " + std::to_string(first + index)] = index;
                                 }
                             }))
            .document;
    };
    Document one = crowded(10);
    Document two = crowded(11);
    const Document before = one;
    merged(one, two);
    merged(two, before);
    CHECK(one.replicas().size() >= 60'000);
    CHECK(one.members().size() == 20'001);
    CHECK(write(one) == write(two));
}

} // namespace planner::document
