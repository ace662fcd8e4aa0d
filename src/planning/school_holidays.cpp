#include "planning/school_holidays.h"

#include <algorithm>
#include <set>
#include <utility>

#include "document/order.h"
#include "document/read.h"
#include "process/locate.h"
#include "process/node.h"
#include "review/values.h"

namespace planner::planning {
namespace {

using process::Node;

constexpr std::string_view format_name = "peer-review-planner-holidays";
constexpr std::size_t newest_format = 1;

const process::Names<Region>& region_names() {
    static const process::Names<Region> names{
        {"noord", Region::north}, {"midden", Region::middle}, {"zuid", Region::south}};
    return names;
}

Day load_day(const Node& node) {
    const auto day = parse_day(node.string());
    if (!day) node.fail("This must be a day that exists, as yyyy-mm-dd.");
    return day.value_or(Day{});
}

std::vector<Region> load_regions(const Node& list) {
    std::vector<Region> regions;
    for (const Node& node : list.items()) {
        const Region region = node.named<Region>("region", region_names());
        const bool stands_here = std::find(regions.begin(), regions.end(), region) != regions.end();
        if (stands_here) node.fail("This region stands here already.");
        regions.push_back(region);
    }
    if (regions.empty()) list.fail("A period holds for at least one region.");
    return regions;
}

SchoolHoliday load_period(const Node& node) {
    node.expect_members({"id", "title", "first", "last", "regions"});
    SchoolHoliday period;
    period.id = node.member("id").id();
    period.title = node.member("title").text();
    period.first = load_day(node.member("first"));
    period.last = load_day(node.member("last"));
    const bool days_exist = period.first.ok() && period.last.ok();
    if (days_exist && period.last < period.first) node.member("last").fail("This is before the first day.");
    if (days_exist && days_between(period.first, period.last) >= WorkingDays::longest_search)
        node.member("last").fail("A period is at most " + std::to_string(WorkingDays::longest_search) + " days.");
    period.regions = load_regions(node.member("regions"));
    return period;
}

SchoolHolidays load_root(const Node& root) {
    root.expect_members({"format", "formatVersion", "description", "periods"});
    if (root.member("format").string() != format_name)
        root.member("format").fail("This is not a file of school holidays: its format is not \"" +
                                   std::string(format_name) + "\".");
    root.member("formatVersion").number(newest_format, newest_format);
    root.member("description").string();
    return process::load_list(root.member("periods").items(), load_period);
}

/// The days that people gave a period; nothing when they are none.
std::optional<FreePeriod> own_period(const review::Review& review, const document::EntityKey& key,
                                     std::optional<Day> first, std::optional<Day> last) {
    const auto text = [&](std::string_view field) {
        return review::text_of(review.document().value({key, std::string(field)}));
    };
    const auto own_first = parse_day(text(free_period_field::first));
    const auto own_last = parse_day(text(free_period_field::last));
    if (own_first) first = own_first;
    if (own_last) last = own_last;
    if (!last) last = first;
    if (!first || *last < *first) return std::nullopt;
    return FreePeriod{*first, *last, text(free_period_field::title)};
}

/// The school holiday as it holds for this review; nothing when people removed it.
std::optional<FreePeriod> in_review(const review::Review& review, const SchoolHoliday& holiday) {
    const document::EntityKey key{std::string(free_periods), holiday.id};
    if (review.document().is_deleted(key)) return std::nullopt;
    const auto changed = own_period(review, key, holiday.first, holiday.last);
    return changed ? changed : FreePeriod{holiday.first, holiday.last, ""};
}

std::vector<FreePeriod> periods_of(const review::Review& review, const SchoolHolidays& holidays,
                                   const std::set<Region>& regions) {
    std::vector<FreePeriod> periods;
    std::set<std::string_view> known;
    for (const SchoolHoliday& holiday : holidays) {
        known.insert(holiday.id);
        const bool holds = std::any_of(holiday.regions.begin(), holiday.regions.end(),
                                       [&](Region region) { return regions.contains(region); });
        const auto period = holds ? in_review(review, holiday) : std::nullopt;
        if (period) periods.push_back(*period);
    }
    for (const std::string& id : review::sorted_ids(review.document(), free_periods)) {
        if (known.contains(id)) continue;
        const auto period = own_period(review, {std::string(free_periods), id}, std::nullopt, std::nullopt);
        if (period) periods.push_back(*period);
    }
    return periods;
}

std::string lower_case_words(std::string_view text) {
    std::string words;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) words += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (space && !words.empty() && words.back() != ' ') words += ' ';
    }
    if (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

} // namespace

std::optional<Region> region_in(std::string_view text) {
    constexpr std::string_view before = "regio ";
    const std::string words = lower_case_words(text);
    const std::string_view name = words.starts_with(before) ? std::string_view(words).substr(before.size()) : words;
    for (const auto& [known, region] : region_names()) {
        if (known == name) return region;
    }
    return std::nullopt;
}

std::optional<Region> holiday_region_of(const review::Participant& participant) {
    return region_in(participant.holiday_region.empty() ? participant.region : participant.holiday_region);
}

std::optional<Day> known_until(const SchoolHolidays& holidays) {
    std::optional<Day> last;
    for (const SchoolHoliday& holiday : holidays) {
        if (!last || *last < holiday.last) last = holiday.last;
    }
    return last;
}

tl::expected<SchoolHolidays, process::ProcessError> load_school_holidays(std::string_view json) {
    const auto value = document::read_json(json);
    if (!value) {
        const document::Refusal& refusal = value.error();
        return tl::unexpected(process::ProcessError{
            refusal.pointer, "This cannot be read: " + refusal.reason_text + ".", refusal.line, refusal.column});
    }
    process::Errors errors;
    SchoolHolidays holidays = load_root(Node(*value, "", errors));
    if (!errors.first()) return holidays;
    process::ProcessError error = *errors.first();
    const process::Position position = process::locate(json, error.pointer);
    error.line = position.line;
    error.column = position.column;
    return tl::unexpected(std::move(error));
}

std::string_view to_text(Region region) {
    for (const auto& [name, known] : region_names()) {
        if (known == region) return name;
    }
    return "";
}

std::vector<ReviewPeriod> periods_in(const review::Review& review, const SchoolHolidays& holidays) {
    std::set<Region> regions;
    for (const review::Participant& participant : review.participants()) {
        if (const auto region = holiday_region_of(participant)) regions.insert(*region);
    }
    const auto read = [&](ReviewPeriod& period) {
        const auto text = [&](std::string_view field) {
            return review::text_of(review.document().value({period.key, std::string(field)}));
        };
        const auto first = parse_day(text(free_period_field::first)), last = parse_day(text(free_period_field::last));
        period.edited = first || last;
        if (first) period.first = first;
        if (last) period.last = last;
        period.title = text(free_period_field::title);
        period.left_out = review.document().is_deleted(period.key);
    };
    std::vector<ReviewPeriod> periods;
    std::set<std::string_view> known;
    for (const SchoolHoliday& holiday : holidays) {
        known.insert(holiday.id);
        const bool holds = regions.empty() || std::any_of(holiday.regions.begin(), holiday.regions.end(),
                                                          [&](Region region) { return regions.contains(region); });
        if (!holds) continue;
        periods.push_back({&holiday, {std::string(free_periods), holiday.id}, holiday.first, holiday.last});
        read(periods.back());
    }
    document::sort_items(periods, [](const ReviewPeriod& left, const ReviewPeriod& right) { return left.first < right.first; });
    for (const std::string& id : review::sorted_ids(review.document(), free_periods)) {
        if (known.contains(id)) continue;
        periods.push_back({nullptr, {std::string(free_periods), id}});
        read(periods.back());
    }
    return periods;
}

std::optional<ReviewPeriod> free_period_on(const review::Review& review, const SchoolHolidays& holidays,
                                           const review::Participant& participant, Day day) {
    const auto region = holiday_region_of(participant);
    const auto holds_for = [&](const SchoolHoliday& holiday) {
        return region && std::find(holiday.regions.begin(), holiday.regions.end(), *region) != holiday.regions.end();
    };
    for (ReviewPeriod& period : periods_in(review, holidays)) {
        const bool holds = !period.left_out && (period.holiday == nullptr || holds_for(*period.holiday));
        if (holds && period.first && *period.first <= day && day <= period.last.value_or(*period.first)) return period;
    }
    return std::nullopt;
}

ReviewDays::ReviewDays(const review::Review& review, const SchoolHolidays& holidays) {
    std::set<Region> all;
    for (const review::Participant& participant : review.participants()) {
        std::set<Region> own;
        if (const auto region = holiday_region_of(participant)) own.insert(*region);
        all.insert(own.begin(), own.end());
        participants_[participant.id] = WorkingDays(periods_of(review, holidays, own));
    }
    everybody_ = WorkingDays(periods_of(review, holidays, all));
}

const WorkingDays& ReviewDays::of(std::string_view subject) const {
    const auto found = participants_.find(subject);
    return found == participants_.end() ? everybody_ : found->second;
}

} // namespace planner::planning
