#include "document/document.h"

#include "document/parts.h"
#include "document/utf8.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace planner::document {

namespace {

constexpr std::int64_t maximum_time = static_cast<std::int64_t>(maximum_counter);

/// Another replica id for the same writer, always the same one: the step and mix of SplitMix64.
ReplicaId next_replica(ReplicaId replica) {
    std::uint64_t bits = replica.bits + 0x9E3779B97F4A7C15U;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBU;
    return {bits ^ bits >> 31};
}

std::string writable(const std::string& text) {
    return is_writable_text(text) ? text : writable_text(text);
}

std::int64_t writable_time(const Stamp& stamp) {
    return std::clamp<std::int64_t>(stamp.time, 0, maximum_time);
}

} // namespace

std::vector<Replica>::iterator replica_place(std::vector<Replica>& replicas, ReplicaId id) {
    return std::lower_bound(replicas.begin(), replicas.end(), id,
                            [](const Replica& replica, ReplicaId wanted) { return replica.id < wanted; });
}

std::uint64_t seen_of(const std::vector<Replica>& replicas, ReplicaId id) {
    const auto place = std::lower_bound(replicas.begin(), replicas.end(), id,
                                        [](const Replica& replica, ReplicaId wanted) { return replica.id < wanted; });
    return place != replicas.end() && place->id == id ? place->counter : 0;
}

void join_replicas(std::vector<Replica>& ours, const std::vector<Replica>& theirs) {
    // In one pass, because a file may list very many.
    std::vector<Replica> joined;
    joined.reserve(ours.size() + theirs.size());
    auto place = ours.begin();
    for (const Replica& replica : theirs) {
        while (place != ours.end() && place->id < replica.id) {
            joined.push_back(std::move(*place++));
        }
        if (place == ours.end() || place->id != replica.id) {
            joined.push_back(replica);
            continue;
        }
        const bool theirs_is_later = std::tie(place->counter, place->label) < std::tie(replica.counter, replica.label);
        joined.push_back(theirs_is_later ? replica : std::move(*place));
        ++place;
    }
    joined.insert(joined.end(), std::make_move_iterator(place), std::make_move_iterator(ours.end()));
    ours = std::move(joined);
}

Document::Document(std::string id, std::string kind) : id_(writable(id)), kind_(writable(kind)) {
}

const Collection* Document::collection(std::string_view name) const {
    const auto found = collections_.find(name);
    return found == collections_.end() ? nullptr : &found->second;
}

const Entity* Document::entity(const EntityKey& key) const {
    const Collection* entities = collection(key.collection);
    if (entities == nullptr) {
        return nullptr;
    }
    const auto found = entities->find(key.id);
    return found == entities->end() ? nullptr : &found->second;
}

const Register* Document::field(const FieldKey& key) const {
    const Entity* fields = entity(key.entity);
    if (fields == nullptr) {
        return nullptr;
    }
    const auto found = fields->find(key.field);
    return found == fields->end() ? nullptr : &found->second;
}

const Value& Document::value(const FieldKey& key) const {
    static const Value nothing;
    const Register* found = field(key);
    return found == nullptr ? nothing : found->shown();
}

bool Document::is_deleted(const EntityKey& key) const {
    const Entity* fields = entity(key);
    if (fields == nullptr) {
        return false;
    }
    const auto found = fields->find(deleted_field);
    return found != fields->end() && found->second.shown().is_boolean() && found->second.shown().get<bool>();
}

Dot Document::next_dot(const Stamp& stamp) {
    ReplicaId id = stamp.replica;
    // A file may claim to have seen more of this replica than a counter can hold.
    while (counter_of(id) >= maximum_counter) {
        id = next_replica(id);
    }
    auto place = replica_place(replicas_, id);
    if (place == replicas_.end() || place->id != id) {
        place = replicas_.insert(place, Replica{id, 0, {}});
    }
    ++place->counter;
    if (place->label != stamp.label && redactions_.labels.count(id) == 0) {
        place->label = writable(stamp.label);
    }
    return {id, place->counter};
}

void Document::write(const Stamp& stamp, const FieldKey& key, Value value, Replacing replacing) {
    const FieldKey place{{writable(key.entity.collection), writable(key.entity.id)}, writable(key.field)};
    if (redactions_.fields.count(place) != 0) {
        return;
    }
    make_writable(value);
    const Dot dot = next_dot(stamp);
    const std::int64_t time = writable_time(stamp);
    const bool says_it_is_there = key.field != deleted_field && !value.is_null();
    Entity& fields = collections_[place.entity.collection][place.entity.id];
    keep(place, fields[place.field].write({dot, std::move(value), time}, replacing, display_order_of(key.field)), dot);
    if (says_it_is_there) {
        // The same write, so the same dot: whoever deletes without having seen it does not cover this. A deletion
        // that is in conflict is not shown and stays: who types on has not decided about it.
        fields[std::string(deleted_field)].write({dot, false, time}, Replacing::shown_version,
                                                 DisplayOrder::present_first);
    }
}

