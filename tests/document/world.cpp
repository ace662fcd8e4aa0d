#include "world.h"

#include "document/fractional_index.h"
#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

constexpr std::array<const char*, 2> entity_names = {"a", "b"};
constexpr std::array<const char*, 3> field_names = {"note", "title", "x-future"};

std::string entity_of(const Step& step) {
    return entity_names[step.entity % entity_names.size()];
}

std::string field_of(const Step& step) {
    return field_names[step.field % field_names.size()];
}

/// Few values, so that equal ones meet, among many that occur once, so that none goes missing unseen.
Value value_of(const Step& step, std::size_t serial) {
    switch (step.value % 8) {
    case 0: return nullptr;
    case 1: return "";
    case 2: return 1;
    case 3: return 1.0;
    default: return "text " + std::to_string(serial);
    }
}

bool claims_nothing(const Value& value) {
    return value.is_null() || value == "";
}

} // namespace

FieldKey key_of(const std::string& entity, const std::string& field) {
    return {{"rows", entity}, field};
}

void honest_merge(Document& ours, const Document& theirs) {
    merge_into(ours, theirs).value();
}

void join_knowledge(Copy& ours, const Copy& theirs) {
    ours.unknown = (ours.unknown & (theirs.unknown | ~theirs.seen)) | (theirs.unknown & ~ours.seen);
    ours.seen |= theirs.seen;
    ours.redacted_writes |= theirs.redacted_writes;
    ours.redacted_fields.insert(theirs.redacted_fields.begin(), theirs.redacted_fields.end());
    ours.left_out.insert(theirs.left_out.begin(), theirs.left_out.end());
}

World::World(const Rules& rules) : rules_(rules) {
    for (std::size_t index = 0; index < copy_count; ++index) {
        copies_[index].replica = {rules.replicas == Replicas::cloned ? 1 + index / 2 : 1 + index};
    }
}

void World::fail(const std::string& law) {
    if (!failure_) {
        failure_ = law;
    }
}

Stamp World::stamp(const Step& step, const Copy& copy) const {
    return {copy.replica, "", rules_.reversed_clocks ? 2 - step.time : step.time};
}

const Copy* World::message(const Step& step) const {
    return mail_.empty() ? nullptr : &mail_[step.message % mail_.size()];
}

std::optional<std::string> World::run(const History& history) {
    for (const Step& each : history) {
        if (!failure_ && log_.has_room(32)) {
            step(each);
        }
    }
    if (!failure_ && rules_.checks != Checks::oracle) {
        check_laws();
    }
    return failure_;
}

void World::step(const Step& step) {
    Copy& copy = copies_[step.copy];
    switch (step.kind) {
    case Step::Kind::write:
    case Step::Kind::type_on: write(step, copy); break;
    case Step::Kind::reorder: reorder(step, copy); break;
    case Step::Kind::remove:
    case Step::Kind::restore: remove_or_restore(step, copy); break;
    case Step::Kind::send: send(copy); break;
    case Step::Kind::send_without: send_without(step, copy); break;
    case Step::Kind::redact:
    case Step::Kind::redact_write: redact(step, copy); break;
    case Step::Kind::deliver:
    case Step::Kind::deliver_file: deliver(step, copy); break;
    case Step::Kind::edit_by_hand: edit_by_hand(step); break;
    case Step::Kind::cut_off: cut_off(step); break;
    case Step::Kind::open_afresh: open_afresh(step, copy); break;
    }
    if (rules_.checks != Checks::laws) {
        check_oracle(copy);
    }
}

void World::write(const Step& step, Copy& copy) {
    const FieldKey key = key_of(entity_of(step), field_of(step));
    const Value value = value_of(step, writes_++);
    std::optional<std::string> replaced;
    if (step.kind == Step::Kind::type_on && copy.document.field(key) != nullptr) {
        replaced = canonical_text(copy.document.value(key));
    }
    copy.document.write(stamp(step, copy), key, value,
                        step.kind == Step::Kind::type_on ? Replacing::shown_version : Replacing::all_versions);
    if (copy.redacted_fields.count({key.entity.id, key.field}) != 0) {
        return;
    }
    if (!same_value(copy.document.value(key), value)) {
        fail("what was typed is not what is shown");
    }
    log_.write(copy.seen, {key.entity.id, key.field}, canonical_text(value), copy.without(), replaced);
    if (!value.is_null()) {
        log_.edit(copy.seen, key.entity.id);
    }
}

