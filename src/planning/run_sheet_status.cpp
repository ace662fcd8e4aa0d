#include "planning/run_sheet_status.h"

#include <algorithm>

#include "review/values.h"

namespace planner::planning {

document::EntityKey run_sheet_key(std::string_view sheet, std::string_view subject) {
    std::string id(sheet);
    if (!subject.empty()) id.append(".").append(subject);
    return {"run_sheets", std::move(id)};
}

std::string_view stored_state(RunSheetState state) {
    if (state == RunSheetState::draft) return "";
    return state == RunSheetState::comments ? "comments" : "final";
}

RunSheetStatus status_of(const review::Review& review, std::string_view sheet, std::string_view subject) {
    const document::EntityKey key = run_sheet_key(sheet, subject);
    const auto at = [&](std::string_view field) -> const document::Value& {
        return review.document().value({key, std::string(field)});
    };
    RunSheetStatus status;
    const std::string stored = review::text_of(at(run_sheet_field::state));
    for (const RunSheetState state : {RunSheetState::comments, RunSheetState::settled}) {
        if (stored == stored_state(state)) status.state = state;
    }
    status.number = std::max<std::size_t>(1, review::whole_number_of(at(run_sheet_field::number)));
    status.on = parse_day(review::text_of(at(run_sheet_field::on)));
    status.by = review::text_of(at(run_sheet_field::by));
    return status;
}

std::size_t agreed_minutes(const review::Review& review, std::string_view sheet, std::string_view subject) {
    return review::whole_number_of(
        review.document().value({run_sheet_key(sheet, subject), std::string(run_sheet_field::agreed)}));
}

} // namespace planner::planning
