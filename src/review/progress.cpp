#include "review/progress.h"

#include <algorithm>

#include "review/ids.h"
#include "review/values.h"

namespace planner::review {
namespace {

bool is_required(const process::Field& field) {
    return field.required == process::Requirement::required;
}

/// A row counts when its required columns are filled, or, when none is required, any column.
bool is_filled_row(const document::Document& document, const document::EntityKey& row, const process::Field& table) {
    bool any_required = false;
    bool any_filled = false;
    for (const process::Field& column : table.columns) {
        const bool filled = is_filled(document.value(column_key(row, column)));
        if (is_required(column) && !filled) return false;
        any_required = any_required || is_required(column);
        any_filled = any_filled || filled;
    }
    return any_required || any_filled;
}

/// The card of a participant, found once for all its fields: progress is counted anew after every letter typed.
class CardReader {
public:
    CardReader(const Review& review, std::string_view card, std::string_view participant)
        : review_(review), card_(card), participant_(participant),
          entity_(review.document().entity(card_key(card, participant))) {}

    bool is_filled(const process::Field& field) const {
        if (!field.binding.empty()) return review::is_filled(review_.value(card_, participant_, field));
        if (entity_ == nullptr) return false;
        const auto found = entity_->find(field.id);
        return found != entity_->end() && review::is_filled(found->second.shown());
    }

private:
    const Review& review_;
    std::string_view card_;
    std::string_view participant_;
    const document::Entity* entity_;
};

bool is_filled_field(const Review& review, const CardReader& reader, const process::Field& field, std::string_view card,
                     std::string_view participant) {
    if (field.kind != process::FieldKind::table) return reader.is_filled(field);
    const std::vector<document::EntityKey> rows = review.rows(card, participant, field);
    return std::any_of(rows.begin(), rows.end(),
                       [&](const document::EntityKey& row) { return is_filled_row(review.document(), row, field); });
}

struct Count {
    std::size_t asked = 0;
    std::size_t required = 0;
    std::size_t filled_required = 0;
    std::size_t filled = 0;

    bool complete() const { return required > 0 ? filled_required == required : filled > 0; }
};

Count count_fields(const Review& review, const CardReader& reader, const process::Block& block, std::string_view card,
                   std::string_view participant) {
    Count count;
    for (const process::Field& field : block.fields) {
        if (!review.is_asked(card, participant, field)) continue;
        ++count.asked;
        const bool filled = is_filled_field(review, reader, field, card, participant);
        if (filled) ++count.filled;
        if (!is_required(field)) continue;
        ++count.required;
        if (filled) ++count.filled_required;
    }
    return count;
}

} // namespace

bool is_filled(const Review& review, const process::Block& block, std::string_view card, std::string_view participant) {
    return count_fields(review, CardReader(review, card, participant), block, card, participant).complete();
}

Progress progress_of_card(const Review& review, const process::Card& card, std::string_view participant) {
    Progress progress;
    const CardReader reader(review, card.id, participant);
    for (const process::Block& block : card.blocks) {
        const Count count = count_fields(review, reader, block, card.id, participant);
        if (count.asked == 0) continue;
        ++progress.blocks;
        if (count.complete()) ++progress.filled_blocks;
        progress.required += count.required;
        progress.filled_required += count.filled_required;
    }
    return progress;
}

StepProgress progress_of_step(const Review& review, const process::Step& step) {
    StepProgress progress;
    for (const std::string& id : step.cards) {
        const process::Card* card = review.process().card(id);
        if (card == nullptr) continue;
        for (const std::string& participant : review.subjects(card->scope)) {
            ++progress.cards;
            if (progress_of_card(review, *card, participant).complete()) ++progress.complete_cards;
        }
    }
    return progress;
}

std::size_t current_step(const std::vector<StepProgress>& steps) {
    std::size_t after_last = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].cards == 0) continue;
        if (!steps[i].complete()) return i;
        after_last = i + 1;
    }
    return steps.empty() ? 0 : std::min(after_last, steps.size() - 1);
}

std::size_t current_step(const Review& review) {
    std::vector<StepProgress> steps;
    for (const process::Step& step : review.process().steps) steps.push_back(progress_of_step(review, step));
    return current_step(steps);
}

} // namespace planner::review
