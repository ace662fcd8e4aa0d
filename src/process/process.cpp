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

} // namespace planner::process
