#include "checker.h"

#include "document/merge_core.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <utility>

/// The laws must be able to fail: each of these merges is broken on purpose, and the checker has to find out.
namespace planner::document {

namespace {

constexpr std::uint64_t seed = 1;
constexpr std::size_t histories = 2000;

struct NoTieBreak : MergeRules {
    static bool shown_before(const Version& left, const Version& right, DisplayOrder) { return left.time > right.time; }
};

struct LastWriteNotCovered : MergeRules {
    static bool covers(std::uint64_t seen, std::uint64_t counter) { return counter < seen; }
};

struct OneWriteTooManyCovered : MergeRules {
    static bool covers(std::uint64_t seen, std::uint64_t counter) { return counter <= seen + 1; }
};

template <class Broken>
void merge_by(Document& ours, const Document& theirs) {
    Merger<Broken>(ours, theirs).run();
}

template <class Visit>
void for_each_entity(Document& document, Visit visit) {
    for (auto& [name, collection] : DocumentParts::collections(document)) {
        for (auto& [id, entity] : collection) {
            visit(EntityKey{name, id}, entity);
        }
    }
}

void last_writer_wins(Document& ours, const Document& theirs) {
    honest_merge(ours, theirs);
    for_each_entity(ours, [](const EntityKey&, Entity& entity) {
        for (auto& [name, field] : entity) {
            auto& versions = RegisterParts::versions(field);
            versions.resize(std::min<std::size_t>(versions.size(), 1));
        }
    });
}

void skip_unknown_fields(Document& ours, const Document& theirs) {
    Document known = theirs;
    for_each_entity(known, [](const EntityKey&, Entity& entity) { entity.erase("x-future"); });
    honest_merge(ours, known);
}

/// As if what was left out of a copy had never been there, though its version vector says that it was seen.
void forget_withheld(Document& ours, const Document& theirs) {
    Document known = theirs;
    for_each_entity(known, [](const EntityKey&, Entity& entity) {
        for (auto& [name, field] : entity) {
            RegisterParts::withheld(field).clear();
        }
    });
    honest_merge(ours, known);
}

/// What the other removed for good does not come along.
void redact_only_ours(Document& ours, const Document& theirs) {
    Document known = theirs;
    DocumentParts::redactions(known) = {};
    honest_merge(ours, known);
}

/// As if it were enough to remove on both sides before the registers are merged.
void redact_before_merging(Document& ours, const Document& theirs) {
    Document known = theirs;
    Redactions all = ours.redactions();
    all.join(theirs.redactions());
    for (Document* side : {&ours, &known}) {
        DocumentParts::redactions(*side) = all;
        apply_redactions(*side);
        // A removed write of which no place is left.
        for_each_entity(*side, [&](const EntityKey& entity, Entity& fields) {
            for (auto& field : fields) {
                const FieldKey key{entity, field.first};
                auto& dots = RegisterParts::withheld(field.second);
                dots.erase(std::remove_if(dots.begin(), dots.end(), [&](const Dot& dot) { return all.hold(key, dot); }),
                           dots.end());
            }
        });
    }
    honest_merge(ours, known);
}

void absence_deletes(Document& ours, const Document& theirs) {
    honest_merge(ours, theirs);
    for (auto& [name, collection] : DocumentParts::collections(ours)) {
        for (auto entity = collection.begin(); entity != collection.end();) {
            const bool absent = theirs.entity({name, entity->first}) == nullptr;
            entity = absent ? collection.erase(entity) : std::next(entity);
        }
    }
}

void forget_vector(Document& ours, const Document& theirs) {
    const std::vector<Replica> before = ours.replicas();
    honest_merge(ours, theirs);
    DocumentParts::replicas(ours) = before;
}

void keep_own_history(Document& ours, const Document& theirs) {
    const FieldHistory before = ours.history();
    honest_merge(ours, theirs);
    DocumentParts::history(ours) = before;
}

bool textbook_keeps(const Dot& dot, const Register& other, const Document& document) {
    const auto same = [&](const Version& each) { return each.dot == dot; };
    return std::any_of(other.versions().begin(), other.versions().end(), same) ||
           std::count(other.withheld().begin(), other.withheld().end(), dot) != 0 ||
           document.counter_of(dot.replica) < dot.counter;
}

/// What the books say about registers with dots and a version vector, without a doubt about the vector: every law
/// holds whatever the replica ids are.
void textbook_merge(Document& ours, const Document& theirs) {
    Document result = ours;
    join_replicas(DocumentParts::replicas(result), theirs.replicas());
    DocumentParts::history(result).join(theirs.history());
    DocumentParts::collections(result).clear();
    for (const Document* from : {static_cast<const Document*>(&ours), &theirs}) {
        const Document& other = from == &ours ? theirs : ours;
        for (const auto& [id, entity] : from->collections().empty() ? Collection() : *from->collection("rows")) {
            // Also where all its fields were removed for good.
            DocumentParts::collections(result)["rows"][id];
            for (const auto& [name, field] : entity) {
                const Register* beside = other.field({{"rows", id}, name});
                const Register nothing;
                for (const Version& version : field.versions()) {
                    if (textbook_keeps(version.dot, beside == nullptr ? nothing : *beside, other)) {
                        DocumentParts::collections(result)["rows"][id][name].add(version, display_order_of(name));
                    }
                }
                for (const Dot& dot : field.withheld()) {
                    if (textbook_keeps(dot, beside == nullptr ? nothing : *beside, other)) {
                        DocumentParts::collections(result)["rows"][id][name].add_withheld(dot);
                    }
                }
            }
        }
    }
    DocumentParts::redactions(result).join(theirs.redactions());
    apply_redactions(result);
    ours = std::move(result);
}

std::string law_broken_by(const Merge& merge, Checks checks = Checks::all) {
    Rules rules;
    rules.merge = merge;
    rules.checks = checks;
    const auto found = find_counterexample(rules, seed, histories);
    REQUIRE(found.has_value());
    INFO(found->law << "\n" << to_text(found->history));
    CHECK(found->history.size() <= 8);
    return found->law;
}

/// Whether a law is broken in a value, as `how` says, or in the same way in whether an entity is there.
bool says(const std::string& law, std::string_view how) {
    return law.rfind(how, 0) == 0 || law.rfind("entity", 0) == 0;
}

} // namespace

TEST_CASE("an order of versions without a tie-break is found") {
    law_broken_by(merge_by<NoTieBreak>, Checks::laws);
}

TEST_CASE("a dot compared one off is found") {
    CHECK(says(law_broken_by(merge_by<LastWriteNotCovered>, Checks::oracle), "resurrected"));
    CHECK(says(law_broken_by(merge_by<OneWriteTooManyCovered>, Checks::oracle), "lost"));
}

TEST_CASE("the last writer winning is found, though every law holds") {
    CHECK(law_broken_by(last_writer_wins, Checks::oracle).rfind("lost", 0) == 0);
}

TEST_CASE("skipping unknown fields is found") {
    CHECK(law_broken_by(skip_unknown_fields, Checks::oracle).rfind("lost", 0) == 0);
}

TEST_CASE("forgetting what was left out is found") {
    law_broken_by(forget_withheld, Checks::oracle);
    law_broken_by(forget_withheld, Checks::laws);
}

TEST_CASE("not hearing what another removed for good is found, and removing it without leaving its place") {
    law_broken_by(redact_only_ours, Checks::oracle);
    law_broken_by(redact_only_ours, Checks::laws);
    law_broken_by(redact_before_merging, Checks::all);
}

TEST_CASE("deletion by absence is found") {
    CHECK(law_broken_by(absence_deletes, Checks::oracle).rfind("entity", 0) == 0);
}

TEST_CASE("a version vector that is not joined is found") {
    law_broken_by(forget_vector);
}

TEST_CASE("a history that is not joined is found") {
    law_broken_by(keep_own_history, Checks::laws);
}

TEST_CASE("a cloned replica is found by the oracle alone") {
    Rules cloned;
    cloned.replicas = Replicas::cloned;
    cloned.merge = textbook_merge;
    cloned.checks = Checks::laws;
    const auto broken_law = find_counterexample(cloned, seed, histories);
    CHECK_MESSAGE(!broken_law.has_value(), (broken_law ? broken_law->law + "\n" + to_text(broken_law->history) : ""));
    cloned.checks = Checks::oracle;
    const auto found = find_counterexample(cloned, seed, histories);
    REQUIRE(found.has_value());
    CHECK(says(found->law, "lost"));
    cloned.merge = honest_merge;
    CHECK(find_counterexample(cloned, seed, histories).has_value());
}

TEST_CASE("the textbook's merge and ours pass the same test") {
    Rules rules;
    rules.merge = textbook_merge;
    CHECK(!find_counterexample(rules, seed, histories).has_value());
}

} // namespace planner::document
