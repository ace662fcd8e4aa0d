#include "document/history.h"

#include "document/fractional_index.h"
#include "document/order.h"
#include "document/write.h"

#include <algorithm>
#include <utility>

namespace planner::document {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t pause = 5 * minute;
constexpr std::int64_t longest_burst = 10 * minute;
constexpr std::size_t smallest_cut = 20;

Moment moment_of(const Version& version) {
    return {version.time, version.dot};
}

bool is_before(const Version& left, const Version& right) {
    const auto order = moment_of(left) <=> moment_of(right);
    return order != 0 ? order < 0 : canonical_text(left.value) < canonical_text(right.value);
}

bool is_same(const Version& left, const Version& right) {
    return moment_of(left) == moment_of(right) && same_value(left.value, right.value);
}

std::size_t bytes_of(const Version& version) {
    return canonical_text(version.value).size() + FieldHistory::bytes_around;
}

std::size_t bytes_of(const std::vector<Version>& versions) {
    std::size_t bytes = 0;
    for (const Version& version : versions) {
        bytes += bytes_of(version);
    }
    return bytes;
}

std::size_t length_of(const Value& value) {
    return value.is_string() ? value.get_ref<const std::string&>().size() : 0;
}

/// A list of lists, or an object, has no place in a history: in a file it would stand deeper than in its field.
bool says_something(const Value& value) {
    if (value.is_array()) {
        return !value.empty() && std::none_of(value.begin(), value.end(), [](const Value& each) { return each.is_structured(); });
    }
    return value.is_number() || length_of(value) > 0;
}

} // namespace

void FieldHistory::add(const FieldKey& key, Version version) {
    join({{key, {std::move(version)}}}, std::nullopt);
}

void FieldHistory::join(const Overwritten& fields, const std::optional<Moment>& horizon) {
    bool is_changed = horizon_ < horizon;
    horizon_ = std::max(horizon_, horizon);
    for (const auto& [key, versions] : fields) {
        std::vector<Version>& mine = fields_[key];
        if (std::equal(mine.begin(), mine.end(), versions.begin(), versions.end(), is_same)) {
            continue;
        }
        is_changed = true;
        bytes_ -= bytes_of(mine);
        mine.insert(mine.end(), versions.begin(), versions.end());
        sort_items(mine, is_before);
        mine.erase(std::unique(mine.begin(), mine.end(), is_same), mine.end());
        bytes_ += bytes_of(mine);
    }
    if (is_changed) {
        drop_until_horizon();
        thin();
    }
}

void FieldHistory::remove_if(const std::function<bool(const FieldKey&, const Version&)>& is_unwanted) {
    for (auto field = fields_.begin(); field != fields_.end();) {
        std::erase_if(field->second, [&](const Version& version) {
            const bool goes = is_unwanted(field->first, version);
            bytes_ -= goes ? bytes_of(version) : 0;
            return goes;
        });
        field = field->second.empty() ? fields_.erase(field) : std::next(field);
    }
}

void FieldHistory::drop_until_horizon() {
    if (horizon_) {
        remove_if([&](const FieldKey&, const Version& version) { return moment_of(version) <= *horizon_; });
    }
}

void FieldHistory::thin() {
    if (bytes_ <= limit_) {
        return;
    }
    std::vector<std::pair<Moment, std::size_t>> sizes;
    for (const auto& [key, versions] : fields_) {
        for (const Version& version : versions) {
            sizes.emplace_back(moment_of(version), bytes_of(version));
        }
    }
    sort_items(sizes);
    auto oldest = sizes.begin();
    for (std::size_t bytes = bytes_; bytes > limit_; ++oldest) {
        bytes -= oldest->second;
        horizon_ = oldest->first;
    }
    drop_until_horizon();
}

bool has_history(std::string_view field) {
    return field != deleted_field && field != position_field;
}

bool is_worth_keeping(const Version& overwritten, const Version& written) {
    if (!says_something(overwritten.value) || same_value(overwritten.value, written.value)) {
        return false;
    }
    const std::size_t before = length_of(overwritten.value), after = length_of(written.value);
    const std::size_t lost = before > after ? before - after : 0;
    const bool is_moment_of_typing = overwritten.dot.replica == written.dot.replica &&
                                     written.time - overwritten.time < pause &&
                                     written.time / longest_burst == overwritten.time / longest_burst &&
                                     (lost <= smallest_cut || lost * 3 <= before);
    return !is_moment_of_typing && bytes_of(overwritten) <= FieldHistory::longest_value;
}

} // namespace planner::document
