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
        if (!(ours_.redactions() == theirs_.redactions())) {
            DocumentParts::redactions(ours_).join(theirs_.redactions());
            report_.redacted = apply_redactions(ours_);
        }
        for (const auto& [name, collection] : theirs_.collections()) {
            merge_collection(name, collection);
        }
        for (const auto& [pointer, field] : theirs_.members()) {
            merge_register(DocumentParts::members(ours_)[pointer], field, DisplayOrder::latest_first);
        }
        if (&ours_ != &theirs_) {
            join_replicas(DocumentParts::replicas(ours_), theirs_.replicas());
        }
        DocumentParts::history(ours_).join(theirs_.history());
        auto& version = DocumentParts::format_version(ours_);
        version = std::max(version, DocumentParts::format_version(theirs_));
        // After the registers, because a rule of theirs is that no field becomes empty.
        correct_report(apply_redactions(ours_));
        return std::move(report_);
    }

private:
    /// Takes out of the report what came in and was removed again.
    void correct_report(const std::vector<FieldKey>& removed) {
        const auto is_removed = [&](const FieldKey& key) { return std::binary_search(removed.begin(), removed.end(), key); };
        std::erase_if(report_.changed, [&](const FieldKey& key) { return is_removed(key) && ours_.value(key).is_null(); });
        std::erase_if(report_.conflicts, [&](const FieldKey& key) {
            const Register* field = is_removed(key) ? ours_.field(key) : nullptr;
            return is_removed(key) && (field == nullptr || !field->in_conflict());
        });
    }

    static bool is_true(const Value& value) { return value.is_boolean() && value.get<bool>(); }

    static bool same_version(const Version& left, const Version& right) {
        return left.dot == right.dot && left.time == right.time && same_value(left.value, right.value);
    }

    static bool is_same(const Register& left, const Register& right) {
        return std::equal(left.versions().begin(), left.versions().end(), right.versions().begin(),
                          right.versions().end(), same_version) &&
               left.withheld() == right.withheld();
    }

    static bool has_dot(const Register& field, const Dot& dot) {
        return std::any_of(field.versions().begin(), field.versions().end(),
                           [&](const Version& version) { return version.dot == dot; }) ||
               std::binary_search(field.withheld().begin(), field.withheld().end(), dot);
    }

    static bool keeps(const Dot& dot, const Register& others, const std::vector<Replica>& seen) {
        return has_dot(others, dot) || !Rules::covers(seen_of(seen, dot.replica), dot.counter);
    }

    /// Whether anything of a field is left beside another that has seen so much.
    static bool leaves_any(const Register& field, const Register& others, const std::vector<Replica>& seen) {
        return std::any_of(field.versions().begin(), field.versions().end(),
                           [&](const Version& version) { return keeps(version.dot, others, seen); }) ||
               std::any_of(field.withheld().begin(), field.withheld().end(),
                           [&](const Dot& dot) { return keeps(dot, others, seen); });
    }

    /// A version vector that is not honest could leave nothing at all; then everything stays.
    bool leaves_nothing(const Register& mine, const Register& other) const {
        return !leaves_any(mine, other, theirs_.replicas()) && !leaves_any(other, mine, ours_.replicas());
    }

    /// The writes of which the merged field will have no value, if no version brings one.
    std::vector<Dot> merged_withheld(const Register& ours, const Register& theirs, bool keep_all) const {
        std::vector<Dot> dots;
        for (const Dot& dot : ours.withheld()) {
            if (keep_all || keeps(dot, theirs, theirs_.replicas())) {
                dots.push_back(dot);
            }
        }
        for (const Dot& dot : theirs.withheld()) {
            if (keep_all || keeps(dot, ours, ours_.replicas())) {
                dots.push_back(dot);
            }
        }
        return dots;
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
        if (is_same(ours, theirs)) {
            return false;
        }
        // A side without the field has never seen it written, whatever its version vector says.
        const bool keep_all = ours.empty() || theirs.empty() || leaves_nothing(ours, theirs);
        const std::vector<Dot> withheld = merged_withheld(ours, theirs, keep_all);
        const std::size_t kept = mine.size();
        bool added = false;
        for (const Version& version : other) {
            if (keep_all || keeps(version.dot, ours, ours_.replicas())) {
                added = take(mine, version) || added;
            }
        }
        if (!keep_all) {
            const auto end = mine.begin() + static_cast<std::ptrdiff_t>(kept);
            mine.erase(
                std::remove_if(mine.begin(), end,
                               [&](const Version& version) { return !keeps(version.dot, theirs, theirs_.replicas()); }),
                end);
        }
        RegisterParts::withheld(ours).clear();
        for (const Dot& dot : withheld) {
            ours.add_withheld(dot);
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
        if (is_same(mine, theirs)) {
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
