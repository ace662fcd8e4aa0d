#include "helpers.h"

#include <set>
#include <vector>

namespace planner::document {

namespace {

const FieldKey title = key_of("a", "title");
const FieldKey deletion = key_of("a", "deleted");

/// A file in which two copies wrote another title.
std::string two_titles() {
    Document ours = one_field("base");
    Document theirs = ours;
    ours.write(stamp_of(1), title, "ours");
    theirs.write(stamp_of(2, 5000), title, "theirs");
    merged(ours, theirs);
    return write(ours);
}

/// A file in which one copy deleted a row while another wrote in it.
std::string deleted_beside_edited() {
    Document ours = one_field("base");
    Document theirs = ours;
    ours.remove(stamp_of(1), {"rows", "a"});
    theirs.write(stamp_of(2), key_of("a", "room"), "B2");
    merged(ours, theirs);
    return write(ours);
}

std::set<std::string> texts_in(const Register* field) {
    std::set<std::string> texts;
    if (field != nullptr) {
        for (const Version* version : field->distinct()) {
            texts.insert(canonical_text(version->value));
        }
    }
    return texts;
}

std::string with_line_ends(const std::string& text, const std::string& line_end) {
    std::string result;
    for (const char character : text) {
        result += character == '\n' ? line_end : std::string(1, character);
    }
    return result;
}

} // namespace

TEST_CASE("a file edited by hand comes in beside what is there") {
    Document ours = one_field("ours");
    const std::string edited =
        edited_by_hand(write(ours), [](Value& root) { root["data"]["rows"]["a"]["title"] = "edited"; });
    const ReadDocument foreign = read_back(edited);
    CHECK(foreign.trust == Trust::foreign);
    const MergeReport report = merged(ours, foreign.document);
    CHECK(report.conflicts == std::vector<FieldKey>{title});
    CHECK(report.changed.empty());
    CHECK(ours.value(title) == "ours");
    CHECK(ours.field(title)->distinct().size() == 2);
}

TEST_CASE("the same foreign file twice changes nothing") {
    Document ours = one_field("ours");
    const std::string edited = edited_by_hand(write(ours), [](Value& root) {
        root["data"]["rows"]["a"]["title"] = "edited";
        root["data"]["rows"]["b"]["title"] = "added";
        root["extra"] = 1;
    });
    merged(ours, read_back(edited).document);
    const std::string once = write(ours);
    const MergeReport again = merged(ours, read_back(edited).document);
    CHECK(write(ours) == once);
    CHECK(again.new_entities.empty());
    CHECK(again.changed.empty());
    CHECK(again.conflicts.empty());
}

TEST_CASE("what a foreign file leaves out or leaves empty claims nothing") {
    Document ours = one_field("ours");
    ours.write(stamp_of(1), key_of("a", "room"), "B2");
    ours.write(stamp_of(1), key_of("b", "title"), "row b");
    const std::string edited = edited_by_hand(write(ours), [](Value& root) {
        root["data"]["rows"]["a"]["title"] = "";
        root["data"]["rows"]["a"]["room"] = nullptr;
        root["data"]["rows"].erase("b");
        root["data"]["visits"]["v"] = Value::object();
        root.erase("sync");
    });
    const std::string before = write_data(ours);
    const MergeReport report = merged(ours, read_back(edited).document);
    CHECK(write_data(ours) == before);
    CHECK(report.conflicts.empty());
    CHECK(ours.conflicts().empty());
}

TEST_CASE("a foreign file cannot delete, only say so beside") {
    Document ours = one_field("ours");
    const std::string edited =
        edited_by_hand(write(ours), [](Value& root) { root["data"]["rows"]["a"]["deleted"] = true; });
    merged(ours, read_back(edited).document);
    CHECK(!ours.is_deleted({"rows", "a"}));
    CHECK(ours.conflicts() == std::vector<FieldKey>{key_of("a", "deleted")});
}

TEST_CASE("a foreign file opens by itself, with what it says deleted") {
    Document ours = one_field("ours");
    ours.remove(stamp_of(1), {"rows", "a"});
    const std::string edited = edited_by_hand(write(ours), [](Value& root) { root.erase("sync"); });
    const ReadDocument foreign = read_back(edited);
    CHECK(foreign.trust == Trust::foreign);
    CHECK(foreign.document.is_deleted({"rows", "a"}));
    CHECK(foreign.document.label_of(foreign.document.replicas().front().id).empty());
    CHECK(read_back(write(foreign.document)).trust == Trust::checked);
}

TEST_CASE("the other values of conflicts survive an edit by hand") {
    const std::string edited =
        edited_by_hand(two_titles(), [](Value& root) { root["data"]["rows"]["a"]["title"] = "edited"; });
    const Document foreign = read_back(edited).document;
    CHECK(foreign.value(title) == "edited");
    REQUIRE(foreign.field(title)->distinct().size() == 2);
    CHECK(foreign.field(title)->distinct()[1]->value == "ours");
}

TEST_CASE("sync of any shape does not stop a foreign file") {
    const std::string bytes = write(one_field("ours"));
    for (const char* sync : {"1", "[]", "{}", R"({"checksum":7})", R"({"fields":[1]})",
                             R"({"fields":{"rows":{"a":{"title":[[1,2,3,4,5],[1],7]}}}})"}) {
        CAPTURE(sync);
        const ReadDocument foreign =
            read_back(edited_by_hand(bytes, [&](Value& root) { root["sync"] = Value::parse(sync); }));
        CHECK(foreign.trust == Trust::foreign);
        CHECK(foreign.document.value(title) == "ours");
    }
}

TEST_CASE("the other values of a field stay when its line, its entity or its collection is taken out") {
    const std::vector<Change> changes = {
        [](Value& root) { root["data"]["rows"]["a"].erase("title"); },
        [](Value& root) { root["data"]["rows"]["a"]["title"] = ""; },
        [](Value& root) { root["data"]["rows"]["a"]["title"] = nullptr; },
        [](Value& root) { root["data"]["rows"].erase("a"); },
        [](Value& root) { root["data"] = Value::object(); },
    };
    for (const Change& change : changes) {
        const Document foreign = read_back(edited_by_hand(two_titles(), change)).document;
        CHECK(texts_in(foreign.field(title)) == std::set<std::string>{"\"ours\""});
        CHECK(!foreign.is_deleted({"rows", "a"}));
        CHECK(write(read_back(write(foreign)).document) == write(foreign));
    }
}

TEST_CASE("a deletion beside an edit stays a question when something else is edited by hand") {
    const std::vector<Change> changes = {
        [](Value& root) { root["data"]["rows"]["a"]["title"] = "edited"; },
        [](Value& root) { root["data"]["rows"]["a"] = Value::object(); },
        [](Value& root) { root["data"] = Value::object(); },
    };
    for (const Change& change : changes) {
        const Document foreign = read_back(edited_by_hand(deleted_beside_edited(), change)).document;
        CHECK(foreign.conflicts() == std::vector<FieldKey>{deletion});
        CHECK(!foreign.is_deleted({"rows", "a"}));
        const auto& versions = foreign.field(deletion)->versions();
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].dot != versions[1].dot);
    }
}

