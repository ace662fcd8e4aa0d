#include "oracle.h"

namespace planner::oracle {

std::size_t Log::add(Write write) {
    by_place_[write.place].push_back(writes_.size());
    writes_.push_back(std::move(write));
    return writes_.size() - 1;
}

std::vector<std::size_t> Log::left(const Writes& seen, const Place& place) const {
    const auto found = by_place_.find(place);
    if (found == by_place_.end()) {
        return {};
    }
    Writes gone;
    for (const std::size_t index : found->second) {
        if (seen[index]) {
            gone |= writes_[index].overwrites;
        }
    }
    std::vector<std::size_t> result;
    for (const std::size_t index : found->second) {
        if (seen[index] && !gone[index]) {
            result.push_back(index);
        }
    }
    return result;
}

void Log::write(Writes& seen, const Place& place, const std::string& value,
                const std::optional<std::string>& replaced) {
    Write write{place, value, seen, {}};
    for (const std::size_t index : left(seen, place)) {
        if (!replaced || writes_[index].value == *replaced) {
            write.overwrites.set(index);
        }
    }
    seen.set(add(std::move(write)));
}

void Log::claim(Writes& seen, const Place& place, const std::string& value) {
    seen.set(add({place, value, {}, {}}));
}

std::set<std::string> Log::values(const Writes& seen, const Place& place) const {
    std::set<std::string> result;
    for (const std::size_t index : left(seen, place)) {
        result.insert(writes_[index].value);
    }
    return result;
}

Presence Log::presence(const Writes& seen, const std::string& entity) const {
    const auto found = by_place_.find({entity, ""});
    if (found == by_place_.end()) {
        return Presence::absent;
    }
    bool there = false;
    bool deleted = false;
    for (const std::size_t index : found->second) {
        // Nobody who wrote to this entity knew of it: it stands.
        bool stands = seen[index];
        for (const std::size_t other : found->second) {
            stands = stands && !(seen[other] && writes_[other].seen[index]);
        }
        there = there || (stands && writes_[index].value == "there");
        deleted = deleted || (stands && writes_[index].value == "deleted");
    }
    if (there && deleted) {
        return Presence::disputed;
    }
    if (deleted) {
        return Presence::deleted;
    }
    return there ? Presence::there : Presence::absent;
}

std::set<Place> Log::places(const Writes& seen) const {
    std::set<Place> result;
    for (const auto& [place, indices] : by_place_) {
        for (const std::size_t index : indices) {
            if (seen[index]) {
                result.insert(place);
                break;
            }
        }
    }
    return result;
}

} // namespace planner::oracle
