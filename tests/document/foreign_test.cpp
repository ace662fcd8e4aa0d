#include "helpers.h"

namespace planner::document {

namespace {

const FieldKey title = key_of("a", "title");

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
    Document ours = one_field("base");
    Document theirs = ours;
    ours.write(stamp_of(1), title, "ours");
    theirs.write(stamp_of(2, 5000), title, "theirs");
    merged(ours, theirs);
    const std::string edited =
        edited_by_hand(write(ours), [](Value& root) { root["data"]["rows"]["a"]["title"] = "edited"; });
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

} // namespace planner::document
