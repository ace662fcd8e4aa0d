#include "planning/hours.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "review/ids.h"
#include "review/values.h"

namespace planner::planning {
namespace {

/// "1", "2,5"
std::string number_text(double value, process::Language language) {
    const long hundredths = std::lround(value * 100);
    std::string text = std::to_string(hundredths / 100);
    const long rest = hundredths % 100;
    if (rest == 0) return text;
    text += language == process::Language::dutch ? "," : ".";
    text += std::to_string(rest / 10);
    return rest % 10 == 0 ? text : text + std::to_string(rest % 10);
}

/// "7", "7,5" or "7.25", at most 1000.
std::optional<double> hours_in(std::string_view text) {
    constexpr std::size_t most_decimals = 2;
    constexpr std::string_view digits = "0123456789";
    const std::size_t mark = text.find_first_of(",.");
    const std::string_view whole = text.substr(0, mark);
    const std::string_view decimals = mark == std::string_view::npos ? "" : text.substr(mark + 1);
    const bool has_decimals = mark != std::string_view::npos;
    if (whole.empty() || whole.size() > 4 || decimals.size() > most_decimals || has_decimals == decimals.empty())
        return std::nullopt;
    double number = 0;
    double unit = 1;
    for (const std::string_view part : {whole, decimals}) {
        if (part.find_first_not_of(digits) != std::string_view::npos) return std::nullopt;
        for (const char digit : part) number = number * 10 + (digit - '0');
    }
    for (std::size_t i = 0; i < decimals.size(); ++i) unit *= 10;
    return number / unit;
}

std::optional<double> own_hours(const document::Value& value) {
    std::optional<double> number;
    if (value.is_number()) number = value.get<double>();
    if (value.is_string()) number = hours_in(review::text_of(value));
    return number && *number >= 0 && *number <= most_hours ? number : std::nullopt;
}

std::optional<std::size_t> own_persons(const document::Value& value) {
    const std::size_t number = review::whole_number_of(value);
    return number > 0 && number <= most_persons ? std::optional(number) : std::nullopt;
}

/// Puts people's own numbers in the place of those proposed.
void put_own(HoursRow& row, const document::Document& document, std::size_t visits) {
    const auto own = [&](std::string_view field) -> const document::Value& {
        return document.value({row.key, std::string(field)});
    };
    const auto minimum = own_hours(own(hours_field::minimum));
    const auto maximum = own_hours(own(hours_field::maximum));
    const auto persons = own_persons(own(hours_field::persons));
    row.each_time.minimum = minimum.value_or(row.proposed.minimum);
    row.each_time.maximum = std::max(row.each_time.minimum, maximum.value_or(row.proposed.maximum));
    row.persons = persons.value_or(row.proposed_persons);
    const std::string times = review::text_of(own(hours_field::times));
    if (times == times_once || times == times_visit)
        row.counted = times == times_visit ? process::Times::visit : process::Times::once;
    row.times = row.counted == process::Times::visit ? visits : 1;
    const bool other_times = row.work != nullptr && row.counted != row.work->times;
    row.edited = minimum || maximum || persons || other_times;
}

HoursRow row_of(const process::Hours& work, const std::string& length) {
    HoursRow row;
    row.work = &work;
    row.key = hours_key(work.id);
    row.proposed = {work.minimum, work.maximum};
    if (work.lengths && length == half_day) row.proposed = {work.lengths->half_day, work.lengths->half_day};
    if (work.lengths && length == whole_day) row.proposed = {work.lengths->whole_day, work.lengths->whole_day};
    row.proposed_persons = work.persons;
    row.counted = work.times;
    return row;
}

/// Work that people added for a role; nothing when the entity is something else.
std::optional<HoursRow> added_row(const review::Review& review, const std::string& id, const process::Role& role) {
    HoursRow row;
    row.key = hours_key(id);
    const auto text = [&](std::string_view field) {
        return review::text_of(review.document().value({row.key, std::string(field)}));
    };
    const auto& known = review.process().hours;
    const bool of_process =
        std::any_of(known.begin(), known.end(), [&](const process::Hours& work) { return work.id == id; });
    if (of_process || text(hours_field::role) != role.id) return std::nullopt;
    row.own_title = text(hours_field::title);
    return row;
}

void add(HoursRange& total, const HoursRange& part) {
    total.minimum += part.minimum;
    total.maximum += part.maximum;
}

HoursRange repeated(const HoursRange& range, std::size_t count) {
    const auto factor = static_cast<double>(count);
    return {range.minimum * factor, range.maximum * factor};
}

RoleHours make_role(const review::Review& review, const process::Role& role, std::size_t visits) {
    RoleHours made;
    made.role = &role;
    const std::string length = counted_length(review);
    for (const process::Hours& work : review.process().hours) {
        if (work.role != role.id) continue;
        if (review.document().is_deleted(hours_key(work.id)))
            made.left_out.push_back(&work);
        else
            made.rows.push_back(row_of(work, length));
    }
    for (const std::string& id : review::sorted_ids(review.document(), hours_collection)) {
        if (auto row = added_row(review, id, role)) made.rows.push_back(std::move(*row));
    }
    for (HoursRow& row : made.rows) {
        put_own(row, review.document(), visits);
        add(made.hours, row.hours());
        add(made.person_hours, row.person_hours());
    }
    for (const process::HoursNote& note : review.process().hours_notes) {
        if (note.role == role.id) made.notes.push_back(&note.text);
    }
    return made;
}

} // namespace

std::string to_text(const HoursRange& range, process::Language language) {
    const std::string least = number_text(range.minimum, language);
    return range.minimum == range.maximum ? least : least + "–" + number_text(range.maximum, language);
}

HoursRange HoursRow::hours() const {
    return repeated(each_time, times);
}

HoursRange HoursRow::person_hours() const {
    return repeated(hours(), persons);
}

std::string HoursRow::title(process::Language language) const {
    return work == nullptr ? own_title : work->title.in(language);
}

document::EntityKey hours_key(std::string_view hours) {
    return {std::string(hours_collection), std::string(hours)};
}

std::vector<RoleHours> make_hours(const review::Review& review, std::size_t visits) {
    const process::Process& process = review.process();
    std::vector<RoleHours> list;
    for (const process::Hours& work : process.hours) {
        const process::Role* role = process.role(work.role);
        const bool listed =
            std::any_of(list.begin(), list.end(), [&](const RoleHours& each) { return each.role == role; });
        if (role != nullptr && !listed) list.push_back(make_role(review, *role, visits));
    }
    return list;
}

std::size_t number_of_visits(const review::Review& review) {
    return review.subjects(process::Scope::host).size();
}

std::size_t counted_visits(const review::Review& review) {
    constexpr std::size_t most_visits = 1000;
    const std::size_t own =
        review::whole_number_of(review.document().value({review::review_key(), std::string(hours_field::visits)}));
    return own > 0 && own <= most_visits ? own : number_of_visits(review);
}

std::string counted_length(const review::Review& review) {
    const std::string own =
        review::text_of(review.document().value({review::review_key(), std::string(hours_field::length)}));
    if (own == half_day || own == whole_day) return own;
    std::string common;
    for (const review::Participant& host : review.hosts()) {
        const std::string length = review.visit_of(host.id).length;
        if (length.empty() || (!common.empty() && common != length)) return "";
        common = length;
    }
    return common;
}

} // namespace planner::planning
