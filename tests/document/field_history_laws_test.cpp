#include "document/history.h"

#include <doctest/doctest.h>

#include <functional>
#include <random>
#include <string>

/// Histories form a semilattice: however they are grouped, they come out the same. Joins that are broken on purpose show
/// that the laws can fail.
namespace planner::document {

namespace {

constexpr std::size_t small_limit = 1000;

using Join = std::function<void(FieldHistory& ours, const FieldHistory& theirs)>;

bool is_same(const FieldHistory& left, const FieldHistory& right) {
    const auto text = [](const FieldHistory& history) {
        std::string result;
        for (const auto& [key, versions] : history.fields()) {
            result += to_pointer(key);
            for (const Version& version : versions) {
                result += ' ' + to_text(version.dot.replica) + '.' + std::to_string(version.dot.counter) + '@' +
                          std::to_string(version.time) + version.value.dump();
            }
        }
        return result;
    };
    return left.horizon() == right.horizon() && text(left) == text(right);
}

/// Few moments, so that the same versions and the same moments meet.
FieldHistory random_history(std::mt19937_64& random) {
    FieldHistory history(small_limit);
    for (auto count = random() % 12; count > 0; --count) {
        const std::uint64_t moment = random() % 30;
        const FieldKey key{{"rows", moment % 3 == 0 ? "a" : "b"}, "note"};
        history.add(key, {{{1 + moment % 2}, 1 + moment}, std::string(1 + moment * 37 % 250, 'x'), static_cast<std::int64_t>(moment / 2)});
        // A liar's: another value of the same write.
        if (random() % 10 == 0) {
            history.add(key, {{{1 + moment % 2}, 1 + moment}, "lie", static_cast<std::int64_t>(moment / 2)});
        }
    }
    if (random() % 4 == 0) {
        history.remove_if([](const FieldKey& key, const Version&) { return key.entity.id == "a"; });
    }
    return history;
}

FieldHistory joined(FieldHistory ours, const FieldHistory& theirs, const Join& join) {
    join(ours, theirs);
    return ours;
}

/// The first law that a join breaks in so many random histories; "" for none.
std::string broken_law(const Join& join) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 3000; ++round) {
        const FieldHistory a = random_history(random), b = random_history(random), c = random_history(random);
        if (!is_same(joined(joined(a, b, join), c, join), joined(a, joined(b, c, join), join))) {
            return "grouping";
        }
        if (!is_same(joined(a, b, join), joined(b, a, join))) {
            return "order";
        }
        if (!is_same(joined(a, a, join), a) || !is_same(joined(joined(a, b, join), b, join), joined(a, b, join))) {
            return "twice";
        }
    }
    return "";
}

} // namespace

TEST_CASE("histories come out the same however they are grouped, also when they are thinned") {
    CHECK(broken_law([](FieldHistory& ours, const FieldHistory& theirs) { ours.join(theirs); }) == "");
}

TEST_CASE("a join that forgets the horizon breaks the laws") {
    CHECK(broken_law([](FieldHistory& ours, const FieldHistory& theirs) { ours.join(theirs.fields(), std::nullopt); }) != "");
}

TEST_CASE("thinning without a horizon breaks the laws") {
    const auto without_horizon = [](const Overwritten& fields) {
        FieldHistory history(small_limit);
        history.join(fields, std::nullopt);
        const Overwritten kept = history.fields();
        FieldHistory rest(FieldHistory::default_limit);
        rest.join(kept, std::nullopt);
        return rest;
    };
    CHECK(broken_law([&](FieldHistory& ours, const FieldHistory& theirs) {
              FieldHistory both(FieldHistory::default_limit);
              both.join(without_horizon(ours.fields()));
              both.join(without_horizon(theirs.fields()));
              ours = without_horizon(both.fields());
          }) != "");
}

TEST_CASE("the bound is one over all fields, and what is over it goes oldest first") {
    FieldHistory history(small_limit);
    for (std::uint64_t field = 0; field < 100; ++field) {
        history.add({{"rows", std::to_string(field)}, "note"}, {{{1}, field + 1}, "text", static_cast<std::int64_t>(field)});
    }
    std::size_t versions = 0;
    for (const auto& [key, each] : history.fields()) {
        versions += each.size();
    }
    CHECK(versions == small_limit / (FieldHistory::bytes_around + 6));
    REQUIRE(history.horizon());
    CHECK(history.horizon()->time == 99 - static_cast<std::int64_t>(versions));
}

} // namespace planner::document
