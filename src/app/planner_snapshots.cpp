#include <algorithm>
#include <set>
#include <utility>

#include "app/earlier_versions.h"
#include "app/file_name.h"
#include "app/planner.h"
#include "document/read.h"
#include "document/write.h"
#include "review/values.h"

namespace planner::app {
namespace {

using document::Value;

std::string text_in(const Value& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() ? "" : review::text_of(*found);
}

std::int64_t number_in(const Value& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

} // namespace

std::vector<EarlierVersion> read_earlier_versions(std::string_view json) {
    std::vector<EarlierVersion> versions;
    const auto read = document::read_json(json);
    if (!read || !read->is_array()) return versions;
    for (const Value& entry : *read) {
        if (!entry.is_object() || text_in(entry, "key").empty()) continue;
        versions.push_back({text_in(entry, "key"), text_in(entry, "reviewId"), text_in(entry, "title"),
                            text_in(entry, "why"), number_in(entry, "savedAt"), number_in(entry, "size")});
    }
    return versions;
}

/// Where nothing can be kept, undo is what there is.
void Planner::keep_first(std::vector<std::string> reviews, std::string_view why, std::function<void()> act) {
    if (kept_first_) return;
    if (storage_ == platform::StorageState::memory_only || reviews.empty()) return act();
    kept_first_ = KeptFirst{std::move(reviews), std::string(why), ++earlier_.requests, 0, false, std::move(act)};
    kept_first_->awaited = kept_first_->reviews.size();
    for (const std::string& id : kept_first_->reviews) {
        const OpenReview* review = reviews_.find(id);
        const Summary* summary = overview_.find(id);
        // What this tab does not have in memory is kept as it is stored.
        const std::string bytes = review != nullptr && review->ready() ? document::write(review->document()) : "";
        platform_.take_snapshot(kept_first_->request, {id, why, summary == nullptr ? "" : summary->title, bytes});
    }
    touch();
}

void Planner::on_snapshot_taken(int request, platform::SaveOutcome outcome) {
    if (!kept_first_ || kept_first_->request != request || kept_first_->awaited == 0) return;
    if (outcome != platform::SaveOutcome::saved) kept_first_->failed = true;
    if (--kept_first_->awaited == 0) {
        if (!kept_first_->failed) settle_keeping(Keep::go_on);
        look_at_storage();
    }
    touch();
}

void Planner::settle_keeping(Keep decision) {
    if (!kept_first_ || kept_first_->awaited > 0) return;
    const std::function<void()> act = std::move(kept_first_->act);
    kept_first_.reset();
    if (decision == Keep::go_on) act();
    touch();
}

bool Planner::can_download_unkept() const {
    return keeping_failed() && std::all_of(kept_first_->reviews.begin(), kept_first_->reviews.end(), [&](const std::string& id) {
               const OpenReview* review = reviews_.find(id);
               return review != nullptr && review->ready();
           });
}

void Planner::download_unkept() {
    if (!can_download_unkept()) return;
    for (const std::string& id : kept_first_->reviews) hand_over(*reviews_.find(id));
}

void Planner::import_safely() {
    std::vector<std::string> reviews;
    for (const ImportReview& incoming : import_.preview.reviews) {
        if (const OpenReview* here = reviews_.find(incoming.id); here != nullptr && here->ready())
            reviews.push_back(incoming.id);
    }
    keep_first(std::move(reviews), "import", [this] { confirm_import(); });
}

/// Other files, or none, are not what people agreed to.
void Planner::forget_kept_import() {
    if (kept_first_ && kept_first_->why == "import") kept_first_.reset();
}

void Planner::remove_safely(std::string_view id) {
    keep_first({std::string(id)}, "removal", [this, id = std::string(id)] { remove_review(id); });
}

void Planner::look_at_storage() {
    if (storage_ == platform::StorageState::memory_only) return;
    platform_.list_snapshots();
    platform_.look_at_storage();
}

void Planner::ask_to_keep() {
    platform_.ask_to_keep();
}

void Planner::on_storage_facts(const platform::StorageFacts& facts) {
    storage_facts_ = facts;
    touch();
}

void Planner::on_snapshots(std::string_view json) {
    earlier_.all = read_earlier_versions(json);
    touch();
}

bool Planner::can_put_back(const EarlierVersion& version) const {
    const OpenReview* here = reviews_.find(version.review);
    if (here == nullptr || here->state() == OpenState::none) return overview_.find(version.review) == nullptr;
    const bool is_damaged = here->state() == OpenState::unreadable && here->problem().why != Unreadable::Why::storage_failed;
    return here->state() == OpenState::absent || is_damaged;
}

void Planner::take_out_version(std::string_view key, VersionUse use) {
    earlier_.wanted = std::string(key);
    earlier_.use = use;
    platform_.load_snapshot(key);
}

void Planner::on_snapshot_loaded(std::string_view key, platform::LoadOutcome outcome, std::string_view bytes) {
    if (earlier_.wanted != key) return;
    earlier_.wanted.clear();
    const auto found = std::find_if(earlier_.all.begin(), earlier_.all.end(),
                                    [&](const EarlierVersion& version) { return version.key == key; });
    const EarlierVersion version = found == earlier_.all.end() ? EarlierVersion{} : *found;
    const int offset = platform_.local_offset_minutes(version.time);
    const Day day = local_day(version.time, offset);
    const auto read = document::read(bytes);
    if (outcome != platform::LoadOutcome::found || (earlier_.use != VersionUse::download && !read)) {
        toasts_.add(ToastKind::problem, texts_.tr("versions.failed"), platform_.now());
    } else if (earlier_.use == VersionUse::download) {
        hand_out(file_name(version.title, day), "application/json", bytes);
    } else {
        const std::string moment = short_date(texts_, day, today()) + " " + time_of_day(version.time, offset);
        open_version(std::move(read->document), version, moment);
    }
    touch();
}

void Planner::open_version(document::Document document, const EarlierVersion& version, const std::string& moment) {
    const std::string title = version.title.empty() ? texts_.tr("review.untitled") : version.title;
    // It may have come back by itself since it was asked for.
    const bool puts_back = earlier_.use == VersionUse::put_back && document.id() == version.review && can_put_back(version);
    const std::string copy = texts_.tr("versions.copy_title", {{"title", title}, {"moment", moment}});
    const std::string id = (puts_back ? reviews_.adopt(std::move(document)) : adopt_copy(document, copy)).id();
    const std::string done = puts_back ? texts_.tr("versions.put_back_done", {{"title", title}, {"moment", moment}})
                                       : texts_.tr("versions.opened", {{"title", copy}});
    toasts_.add(ToastKind::done, done, platform_.now());
    go(Route::dashboard(id));
    touch_document();
}

void Planner::note_file(std::string_view review_id) {
    settings_.downloads[std::string(review_id)] = platform_.now();
    settings_.reminders.erase(std::string(review_id));
    save_settings();
}

bool in_file(Planner& planner, const Summary& summary) {
    const auto& downloads = planner.settings().downloads;
    const auto found = downloads.find(summary.id);
    // A file from the future tells of a clock that was set back: who knows what came after it.
    return found != downloads.end() && found->second <= planner.now() && summary.changed <= found->second;
}

void Planner::not_now_download() {
    if (current() == nullptr) return;
    settings_.reminders[route_.review] = platform_.now();
    save_settings();
}

bool Planner::wants_download() {
    const OpenReview* review = current();
    if (review == nullptr || !review->ready() || storage_ == platform::StorageState::memory_only) return false;
    std::string of = review->id() + " " + std::to_string(review->revision()) + " " + format_day(today());
    for (const auto* moments : {&settings_.downloads, &settings_.reminders}) {
        const auto found = moments->find(review->id());
        of += " " + (found == moments->end() ? "" : std::to_string(found->second));
    }
    if (found_.much_changed.of != of) found_.much_changed = {is_much_changed(*review), of};
    return found_.much_changed.value;
}

/// Every field is counted once: what was typed over and over is one text that would be lost.
bool Planner::is_much_changed(const OpenReview& review) {
    std::vector<std::int64_t> times;
    for (const auto& [collection, entities] : review.document().collections()) {
        for (const auto& [id, fields] : entities) {
            for (const auto& [name, field] : fields) {
                if (!field.versions().empty()) times.push_back(field.versions().front().time);
            }
        }
    }
    if (times.empty()) return false;
    const std::int64_t now = platform_.now();
    std::optional<std::int64_t> file;
    for (auto* moments : {&settings_.downloads, &settings_.reminders}) {
        const auto found = moments->find(review.id());
        if (found == moments->end()) continue;
        // The clock was set back: what is changed from now on counts.
        found->second = std::min(found->second, now);
        file = std::max(file, std::optional(found->second));
    }
    // Without a file: since it was made, which is one moment.
    const std::int64_t since = file ? *file : *std::min_element(times.begin(), times.end());
    std::set<std::string> days;
    std::size_t changes = 0;
    for (const std::int64_t time : times) {
        // Of what comes from the future nobody knows when it was written.
        if (time <= since || time > now) continue;
        ++changes;
        days.insert(format_day(local_day(time, platform_.local_offset_minutes(time))));
    }
    return changes >= reminder_changes || days.size() >= reminder_days;
}

} // namespace planner::app
