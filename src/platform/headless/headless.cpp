#include "platform/headless/headless.h"

#include <algorithm>
#include <utility>

namespace planner::platform {

std::string HeadlessWorld::index_json() const {
    std::string list = "[";
    for (const auto& [id, record] : records) {
        if (list.size() > 1) list += ',';
        list += record.summary;
    }
    return list + "]";
}

std::optional<SaveOutcome> HeadlessWorld::next_failure() {
    ++operations_;
    if (broken_) return broken_;
    if (fail_at_ == 0) return std::nullopt;
    --fail_at_;
    return fail_at_ == 0 ? std::optional(failure_) : std::nullopt;
}

HeadlessPlatform::HeadlessPlatform(HeadlessWorld& world) : world_(world) {
    world_.tabs_.push_back(this);
}

HeadlessPlatform::~HeadlessPlatform() {
    if (room_ != nullptr) room_->remove(*this);
    std::erase(world_.tabs_, this);
}

bool HeadlessPlatform::pump_one() {
    if (queue_.empty() || events_ == nullptr) return false;
    const auto event = std::move(queue_.front());
    queue_.pop_front();
    event();
    return true;
}

std::size_t HeadlessPlatform::pump() {
    std::size_t delivered = 0;
    while (pump_one()) ++delivered;
    return delivered;
}

void HeadlessPlatform::load_review(std::string_view review_id) {
    queue_.push_back([this, id = std::string(review_id)] {
        if (world_.next_failure()) {
            events_->on_loaded(id, LoadOutcome::failed, "");
            return;
        }
        const auto record = world_.records.find(id);
        if (record == world_.records.end()) {
            events_->on_loaded(id, LoadOutcome::absent, "");
            return;
        }
        const std::string bytes = record->second.document;
        events_->on_loaded(id, LoadOutcome::found, bytes);
    });
}

void HeadlessPlatform::save_review(std::string_view review_id) {
    queue_.push_back([this, id = std::string(review_id)] { run_save(id); });
}

/// The transaction is one step and its completion is told in a later one: a tab can be killed between them.
void HeadlessPlatform::run_save(const std::string& review_id) {
    const std::optional<SaveOutcome> failure = world_.next_failure();
    const bool fails_before_reading = failure == SaveOutcome::connection_lost || failure == SaveOutcome::blocked ||
                                      failure == SaveOutcome::newer_version;
    if (!fails_before_reading) {
        const auto record = world_.records.find(review_id);
        const HeadlessWorld::Record stored = record == world_.records.end() ? HeadlessWorld::Record{} : record->second;
        SaveImage image;
        const SaveDecision decision = events_->on_save_transaction(review_id, {stored.document, stored.summary}, image);
        if (!failure) commit(review_id, decision, std::move(image));
    }
    queue_.push_back([this, review_id, failure] {
        events_->on_saved(review_id, failure.value_or(SaveOutcome::saved), failure ? "injected failure" : "");
    });
}

void HeadlessPlatform::commit(const std::string& review_id, SaveDecision decision, SaveImage image) {
    if (decision == SaveDecision::nothing_to_write) return;
    if (decision == SaveDecision::erase) {
        world_.records.erase(review_id);
        return;
    }
    const auto record = world_.records.find(review_id);
    if (decision == SaveDecision::stored_unreadable && record != world_.records.end()) {
        world_.rescued.emplace_back(review_id, record->second);
    }
    world_.records[review_id] = {std::move(image.document), std::move(image.summary)};
    ++world_.writes;
}

void HeadlessPlatform::announce_change(std::string_view review_id) {
    for (HeadlessPlatform* tab : world_.tabs_) {
        if (tab == this) continue;
        tab->queue_.push_back([tab, id = std::string(review_id)] {
            tab->events_->on_index(tab->world_.index_json());
            tab->events_->on_changed_elsewhere(id);
        });
    }
}

void HeadlessPlatform::download(std::string_view file_name, std::string_view mime_type, std::string_view bytes) {
    downloads.push_back({std::string(file_name), std::string(mime_type), std::string(bytes)});
}

void HeadlessPlatform::show_as_codes(std::string_view file_name, std::string_view bytes) {
    if (has_codes)
        shown_as_codes.push_back({std::string(file_name), std::string(bytes)});
    else
        queue_.push_back([this] { events_->on_codes_unavailable(); });
}

void HeadlessPlatform::read_codes() {
    if (has_codes)
        ++code_readings;
    else
        queue_.push_back([this] { events_->on_codes_unavailable(); });
}

void HeadlessPlatform::lock(const LockJob& job) {
    // As long as a real payload is at least: check, tag and bytes.
    constexpr std::size_t shortest = 20;
    std::string payload = std::string(job.pass_phrase) + '\0' + std::string(job.header) + '\0' + std::string(job.bytes);
    payload.resize(std::max(payload.size(), shortest), ' ');
    queue_.push_back([this, request = job.request, payload = std::move(payload)] {
        if (has_cryptography)
            events_->on_lock(request, LockOutcome::done, payload);
        else
            events_->on_lock(request, LockOutcome::unavailable, "");
    });
}

void HeadlessPlatform::unlock(const LockJob& job) {
    const std::string phrase = std::string(job.pass_phrase) + '\0', header = std::string(job.header) + '\0';
    std::string bytes(job.bytes);
    LockOutcome outcome = has_cryptography ? LockOutcome::done : LockOutcome::unavailable;
    if (has_cryptography && bytes.rfind(phrase, 0) != 0)
        outcome = LockOutcome::wrong_pass_phrase;
    else if (has_cryptography && bytes.compare(phrase.size(), header.size(), header) != 0)
        outcome = LockOutcome::damaged;
    bytes.erase(0, outcome == LockOutcome::done ? phrase.size() + header.size() : bytes.size());
    queue_.push_back([this, request = job.request, outcome, bytes = std::move(bytes)] { events_->on_lock(request, outcome, bytes); });
}

void HeadlessPlatform::print(std::string_view title_on_paper, std::string_view html) {
    if (has_printer)
        printed.push_back({std::string(title_on_paper), std::string(html)});
    else
        queue_.push_back([this] { events_->on_print_impossible(); });
}

void HeadlessPlatform::set_route(std::string_view new_hash, HistoryEntry entry) {
    if (entry == HistoryEntry::push) {
        history_.resize(position_ + 1);
        history_.emplace_back();
        ++position_;
    }
    history_[position_] = std::string(new_hash);
}

bool HeadlessPlatform::go_back() {
    if (position_ == 0) return false;
    --position_;
    queue_.push_back([this, hash = history_[position_]] { events_->on_route(hash); });
    return true;
}

bool HeadlessPlatform::go_forward() {
    if (position_ + 1 == history_.size()) return false;
    ++position_;
    queue_.push_back([this, hash = history_[position_]] { events_->on_route(hash); });
    return true;
}

void HeadlessPlatform::request_frame(int milliseconds) {
    const std::int64_t at = world_.now + milliseconds;
    if (!wake_at_ || at < *wake_at_) wake_at_ = at;
}

std::optional<std::int64_t> HeadlessPlatform::take_wake_up() {
    return std::exchange(wake_at_, std::nullopt);
}

} // namespace planner::platform
