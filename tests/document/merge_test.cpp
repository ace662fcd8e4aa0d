#include "helpers.h"

#include "document/parts.h"

namespace planner::document {

namespace {

const FieldKey title = key_of("a", "title");
const FieldKey room = key_of("a", "room");
const EntityKey row = {"rows", "a"};
const FieldKey deletion = key_of("a", "deleted");

/// Two copies of a row with a title, and each other's future.
struct TwoCopies {
    Document ours = one_field("base");
    Document theirs = ours;

    MergeReport both_ways() {
        const Document before = ours;
        MergeReport report = merged(ours, theirs);
        merged(theirs, before);
        CHECK(write(ours) == write(theirs));
        return report;
    }
};

} // namespace

TEST_CASE("edits of different fields come together without a conflict") {
    TwoCopies copies;
    copies.ours.write(stamp_of(1), title, "ours");
    copies.theirs.write(stamp_of(2), room, "B2");
    const MergeReport report = copies.both_ways();
    CHECK(copies.ours.value(title) == "ours");
    CHECK(copies.ours.value(room) == "B2");
    CHECK(copies.ours.conflicts().empty());
    CHECK(report.changed == std::vector<FieldKey>{room});
    CHECK(report.new_entities.empty());
}

TEST_CASE("edits of the same field are both kept") {
    TwoCopies copies;
    copies.ours.write(stamp_of(1, 2000), title, "ours");
    copies.theirs.write(stamp_of(2, 3000), title, "theirs");
    const MergeReport report = copies.both_ways();
    CHECK(report.conflicts == std::vector<FieldKey>{title});
    CHECK(report.changed == std::vector<FieldKey>{title});
    CHECK(copies.ours.value(title) == "theirs");
    CHECK(copies.ours.field(title)->versions().size() == 2);
}

TEST_CASE("the same text written twice is no conflict") {
    TwoCopies copies;
    copies.ours.write(stamp_of(1), title, "same");
    copies.theirs.write(stamp_of(2), title, "same");
    const MergeReport report = copies.both_ways();
    CHECK(report.conflicts.empty());
    CHECK(report.changed.empty());
    CHECK(copies.ours.conflicts().empty());
    CHECK(copies.ours.field(title)->distinct().size() == 1);
}

TEST_CASE("a later edit replaces what its writer had seen, whatever the clocks say") {
    TwoCopies copies;
    copies.ours.write(stamp_of(1, 9000), title, "early");
    merged(copies.theirs, copies.ours);
    copies.theirs.write(stamp_of(2, 10), title, "late");
    copies.both_ways();
    CHECK(copies.ours.value(title) == "late");
    CHECK(copies.ours.conflicts().empty());
}

TEST_CASE("a choice settles a conflict and old copies do not bring it back") {
    TwoCopies copies;
    copies.ours.write(stamp_of(1), title, "ours");
    copies.theirs.write(stamp_of(2), title, "theirs");
    const Document old_ours = copies.ours;
    const Document old_theirs = copies.theirs;
    copies.both_ways();
    copies.ours.write(stamp_of(3), title, "chosen");
    const std::string settled = write(copies.ours);
    merged(copies.ours, old_ours);
    merged(copies.ours, old_theirs);
    CHECK(write(copies.ours) == settled);
    CHECK(copies.ours.value(title) == "chosen");
}

TEST_CASE("a deletion beside an edit is a conflict and stays visible") {
    TwoCopies copies;
    copies.ours.remove(stamp_of(1, 9000), row);
    copies.theirs.write(stamp_of(2, 2000), room, "B2");
    const MergeReport report = copies.both_ways();
    CHECK(!copies.ours.is_deleted(row));
    CHECK(copies.ours.conflicts() == std::vector<FieldKey>{deletion});
    CHECK(report.conflicts == std::vector<FieldKey>{deletion});
    CHECK(report.deleted.empty());
}

TEST_CASE("every edit stands beside a deletion that did not see it, also the second of the same writer") {
    TwoCopies copies;
    copies.theirs.write(stamp_of(2), room, "B2");
    merged(copies.ours, copies.theirs);
    copies.ours.remove(stamp_of(1), row);
    copies.theirs.write(stamp_of(2), room, "B3");
    copies.both_ways();
    CHECK(copies.ours.conflicts() == std::vector<FieldKey>{deletion});
}

TEST_CASE("a deletion after having seen the edit is no conflict") {
    TwoCopies copies;
    copies.theirs.write(stamp_of(2), room, "B2");
    merged(copies.ours, copies.theirs);
    copies.ours.remove(stamp_of(1), row);
    const Document before = copies.theirs;
    const MergeReport report = merged(copies.theirs, copies.ours);
    CHECK(copies.theirs.is_deleted(row));
    CHECK(copies.theirs.conflicts().empty());
    CHECK(report.deleted == std::vector<EntityKey>{row});
    merged(copies.ours, before);
    CHECK(copies.ours.is_deleted(row));
}

TEST_CASE("an edit after having seen the deletion restores everywhere") {
    TwoCopies copies;
    copies.ours.remove(stamp_of(1), row);
    merged(copies.theirs, copies.ours);
    copies.theirs.write(stamp_of(2), room, "B2");
    const MergeReport report = copies.both_ways();
    CHECK(!copies.ours.is_deleted(row));
    CHECK(copies.ours.conflicts().empty());
    CHECK(report.changed == std::vector<FieldKey>{deletion, room});
}

TEST_CASE("two deletions are one") {
    TwoCopies copies;
    copies.ours.remove(stamp_of(1), row);
    copies.theirs.remove(stamp_of(2), row);
    copies.both_ways();
    CHECK(copies.ours.is_deleted(row));
    CHECK(copies.ours.conflicts().empty());
}

TEST_CASE("new entities are reported once, deleted ones not") {
    TwoCopies copies;
    copies.theirs.write(stamp_of(2), key_of("b", "title"), "new");
    copies.theirs.write(stamp_of(2), key_of("c", "title"), "gone");
    copies.theirs.remove(stamp_of(2), {"rows", "c"});
    const MergeReport report = merged(copies.ours, copies.theirs);
    CHECK(report.new_entities == std::vector<EntityKey>{{"rows", "b"}});
    CHECK(report.changed.empty());
    const MergeReport again = merged(copies.ours, copies.theirs);
    CHECK(again.new_entities.empty());
}

TEST_CASE("conflicts that a new entity brings along are reported") {
    TwoCopies copies;
    const FieldKey other = key_of("b", "title");
    Document third = copies.theirs;
    copies.theirs.write(stamp_of(2), other, "two");
    third.write(stamp_of(3), other, "three");
    merged(copies.theirs, third);
    CHECK(merged(copies.ours, copies.theirs).conflicts == std::vector<FieldKey>{other});
}

TEST_CASE("other documents are refused and change nothing") {
    Document ours = one_field("kept");
    const std::string before = write(ours);
    const auto other_id = merge_into(ours, Document("e", "review"));
    const auto other_kind = merge_into(ours, Document("d", "directory"));
    REQUIRE(!other_id.has_value());
    REQUIRE(!other_kind.has_value());
    CHECK(other_id.error().reason == MergeRefusal::Reason::other_document);
    CHECK(other_kind.error().reason == MergeRefusal::Reason::other_kind);
    CHECK(write(ours) == before);
}

TEST_CASE("a cloned replica that wrote two values under one dot loses neither") {
    TwoCopies copies;
    copies.ours.write(stamp_of(7, 2000), title, "one");
    copies.theirs.write(stamp_of(7, 2000), title, "two");
    copies.both_ways();
    CHECK(copies.ours.field(title)->distinct().size() == 2);
    CHECK(copies.ours.value(title) == "two");
}

TEST_CASE("equal times and counters are shown in one order everywhere") {
    TwoCopies copies;
    copies.ours.write(stamp_of(1, 2000), title, "z");
    copies.theirs.write(stamp_of(2, 2000), title, "a");
    copies.both_ways();
    CHECK(copies.ours.value(title) == "a");
}

TEST_CASE("a version vector that lies empties nothing") {
    Document ours = one_field("precious");
    const std::string liar = edited_with_checksum(write(ours), [](Value& root) {
        root["sync"]["replicas"] = Value::parse(R"([["0000000000000001",99,""],["0000000000000009",1,""]])");
        root["data"]["rows"]["a"] = {{"title", "replacement"}};
        root["sync"]["fields"]["rows"]["a"] = {{"title", {1, 1, 5}}, {"deleted", {1, 1, 5}}};
    });
    const std::string thief = edited_with_checksum(write(ours), [](Value& root) {
        root["sync"]["replicas"] = Value::parse(R"([["0000000000000001",99,""],["0000000000000009",99,""]])");
        root["data"] = Value::object();
        root["sync"]["fields"] = Value::object();
    });
    merged(ours, read_back(thief).document);
    CHECK(ours.value(title) == "precious");
    Document robbed = read_back(thief).document;
    merged(robbed, one_field("precious"));
    CHECK(robbed.value(title) == "precious");
    merged(robbed, read_back(liar).document);
    // Both claim to have seen the other's value and to have another one: nobody is believed.
    CHECK(robbed.field(title)->distinct().size() == 2);
}

TEST_CASE("labels follow the writer") {
    TwoCopies copies;
    copies.theirs.write({{1}, "renamed", 5}, title, "x");
    copies.both_ways();
    CHECK(copies.ours.label_of({1}) == "renamed");
}

} // namespace planner::document