TEST_CASE("the same content in another layout is the same writer") {
    const std::string edited =
        edited_by_hand(two_titles(), [](Value& root) { root["data"]["rows"]["a"]["title"] = "é\nedited"; });
    const std::string expected = write(read_back(edited).document);
    for (const std::string& layout :
         {Value::parse(edited).dump(), with_line_ends(edited, "\r\n"), Value::parse(edited).dump(-1, ' ', true)}) {
        REQUIRE(layout != edited);
        CHECK(write(read_back(layout).document) == expected);
    }
}

TEST_CASE("an edit by hand loses no unknown member, in the file or in sync") {
    const auto with_extra = [](const char* value) {
        return read_back(edited_with_checksum(write(one_field("base")),
                                              [&](Value& root) {
                                                  root["extra"] = value;
                                                  root["sync"]["aside"] = "aside";
                                              }))
            .document;
    };
    Document both = with_extra("one");
    merged(both, with_extra("two"));
    const std::set<std::string> texts = {"\"one\"", "\"two\""};
    for (const bool takes_line_out : {false, true}) {
        const Document foreign = read_back(edited_by_hand(write(both), [&](Value& root) {
                                     root["data"]["rows"]["a"]["title"] = "edited";
                                     if (takes_line_out) {
                                         root.erase("extra");
                                     }
                                 })).document;
        REQUIRE(foreign.members().count("/extra") == 1);
        const auto left = texts_in(&foreign.members().at("/extra"));
        CHECK(left.size() == (takes_line_out ? 1 : 2));
        REQUIRE(foreign.members().count("/sync/aside") == 1);
        CHECK(foreign.members().at("/sync/aside").shown() == "aside");
        CHECK(write(read_back(write(foreign)).document) == write(foreign));
    }
}

TEST_CASE("sync of a foreign file cannot name members that are no unknown members") {
    const std::string edited = edited_by_hand(write(one_field("ours")), [](Value& root) {
        for (const char* pointer : {"", "extra", "/data", "/sync", "/sync/fields", "/a/b", "/sync/a/b", "/~2"}) {
            root["sync"]["members"][pointer] = Value::parse(R"([[0,1,1],[0,1,1,"smuggled"]])");
        }
    });
    CHECK(read_back(edited).document.members().empty());
}

} // namespace planner::document
