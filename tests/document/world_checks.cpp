#include "world.h"

#include "document/read.h"
#include "document/write.h"

#include <algorithm>
#include <set>
#include <string>

// What must hold after every history: the laws of merging, and what the oracle expects each copy to hold.

namespace planner::document {

namespace {

bool is_true(const Value& value) {
    return value.is_boolean() && value.get<bool>();
}

/// A copy that tells nothing new about what a field says may still bring back its earlier values, where those were left out.
std::string bytes_without_history(Document document, const std::set<oracle::Place>& places) {
    document.forget_history([&](const FieldKey& key, const Version&) { return places.count({key.entity.id, key.field}) != 0; });
    return planner::document::write(document);
}

} // namespace

void World::check_presence(const Copy& copy, const std::string& entity) {
    using oracle::Presence;
    const FieldKey key = key_of(entity, std::string(deleted_field));
    const Register* field = copy.document.field(key);
    Presence found = Presence::absent;
    if (field != nullptr) {
        found = is_true(field->shown()) ? Presence::deleted : Presence::there;
        if (field->in_conflict()) {
            found = Presence::disputed;
        }
    }
    const Presence expected = log_.presence(copy.seen, entity);
    if (found != expected) {
        fail("entity " + entity + " is " + std::to_string(static_cast<int>(found)) + " instead of " +
             std::to_string(static_cast<int>(expected)) + " (absent, there, deleted, disputed)");
    }
    if (copy.document.is_deleted(key.entity) != (expected == Presence::deleted)) {
        fail("entity " + entity + " is hidden without everybody wanting that, or not although everybody does");
    }
}

void World::check_field(const Copy& copy, const oracle::Place& place) {
    std::set<std::string> found;
    std::size_t withheld = 0;
    if (const Register* field = copy.document.field(key_of(place.first, place.second))) {
        for (const Version* version : field->distinct()) {
            found.insert(canonical_text(version->value));
        }
        withheld = field->withheld().size();
    }
    const std::set<std::string> expected = log_.values(copy.seen, place, copy.without());
    for (const std::string& value : expected) {
        if (found.count(value) == 0) {
            fail("lost: " + place.first + "/" + place.second + " " + value);
        }
    }
    for (const std::string& value : found) {
        if (expected.count(value) == 0) {
            fail("resurrected: " + place.first + "/" + place.second + " " + value);
        }
    }
    if (withheld != log_.withheld(copy.seen, place, copy.without())) {
        fail("left out and forgotten, or known and left out: " + place.first + "/" + place.second);
    }
}

void World::check_oracle(const Copy& copy) {
    std::size_t expected_fields = 0;
    for (const oracle::Place& place : log_.places(copy.seen)) {
        if (place.second.empty()) {
            check_presence(copy, place.first);
            continue;
        }
        if (copy.redacted_fields.count(place) != 0) {
            continue;
        }
        ++expected_fields;
        check_field(copy, place);
    }
    std::size_t fields = 0;
    if (const Collection* rows = copy.document.collection("rows")) {
        for (const auto& [id, entity] : *rows) {
            fields += entity.size() - entity.count(deleted_field);
        }
    }
    if (fields != expected_fields) {
        fail("there are fields that nobody wrote");
    }
}

Document World::merged(Document ours, const Document& theirs) const {
    rules_.merge(ours, theirs);
    return ours;
}

Copy World::merged_copy(Copy ours, const Copy& theirs) const {
    rules_.merge(ours.document, theirs.document);
    join_knowledge(ours, theirs);
    return ours;
}

void World::check_round_trip(const Document& document) {
    const std::string bytes = planner::document::write(document);
    const auto back = read(bytes);
    if (!back || back->trust != Trust::checked) {
        return fail("what was written is refused or foreign");
    }
    if (planner::document::write(back->document) != bytes) {
        fail("reading and writing changes bytes");
    }
}

void World::check_late_copies() {
    for (const Copy& copy : copies_) {
        for (const Copy& old : mail_) {
            const bool tells_nothing = (old.seen & (~copy.seen | (copy.unknown & ~old.unknown))).none() &&
                                       (old.redacted_writes & ~copy.redacted_writes).none() &&
                                       std::includes(copy.redacted_fields.begin(), copy.redacted_fields.end(),
                                                     old.redacted_fields.begin(), old.redacted_fields.end());
            if (tells_nothing && bytes_without_history(merged(copy.document, old.document), copy.left_out) !=
                                     bytes_without_history(copy.document, copy.left_out)) {
                return fail("a late copy changed something");
            }
        }
    }
}

void World::check_laws() {
    using planner::document::write;
    const auto& [one, two, three, four] = copies_;
    const Document one_two = merged(one.document, two.document);
    const std::string bytes = write(one_two);
    if (bytes != write(merged(two.document, one.document))) {
        return fail("merging is not commutative");
    }
    if (bytes != write(merged(one_two, one_two)) || bytes != write(merged(one_two, two.document))) {
        return fail("merging is not idempotent");
    }
    const Document left = merged(one_two, three.document);
    if (write(left) != write(merged(one.document, merged(two.document, three.document)))) {
        return fail("merging is not associative");
    }
    const Copy all = merged_copy(merged_copy(merged_copy(one, two), three), four);
    const Document other_way = merged(merged(four.document, two.document), merged(three.document, one.document));
    if (write(all.document) != write(other_way)) {
        return fail("bytes depend on how copies were grouped");
    }
    check_round_trip(all.document);
    check_late_copies();
    if (rules_.checks == Checks::all) {
        check_oracle(all);
    }
}

} // namespace planner::document
