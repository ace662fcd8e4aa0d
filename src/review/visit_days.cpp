#include "review/visit_days.h"

#include <algorithm>
#include <utility>

#include "review/rows.h"
#include "review/values.h"

namespace planner::review {
namespace {

using process::Field;
using process::FieldKind;

bool names_table(const process::RunSheetPart& part, std::string_view card, std::string_view table) {
    return part.kind == process::PartKind::visit_dates && part.card == card &&
           std::find(part.fields.begin(), part.fields.end(), table) != part.fields.end();
}

std::string text_in(const document::Document& document, const document::EntityKey& row, const Field* column) {
    return column == nullptr ? std::string() : text_of(document.value(column_key(row, *column)));
}

DateOption option_in(const document::Document& document, const document::EntityKey& row, const DayColumns& columns) {
    const auto text = [&](const Field* column) { return text_in(document, row, column); };
    DateOption option{row.id, text(columns.date), text(columns.from), "", text(columns.until)};
    if (ends_before_it_begins(option.time, option.until)) option.until.clear();
    return option;
}

bool is_time(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    return text.size() == 5 && text[2] == ':' && text.find_first_not_of(digits) == 2 && text.find_last_not_of(digits) == 2;
}

} // namespace

bool offers_visit_days(const process::Process& process, std::string_view card, std::string_view table) {
    for (const process::RunSheet& sheet : process.run_sheets) {
        for (const process::RunSheetItem& item : sheet.items) {
            if (std::any_of(item.parts.begin(), item.parts.end(),
                            [&](const process::RunSheetPart& part) { return names_table(part, card, table); }))
                return true;
        }
    }
    return false;
}

DayColumns day_columns(const Field& table) {
    DayColumns found;
    for (const Field& column : table.columns) {
        if (column.kind == FieldKind::date && found.date == nullptr) {
            found.date = &column;
        } else if (column.kind == FieldKind::time && found.from == nullptr) {
            found.from = &column;
        } else if (column.kind == FieldKind::time && found.until == nullptr) {
            found.until = &column;
        }
    }
    return found;
}

bool ends_before_it_begins(std::string_view from, std::string_view until) {
    return is_time(from) && is_time(until) && until < from;
}

bool ends_before_it_begins(const document::Document& document, const document::EntityKey& row, const Field& table) {
    const DayColumns columns = day_columns(table);
    return ends_before_it_begins(text_in(document, row, columns.from), text_in(document, row, columns.until));
}

std::vector<std::string> VisitDays::chosen() const {
    std::vector<std::string> same_date, same_time;
    for (const OptionCount& count : poll.options) {
        const DateOption& option = count.option;
        if (option.date != visit.date) continue;
        same_date.push_back(option.id);
        if (option.time == visit.time) same_time.push_back(option.id);
    }
    return same_time.empty() ? same_date : same_time;
}

VisitDays visit_days(const Review& review, std::string_view card, std::string_view participant, const Field& table) {
    if (review.host_of(participant).empty()) return {};
    const DayColumns columns = day_columns(table);
    std::vector<DateOption> options;
    for (const document::EntityKey& row : review.rows(card, participant, table))
        options.push_back(option_in(review.document(), row, columns));
    VisitDays days{review.visit_of(participant), {}};
    std::vector<Participant> others = review.participants();
    std::erase_if(others, [&](const Participant& each) { return each.id == days.visit.participant; });
    days.poll = count_answers(review, std::move(options), std::move(others));
    return days;
}

} // namespace planner::review