/// Puts in the history what a write came in place of, as far as it is worth that.
void Document::keep(const FieldKey& key, std::vector<Version> replaced, const Dot& written) {
    if (replaced.empty() || !has_history(key.field)) {
        return;
    }
    const std::vector<Version>& versions = field(key)->versions();
    const auto in_place = std::find_if(versions.begin(), versions.end(), [&](const Version& each) { return each.dot == written; });
    for (Version& version : replaced) {
        if (is_worth_keeping(version, *in_place)) {
            history_.add(key, std::move(version));
        }
    }
}

std::vector<const Version*> Document::history(const FieldKey& key) const {
    std::vector<const Version*> versions;
    if (const auto found = history_.fields().find(key); found != history_.fields().end()) {
        for (auto version = found->second.rbegin(); version != found->second.rend(); ++version) {
            versions.push_back(&*version);
        }
    }
    return versions;
}

void Document::forget_history(const std::function<bool(const FieldKey&, const Version&)>& is_unwanted) {
    history_.remove_if(is_unwanted);
}

void Document::write_deleted(const Stamp& stamp, const EntityKey& key, bool deleted) {
    if (entity(key) != nullptr) {
        write(stamp, {key, std::string(deleted_field)}, deleted);
    }
}

void Document::remove(const Stamp& stamp, const EntityKey& key) {
    write_deleted(stamp, key, true);
}

void Document::restore(const Stamp& stamp, const EntityKey& key) {
    write_deleted(stamp, key, false);
}

void Document::withhold(const FieldKey& key) {
    if (key.field == deleted_field) {
        return;
    }
    forget_history([&](const FieldKey& place, const Version&) { return place == key; });
    const auto entities = collections_.find(key.entity.collection);
    if (entities == collections_.end()) {
        return;
    }
    const auto fields = entities->second.find(key.entity.id);
    if (fields == entities->second.end()) {
        return;
    }
    if (const auto found = fields->second.find(key.field); found != fields->second.end()) {
        found->second.withhold();
    }
}

void Document::redact(const FieldKey& key) {
    if (key.field != deleted_field) {
        redactions_.fields.insert({{writable(key.entity.collection), writable(key.entity.id)}, writable(key.field)});
        apply_redactions(*this);
    }
}

void Document::redact_writes(const std::vector<Dot>& dots) {
    for (const Dot& dot : dots) {
        if (dot.counter > 0 && dot.counter <= counter_of(dot.replica)) {
            redactions_.writes.insert(dot);
        }
    }
    apply_redactions(*this);
}

void Document::redact_label(ReplicaId id) {
    if (counter_of(id) > 0) {
        redactions_.labels.insert(id);
        apply_redactions(*this);
    }
}

bool Document::withholds_anything() const {
    for (const auto& [collection_name, entities] : collections_) {
        for (const auto& [id, fields] : entities) {
            for (const auto& [name, field] : fields) {
                const auto& dots = field.withheld();
                if (std::any_of(dots.begin(), dots.end(),
                                [&](const Dot& dot) { return redactions_.writes.count(dot) == 0; })) {
                    return true;
                }
            }
        }
    }
    return false;
}

std::vector<FieldKey> Document::conflicts() const {
    std::vector<FieldKey> result;
    for (const auto& [collection_name, entities] : collections_) {
        for (const auto& [id, fields] : entities) {
            const auto first = result.size();
            for (const auto& [name, versions] : fields) {
                if (versions.in_conflict()) {
                    result.push_back({{collection_name, id}, name});
                }
            }
            if (result.size() > first && is_deleted({collection_name, id})) {
                result.resize(first);
            }
        }
    }
    return result;
}

std::string Document::label_of(ReplicaId id) const {
    const auto found =
        std::find_if(replicas_.begin(), replicas_.end(), [&](const Replica& replica) { return replica.id == id; });
    return found == replicas_.end() ? std::string() : found->label;
}

std::int64_t Document::latest_time() const {
    std::int64_t latest = 0;
    for (const auto& [collection_name, entities] : collections_) {
        for (const auto& [id, fields] : entities) {
            for (const auto& [name, field] : fields) {
                for (const Version& version : field.versions()) {
                    latest = std::max(latest, version.time);
                }
            }
        }
    }
    return latest;
}

std::uint64_t Document::counter_of(ReplicaId id) const {
    return seen_of(replicas_, id);
}

} // namespace planner::document
