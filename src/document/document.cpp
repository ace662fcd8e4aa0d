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
    if (place->label != stamp.label) {
        place->label = writable(stamp.label);
    }
    return {id, place->counter};
}

void Document::write(const Stamp& stamp, const FieldKey& key, Value value, Replacing replacing) {
    make_writable(value);
    const Dot dot = next_dot(stamp);
    const std::int64_t time = writable_time(stamp);
    const bool says_it_is_there = key.field != deleted_field && !value.is_null();
    Entity& fields = collections_[writable(key.entity.collection)][writable(key.entity.id)];
    fields[writable(key.field)].write({dot, std::move(value), time}, replacing, display_order_of(key.field));
    if (says_it_is_there) {
        // The same write, so the same dot: whoever deletes without having seen it does not cover this. A deletion
        // that is in conflict is not shown and stays: who types on has not decided about it.
        fields[std::string(deleted_field)].write({dot, false, time}, Replacing::shown_version,
                                                 DisplayOrder::present_first);
    }
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
