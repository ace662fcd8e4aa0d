#include "helpers.h"

#include <limits>
#include <vector>

namespace planner::document {

TEST_CASE("what was written is shown") {
    Document document = one_field("first");
    document.write(stamp_of(1), key_of("a", "title"), "second");
    CHECK(document.value(key_of("a", "title")) == "second");
    CHECK(document.field(key_of("a", "title"))->versions().size() == 1);
    CHECK(document.value(key_of("a", "no such field")).is_null());
    CHECK(document.value(key_of("no such entity", "title")).is_null());
    CHECK(document.entity({"no such collection", "a"}) == nullptr);
}

TEST_CASE("every write has the next counter of its replica") {
    Document document = one_field("first");
    document.write(stamp_of(2), key_of("a", "title"), "second");
    document.write(stamp_of(1), key_of("a", "title"), "third");
    CHECK(document.counter_of({1}) == 2);
    CHECK(document.counter_of({2}) == 1);
    CHECK(document.counter_of({3}) == 0);
    CHECK(document.label_of({2}) == "writer 2");
    CHECK(document.label_of({3}).empty());
}

TEST_CASE("a deleted entity keeps its fields and comes back") {
    Document document = one_field("kept");
    document.remove(stamp_of(1), {"rows", "a"});
    CHECK(document.is_deleted({"rows", "a"}));
    CHECK(document.value(key_of("a", "title")) == "kept");
    document.restore(stamp_of(1), {"rows", "a"});
    CHECK(!document.is_deleted({"rows", "a"}));
}

TEST_CASE("an edit after the deletion was seen restores") {
    Document document = one_field("old");
    document.remove(stamp_of(1), {"rows", "a"});
    document.write(stamp_of(2), key_of("a", "title"), "new");
    CHECK(!document.is_deleted({"rows", "a"}));
    CHECK(document.conflicts().empty());
}

TEST_CASE("what is not there cannot be deleted") {
    Document document = one_field("kept");
    document.remove(stamp_of(1), {"rows", "b"});
    CHECK(document.entity({"rows", "b"}) == nullptr);
    CHECK(document.counter_of({1}) == 1);
}

TEST_CASE("a counter that a file has driven to its end does not stop the writer") {
    Document document = one_field("old");
    const std::string bytes =
        edited_with_checksum(write(document), [](Value& root) { root["sync"]["replicas"][0][1] = maximum_counter; });
    Document read = read_back(bytes).document;
    read.write(stamp_of(1), key_of("a", "title"), "new");
    CHECK(read_back(write(read)).document.value(key_of("a", "title")) == "new");
}

TEST_CASE("typing in one of two conflicting texts leaves the other") {
    Document ours = one_field("base");
    Document theirs = ours;
    ours.write(stamp_of(1, 5000), key_of("a", "title"), "ours");
    theirs.write(stamp_of(2, 9000), key_of("a", "title"), "theirs");
    merged(ours, theirs);
    REQUIRE(ours.value(key_of("a", "title")) == "theirs");
    // The clock here is behind the one that wrote the text, and the text must still not jump away.
    ours.write(stamp_of(1, 100), key_of("a", "title"), "theirs and more", Replacing::shown_version);
    CHECK(ours.value(key_of("a", "title")) == "theirs and more");
    REQUIRE(ours.field(key_of("a", "title"))->distinct().size() == 2);
    CHECK(ours.field(key_of("a", "title"))->distinct()[1]->value == "ours");
}

TEST_CASE("typing the other text settles the conflict") {
    Document ours = one_field("base");
    Document theirs = ours;
    ours.write(stamp_of(1), key_of("a", "title"), "ours");
    theirs.write(stamp_of(2), key_of("a", "title"), "theirs");
    merged(ours, theirs);
    REQUIRE(ours.conflicts().size() == 1);
    ours.write(stamp_of(1), key_of("a", "title"), "ours", Replacing::shown_version);
    CHECK(ours.conflicts().empty());
}

TEST_CASE("conflicts inside a deleted entity do not ask for attention") {
    Document ours = one_field("base");
    Document theirs = ours;
    ours.write(stamp_of(1), key_of("a", "title"), "ours");
    theirs.write(stamp_of(2), key_of("a", "title"), "theirs");
    merged(ours, theirs);
    ours.remove(stamp_of(1), {"rows", "a"});
    CHECK(ours.conflicts().empty());
    ours.restore(stamp_of(1), {"rows", "a"});
    CHECK(ours.conflicts() == std::vector<FieldKey>{key_of("a", "title")});
}

TEST_CASE("the latest time is that of the latest write that is left") {
    Document document = one_field("x");
    CHECK(document.latest_time() == 1000);
    document.write(stamp_of(2, 7000), key_of("b", "title"), "y");
    CHECK(document.latest_time() == 7000);
    CHECK(Document("d", "review").latest_time() == 0);
}

TEST_CASE("times outside what a file can hold are drawn in") {
    Document document("d", "review");
    document.write(stamp_of(1, -5), key_of("a", "low"), 1);
    document.write(stamp_of(1, std::numeric_limits<std::int64_t>::max()), key_of("a", "high"), 1);
    CHECK(write(read_back(write(document)).document) == write(document));
}

namespace {

const EntityKey row = {"rows", "a"};
const FieldKey deletion = key_of("a", "deleted");

/// A row that one copy deleted while another wrote in it.
Document disputed() {
    Document ours = one_field("base");
    Document theirs = ours;
    ours.remove(stamp_of(1), row);
    theirs.write(stamp_of(2), key_of("a", "room"), "B2");
    merged(ours, theirs);
    REQUIRE(ours.conflicts() == std::vector<FieldKey>{deletion});
    return ours;
}

} // namespace

TEST_CASE("an edit does not settle whether an entity is deleted") {
    Document document = disputed();
    for (const Replacing replacing : {Replacing::all_versions, Replacing::shown_version}) {
        document.write(stamp_of(3), key_of("a", "title"), "typed on", replacing);
        CHECK(document.conflicts() == std::vector<FieldKey>{deletion});
        CHECK(!document.is_deleted(row));
    }
    CHECK(document.field(deletion)->versions().size() == 2);
}

TEST_CASE("a person who deletes or restores settles whether an entity is deleted") {
    Document removed = disputed();
    Document restored = disputed();
    removed.remove(stamp_of(3), row);
    restored.restore(stamp_of(3), row);
    CHECK(removed.is_deleted(row));
    CHECK(!restored.is_deleted(row));
    for (Document* document : {&removed, &restored}) {
        CHECK(document->field(deletion)->versions().size() == 1);
        const std::string settled = write(*document);
        merged(*document, disputed());
        CHECK(write(*document) == settled);
    }
}

TEST_CASE("emptying a field says nothing about whether its entity is there") {
    Document deleted = one_field("base");
    deleted.remove(stamp_of(1), row);
    deleted.write(stamp_of(1), key_of("a", "title"), nullptr);
    CHECK(deleted.is_deleted(row));
    deleted.write(stamp_of(1), key_of("a", "title"), std::numeric_limits<double>::quiet_NaN());
    CHECK(deleted.is_deleted(row));

    Document open = disputed();
    const auto versions = open.field(deletion)->versions();
    open.write(stamp_of(3), key_of("a", "title"), nullptr);
    CHECK(open.conflicts() == std::vector<FieldKey>{deletion});
    CHECK(open.field(deletion)->versions().front().dot == versions.front().dot);
}

TEST_CASE("an entity with nothing but an emptied field is there, and can be deleted") {
    Document document("d", "review");
    document.write(stamp_of(1), key_of("a", "title"), nullptr);
    CHECK(document.entity(row) != nullptr);
    CHECK(!document.is_deleted(row));
    CHECK(write(read_back(write(document)).document) == write(document));
    document.remove(stamp_of(1), row);
    CHECK(document.is_deleted(row));
}

} // namespace planner::document
