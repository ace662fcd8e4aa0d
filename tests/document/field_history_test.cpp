#include "helpers.h"

/// What of earlier texts is kept, how it stands in a file, and what of that is refused.
namespace planner::document {

namespace {

constexpr std::int64_t minute = 60'000;
const FieldKey title = key_of("a", "title");
const std::string long_text(200, 'x');

std::vector<std::string> earlier(const Document& document, const FieldKey& key = title) {
    std::vector<std::string> texts;
    for (const Version* version : document.history(key)) {
        texts.push_back(version->value.is_string() ? version->value.get<std::string>() : version->value.dump());
    }
    return texts;
}

using Texts = std::vector<std::string>;

/// What one writer leaves behind who writes `second` over `first`, so much later.
Texts left_by(const Value& first, const Value& second, std::int64_t later, std::uint64_t other_writer = 1) {
    Document document("d", "review");
    document.write(stamp_of(1, 60 * minute), title, first);
    document.write(stamp_of(other_writer, 60 * minute + later), title, second);
    return earlier(document);
}

/// Three texts, each over that of somebody else.
Document three_texts() {
    Document document = one_field("first");
    document.write({{2}, "Second team", 2000}, title, "second");
    document.write(stamp_of(3, 3000), title, "third");
    return document;
}

/// The refusal of a file whose history was changed; its pointer.
std::string refused(const Change& change) {
    const Refusal refusal = refusal_of(
        edited_with_checksum(write(three_texts()), [&](Value& root) { change(root["sync"]["history"]); }));
    CHECK(refusal.reason == Reason::damaged_sync);
    return refusal.pointer;
}

} // namespace

TEST_CASE("what another wrote is kept, what goes by while typing is not") {
    CHECK(left_by("one", "two", 1000, 2) == Texts{"one"});
    CHECK(left_by("one", "one t", 1000) == Texts{});
    CHECK(left_by("one", "two", 5 * minute - 1) == Texts{});
    CHECK(left_by("one", "two", 5 * minute) == Texts{"one"});
    CHECK(left_by("one", "two", -minute) == Texts{"one"}); // over a ten-minute mark, by a clock set back
    CHECK(left_by("", "two", 5 * minute, 2) == Texts{});
    CHECK(left_by(nullptr, "two", 5 * minute, 2) == Texts{});
    CHECK(left_by("one", "one", 5 * minute, 2) == Texts{});
    CHECK(left_by(3, 4, 1000, 2) == Texts{"3"});
    CHECK(left_by(Value{"x", "y"}, Value{"x"}, 1000, 2) == Texts{R"(["x","y"])"});
    CHECK(left_by(true, false, 1000, 2) == Texts{});
    CHECK(left_by(Value{Value::array()}, "deep", 1000, 2) == Texts{});
    CHECK(left_by(std::string(FieldHistory::longest_value, 'x'), "short", 1000, 2) == Texts{});
}

TEST_CASE("a text of which much goes at once is kept") {
    CHECK(left_by(long_text, "", 1000) == Texts{long_text});
    CHECK(left_by(long_text, nullptr, 1000) == Texts{long_text});
    CHECK(left_by(long_text, std::string(133, 'x'), 1000) == Texts{long_text});
    CHECK(left_by(long_text, std::string(134, 'x'), 1000) == Texts{});
    CHECK(left_by(std::string(20, 'x'), "", 1000) == Texts{});
    CHECK(left_by(std::string(21, 'x'), "", 1000) == Texts{std::string(21, 'x')});
}

TEST_CASE("who types on for an hour leaves a text at every ten minutes") {
    Document document("d", "review");
    std::string text;
    for (int second = 0; second < 3600; ++second) {
        text += 'x';
        document.write(stamp_of(1, second * 1000), title, text);
    }
    const Texts texts = earlier(document);
    REQUIRE(texts.size() == 5);
    CHECK(texts.front().size() == 3000);
    CHECK(texts.back().size() == 600);
}

TEST_CASE("deletions and positions have no history, and settling a conflict keeps each side") {
    Document document = one_field("ours");
    document.write(stamp_of(1), key_of("a", "position"), "a");
    document.write(stamp_of(2), key_of("a", "position"), "b");
    document.remove(stamp_of(3), {"rows", "a"});
    document.restore(stamp_of(4), {"rows", "a"});
    CHECK(document.history().empty());
    Document theirs = document;
    document.write(stamp_of(1), title, "ours too");
    theirs.write(stamp_of(2), title, "theirs");
    merged(document, theirs);
    CHECK(document.field(title)->in_conflict());
    CHECK(earlier(document) == Texts{"ours"});
    document.write(stamp_of(1), title, "theirs");
    CHECK(earlier(document) == Texts{"ours"});
    document.write(stamp_of(5), title, "both");
    CHECK(earlier(document) == Texts{"theirs", "ours"});
}

TEST_CASE("a history stands in the file with who wrote and when, and comes back") {
    const Document document = three_texts();
    const std::string bytes = write(document);
    CHECK(bytes.find(R"(
  "history": {
   "fields": {
    "rows": {
     "a": {"title":[[0,1,1000,"first"],[1,1,2000,"second"]]}
    }
   },
   "replicas": ["0000000000000001","0000000000000002"]
  },)") != std::string::npos);
    const ReadDocument back = read_back(bytes);
    CHECK(back.trust == Trust::checked);
    CHECK(earlier(back.document) == Texts{"second", "first"});
    CHECK(back.document.label_of(back.document.history(title)[0]->dot.replica) == "Second team");
    CHECK(write(back.document) == bytes);
    CHECK(Value::parse(bytes)["minReader"] == 1);
    CHECK(Value::parse(bytes)["formatVersion"] == 1);
    CHECK_FALSE(Value::parse(write(one_field("x")))["sync"].contains("history"));
}

TEST_CASE("the history of several entities and collections is read as it was written") {
    Document document = three_texts();
    for (const char* collection : {"cards", "rows", "visits"}) {
        for (const char* field : {"b", "c"}) {
            const FieldKey key{{collection, "a/~\""}, field};
            document.write(stamp_of(1), key, "first\n");
            document.write(stamp_of(2), key, "second");
        }
    }
    const Document back = read_back(write(document)).document;
    CHECK(earlier(back, {{"visits", "a/~\""}, "c"}) == Texts{"first\n"});
    CHECK(back.history().fields().size() == 7);
    CHECK(write(back) == write(document));
}

TEST_CASE("over the limit the oldest go and the file says until when; what stands there now never goes") {
    Document document("d", "review");
    const std::string text(10'000, 'x');
    for (int edit = 0; edit < 100; ++edit) {
        document.write(stamp_of(1, edit * 10 * minute), title, text + std::to_string(edit));
    }
    const std::size_t kept = document.history(title).size();
    CHECK(kept == FieldHistory::default_limit / (text.size() + 4 + FieldHistory::bytes_around));
    REQUIRE(document.history().horizon());
    CHECK(document.history().horizon()->time == static_cast<std::int64_t>(98 - kept) * 10 * minute);
    CHECK(document.value(title) == text + "99");
    const Document back = read_back(write(document)).document;
    CHECK(back.history().horizon() == document.history().horizon());
    CHECK(write(back) == write(document));
    Document empty = document;
    empty.forget_history([](const FieldKey&, const Version&) { return true; });
    CHECK(read_back(write(empty)).document.history().horizon() == document.history().horizon());
    merged(empty, back);
    CHECK(write(empty) == write(document));
}

TEST_CASE("a copy from which a field was left out has nothing of its history, and gets it back") {
    const Document document = three_texts();
    Document shared = document;
    shared.withhold(title);
    CHECK(write(shared).find("first") == std::string::npos);
    merged(shared, document);
    CHECK(write(shared) == write(document));
}

TEST_CASE("a file that was edited by hand brings no history") {
    const std::string bytes = edited_by_hand(write(three_texts()), [](Value& root) { root["data"]["rows"]["a"]["title"] = "by hand"; });
    CHECK(read_back(bytes).document.history().empty());
}

TEST_CASE("an older version carries histories along, also two beside each other, and they come together") {
    Document ours = three_texts();
    Document theirs = ours;
    theirs.write(stamp_of(4, 4000), title, "fourth");
    const std::string bytes = edited_with_checksum(write(theirs), [&](Value& root) {
        // As an older version writes a member of `sync` that it does not know.
        const Value other = Value::parse(write(three_texts()))["sync"]["history"];
        root["sync"]["members"]["/sync/history"] = {{0, 1, 0}, {1, 1, 0, other}};
        root["sync"]["history"]["fields"]["rows"]["a"]["title"].erase(0);
    });
    const Document back = read_back(bytes).document;
    CHECK(earlier(back) == Texts{"third", "second", "first"});
    CHECK(back.members().empty());
    CHECK(write(back) == write(theirs));
    CHECK(refusal_of(edited_with_checksum(bytes, [](Value& root) { root["sync"].erase("history"); })).pointer ==
          "/sync/members/~1sync~1history");
}

TEST_CASE("what cannot be a history is refused") {
    CHECK(refused([](Value& history) { history = 1; }) == "/sync/history");
    CHECK(refused([](Value& history) { history["more"] = 1; }) == "/sync/history");
    CHECK(refused([](Value& history) { history.erase("replicas"); }) == "/sync/history");
    CHECK(refused([](Value& history) { history["fields"] = 1; }) == "/sync/history");
    CHECK(refused([](Value& history) { history["replicas"][0] = "x"; }) == "/sync/history/replicas");
    CHECK(refused([](Value& history) { history["replicas"][0] = "00000000000000ff"; }) == "/sync/history/replicas");
    CHECK(refused([](Value& history) { history["fields"]["rows"] = 1; }) == "/sync/history/fields/rows");
    CHECK(refused([](Value& history) { history["fields"]["rows"]["a"] = 1; }) == "/sync/history/fields/rows/a");
    const std::string field = "/sync/history/fields/rows/a/title";
    const auto in_title = [](auto change) { return [=](Value& history) { change(history["fields"]["rows"]["a"]["title"]); }; };
    CHECK(refused(in_title([](Value& entries) { entries = Value::array(); })) == field);
    CHECK(refused(in_title([](Value& entries) { entries[0] = {0, 1, 1000}; })) == field + "/0");
    CHECK(refused(in_title([](Value& entries) { entries[0][0] = 2; })) == field + "/0/0");
    CHECK(refused(in_title([](Value& entries) { entries[0][1] = 2; })) == field + "/0/1");
    CHECK(refused(in_title([](Value& entries) { entries[1][1] = 0; })) == field + "/1/1");
    CHECK(refused(in_title([](Value& entries) { entries[0][2] = -1; })) == field + "/0/2");
    CHECK(refused([](Value& history) { history["horizon"] = {0, 1}; }) == "/sync/history/horizon");
    CHECK(refused([](Value& history) { history["horizon"] = {7, 1, 1}; }) == "/sync/history/horizon/0");
}

TEST_CASE("a field that is not there, a version twice and one behind the horizon do no harm") {
    const std::string bytes = edited_with_checksum(write(three_texts()), [](Value& root) {
        Value& history = root["sync"]["history"];
        Value& entries = history["fields"]["rows"]["a"]["title"];
        entries.push_back(entries[1]);
        history["fields"]["gone"]["x"]["y"] = entries;
        history["horizon"] = {0, 1, 1500};
    });
    const Document back = read_back(bytes).document;
    CHECK(earlier(back) == Texts{"second"});
    CHECK(earlier(back, {{"gone", "x"}, "y"}) == Texts{"second"});
    CHECK(write(read_back(write(back)).document) == write(back));
}

} // namespace planner::document
