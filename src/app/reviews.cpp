#include "app/reviews.h"

#include <algorithm>
#include <utility>

#include "document/merge.h"
#include "document/write.h"
#include "review/review.h"

namespace planner::app {

OpenReview* Reviews::find(std::string_view id) {
    const auto found = reviews_.find(id);
    return found == reviews_.end() ? nullptr : found->second.get();
}

const OpenReview* Reviews::find(std::string_view id) const {
    const auto found = reviews_.find(id);
    return found == reviews_.end() ? nullptr : found->second.get();
}

OpenReview& Reviews::at(std::string_view id) {
    if (OpenReview* review = find(id)) return *review;
    auto& review = reviews_[std::string(id)];
    review = std::make_unique<OpenReview>(std::string(id));
    review->saving_.set_memory_only(memory_only_);
    return *review;
}

OpenReview& Reviews::open(std::string_view id) {
    OpenReview& review = at(id);
    if (review.state_ == OpenState::ready || review.state_ == OpenState::loading) return review;
    ++revision_;
    review.expiring_ = false;
    if (memory_only_) {
        review.state_ = OpenState::absent;
        return review;
    }
    review.state_ = OpenState::loading;
    platform_.load_review(id);
    return review;
}

OpenReview& Reviews::adopt(document::Document document) {
    OpenReview& review = at(document.id());
    review.document_ = std::move(document);
    review.state_ = OpenState::ready;
    review.stored_.clear();
    changed(review);
    refresh_summary(review);
    return review;
}

void Reviews::refresh_summary(OpenReview& review) {
    Summary summary = summarise(*review.document_, review.process());
    if (agenda_of) summary.agenda = agenda_of(*review.document_, review.process());
    if (const Summary* known = overview_.find(review.id_)) summary.removed = known->removed;
    overview_.put(std::move(summary));
}

void Reviews::changed(OpenReview& review) {
    // Somebody works in it: it must not disappear with that work.
    overview_.set_removed(review.id_, 0);
    if (review.ready()) review.process_.update(*review.document_);
    ++review.revision_;
    ++revision_;
    review.saving_.changed(platform_.now());
    // Without storage no save refreshes the summary.
    if (memory_only_ && review.ready()) refresh_summary(review);
}

void Reviews::summary_changed(std::string_view id) {
    ++revision_;
    OpenReview& review = at(id);
    review.saving_.changed(platform_.now());
    if (review.ready()) refresh_summary(review);
}

void Reviews::expire(std::string_view id) {
    if (const OpenReview* review = find(id); review != nullptr && review->state_ != OpenState::none) return;
    at(id).expiring_ = true;
    summary_changed(id);
}

void Reviews::set_memory_only(bool memory_only) {
    memory_only_ = memory_only;
    for (auto& [id, review] : reviews_) review->saving_.set_memory_only(memory_only);
    ++revision_;
}

void Reviews::store_again() {
    for (auto& [id, review] : reviews_) {
        if (review->ready()) review->saving_.changed(platform_.now());
    }
    ++revision_;
}

void Reviews::translated() {
    for (auto& [id, review] : reviews_) {
        if (review->ready()) review->process_.update(*review->document_);
    }
    ++revision_;
}

void Reviews::take_in(OpenReview& target, std::string_view bytes) {
    target.state_ = OpenState::unreadable;
    target.stored_ = std::string(bytes);
    auto read = document::read(bytes);
    if (!read) {
        target.problem_ = {Unreadable::Why::refused, std::move(read.error())};
        return;
    }
    target.process_.update(read->document);
    if (read->document.id() != target.id_ || read->document.kind() != "review") {
        target.problem_ = {Unreadable::Why::unknown_kind, {}};
    } else if (!target.process_.known() && !target.process_.problem()) {
        target.problem_ = {Unreadable::Why::unknown_process, {}};
    } else {
        target.document_ = std::move(read->document);
        target.state_ = OpenState::ready;
    }
}

bool Reviews::loaded(std::string_view id, platform::LoadOutcome outcome, std::string_view bytes) {
    OpenReview* review = find(id);
    if (review == nullptr) return false;
    if (review->state_ == OpenState::ready) {
        return outcome == platform::LoadOutcome::found && merge_stored(*review, bytes) == StoredMerge::merged;
    }
    if (review->state_ != OpenState::loading) return false;
    if (outcome == platform::LoadOutcome::found) {
        take_in(*review, bytes);
        if (review->ready()) refresh_agenda(*review);
    } else if (outcome == platform::LoadOutcome::absent) {
        review->state_ = OpenState::absent;
    } else {
        review->state_ = OpenState::unreadable;
        review->stored_.clear();
        review->problem_ = {Unreadable::Why::storage_failed, {}};
    }
    ++review->revision_;
    ++revision_;
    return true;
}

void Reviews::refresh_agenda(OpenReview& review) {
    const Summary* known = overview_.find(review.id_);
    // Written by an earlier planner, or before somebody said who they are.
    if (known != nullptr && agenda_of && known->agenda != agenda_of(*review.document_, review.process()))
        summary_changed(review.id_);
}

StoredMerge Reviews::merge_stored(OpenReview& review, std::string_view bytes) {
    if (bytes == review.stored_) return StoredMerge::unchanged;
    const auto read = document::read(bytes);
    if (!read) {
        const bool newer = read.error().reason == document::Reason::newer_format;
        return newer ? StoredMerge::newer_version : StoredMerge::unreadable;
    }
    const document::Redactions before = review.document_->redactions();
    const auto report = document::merge_into(*review.document_, read->document);
    if (!report) return StoredMerge::unreadable;
    if (!(before == review.document_->redactions())) review.undo_.clear();
    review.stored_ = std::string(bytes);
    if (report->new_entities.empty() && report->changed.empty() && report->conflicts.empty() &&
        report->deleted.empty() && report->redacted.empty()) {
        return StoredMerge::unchanged;
    }
    review.process_.update(*review.document_);
    ++review.revision_;
    ++revision_;
    refresh_summary(review);
    if (merged_from_elsewhere) merged_from_elsewhere(review);
    return StoredMerge::merged;
}

platform::SaveDecision Reviews::summary_transaction(OpenReview& review, const platform::StoredReview& stored,
                                                    platform::SaveImage& image) {
    using platform::SaveDecision;
    review.saving_.captured();
    if (stored.document.empty()) return SaveDecision::nothing_to_write;
    std::vector<Summary> read = read_summaries("[" + std::string(stored.summary) + "]");
    const Summary* known = overview_.find(review.id_);
    if (review.expiring_) {
        if (read.size() == 1 && read[0].expired(platform_.now())) {
            overview_.forget(review.id_);
            review.announce_ = true;
            return SaveDecision::erase;
        }
        if (read.size() == 1) overview_.put(std::move(read[0]));
        return SaveDecision::nothing_to_write;
    }
    if (known == nullptr) return SaveDecision::nothing_to_write;
    // Another tab may have written since this one heard of the review: all but the removal is the stored one's to tell.
    Summary summary = read.size() == 1 ? std::move(read[0]) : *known;
    summary.removed = known->removed;
    image = {std::string(stored.document), write_summary(summary)};
    review.announce_ = true;
    return SaveDecision::write;
}

platform::SaveDecision Reviews::transaction(std::string_view id, const platform::StoredReview& stored,
                                            platform::SaveImage& image) {
    using platform::SaveDecision;
    OpenReview* review = find(id);
    if (review == nullptr) return SaveDecision::nothing_to_write;
    review->announce_ = false;
    if (!review->ready()) return summary_transaction(*review, stored, image);
    SaveDecision decision = SaveDecision::write;
    if (!stored.document.empty()) {
        const StoredMerge merge = merge_stored(*review, stored.document);
        if (merge == StoredMerge::newer_version) {
            review->saving_.refused_by_newer();
            return SaveDecision::nothing_to_write;
        }
        if (merge == StoredMerge::unreadable) decision = SaveDecision::stored_unreadable;
    }
    refresh_summary(*review);
    image = {document::write(*review->document_), write_summary(*overview_.find(id))};
    review->saving_.captured();
    review->stored_ = image.document;
    if (stored.document == image.document && stored.summary == image.summary) return SaveDecision::nothing_to_write;
    review->announce_ = true;
    return decision;
}

void Reviews::saved(std::string_view id, platform::SaveOutcome outcome) {
    OpenReview* review = find(id);
    if (review == nullptr) return;
    ++revision_;
    review->saving_.finished(outcome, platform_.now());
    if (outcome == platform::SaveOutcome::saved) {
        review->expiring_ = false;
        if (review->announce_) platform_.announce_change(id);
    } else if (review->ready()) {
        // What is stored now is not what the transaction would have written.
        review->stored_.clear();
    }
    review->announce_ = false;
}

void Reviews::changed_elsewhere(std::string_view id) {
    OpenReview* review = find(id);
    if (review == nullptr || review->state_ == OpenState::none || review->state_ == OpenState::loading) return;
    if (review->state_ == OpenState::ready)
        platform_.load_review(id);
    else
        open(id);
}

void Reviews::start_save(OpenReview& review) {
    review.saving_.started();
    ++revision_;
    platform_.save_review(review.id_);
}

int Reviews::tick() {
    int next = -1;
    for (auto& [id, review] : reviews_) {
        const int due = review->saving_.due_in(platform_.now());
        if (due == 0)
            start_save(*review);
        else if (due > 0)
            next = next < 0 ? due : std::min(next, due);
    }
    return next;
}

void Reviews::flush() {
    for (auto& [id, review] : reviews_) {
        review->saving_.hurry();
        if (review->saving_.due_in(platform_.now()) == 0) start_save(*review);
    }
}

void Reviews::downloaded(std::string_view id) {
    if (OpenReview* review = find(id)) review->saving_.downloaded();
}

platform::Leaving Reviews::leaving() const {
    const bool at_risk = std::any_of(reviews_.begin(), reviews_.end(),
                                     [](const auto& entry) { return entry.second->saving_.at_risk(); });
    return at_risk ? platform::Leaving::loses_work : platform::Leaving::safe;
}

bool Reviews::has_unsaved() const {
    return !memory_only_ && std::any_of(reviews_.begin(), reviews_.end(),
                                        [](const auto& entry) { return entry.second->saving_.unsaved(); });
}

} // namespace planner::app
