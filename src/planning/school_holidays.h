#pragma once

#include <tl/expected.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planning/working_days.h"
#include "process/load.h"
#include "review/review.h"

namespace planner::planning {

/// The parts of the Netherlands that have their school holidays at other times.
enum class Region { north, middle, south };

/// The region that a participant fills in: "noord", "midden" or "zuid", in any letters, alone or after "regio".
/// Nothing for any other text.
std::optional<Region> region_in(std::string_view text);

/// What is kept for a participant that has no school holidays at all, whatever its region is called.
constexpr std::string_view no_region = "none";

/// Whose school holidays a participant has: as people chose it, else as far as its region says so.
std::optional<Region> holiday_region_of(const review::Participant& participant);

struct SchoolHoliday {
    std::string id; ///< stays the same for ever: people's own dates for it are kept under it
    process::Text title;
    Day first;
    Day last; ///< belongs to it
    std::vector<Region> regions;
};

using SchoolHolidays = std::vector<SchoolHoliday>;

/// Reads a file of school holidays (assets/holidays) strictly: unknown members, double ids, days that do not exist and
/// periods that end before they begin are errors. Gives the first error.
tl::expected<SchoolHolidays, process::ProcessError> load_school_holidays(std::string_view json);

/// Where the free days of a review are kept, and its own dates for a school holiday: an entity with the holiday's id.
/// When that is removed, the holiday does not hold for this review.
constexpr std::string_view free_periods = "free_periods";

/// Fields of such an entity. A period without a last day is one day. Of a school holiday, what is not filled in or is
/// no day stays as it was.
namespace free_period_field {
constexpr std::string_view first = "first"; ///< yyyy-mm-dd
constexpr std::string_view last = "last";   ///< the same
constexpr std::string_view title = "title";
} // namespace free_period_field

/// A period as it stands in one review, to be shown and changed.
struct ReviewPeriod {
    const SchoolHoliday* holiday = nullptr; ///< null for a period that people added
    document::EntityKey key;                ///< where people's own days and words for it are kept
    std::optional<Day> first = {};
    std::optional<Day> last = {};
    std::string title = {}; ///< of people; "" where they left that of the school holiday
    bool left_out = false;
    bool edited = false; ///< people gave a school holiday other days
};

/// The last day of the last school holiday; later ones are not known. Nothing without any.
std::optional<Day> known_until(const SchoolHolidays& holidays);

/// The school holidays of the regions of everybody who takes part, of every region when nobody has one that is known,
/// by their first day; then the periods that people added, also those whose days are not filled in yet.
std::vector<ReviewPeriod> periods_in(const review::Review& review, const SchoolHolidays& holidays);

/// The first of those periods in which a participant is free on that day: of its own region, or one that people added.
/// Nothing when it is not free then, or when its region is not known.
std::optional<ReviewPeriod> free_period_on(const review::Review& review, const SchoolHolidays& holidays,
                                           const review::Participant& participant, Day day);

/// As it is written in the region of a participant: "noord".
std::string_view to_text(Region region);

/// The days on which work may be due in one review, read once.
class ReviewDays {
public:
    ReviewDays(const review::Review& review, const SchoolHolidays& holidays);

    /// Of one participant: off its region's school holidays and the review's own free periods. A participant without a
    /// region that is known has no school holidays. For "" and whoever does not take part: off those of everybody.
    const WorkingDays& of(std::string_view subject) const;

private:
    WorkingDays everybody_;
    std::map<std::string, WorkingDays, std::less<>> participants_;
};

} // namespace planner::planning
