#include "app/planner.h"

namespace planner::app {

void Planner::on_index(std::string_view summaries_json) {
    put_index(summaries_json);
    want_archive();
    touch();
}

void Planner::on_loaded(std::string_view review_id, platform::LoadOutcome outcome, std::string_view bytes) {
    if (reviews_.loaded(review_id, outcome, bytes)) touch();
    const auto wanted = awaited_.copies.find(review_id);
    const OpenReview* review = reviews_.find(review_id);
    if (wanted != awaited_.copies.end() && review != nullptr) {
        awaited_.copies.erase(wanted);
        finish_copy(*review);
    }
    advance_import();
    archive_loaded(review_id, outcome, bytes);
}

platform::SaveDecision Planner::on_save_transaction(std::string_view review_id, const platform::StoredReview& stored,
                                                    platform::SaveImage& image) {
    const std::uint64_t before = reviews_.revision();
    const platform::SaveDecision decision = reviews_.transaction(review_id, stored, image);
    if (decision == platform::SaveDecision::stored_unreadable) {
        toasts_.add(ToastKind::problem, texts_.tr("save.rescued"), platform_.now());
    }
    if (reviews_.revision() != before) touch();
    return decision;
}

void Planner::on_saved(std::string_view review_id, platform::SaveOutcome outcome, std::string_view) {
    reviews_.saved(review_id, outcome);
    if (update_wanted_ && !has_unsaved()) {
        update_wanted_ = false;
        platform_.apply_update();
    }
    touch();
}

void Planner::on_changed_elsewhere(std::string_view review_id) {
    reviews_.changed_elsewhere(review_id);
    touch();
}

void Planner::on_storage_state(platform::StorageState state) {
    if (state == platform::StorageState::emptied) {
        reviews_.store_again();
        toasts_.add(ToastKind::problem, texts_.tr("save.emptied"), platform_.now());
        touch();
        return;
    }
    storage_ = state;
    reviews_.set_memory_only(state == platform::StorageState::memory_only);
    touch();
}

void Planner::print(const exchange::Sheet& sheet) {
    platform_.print(sheet.title, exchange::to_html(sheet));
}

void Planner::on_print_impossible() {
    toasts_.add(ToastKind::problem, texts_.tr("print.impossible"), platform_.now());
    touch();
}

void Planner::on_codes_unavailable() {
    toasts_.add(ToastKind::problem, texts_.tr("codes.unavailable"), platform_.now());
    touch();
}

void Planner::on_update_available() {
    update_available_ = true;
    touch();
}

} // namespace planner::app
