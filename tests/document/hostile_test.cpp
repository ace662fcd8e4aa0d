#include "helpers.h"

#include <map>
#include <string>

/// Files by who means harm: whatever they say about what they have seen, they are refused or come in beside what is there.
namespace planner::document {

namespace {

const FieldKey title = key_of("a", "title");
constexpr const char* ours_id = "0000000000000001";

/// Lines of a version vector, sorted, each as short as one can be.
std::string replica_lines(std::uint64_t count) {
    std::string lines;
    lines.reserve(static_cast<std::size_t>(count) * 26);
    for (std::uint64_t index = 2; index < count + 2; ++index) {
        lines += ",[\"" + to_text(ReplicaId{index}) + "\",1,\"\"]";
    }
    return lines;
}

/// A file with so many replicas beside the one that wrote it; its checksum does not hold.
std::string crowded_file(const std::string& lines) {
    std::string bytes = write(one_field("base"));
    const std::string first = "\"writer 1\"]";
    const std::size_t place = bytes.find(first);
    REQUIRE(place != std::string::npos);
    bytes.insert(place + first.size(), lines);
    return bytes;
}

Document ours() {
    Document document = one_field("precious");
    document.write(stamp_of(1, 2000), key_of("b", "title"), "dear");
    document.write(stamp_of(1, 3000), title, "precious, again");
    return document;
}

/// Everything that stands in a document, field by field.
std::map<std::string, std::size_t> texts(const Document& document) {
    std::map<std::string, std::size_t> found;
    for (const auto& [collection, entities] : document.collections()) {
        for (const auto& [id, fields] : entities) {
            for (const auto& [name, field] : fields) found[id + "/" + name] = field.versions().size();
        }
    }
    return found;
}

void check_nothing_is_gone(const Document& before, const Document& after) {
    const auto now = texts(after);
    for (const auto& field : texts(before)) {
        const std::string& place = field.first;
        CAPTURE(place);
        REQUIRE(now.count(place) == 1);
        CHECK(now.at(place) >= 1);
    }
    CHECK(read_back(write(after)).trust == Trust::checked);
}

} // namespace

TEST_CASE("a vector of ten million replicas is refused soon, in one clause" * doctest::timeout(120)) {
    const std::string lines = replica_lines(2'000'000);
    const Refusal whole = refusal_of(crowded_file(lines + lines + lines + lines + lines));
    CHECK(whole.reason == Reason::too_large);
    const Refusal smaller = refusal_of(crowded_file(lines));
    CHECK(smaller.reason == Reason::too_many);
    CHECK(smaller.pointer.rfind("/sync/replicas", 0) == 0);
    for (const Refusal& refusal : {whole, smaller}) {
        CHECK(refusal.reason_text.size() < 200);
        CHECK(refusal.reason_text.find('\n') == std::string::npos);
    }
}

TEST_CASE("as many replicas as can be read are merged and written in a bounded time" * doctest::timeout(120)) {
    const std::string file = crowded_file(replica_lines(200'000));
    Document document = ours();
    merged(document, read_back(file).document);
    check_nothing_is_gone(ours(), document);
}

TEST_CASE("a vector that claims everything of everybody empties nothing, and the next write can still be told apart") {
    const std::string liar = edited_with_checksum(write(ours()), [](Value& root) {
        root["sync"]["replicas"] = Value::array({Value::array({ours_id, maximum_counter, ""})});
        root["data"] = Value::object();
        root["sync"]["fields"] = Value::object();
    });
    Document document = ours();
    merged(document, read_back(liar).document);
    check_nothing_is_gone(ours(), document);
    document.write(stamp_of(1, 4000), title, "typed since");
    CHECK(document.value(title) == "typed since");
    Document other = read_back(liar).document;
    merged(other, document);
    CHECK(other.value(title) == "typed since");
    check_nothing_is_gone(document, other);
}

TEST_CASE("dots from the future stand beside what is there, and what is written next is newer than they are") {
    const std::string prophet = edited_with_checksum(write(ours()), [](Value& root) {
        root["sync"]["replicas"][0][1] = 1'000'000;
        root["data"]["rows"]["c"] = {{"title", "from the future"}};
        root["sync"]["fields"]["rows"]["c"] = {{"title", {0, 999'999, maximum_counter}},
                                               {"deleted", {0, 999'999, maximum_counter}}};
    });
    Document document = ours();
    merged(document, read_back(prophet).document);
    check_nothing_is_gone(ours(), document);
    CHECK(document.value(key_of("c", "title")) == "from the future");
    document.write(stamp_of(1, 4000), key_of("c", "title"), "now");
    CHECK(document.field(key_of("c", "title"))->versions().size() == 1);
    CHECK(document.value(key_of("c", "title")) == "now");
    merged(document, read_back(prophet).document);
    CHECK(document.value(key_of("c", "title")) == "now");
    const Refusal beyond = refusal_of(edited_with_checksum(write(ours()), [](Value& root) {
        root["sync"]["fields"]["rows"]["a"]["title"] = Value::array({0, 999, 1});
    }));
    CHECK(beyond.reason == Reason::damaged_sync);
}

TEST_CASE("the same entity, field or replica twice in one file is refused") {
    const std::string bytes = write(ours());
    for (const auto& [name, twice] : std::map<std::string, std::string>{
             {"\"a\": {", "\"a\": {\"title\": \"other\"}, \"a\": {"},
             {"\"rows\": {", "\"rows\": {}, \"rows\": {"},
             {"\"data\": {", "\"data\": {}, \"data\": {"},
         }) {
        std::string doubled = bytes;
        const std::size_t place = doubled.find(name);
        REQUIRE(place != std::string::npos);
        doubled.replace(place, name.size(), twice);
        CHECK(refusal_of(doubled).reason == Reason::duplicate_key);
    }
    const Refusal replica = refusal_of(edited_with_checksum(bytes, [](Value& root) {
        root["sync"]["replicas"].push_back(root["sync"]["replicas"][0]);
    }));
    CHECK(replica.reason == Reason::damaged_sync);
}

TEST_CASE("names that mean something to scripts, and very long ones, are names") {
    Document document = ours();
    for (const std::string& name : {std::string("__proto__"), std::string("constructor"), std::string("toString"),
                                    std::string(1000, 'n')}) {
        document.write(stamp_of(1, 5000), {{"rows", name}, name}, name);
    }
    const std::string bytes = write(document);
    const ReadDocument back = read_back(bytes);
    CHECK(back.trust == Trust::checked);
    CHECK(back.document.value({{"rows", "__proto__"}, "__proto__"}) == "__proto__");
    CHECK(write(back.document) == bytes);
}

} // namespace planner::document
