#include "platform/browser/browser_platform.h"

#include "exchange/mail_encoding.h"
#include "platform/browser/host.h"

#include <nlohmann/json.hpp>

namespace planner::platform {

std::int64_t BrowserPlatform::now() {
    return static_cast<std::int64_t>(host_now());
}

int BrowserPlatform::local_offset_minutes(std::int64_t time) {
    return host_local_offset(static_cast<double>(time));
}

std::uint64_t BrowserPlatform::random_bits() {
    std::uint64_t bits = 0;
    host_random(&bits);
    return bits;
}

void BrowserPlatform::load_review(std::string_view review_id) {
    host_storage_load(review_id.data(), review_id.size());
}

void BrowserPlatform::save_review(std::string_view review_id) {
    host_storage_save(review_id.data(), review_id.size());
}

void BrowserPlatform::save_settings(std::string_view json) {
    host_storage_settings(json.data(), json.size());
}

void BrowserPlatform::take_snapshot(int request, const SnapshotWish& wish) {
    const std::string facts =
        nlohmann::json({{"reviewId", wish.review_id}, {"why", wish.why}, {"title", wish.title}}).dump();
    host_snapshot_take(request, facts.data(), facts.size(), wish.bytes.data(), wish.bytes.size());
}

void BrowserPlatform::list_snapshots() {
    host_snapshot_list();
}

void BrowserPlatform::load_snapshot(std::string_view key) {
    host_snapshot_load(key.data(), key.size());
}

void BrowserPlatform::erase_snapshots(std::string_view review_id) {
    host_snapshot_erase(review_id.data(), review_id.size());
}

void BrowserPlatform::look_at_storage() {
    host_storage_facts(0);
}

void BrowserPlatform::ask_to_keep() {
    host_storage_facts(1);
}

void BrowserPlatform::wipe() {
    host_wipe();
}

void BrowserPlatform::announce_change(std::string_view review_id) {
    host_broadcast(review_id.data(), review_id.size());
}

void BrowserPlatform::download(std::string_view file_name, std::string_view mime_type, std::string_view bytes) {
    host_download(file_name.data(), file_name.size(), mime_type.data(), mime_type.size(), bytes.data(), bytes.size());
}

void BrowserPlatform::copy_text(std::string_view text) {
    host_copy_text(text.data(), text.size());
}

void BrowserPlatform::open_mail(std::string_view uri) {
    host_open_mail(uri.data(), uri.size());
}

void BrowserPlatform::print(std::string_view title, std::string_view html) {
    host_print(title.data(), title.size(), html.data(), html.size());
}

namespace {

/// The bytes go beside it, as they are.
std::string json_of(const LockJob& job) {
    return nlohmann::json{{"request", job.request},
                          {"rounds", job.rounds},
                          {"salt", exchange::base64(job.salt)},
                          {"nonce", exchange::base64(job.nonce)},
                          {"header", job.header},
                          {"phrase", job.pass_phrase}}
        .dump();
}

} // namespace

void BrowserPlatform::lock(const LockJob& job) {
    const std::string json = json_of(job);
    host_lock(json.data(), json.size(), job.bytes.data(), job.bytes.size(), 0);
}

void BrowserPlatform::unlock(const LockJob& job) {
    const std::string json = json_of(job);
    host_lock(json.data(), json.size(), job.bytes.data(), job.bytes.size(), 1);
}

void BrowserPlatform::pick_files() {
    host_pick_files();
}

void BrowserPlatform::show_as_codes(std::string_view file_name, std::string_view bytes) {
    host_show_as_codes(file_name.data(), file_name.size(), bytes.data(), bytes.size());
}

void BrowserPlatform::read_codes() {
    host_read_codes();
}

void BrowserPlatform::set_route(std::string_view hash, HistoryEntry entry) {
    host_route(hash.data(), hash.size(), entry == HistoryEntry::replace ? 1 : 0);
}

void BrowserPlatform::set_title(std::string_view title) {
    host_title(title.data(), title.size());
}

void BrowserPlatform::load_language(std::string_view code) {
    host_language(code.data(), code.size());
}

void BrowserPlatform::load_example(std::string_view id) {
    host_example(id.data(), id.size());
}

void BrowserPlatform::set_leaving(Leaving leaving) {
    host_leaving(leaving == Leaving::loses_work ? 1 : 0);
}

void BrowserPlatform::request_frame(int milliseconds) {
    host_request_frame(milliseconds);
}

void BrowserPlatform::apply_update() {
    host_apply_update();
}

void BrowserPlatform::open_projector() {
    host_projector(1);
}

void BrowserPlatform::close_projector() {
    host_projector(0);
}

void BrowserPlatform::project(std::string_view scene) {
    host_project(scene.data(), scene.size());
}

void BrowserPlatform::keep_awake(Awake awake) {
    host_keep_awake(awake == Awake::yes ? 1 : 0);
}

void BrowserPlatform::set_full_screen(FullScreen full) {
    host_full_screen(full == FullScreen::on ? 1 : 0);
}

void BrowserPlatform::chime() {
    host_chime();
}

} // namespace planner::platform
