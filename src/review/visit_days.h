#pragma once

#include <string_view>

#include "review/availability.h"

namespace planner::review {

/// Whether the day of a visit is chosen from the rows of this table: some run sheet of the process says so.
bool offers_visit_days(const process::Process& process, std::string_view card, std::string_view table);

/// The columns of a table that say when: the first with a date, and the first two with a time. Null where it has none.
struct DayColumns {
    const process::Field* date = nullptr;
    const process::Field* from = nullptr;
    const process::Field* until = nullptr;
};

DayColumns day_columns(const process::Field& table);

/// Whether the second of two times, hh:mm, comes before the first; a visit begins and ends on one day.
bool ends_before_it_begins(std::string_view from, std::string_view until);
/// Whether a row of such a table does.
bool ends_before_it_begins(const document::Document& document, const document::EntityKey& row, const process::Field& table);

/// The days that are proposed for a visit, with the answers of all who take part but who is visited.
struct VisitDays {
    Visit visit; ///< as it is now; its participant is "" when it is at nobody
    DatePoll poll;

    /// Ids of the days that the visit is on. Of several at its date those whose time it has, if there are any.
    std::vector<std::string> chosen() const;
};

/// Those in a table with dates on the card of a participant, or of the whole review when `participant` is empty. One that
/// ends before it begins has no end: it can be chosen with the time at which it begins.
VisitDays visit_days(const Review& review, std::string_view card, std::string_view participant,
                     const process::Field& table);

} // namespace planner::review