void World::reorder(const Step& step, Copy& copy) {
    const std::string field(position_field);
    const auto position_of = [&](std::size_t index) {
        const Value& value = copy.document.value(key_of(entity_names[index % entity_names.size()], field));
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    const std::string position = index_between(position_of(step.value), position_of(step.value + 1));
    copy.document.write(stamp(step, copy), key_of(entity_of(step), field), position);
    log_.write(copy.seen, {entity_of(step), field}, canonical_text(position));
    log_.edit(copy.seen, entity_of(step));
}

void World::remove_or_restore(const Step& step, Copy& copy) {
    const EntityKey key{"rows", entity_of(step)};
    const bool is_there = log_.knows(copy.seen, key.id);
    if (step.kind == Step::Kind::remove) {
        copy.document.remove(stamp(step, copy), key);
        if (is_there) {
            log_.remove(copy.seen, key.id);
        }
    } else {
        copy.document.restore(stamp(step, copy), key);
        if (is_there) {
            log_.restore(copy.seen, key.id);
        }
    }
}

void World::send(Copy copy) {
    if (mail_.size() < 8) {
        mail_.push_back(std::move(copy));
    }
}

/// The copy that is mailed knows less; whoever mails it knows as much as before.
void World::send_without(const Step& step, Copy copy) {
    const FieldKey key = key_of(entity_of(step), field_of(step));
    copy.document.withhold(key);
    const oracle::Place place{key.entity.id, key.field};
    log_.withhold(copy.seen, place, copy.unknown);
    copy.left_out.insert(place);
    if (rules_.checks != Checks::laws) {
        check_oracle(copy);
    }
    send(std::move(copy));
}

void World::redact(const Step& step, Copy& copy) {
    const FieldKey key = key_of(entity_of(step), field_of(step));
    const oracle::Place place{key.entity.id, key.field};
    if (step.kind == Step::Kind::redact) {
        copy.document.redact(key);
        copy.redacted_fields.insert(place);
        return;
    }
    const Register* field = copy.document.field(key);
    if (field == nullptr) {
        return;
    }
    std::vector<Dot> dots = field->withheld();
    for (const Version& version : field->versions()) {
        dots.push_back(version.dot);
    }
    copy.document.redact_writes(dots);
    log_.withhold(copy.seen, place, copy.redacted_writes);
}

void World::deliver(const Step& step, Copy& copy) {
    const Copy* mailed = message(step);
    if (mailed == nullptr) {
        return;
    }
    if (step.kind == Step::Kind::deliver) {
        rules_.merge(copy.document, mailed->document);
    } else {
        const auto back = read(planner::document::write(mailed->document));
        if (!back || back->trust != Trust::checked) {
            return fail("an unchanged file is refused or foreign");
        }
        rules_.merge(copy.document, back->document);
    }
    join_knowledge(copy, *mailed);
}

/// Notes what a foreign file claims: every value in it that is not empty, the other values that it remembers, also of
/// what was taken out of the data, and that the entities with any of those are there.
void World::claim(const Value& data, const Copy& original, const Value& before, bool keeps_sync, Copy& foreign) {
    std::map<std::string, Claims> claims;
    for (const oracle::Place& place : keeps_sync ? log_.places(original.seen) : std::set<oracle::Place>()) {
        if (original.redacted_fields.count(place) != 0) {
            continue;
        }
        auto& values = claims[place.first][place.second] = log_.values(original.seen, place, original.without());
        // What was shown stands only in the data; of "there" and "deleted", "there" was shown.
        if (place.second.empty()) {
            values.erase(values.count("there") == 1 ? "there" : "deleted");
        } else if (before.contains(place.first) && before[place.first].contains(place.second)) {
            values.erase(canonical_text(before[place.first][place.second]));
        }
    }
    for (const auto& [entity, fields] : data.items()) {
        for (const auto& [field, value] : fields.items()) {
            const bool is_deletion = field == deleted_field;
            claims[entity][is_deletion ? "" : field].insert(is_deletion ? "deleted" : canonical_text(value));
        }
    }
    for (auto& [entity, fields] : claims) {
        claim_entity(entity, fields, data.contains(entity) && data[entity].contains(deleted_field), foreign);
    }
}

void World::claim_entity(const std::string& entity, const Claims& fields, bool says_deleted, Copy& foreign) {
    bool claims = false;
    for (const auto& [field, values] : fields) {
        for (const std::string& value : values) {
            if (field.empty() || !claims_nothing(Value::parse(value))) {
                log_.claim(foreign.seen, {entity, field}, value);
                claims = true;
            }
        }
    }
    if (claims && !says_deleted) {
        log_.claim(foreign.seen, {entity, ""}, "there");
    }
}

void World::edit_by_hand(const Step& step) {
    const Copy* mailed = message(step);
    if (mailed == nullptr) {
        return;
    }
    Value root = Value::parse(planner::document::write(mailed->document));
    Value& rows = root["data"]["rows"];
    if (rows.is_null()) {
        rows = Value::object();
    }
    const Value before = rows;
    const bool keeps_sync = step.copy != 0;
    switch (step.value % 5) {
    case 0: rows[entity_of(step)][field_of(step)] = "by hand"; break;
    case 1: rows.erase(entity_of(step)); break;
    case 2:
        if (rows.contains(entity_of(step))) {
            rows[entity_of(step)].erase(field_of(step));
        }
        break;
    case 3: rows[entity_of(step)]["deleted"] = true; break;
    default: rows[entity_of(step)][field_of(step)] = ""; break;
    }
    // Whoever edits by hand does not mend the checksum, and one in four throws all of `sync` away.
    root["sync"]["checksum"] = "1111111111111111";
    if (!keeps_sync) {
        root.erase("sync");
    }
    const std::string bytes = root.dump();
    const auto known = foreign_.find(bytes);
    if (known != foreign_.end()) {
        return send(known->second);
    }
    const auto back = read(bytes);
    if (!back || back->trust != Trust::foreign) {
        return fail("a file edited by hand is refused or believed");
    }
    Copy foreign{back->document, {}, {}, {}, {}, {}, {}};
    claim(rows, *mailed, before, keeps_sync, foreign);
    foreign_.emplace(bytes, foreign);
    if (rules_.checks != Checks::laws) {
        check_oracle(foreign);
    }
    send(std::move(foreign));
}

void World::cut_off(const Step& step) {
    const Copy* mailed = message(step);
    if (mailed == nullptr) {
        return;
    }
    const std::string bytes = planner::document::write(mailed->document);
    const std::size_t length = (step.value * 8 + step.message) * bytes.size() / 64;
    if (read(std::string_view(bytes).substr(0, length)).has_value()) {
        fail("a file that was cut off is read");
    }
}

/// Somebody opens an old mail and goes on from there: the same document, a writer that was never there before.
void World::open_afresh(const Step& step, Copy& copy) {
    const Copy* mailed = message(step);
    if (mailed == nullptr) {
        return;
    }
    const ReplicaId replica = copy.replica;
    copy = *mailed;
    copy.replica = rules_.replicas == Replicas::cloned ? replica : ReplicaId{next_replica_++};
}

std::string World::contents() const {
    std::string text;
    for (const Copy& copy : copies_) {
        for (const oracle::Place& place : log_.places(copy.seen)) {
            std::set<std::string> values;
            if (const Register* field = copy.document.field(key_of(place.first, place.second))) {
                for (const Version* version : field->distinct()) {
                    values.insert(canonical_text(version->value));
                }
            }
            for (const std::string& value : values) {
                text += place.first + "/" + place.second + " " + value + "\n";
            }
        }
    }
    return text;
}

} // namespace planner::document
