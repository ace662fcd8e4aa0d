#include "helpers.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What can be read can be written, merged and read again: no two files that are good apart make one that is refused.
namespace planner::document {

namespace {

const ReadLimits limits;

/// Arrays in each other, around a text that tells two of them apart.
Value nested(std::size_t depth, const std::string& text) {
    Value value = text;
    for (std::size_t level = 0; level < depth; ++level) {
        value = Value::array({std::move(value)});
    }
    return value;
}

/// Puts a text into a file, `size` deep or under a name of that many bytes.
using Put = std::function<void(Value& root, std::size_t size, const std::string& text)>;

const Put into_field = [](Value& root, std::size_t size, const std::string& text) {
    root["data"]["rows"]["a"]["title"] = nested(size, text);
};
const Put into_member = [](Value& root, std::size_t size, const std::string& text) {
    root["extra"] = nested(size, text);
};
const Put into_sync = [](Value& root, std::size_t size, const std::string& text) {
    root["sync"]["aside"] = nested(size, text);
};
const Put under_field_name = [](Value& root, std::size_t size, const std::string& text) {
    root["data"]["rows"]["a"][std::string(size, 'f')] = text;
};
const Put under_member_name = [](Value& root, std::size_t size, const std::string& text) {
    root[std::string(size, 'm')] = text;
};
const Put under_escaped_member_name = [](Value& root, std::size_t size, const std::string& text) {
    root[std::string(size, '/')] = text;
};
const Put under_sync_name = [](Value& root, std::size_t size, const std::string& text) {
    root["sync"][std::string(size, '~')] = text;
};

/// Gives every field that lacks one a writer, so that the file can be believed.
void sign(Value& root) {
    for (const auto& [name, value] : root["data"]["rows"]["a"].items()) {
        Value& entry = root["sync"]["fields"]["rows"]["a"][name];
        if (entry.is_null()) {
            entry = Value::array({0, 1, 1});
        }
    }
}

/// The document of a file with something in it; nothing when it is refused, which must be with a place.
std::optional<Document> with(const Put& put, std::size_t size, const std::string& text, Trust trust) {
    Document base("d", "review");
    // Another writer per text, so that neither has seen the other's.
    base.write(stamp_of(text == "one" ? 1 : 2), key_of("a", "title"), text);
    const auto change = [&](Value& root) {
        put(root, size, text);
        sign(root);
    };
    const std::string bytes =
        trust == Trust::checked ? edited_with_checksum(write(base), change) : edited_by_hand(write(base), change);
    auto back = read(bytes);
    if (!back) {
        CHECK((back.error().reason == Reason::too_deep || back.error().reason == Reason::too_long));
        CHECK(back.error().line + back.error().column > 2);
        return std::nullopt;
    }
    CHECK(back->trust == trust);
    return std::move(back->document);
}

/// Puts two values of this size beside each other; false when a file with one is refused.
bool stays_readable(const Put& put, std::size_t size) {
    bool is_read = true;
    for (const Trust one_trust : {Trust::checked, Trust::foreign}) {
        for (const Trust two_trust : {Trust::checked, Trust::foreign}) {
            auto one = with(put, size, "one", one_trust);
            const auto two = with(put, size, "two", two_trust);
            if (!one || !two) {
                is_read = false;
                continue;
            }
            const std::string alone = write(*one);
            CHECK(write(read_back(alone).document) == alone);
            merged(*one, *two);
            const std::string both = write(*one);
            const ReadDocument back = read_back(both);
            CHECK(back.trust == Trust::checked);
            CHECK(write(back.document) == both);
            // By hand, so that the copies in sync become values of their own.
            const ReadDocument by_hand =
                read_back(edited_by_hand(both, [](Value& root) { root["data"]["rows"]["b"]["title"] = 1; }));
            CHECK(read_back(write(by_hand.document)).trust == Trust::checked);
        }
    }
    return is_read;
}

} // namespace

TEST_CASE("values as deep as can be read can be merged and read again") {
    for (const Put& put : {into_field, into_member, into_sync}) {
        CHECK(stays_readable(put, limits.depth - 8));
        for (std::size_t depth = limits.depth - 7; depth <= limits.depth; ++depth) {
            CAPTURE(depth);
            stays_readable(put, depth);
        }
        CHECK(!stays_readable(put, limits.depth));
    }
}

TEST_CASE("names as long as can be read can be merged and read again") {
    for (const Put& put : {under_field_name, under_member_name, under_escaped_member_name, under_sync_name}) {
        CHECK(stays_readable(put, limits.key_bytes / 2 - 3));
        for (const std::size_t size : {limits.key_bytes / 2 - 2, limits.key_bytes / 2 - 1, limits.key_bytes / 2,
                                       limits.key_bytes - 2, limits.key_bytes - 1, limits.key_bytes}) {
            CAPTURE(size);
            stays_readable(put, size);
        }
        CHECK(!stays_readable(put, limits.key_bytes + 1));
    }
}

TEST_CASE("a value that is too deep to be kept beside another is refused with its place") {
    const Refusal refusal =
        refusal_of(edited_by_hand(write(one_field("x")), [](Value& root) { into_field(root, limits.depth - 6, "x"); }));
    CHECK(refusal.reason == Reason::too_deep);
    CHECK(refusal.pointer == "/data/rows/a/title");
    CHECK(refusal.line > 1);
}

TEST_CASE("a foreign file that would grow past the limits when it is written is refused") {
    ReadLimits few;
    few.values = 200;
    const auto rows = [](int count) {
        return edited_by_hand(write(one_field("x")), [=](Value& root) {
            root.erase("sync");
            for (int index = 0; index < count; ++index) {
                root["data"]["rows"][std::to_string(index)]["title"] = "text";
            }
        });
    };
    const auto fits = read(rows(10), few);
    REQUIRE(fits.has_value());
    CHECK(read(write(fits->document), few).has_value());
    const auto grows = read(rows(60), few);
    REQUIRE(!grows.has_value());
    CHECK(grows.error().reason == Reason::too_many);
}

} // namespace planner::document
