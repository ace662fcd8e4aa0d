#include "planning/hours.h"

#include <algorithm>
#include <optional>

#include "review/values.h"

namespace planner::planning {
namespace {

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

HoursRow make_row(const document::Document& document, const process::Hours& work, std::size_t visits) {
    HoursRow row;
    row.work = &work;
    row.key = hours_key(work.id);
    const auto own = [&](std::string_view field) -> const document::Value& {
        return document.value({row.key, std::string(field)});
    };
    const auto minimum = own_hours(own(hours_field::minimum));
    const auto maximum = own_hours(own(hours_field::maximum));
    const auto persons = own_persons(own(hours_field::persons));
    row.each_time.minimum = minimum.value_or(work.minimum);
    row.each_time.maximum = std::max(row.each_time.minimum, maximum.value_or(work.maximum));
    row.persons = persons.value_or(work.persons);
    row.times = work.times == process::Times::visit ? visits : 1;
    row.edited = minimum || maximum || persons;
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
    for (const process::Hours& work : review.process().hours) {
        if (work.role != role.id || review.document().is_deleted(hours_key(work.id))) continue;
        made.rows.push_back(make_row(review.document(), work, visits));
        add(made.hours, made.rows.back().hours());
        add(made.person_hours, made.rows.back().person_hours());
    }
    for (const process::HoursNote& note : review.process().hours_notes) {
        if (note.role == role.id) made.notes.push_back(&note.text);
    }
    return made;
}

} // namespace

HoursRange HoursRow::hours() const {
    return repeated(each_time, times);
}

HoursRange HoursRow::person_hours() const {
    return repeated(hours(), persons);
}

document::EntityKey hours_key(std::string_view hours) {
    return {"hours", std::string(hours)};
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

} // namespace planner::planning
