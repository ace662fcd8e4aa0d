#include "helpers.h"

/// Copies from which values were left out: what they say, what they keep, and what comes back.
namespace planner::document {

namespace {

const FieldKey phone = key_of("a", "phone");

/// A row with a name, and a phone number that was changed once.
Document with_phone() {
    Document document("d", "review");
    document.write(stamp_of(1), key_of("a", "name"), "Contact");
    document.write(stamp_of(1), phone, "old number");
    document.write(stamp_of(1), phone, "new number");
    return document;
}

Document without_phone(Document document) {
    document.withhold(phone);
    return document;
}

} // namespace

TEST_CASE("a value that is left out is in neither part of the file, and its place is") {
    const std::string bytes = write(without_phone(with_phone()));
    CHECK(bytes.find("number") == std::string::npos);
    const Value file = Value::parse(bytes);
    CHECK(file["minReader"] == 2);
    CHECK_FALSE(file["data"]["rows"]["a"].contains("phone"));
    CHECK(file["sync"]["fields"]["rows"]["a"]["phone"] == Value::parse("[[0,3]]"));
    const ReadDocument back = read_back(bytes);
    CHECK(back.trust == Trust::checked);
    CHECK(back.document.withholds_anything());
    CHECK(back.document.value(phone).is_null());
    CHECK(back.document.conflicts().empty());
    CHECK(write(back.document) == bytes);
    CHECK(Value::parse(write(with_phone()))["minReader"] == 1);
}

TEST_CASE("what was left out is there again when the copy comes back, also with work in it") {
    Document ours = with_phone();
    Document theirs = read_back(write(without_phone(ours))).document;
    theirs.write(stamp_of(2), key_of("a", "name"), "Other name");
    Document here = ours;
    const MergeReport report = merged(here, theirs);
    CHECK(here.value(phone) == "new number");
    CHECK(here.value(key_of("a", "name")) == "Other name");
    CHECK(report.changed == std::vector<FieldKey>{key_of("a", "name")});
    CHECK_FALSE(here.withholds_anything());
    const MergeReport filled = merged(theirs, ours);
    CHECK(filled.changed == std::vector<FieldKey>{phone});
    CHECK(write(theirs) == write(here));
}

TEST_CASE("who writes where something was left out replaces nothing unseen") {
    const Document ours = with_phone();
    Document theirs = without_phone(ours);
    theirs.write(stamp_of(2), phone, "from the visitor");
    CHECK(theirs.value(phone) == "from the visitor");
    CHECK(theirs.field(phone)->withheld().size() == 1);
    const std::string bytes = write(theirs);
    CHECK(write(read_back(bytes).document) == bytes);
    Document here = ours;
    merged(here, theirs);
    REQUIRE(here.field(phone)->distinct().size() == 2);
    CHECK(here.conflicts() == std::vector<FieldKey>{phone});
}

TEST_CASE("an older copy with work of its own, met on the way, does not push out what was left out") {
    Document old("d", "review");
    old.write(stamp_of(1), phone, "old number");
    Document ours = old;
    ours.write(stamp_of(1), phone, "new number");
    Document visitor = old;
    visitor.write(stamp_of(2), phone, "number of the visitor");
    merged(visitor, without_phone(ours));
    merged(ours, visitor);
    const Register* field = ours.field(phone);
    REQUIRE(field->distinct().size() == 2);
    CHECK(field->withheld().empty());
    for (const Version* version : field->distinct()) CHECK(version->value != "old number");
}

TEST_CASE("a later write that has seen the value replaces it in copies without it too") {
    Document ours = with_phone();
    Document theirs = without_phone(ours);
    ours.write(stamp_of(1), phone, "third number");
    merged(theirs, ours);
    CHECK(theirs.value(phone) == "third number");
    CHECK_FALSE(theirs.withholds_anything());
}

TEST_CASE("whether something was deleted is never left out, and what is not there cannot be") {
    Document document = with_phone();
    document.withhold({{"rows", "a"}, std::string(deleted_field)});
    document.withhold(key_of("a", "nothing"));
    document.withhold(key_of("z", "phone"));
    document.withhold({{"other", "a"}, "phone"});
    CHECK(write(document) == write(with_phone()));
}

TEST_CASE("a copy without some values that is edited by hand claims only what stands in it") {
    const std::string bytes = edited_by_hand(write(without_phone(with_phone())), [](Value& root) {
        root["data"]["rows"]["a"]["name"] = "By hand";
    });
    const ReadDocument foreign = read_back(bytes);
    CHECK(foreign.trust == Trust::foreign);
    CHECK_FALSE(foreign.document.withholds_anything());
    Document ours = with_phone();
    merged(ours, foreign.document);
    CHECK(ours.value(phone) == "new number");
    CHECK(ours.conflicts() == std::vector<FieldKey>{key_of("a", "name")});
}

TEST_CASE("nonsense about what was left out is refused, also with a checksum that holds") {
    const std::string bytes = write(without_phone(with_phone()));
    for (const char* entry : {"[[0,9]]", "[[1,1]]", "[[0,0]]", "[[-1,1]]", "[[0,\"1\"]]", "[0,3]", "[[0]]", "[]", "[[0,3,1000]]", "[[0,3,1000,\"x\"]]"}) {
        CAPTURE(entry);
        const Refusal refusal = refusal_of(edited_with_checksum(bytes, [&](Value& root) {
            root["sync"]["fields"]["rows"]["a"]["phone"] = Value::parse(entry);
        }));
        CHECK(refusal.reason == Reason::damaged_sync);
        CHECK(refusal.pointer.rfind("/sync/fields/rows/a/phone", 0) == 0);
    }
    const Refusal refusal = refusal_of(edited_with_checksum(bytes, [](Value& root) { root["data"]["rows"]["a"]["phone"] = "mine"; }));
    CHECK(refusal.reason == Reason::damaged_sync);
}

} // namespace planner::document
