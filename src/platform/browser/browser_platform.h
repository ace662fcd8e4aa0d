#pragma once

#include "platform/platform.h"

namespace planner::platform {

/// The outside world as a web page has it: IndexedDB, the address bar, downloads. See web/host.js.
class BrowserPlatform final : public Platform {
public:
    std::int64_t now() override;
    int local_offset_minutes(std::int64_t time) override;
    std::uint64_t random_bits() override;
    void load_review(std::string_view review_id) override;
    void save_review(std::string_view review_id) override;
    void save_settings(std::string_view json) override;
    void take_snapshot(int request, const SnapshotWish&) override;
    void list_snapshots() override;
    void load_snapshot(std::string_view key) override;
    void erase_snapshots(std::string_view review_id) override;
    void look_at_storage() override;
    void ask_to_keep() override;
    void wipe() override;
    void announce_change(std::string_view review_id) override;
    void download(std::string_view file_name, std::string_view mime_type, std::string_view bytes) override;
    void pick_files() override;
    void show_as_codes(std::string_view file_name, std::string_view bytes) override;
    void read_codes() override;
    void copy_text(std::string_view text) override;
    void open_mail(std::string_view uri) override;
    void lock(const LockJob& job) override;
    void unlock(const LockJob& job) override;
    void print(std::string_view title, std::string_view html) override;
    void set_route(std::string_view hash, HistoryEntry) override;
    void set_title(std::string_view title) override;
    void load_language(std::string_view code) override;
    void load_example(std::string_view id) override;
    void set_leaving(Leaving) override;
    void request_frame(int milliseconds) override;
    void apply_update() override;
    void open_projector() override;
    void close_projector() override;
    void project(std::string_view scene) override;
    void keep_awake(Awake) override;
    void set_full_screen(FullScreen) override;
    void chime() override;
};

} // namespace planner::platform
