#include "document/register.h"

#include "document/key.h"
#include "document/write.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

constexpr std::int64_t maximum_time = static_cast<std::int64_t>(maximum_counter);

bool is_true(const Value& value) {
    return value.is_boolean() && value.get<bool>();
}

} // namespace

DisplayOrder display_order_of(std::string_view field) {
    return field == deleted_field ? DisplayOrder::present_first : DisplayOrder::latest_first;
}

bool shown_before(const Version& left, const Version& right, DisplayOrder order) {
    if (order == DisplayOrder::present_first && is_true(left.value) != is_true(right.value)) {
        return is_true(right.value);
    }
    if (left.time != right.time) {
        return left.time > right.time;
    }
    if (left.dot != right.dot) {
        return left.dot > right.dot;
    }
    return canonical_text(left.value) > canonical_text(right.value);
}

const Value& Register::shown() const {
    static const Value nothing;
    return versions_.empty() ? nothing : versions_.front().value;
}

bool Register::in_conflict() const {
    return std::any_of(versions_.begin(), versions_.end(),
                       [&](const Version& version) { return !same_value(version.value, shown()); });
}

std::vector<const Version*> Register::distinct() const {
    std::vector<const Version*> result;
    for (const Version& version : versions_) {
        const bool known = std::any_of(result.begin(), result.end(),
                                       [&](const Version* other) { return same_value(other->value, version.value); });
        if (!known) {
            result.push_back(&version);
        }
    }
    return result;
}

std::vector<Version> Register::write(Version version, Replacing replacing, DisplayOrder order) {
    std::vector<Version> replaced;
    if (replacing == Replacing::all_versions) {
        replaced = std::exchange(versions_, {});
    } else if (replacing == Replacing::shown_version && !versions_.empty()) {
        const Value gone = shown();
        for (Version& old : std::exchange(versions_, {})) {
            (same_value(old.value, gone) ? replaced : versions_).push_back(std::move(old));
        }
    }
    // A text that somebody is typing in must not give way to the one beside it because that one has a clock
    // running ahead.
    if (!versions_.empty() && !shown_before(version, versions_.front(), order)) {
        version.time = std::min(versions_.front().time + 1, maximum_time);
    }
    add(std::move(version), order);
    return replaced;
}

void Register::add_withheld(const Dot& dot) {
    const bool known = std::any_of(versions_.begin(), versions_.end(), [&](const Version& version) { return version.dot == dot; });
    const auto place = std::lower_bound(withheld_.begin(), withheld_.end(), dot);
    if (!known && (place == withheld_.end() || *place != dot)) {
        withheld_.insert(place, dot);
    }
}

void Register::withhold() {
    const std::vector<Version> left_out = std::exchange(versions_, {});
    for (const Version& version : left_out) {
        add_withheld(version.dot);
    }
}

void Register::add(Version version, DisplayOrder order) {
    std::erase(withheld_, version.dot);
    const auto same = std::find_if(versions_.begin(), versions_.end(), [&](const Version& other) {
        return other.dot == version.dot && same_value(other.value, version.value);
    });
    if (same != versions_.end()) {
        version.time = std::max(version.time, same->time);
        versions_.erase(same);
    }
    const auto place = std::find_if(versions_.begin(), versions_.end(),
                                    [&](const Version& other) { return shown_before(version, other, order); });
    versions_.insert(place, std::move(version));
}

} // namespace planner::document
