#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "platform/headless/headless_room.h"
#include "platform/platform.h"

namespace planner::platform {

class HeadlessPlatform;

/// What the tabs of one imaginary browser share: a clock that stands still until it is moved, seeded randomness and a
/// store. Everything is deterministic.
class HeadlessWorld {
public:
    struct Record {
        std::string document;
        std::string summary;
        bool operator==(const Record&) const = default;
    };

    /// An earlier version of a review.
    struct Snapshot {
        std::string review_id;
        std::string why;
        std::string title;
        std::string bytes;
        std::int64_t saved_at = 0;
    };

    explicit HeadlessWorld(std::uint64_t seed = 1) : random_(seed) {}

    std::int64_t now = 1'795'000'000'000; ///< milliseconds since 1970 UTC: 18 November 2026, 11:06 UTC
    int local_offset = 60;                ///< minutes east of UTC
    std::map<std::string, Record> records;
    std::vector<std::pair<std::string, Record>>
        rescued; ///< stored records that could not be read when something was saved over them
    std::vector<Snapshot> snapshots; ///< oldest first; the key of one is its place
    StorageFacts facts;
    bool keeps_when_asked = true; ///< what the browser answers when it is asked to keep everything
    int wipes = 0;
    std::string settings;
    std::size_t writes = 0; ///< records written so far

    /// The n-th storage operation from now on (1 is the next load, save or removal) fails with `outcome`; 0 none.
    /// Counts down.
    void fail_operation(std::size_t n, SaveOutcome outcome = SaveOutcome::aborted) {
        fail_at_ = n;
        failure_ = outcome;
    }
    /// Every storage operation fails until `heal` is called.
    void break_storage(SaveOutcome outcome) { broken_ = outcome; }
    void heal() { broken_.reset(); }
    /// Storage operations so far.
    std::size_t operations() const { return operations_; }

    /// The list of summaries as it is given to the planner at its start.
    std::string index_json() const;
    std::string snapshots_json() const;

private:
    friend class HeadlessPlatform;
    std::optional<SaveOutcome> next_failure();
    std::uint64_t random_bits() { return random_(); }

    std::mt19937_64 random_;
    std::vector<HeadlessPlatform*> tabs_;
    std::size_t operations_ = 0;
    std::size_t fail_at_ = 0;
    SaveOutcome failure_ = SaveOutcome::aborted;
    std::optional<SaveOutcome> broken_;
};

/// One tab. Requests of the planner wait in a queue until `pump`, so that nothing is answered from inside a call.
class HeadlessPlatform final : public Platform {
public:
    struct Download {
        std::string name;
        std::string mime_type;
        std::string bytes;
    };

    /// A file that was shown as codes.
    struct Shown {
        std::string name;
        std::string bytes;
    };

    struct Printed {
        std::string title;
        std::string html;
    };

    explicit HeadlessPlatform(HeadlessWorld& world);
    ~HeadlessPlatform() override;
    HeadlessPlatform(const HeadlessPlatform&) = delete;
    HeadlessPlatform& operator=(const HeadlessPlatform&) = delete;

    void connect(Events& events) { events_ = &events; }
    /// The tab is gone: nothing is delivered any more.
    void disconnect() { events_ = nullptr; }

    /// Delivers what waits in the queue, including what is asked for meanwhile. Gives how many events that were.
    std::size_t pump();
    /// Delivers one waiting event; false when there is none.
    bool pump_one();
    bool idle() const { return queue_.empty(); }
    /// What the person does with the Back and Forward buttons; false at the end of the history.
    bool go_back();
    bool go_forward();

    std::vector<Download> downloads;
    std::string title;
    std::string hash() const { return history_[position_]; }
    std::size_t history_length() const { return history_.size(); }
    int file_dialogs = 0;
    std::vector<Shown> shown_as_codes;
    int code_readings = 0; ///< asked for; a test opens what is read
    bool has_codes = true;
    std::string copied;
    std::vector<Printed> printed;
    bool has_printer = true;
    bool has_cryptography = true;
    std::vector<std::string> mails; ///< links, in the order in which they were opened
    std::vector<std::string> languages; ///< asked for, in that order; a test answers
    std::vector<std::string> examples; ///< likewise
    int updates_applied = 0;
    Leaving leaving = Leaving::safe;
    bool opens_windows = true;
    int projector_windows = 0;          ///< that were opened from here; a test adds each to a HeadlessRoom
    std::vector<std::string> projected; ///< scenes, in the order in which they were handed over
    Awake awake = Awake::no;
    FullScreen full_screen = FullScreen::off;
    int chimes = 0;
    /// The soonest moment at which the planner asked to be woken since this was last taken.
    std::optional<std::int64_t> take_wake_up();

    std::int64_t now() override { return world_.now; }
    int local_offset_minutes(std::int64_t) override { return world_.local_offset; }
    std::uint64_t random_bits() override { return world_.random_bits(); }
    void load_review(std::string_view review_id) override;
    void save_review(std::string_view review_id) override;
    void save_settings(std::string_view json) override { world_.settings = json; }
    void take_snapshot(int request, const SnapshotWish&) override;
    void list_snapshots() override;
    void load_snapshot(std::string_view key) override;
    void erase_snapshots(std::string_view review_id) override;
    void look_at_storage() override;
    void ask_to_keep() override;
    void wipe() override;
    void announce_change(std::string_view review_id) override;
    void download(std::string_view file_name, std::string_view mime_type, std::string_view bytes) override;
    void pick_files() override { ++file_dialogs; }
    void show_as_codes(std::string_view file_name, std::string_view bytes) override;
    void read_codes() override;
    void copy_text(std::string_view text) override { copied = text; }
    void open_mail(std::string_view uri) override { mails.emplace_back(uri); }
    void print(std::string_view title_on_paper, std::string_view html) override;
    /// No cryptography: the payload is the pass phrase and the bytes, readable for everybody.
    void lock(const LockJob& job) override;
    void unlock(const LockJob& job) override;
    void set_route(std::string_view new_hash, HistoryEntry entry) override;
    void set_title(std::string_view text) override { title = text; }
    void load_language(std::string_view code) override { languages.emplace_back(code); }
    void load_example(std::string_view id) override { examples.emplace_back(id); }
    void set_leaving(Leaving state) override { leaving = state; }
    void request_frame(int milliseconds) override;
    void apply_update() override { ++updates_applied; }
    void open_projector() override;
    void close_projector() override;
    void project(std::string_view scene) override;
    void keep_awake(Awake wanted) override { awake = wanted; }
    void set_full_screen(FullScreen wanted) override;
    void chime() override { ++chimes; }

private:
    friend class HeadlessRoom;
    void run_save(const std::string& review_id);
    void commit(const std::string& review_id, SaveDecision decision, SaveImage image);

    HeadlessWorld& world_;
    HeadlessRoom* room_ = nullptr;
    Events* events_ = nullptr;
    std::deque<std::function<void()>> queue_;
    std::vector<std::string> history_{""};
    std::size_t position_ = 0;
    std::optional<std::int64_t> wake_at_;
};

} // namespace planner::platform
