#include "oracle.h"

#include <algorithm>

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

void Log::write(Writes& seen, const Place& place, const std::string& value, const Writes& unknown,
                const std::optional<std::string>& replaced) {
    Write write{place, value, seen, {}};
    for (const std::size_t index : left(seen, place)) {
        if (!unknown[index] && (!replaced || writes_[index].value == *replaced)) {
            write.overwrites.set(index);
        }
    }
    seen.set(add(std::move(write)));
}

void Log::claim(Writes& seen, const Place& place, const std::string& value) {
    seen.set(add({place, value, {}, {}}));
}

void Log::withhold(const Writes& seen, const Place& place, Writes& unknown) const {
    for (const std::size_t index : left(seen, place)) {
        unknown.set(index);
    }
}

std::set<std::string> Log::values(const Writes& seen, const Place& place, const Writes& unknown) const {
    std::set<std::string> result;
    for (const std::size_t index : left(seen, place)) {
        if (!unknown[index]) {
            result.insert(writes_[index].value);
        }
    }
    return result;
}

std::size_t Log::withheld(const Writes& seen, const Place& place, const Writes& unknown) const {
    const std::vector<std::size_t> writes = left(seen, place);
    return static_cast<std::size_t>(
        std::count_if(writes.begin(), writes.end(), [&](std::size_t index) { return unknown[index]; }));
}

void Log::edit(Writes& seen, const std::string& entity) {
    const bool is_shown = presence(seen, entity) != Presence::deleted;
    write(seen, {entity, ""}, "there", {}, is_shown ? "there" : "deleted");
}

Presence Log::presence(const Writes& seen, const std::string& entity) const {
    const std::set<std::string> said = values(seen, {entity, ""});
    if (said.size() == 2) {
        return Presence::disputed;
    }
    if (said.empty()) {
        return Presence::absent;
    }
    return said.count("deleted") == 1 ? Presence::deleted : Presence::there;
}

bool Log::knows(const Writes& seen, const std::string& entity) const {
    const std::set<Place> known = places(seen);
    return std::any_of(known.begin(), known.end(), [&](const Place& place) { return place.first == entity; });
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
