#include "process/process.h"

#include <algorithm>

namespace planner::process {

namespace {

template <typename Item>
const Item* find(const std::vector<Item>& items, std::string_view id) {
    const auto found = std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const Option* Field::option(std::string_view option_id) const {
    return find(options, option_id);
}

const Field* Field::column(std::string_view column_id) const {
    return find(columns, column_id);
}

const Field* Card::field(std::string_view field_id) const {
    for (const Block& block : blocks) {
        if (const Field* found = find(block.fields, field_id)) return found;
    }
    return nullptr;
}

std::size_t RunSheetItem::minutes_of(std::string_view length) const {
    if (minutes_by_length.empty()) return minutes;
    const auto found = minutes_by_length.find(length);
    return found == minutes_by_length.end() ? minutes_by_length.begin()->second : found->second;
}

std::size_t RunSheetItem::minimum_of(std::string_view length) const {
    return std::min(minimum, minutes_of(length));
}

const RunSheetItem* RunSheet::item(std::string_view item_id) const {
    return find(items, item_id);
}

const Card* Process::card(std::string_view card_id) const {
    return find(cards, card_id);
}

const Step* Process::step(std::string_view step_id) const {
    return find(steps, step_id);
}

const Step* Process::step_of_card(std::string_view card_id) const {
    const Card* found = card(card_id);
    return found ? step(found->step) : nullptr;
}

const Role* Process::role(std::string_view role_id) const {
    return find(roles, role_id);
}

const Role* Process::role_of(RoleKind kind) const {
    const auto found = std::find_if(roles.begin(), roles.end(), [kind](const Role& role) { return role.kind == kind; });
    return found == roles.end() ? nullptr : &*found;
}

const Task* Process::task(std::string_view task_id) const {
    return find(tasks, task_id);
}

const RunSheet* Process::run_sheet(std::string_view run_sheet_id) const {
    return find(run_sheets, run_sheet_id);
}

const Rule* Process::rule(std::string_view rule_id) const {
    return find(rules, rule_id);
}

const Message* Process::message(std::string_view message_id) const {
    return find(messages, message_id);
}

Process::BoundField Process::bound_field(std::string_view binding) const {
    for (const Card& card : cards) {
        for (const Block& block : card.blocks) {
            for (const Field& field : block.fields) {
                if (field.binding == binding) return {&card, &field};
            }
        }
    }
    return {};
}

Standing Process::standing_of(std::string_view table_binding, std::string_view state) const {
    const Field* table = bound_field(table_binding).field;
    const Field* column = table == nullptr ? nullptr : table->column("state");
    const Option* option = column == nullptr ? nullptr : column->option(state);
    return option == nullptr ? Standing::open : option->standing;
}

} // namespace planner::process
