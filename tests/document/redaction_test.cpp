#include "helpers.h"

/// What was removed for good: it is nowhere, and it stays away whatever comes back.
namespace planner::document {

namespace {

const FieldKey name = key_of("a", "name"), note = key_of("a", "note");

/// A row of a person, with a note that names them.
Document with_person() {
    Document document("d", "review");
    document.write(stamp_of(1), name, "Persoon");
    document.write(stamp_of(1), note, "Persoon komt later");
    return document;
}

std::vector<Dot> dots_of(const Document& document, const FieldKey& key) {
    std::vector<Dot> dots;
    for (const Version& version : document.field(key)->versions()) dots.push_back(version.dot);
    return dots;
}

/// The same without the person, who is not in the note any more either.
Document without_person() {
    Document document = with_person();
    const std::vector<Dot> old = dots_of(document, note);
    document.write(stamp_of(1), note, "[naam verwijderd] komt later");
    document.redact_writes(old);
    document.redact(name);
    return document;
}

bool names(const Document& document) {
    return write(document).find("Persoon") != std::string::npos;
}

} // namespace

TEST_CASE("what was removed for good is nowhere in the file, and an older reader must not open that") {
    const Document document = without_person();
    const std::string bytes = write(document);
    CHECK_FALSE(names(document));
    const Value file = Value::parse(bytes);
    CHECK(file["minReader"] == 3);
    CHECK(file["sync"]["redacted"] == Value::parse(R"({"fields": ["/rows/a/name"], "writes": [[0,2]]})"));
    const ReadDocument back = read_back(bytes);
    CHECK(back.trust == Trust::checked);
    CHECK(back.document.redactions() == document.redactions());
    CHECK(write(back.document) == bytes);
    CHECK_FALSE(Value::parse(write(with_person()))["sync"].contains("redacted"));
}

TEST_CASE("an older copy that comes back brings nothing back, also with new work in the same field") {
    Document old = with_person();
    old.write(stamp_of(2), name, "Persoon, anders gespeld");
    old.write(stamp_of(2), key_of("a", "place"), "Utrecht");
    Document ours = without_person();
    const MergeReport report = merged(ours, old);
    CHECK_FALSE(names(ours));
    CHECK(ours.value(key_of("a", "place")) == "Utrecht");
    CHECK(ours.field(name) == nullptr);
    CHECK(report.redacted.empty());
    CHECK(report.conflicts.empty());
    CHECK(report.changed == std::vector<FieldKey>{key_of("a", "place")});
    merged(old, without_person());
    CHECK(write(old) == write(ours));
}

TEST_CASE("a merge tells what it removes here for good") {
    Document ours = with_person();
    const MergeReport report = merged(ours, without_person());
    CHECK(report.redacted == std::vector<FieldKey>{name, note});
    CHECK(report.changed == std::vector<FieldKey>{note});
    CHECK_FALSE(names(ours));
    CHECK(write(ours) == write(without_person()));
}

TEST_CASE("a removed write leaves the other text of a conflict, and a later one beside it") {
    Document document = with_person();
    Document other = document;
    document.write(stamp_of(1), note, "Persoon is er");
    other.write(stamp_of(2), note, "Iemand is er");
    merged(document, other);
    REQUIRE(document.field(note)->distinct().size() == 2);
    document.redact_writes({{{1}, 3}});
    CHECK(document.value(note) == "Iemand is er");
    CHECK_FALSE(document.field(note)->in_conflict());
    document.redact_writes({{{2}, 1}});
    CHECK(document.value(note).is_null());
    CHECK_FALSE(document.withholds_anything());
    CHECK_FALSE(document.is_deleted(note.entity));
    document.write(stamp_of(1), note, "Nieuw");
    CHECK(read_back(write(document)).document.value(note) == "Nieuw");
}

TEST_CASE("where a field was removed nobody writes, and whether something was deleted is never removed") {
    Document document = without_person();
    const std::string before = write(document);
    document.write(stamp_of(3), name, "Persoon");
    document.redact({name.entity, std::string(deleted_field)});
    document.redact_writes({{{1}, 99}, {{9}, 1}, {{1}, 0}});
    document.redact_label({9});
    CHECK(write(document) == before);
    document.remove(stamp_of(1), name.entity);
    CHECK(document.is_deleted(name.entity));
}

TEST_CASE("the name under which somebody wrote stays away, also when they write on elsewhere") {
    Document document = with_person();
    Document elsewhere = document;
    document.redact_label({1});
    CHECK(document.label_of({1}).empty());
    elsewhere.write(stamp_of(1), note, "Nog iets");
    merged(document, elsewhere);
    document.write(stamp_of(1), note, "En nog iets");
    CHECK(document.label_of({1}).empty());
    CHECK(write(document).find("writer 1") == std::string::npos);
    CHECK(write(read_back(write(document)).document) == write(document));
}

TEST_CASE("a file edited by hand removes nothing for good, and brings back no field that was") {
    const std::string bytes =
        edited_by_hand(write(without_person()), [](Value& root) { root["data"]["rows"]["a"]["name"] = "Persoon"; });
    const ReadDocument foreign = read_back(bytes);
    CHECK(foreign.trust == Trust::foreign);
    CHECK(foreign.document.redactions().empty());
    Document ours = without_person();
    merged(ours, foreign.document);
    CHECK(ours.field(name) == nullptr);
}

TEST_CASE("nonsense about what was removed for good is refused, also with a checksum that holds") {
    const std::string bytes = write(without_person());
    for (const char* redacted :
         {"[]", "{}", R"({"fields": []})", R"({"fields": "x"})", R"({"fields": ["x"]})", R"({"fields": ["/rows/a"]})",
          R"({"fields": ["/rows/a/deleted"]})", R"({"fields": ["/rows/a/name", "/rows/a/name"]})",
          R"({"fields": ["/rows/b/name", "/rows/a/name"]})", R"({"fields": ["/rows/a/note"]})", R"({"labels": ["1"]})",
          R"({"labels": ["0000000000000009"]})", R"({"labels": ["0000000000000001"]})", R"({"writes": [[0,3]]})",
          R"({"writes": [[0,9]]})", R"({"writes": [[1,1]]})", R"({"writes": [[0]]})", R"({"writes": [[0,2],[0,1]]})",
          R"({"writes": [[0,2,1000]]})", R"({"other": ["x"]})"}) {
        CAPTURE(redacted);
        const Refusal refusal = refusal_of(
            edited_with_checksum(bytes, [&](Value& root) { root["sync"]["redacted"] = Value::parse(redacted); }));
        CHECK(refusal.reason == Reason::damaged_sync);
        CHECK(refusal.pointer.rfind("/sync/redacted", 0) == 0);
    }
}

} // namespace planner::document
