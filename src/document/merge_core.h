#pragma once

#include "document/merge.h"
#include "document/order.h"
#include "document/parts.h"

#include <algorithm>
#include <string>
#include <utility>

namespace planner::document {

/// What merging decides by. Tests put broken rules in its place and demand that the laws notice.
struct MergeRules {
    /// True when a writer of whom `seen` writes were seen had its write `counter` seen.
    static bool covers(std::uint64_t seen, std::uint64_t counter) { return counter <= seen; }

    static bool shown_before(const Version& left, const Version& right, DisplayOrder order) {
        return document::shown_before(left, right, order);
    }
};

/// One merge, in place: what both sides have alike is neither copied nor moved.
template <class Rules>
class Merger {
public:
    Merger(Document& ours, const Document& theirs) : ours_(ours), theirs_(theirs) {}

    MergeReport run() {
        for (const auto& [name, collection] : theirs_.collections()) {
            merge_collection(name, collection);
        }
        for (const auto& [pointer, field] : theirs_.members()) {
            merge_register(DocumentParts::members(ours_)[pointer], field, DisplayOrder::latest_first);
        }
        if (&ours_ != &theirs_) {
            join_replicas(DocumentParts::replicas(ours_), theirs_.replicas());
        }
        auto& version = DocumentParts::format_version(ours_);
        version = std::max(version, DocumentParts::format_version(theirs_));
        return std::move(report_);
    }

private:
    static bool is_true(const Value& value) { return value.is_boolean() && value.get<bool>(); }

    static bool same_version(const Version& left, const Version& right) {
        return left.dot == right.dot && left.time == right.time && same_value(left.value, right.value);
    }

    static bool has_dot(const std::vector<Version>& versions, const Dot& dot) {
        return std::any_of(versions.begin(), versions.end(),
                           [&](const Version& version) { return version.dot == dot; });
    }

    static bool keeps(const Version& version, const std::vector<Version>& others, const std::vector<Replica>& seen) {
        return has_dot(others, version.dot) || !Rules::covers(seen_of(seen, version.dot.replica), version.dot.counter);
    }

    /// A version vector that is not honest could leave nothing at all; then everything stays.
    bool leaves_nothing(const std::vector<Version>& mine, const std::vector<Version>& other) const {
        return std::none_of(mine.begin(), mine.end(),
                            [&](const Version& version) { return keeps(version, other, theirs_.replicas()); }) &&
               std::none_of(other.begin(), other.end(),
                            [&](const Version& version) { return keeps(version, mine, ours_.replicas()); });
    }

    /// Adds one of their versions; false when it is here already.
    static bool take(std::vector<Version>& versions, const Version& version) {
        const auto same = std::find_if(versions.begin(), versions.end(), [&](const Version& mine) {
            return mine.dot == version.dot && same_value(mine.value, version.value);
        });
        if (same == versions.end()) {
            versions.push_back(version);
            return true;
        }
        same->time = std::max(same->time, version.time);
        return false;
    }

    /// Merges one register; true when that added a value.
    bool merge_register(Register& ours, const Register& theirs, DisplayOrder order) {
        auto& mine = RegisterParts::versions(ours);
        const auto& other = theirs.versions();
        if (std::equal(mine.begin(), mine.end(), other.begin(), other.end(), same_version)) {
            return false;
        }
        // A side without the field has never seen it written, whatever its version vector says.
        const bool keep_all = mine.empty() || other.empty() || leaves_nothing(mine, other);
        const std::size_t kept = mine.size();
        bool added = false;
        for (const Version& version : other) {
            if (keep_all || keeps(version, mine, ours_.replicas())) {
                added = take(mine, version) || added;
            }
        }
        if (!keep_all) {
            const auto end = mine.begin() + static_cast<std::ptrdiff_t>(kept);
            mine.erase(
                std::remove_if(mine.begin(), end,
                               [&](const Version& version) { return !keeps(version, other, theirs_.replicas()); }),
                end);
        }
        if (mine.size() > 1) {
            sort_items(mine, [&](const Version& left, const Version& right) {
                return Rules::shown_before(left, right, order);
            });
        }
        return added;
    }

    void merge_collection(const std::string& name, const Collection& theirs) {
        auto& collections = DocumentParts::collections(ours_);
        auto mine = collections.find(name);
        if (mine == collections.end()) {
            mine = collections.emplace(name, Collection()).first;
        }
        auto place = mine->second.begin();
        for (const auto& [id, entity] : theirs) {
            while (place != mine->second.end() && place->first < id) {
                ++place;
            }
            if (place == mine->second.end() || place->first != id) {
                place = mine->second.emplace_hint(place, id, Entity());
                merge_new_entity(name, id, place->second, entity);
            } else {
                merge_entity(name, id, place->second, entity);
            }
        }
    }

    void merge_new_entity(const std::string& collection, const std::string& id, Entity& mine, const Entity& theirs) {
        for (const auto& [field, versions] : theirs) {
            mine.emplace_hint(mine.end(), field, versions);
            if (versions.in_conflict()) {
                report_.conflicts.push_back({{collection, id}, field});
            }
        }
        const auto deleted = mine.find(deleted_field);
        if (deleted == mine.end() || !is_true(deleted->second.shown())) {
            report_.new_entities.push_back({collection, id});
        }
    }

    void merge_entity(const std::string& collection, const std::string& id, Entity& mine, const Entity& theirs) {
        auto place = mine.begin();
        for (const auto& [field, versions] : theirs) {
            while (place != mine.end() && place->first < field) {
                ++place;
            }
            if (place == mine.end() || place->first != field) {
                place = mine.emplace_hint(place, field, Register());
            }
            merge_field(collection, id, field, place->second, versions);
        }
    }

    void merge_field(const std::string& collection, const std::string& id, const std::string& field, Register& mine,
                     const Register& theirs) {
        const auto& versions = mine.versions();
        const auto& others = theirs.versions();
        if (std::equal(versions.begin(), versions.end(), others.begin(), others.end(), same_version)) {
            return;
        }
        const bool is_deletion = field == deleted_field;
        const Value before = is_deletion ? Value(is_true(mine.shown())) : mine.shown();
        const bool added = merge_register(mine, theirs, display_order_of(field));
        const bool now_deleted = is_deletion && is_true(mine.shown());
        if (!same_value(before, is_deletion ? Value(now_deleted) : mine.shown())) {
            report_.changed.push_back({{collection, id}, field});
            if (now_deleted) {
                report_.deleted.push_back({collection, id});
            }
        }
        if (added && mine.in_conflict()) {
            report_.conflicts.push_back({{collection, id}, field});
        }
    }

    Document& ours_;
    const Document& theirs_;
    MergeReport report_;
};

} // namespace planner::document
