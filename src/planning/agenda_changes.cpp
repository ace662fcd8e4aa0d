#include "planning/agenda_changes.h"

#include <algorithm>
#include <array>

#include "document/fractional_index.h"
#include "planning/run_sheet_status.h"
#include "review/values.h"

namespace planner::planning {
namespace {

using review::FieldWrite;

constexpr std::size_t minutes_of_new_item = 10;

FieldWrite write(const document::EntityKey& line, std::string_view field, document::Value value) {
    return {{line, std::string(field)}, std::move(value)};
}

/// Numbers are kept as fields keep them: as they are typed.
FieldWrite write_minutes(const document::EntityKey& line, std::size_t minutes) {
    return write(line, agenda_field::minutes, std::to_string(minutes));
}

void add_proposal_of(const AgendaItem& line, std::vector<FieldWrite>& writes) {
    static constexpr std::array<std::string_view, 6> texts = {
        agenda_field::minutes, agenda_field::title, agenda_field::who,
        agenda_field::needs,   agenda_field::start, document::position_field};
    if (line.item == nullptr) {
        writes.push_back(write(line.key, document::deleted_field, true));
        return;
    }
    for (const std::string_view field : texts) writes.push_back(write(line.key, field, ""));
    writes.push_back(write(line.key, agenda_field::left_out, false));
}

} // namespace

std::vector<FieldWrite> move_item(const Agenda& agenda, const document::EntityKey& line, review::Direction direction) {
    std::vector<review::Sibling> siblings;
    for (const AgendaItem& item : agenda.items) siblings.push_back({item.key, item.position});
    return review::move_among(siblings, line, direction);
}

review::NewRow new_item(const review::Review& review, const Agenda& agenda, const AgendaItem* above,
                        const review::RandomBits& random) {
    const auto& items = agenda.items;
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const AgendaItem& item) { return above != nullptr && item.key == above->key; });
    const auto next = found == items.end() ? found : found + 1;
    const std::string before = next == items.begin() ? "" : (next - 1)->position;
    const std::string after = next == items.end() ? "" : next->position;
    review::NewRow row;
    row.row = added_item_key(agenda.sheet->id, agenda.subject, review::random_id(random));
    const FieldWrite position = write(row.row, document::position_field, document::index_between(before, after));
    row.writes = review::missing_links(review.document(), position.key);
    row.writes.push_back(position);
    row.writes.push_back(write_minutes(row.row, minutes_of_new_item));
    return row;
}

std::vector<FieldWrite> leave_out(const AgendaItem& item) {
    const bool says_nothing =
        item.item == nullptr && item.own_title.empty() && item.own_who.empty() && item.own_needs.empty();
    return {write(item.key, says_nothing ? document::deleted_field : agenda_field::left_out, true)};
}

std::vector<FieldWrite> put_back(const AgendaItem& item) {
    std::vector<FieldWrite> writes = {write(item.key, agenda_field::left_out, false),
                                      write(item.key, document::deleted_field, false)};
    if (item.minutes == 0 && item.item != nullptr) writes.push_back(write_minutes(item.key, item.item->minimum));
    return writes;
}

std::vector<FieldWrite> shorten(const std::vector<ShorterItem>& items) {
    std::vector<FieldWrite> writes;
    for (const ShorterItem& item : items) writes.push_back(write_minutes(item.key, item.minutes));
    return writes;
}

std::vector<FieldWrite> unlock(const AgendaItem& item) {
    return {write(item.key, agenda_field::start, "")};
}

std::vector<FieldWrite> agree_on_length(const Agenda& agenda) {
    return {write(run_sheet_key(agenda.sheet->id, agenda.subject), run_sheet_field::agreed,
                  static_cast<std::size_t>(std::max(0, agenda.length_minutes)))};
}

std::vector<FieldWrite> as_proposed(const Agenda& agenda) {
    std::vector<FieldWrite> writes;
    for (const AgendaItem& line : agenda.items) add_proposal_of(line, writes);
    for (const AgendaItem& line : agenda.left_out) {
        if (line.item != nullptr) add_proposal_of(line, writes);
    }
    writes.push_back(write(run_sheet_key(agenda.sheet->id, agenda.subject), run_sheet_field::agreed, ""));
    return writes;
}

bool differs_from_proposal(const review::Review& review, const Agenda& agenda) {
    const std::vector<FieldWrite> writes = as_proposed(agenda);
    return std::any_of(writes.begin(), writes.end(), [&](const FieldWrite& each) {
        return each.value == true || review::is_filled(review.document().value(each.key));
    });
}

} // namespace planner::planning
