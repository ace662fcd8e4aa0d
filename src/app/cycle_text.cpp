#include "app/cycle_text.h"

#include "app/dates.h"
#include "planning/key_dates.h"

namespace planner::app {
namespace {

std::string time_left(const Texts& texts, int months) {
    const std::string years = texts.count("duration.years", static_cast<std::size_t>(months / 12));
    const std::string rest = texts.count("duration.months", static_cast<std::size_t>(months % 12));
    if (months < 12 || months % 12 == 0)
        return texts.tr("review.cycle_left_one", {{"time", months < 12 ? rest : years}});
    return texts.tr("review.cycle_left", {{"years", years}, {"months", rest}});
}

} // namespace

std::string cycle_text(const Texts& texts, const review::Review& review, planning::Day today) {
    const planning::KeyDates dates(review);
    const auto day = dates.of(process::KeyDate::cycle, "");
    if (!day) return "";
    std::string text = long_date(texts, *day);
    if (dates.is_proposed(process::KeyDate::cycle)) text = texts.tr("review.cycle_proposed", {{"date", text}});
    const int months = planning::months_between(today, *day);
    return months > 0 ? text + ", " + time_left(texts, months) : text;
}

} // namespace planner::app
