#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace planner::platform {

/// newer_version: a newer planner wrote what is stored, and it was left as it is.
enum class SaveOutcome { saved, quota_exceeded, aborted, connection_lost, blocked, failed, newer_version };
enum class LoadOutcome { found, absent, failed };
/// emptied: storage works, but everything that was in it is gone; told when it happens, never a state that lasts.
enum class StorageState { working, memory_only, newer_version, blocked, emptied };
enum class HistoryEntry { push, replace };
/// Whether closing the page now would lose work that nothing else holds.
enum class Leaving { safe, loses_work };

/// What to lock or open, as exchange/locked_file.h says. `bytes` are the contents, or the payload of a locked file.
struct LockJob {
    std::uint32_t request = 0; ///< comes back with the answer
    std::uint32_t rounds = 0;
    std::string_view salt;
    std::string_view nonce;
    std::string_view header;
    std::string_view pass_phrase;
    std::string_view bytes;
};
/// unavailable: this browser gives the page no cryptography, or the part of the planner for it could not be fetched.
enum class LockOutcome { done, wrong_pass_phrase, damaged, unavailable };

/// What one save writes: the document as its file bytes and a short summary for the overview, both UTF-8 JSON.
struct SaveImage {
    std::string document;
    std::string summary;
};

/// Why the bytes of a file never reached the planner.
enum class FileProblem { too_large, unreadable };

enum class SaveDecision { write, nothing_to_write, stored_unreadable, erase };

/// What is stored of one review at this moment; both texts are empty when nothing is.
struct StoredReview {
    std::string_view document;
    std::string_view summary;
};

/// An earlier version of a review, to be kept before something happens to it.
struct SnapshotWish {
    std::string_view review_id;
    std::string_view why;   ///< import, removal, restore or forget
    std::string_view title; ///< may be empty: then that of the stored summary
    std::string_view bytes; ///< the file; empty: as it is stored now, and done at once when nothing is
};

/// Whether the browser said that it will not clear away what is stored.
enum class Keeping { unknown, may_go, promised };

struct StorageFacts {
    Keeping keeping = Keeping::unknown;
    std::int64_t used = 0; ///< bytes; 0: not known
    std::int64_t room = 0; ///< bytes in all; 0: not known
};

/// What a page knows of the projector, the second window of this planner that a room looks at. refused: the browser did not
/// open one; lost: it has not answered for seconds, and nobody knows what it shows.
enum class ProjectorState { absent, connected, refused, lost };
/// Whether the screen of this device stays on while nobody touches it.
enum class Awake { yes, no };
enum class FullScreen { on, off };

/// What the outside world tells the planner. The platform calls these on the one thread that the planner runs on,
/// never from inside a call that the planner made to the platform.
class Events {
public:
    virtual ~Events() = default;

    virtual void on_index(std::string_view summaries_json) = 0;
    virtual void on_loaded(std::string_view review_id, LoadOutcome, std::string_view bytes) = 0;
    /// Runs inside the storage transaction: reads what is stored now, merges it into the open review and
    /// fills `image`. May be called again when the transaction failed.
    virtual SaveDecision on_save_transaction(std::string_view review_id, const StoredReview& stored,
                                             SaveImage& image) = 0;
    virtual void on_saved(std::string_view review_id, SaveOutcome, std::string_view detail) = 0;
    virtual void on_changed_elsewhere(std::string_view review_id) = 0;
    /// Answer to Platform::take_snapshot.
    virtual void on_snapshot_taken(int request, SaveOutcome) = 0;
    /// Answer to Platform::list_snapshots: a list of {key, reviewId, savedAt, why, title, size}, newest first.
    virtual void on_snapshots(std::string_view json) = 0;
    virtual void on_snapshot_loaded(std::string_view key, LoadOutcome, std::string_view bytes) = 0;
    virtual void on_storage_facts(const StorageFacts&) = 0;
    virtual void on_storage_state(StorageState) = 0;
    virtual void on_file(std::string_view name, std::string_view bytes) = 0;
    virtual void on_file_refused(std::string_view name, FileProblem) = 0;
    virtual void on_files_complete() = 0;
    virtual void on_route(std::string_view hash) = 0;
    virtual void on_update_available() = 0;
    /// Answer to Platform::load_language; no bytes when it could not be fetched.
    virtual void on_language(std::string_view code, std::string_view bytes) = 0;
    /// Answer to Platform::load_example; no bytes when it could not be fetched.
    virtual void on_example(std::string_view bytes) = 0;
    /// Answer to Platform::lock and Platform::unlock: a payload, or what was locked. No bytes unless it is done.
    virtual void on_lock(std::uint32_t request, LockOutcome, std::string_view bytes) = 0;
    /// What was to be printed cannot be: this browser has no way to.
    virtual void on_print_impossible() = 0;
    /// Answer to Platform::show_as_codes and Platform::read_codes when this part of the planner could not be fetched.
    virtual void on_codes_unavailable() = 0;
    /// In a projector: what the room sees from now on, as some page of this browser gave it to Platform::project.
    virtual void on_scene(std::string_view scene) = 0;
    /// In every other page, whether or not it opened the projector; `refused` answers Platform::open_projector.
    virtual void on_projector(ProjectorState) = 0;
    /// This page fills the screen, or does so no more, whoever did it.
    virtual void on_full_screen(FullScreen) = 0;
};

/// What the planner needs from the outside world: clock, randomness, storage, files, address bar. Nothing here blocks;
/// answers come back through Events.
class Platform {
public:
    virtual ~Platform() = default;

    /// Wall-clock time in milliseconds since 1970-01-01 UTC.
    virtual std::int64_t now() = 0;
    /// Minutes that local time is ahead of UTC at `time` (milliseconds since 1970 UTC).
    virtual int local_offset_minutes(std::int64_t time) = 0;
    virtual std::uint64_t random_bits() = 0;

    virtual void load_review(std::string_view review_id) = 0;
    /// Asks for one read-merge-write transaction; the platform calls Events::on_save_transaction inside it, which
    /// decides whether the review is written, erased or left as it is.
    virtual void save_review(std::string_view review_id) = 0;
    virtual void save_settings(std::string_view json) = 0;
    /// `request` comes back with the answer. Older ones are let go of by themselves.
    virtual void take_snapshot(int request, const SnapshotWish&) = 0;
    virtual void list_snapshots() = 0;
    virtual void load_snapshot(std::string_view key) = 0;
    virtual void erase_snapshots(std::string_view review_id) = 0;
    /// Answered by Events::on_storage_facts.
    virtual void look_at_storage() = 0;
    /// Asks the browser not to clear anything away, which may show a question; answered likewise.
    virtual void ask_to_keep() = 0;
    /// Removes everything from this device, for all tabs. The planner is not told anything after this.
    virtual void wipe() = 0;
    /// Tells other tabs that a review changed in storage; a hint, nothing depends on it.
    virtual void announce_change(std::string_view review_id) = 0;

    virtual void download(std::string_view file_name, std::string_view mime_type, std::string_view bytes) = 0;
    virtual void pick_files() = 0;
    /// Shows a file over everything else as a series of QR codes, for the camera of another device, until the person
    /// closes it. One of which there would be too many is refused there.
    virtual void show_as_codes(std::string_view file_name, std::string_view bytes) = 0;
    /// Reads such a series with the camera of this device. What arrives comes as a file that was picked.
    virtual void read_codes() = 0;
    virtual void copy_text(std::string_view text) = 0;
    /// Hands a mailto: link to the mail program of this device. What becomes of it, nobody can know.
    virtual void open_mail(std::string_view uri) = 0;
    /// Offers a document, HTML that needs nothing else, to the printer of this device. The title becomes the name of
    /// the file when people print to one.
    virtual void print(std::string_view title, std::string_view html) = 0;

    virtual void lock(const LockJob&) = 0;
    virtual void unlock(const LockJob&) = 0;

    virtual void set_route(std::string_view hash, HistoryEntry) = 0;
    virtual void set_title(std::string_view title) = 0;
    /// Fetches a language that is not part of the program (assets/language.h), by its code ("en").
    virtual void load_language(std::string_view code) = 0;
    /// Fetches an example that is not part of the program (assets/assets.h), by its id.
    virtual void load_example(std::string_view id) = 0;
    /// While leaving loses work, the browser asks before it closes the page.
    virtual void set_leaving(Leaving) = 0;
    /// Wakes the planner after `milliseconds` (0: as soon as possible) to draw and to run what is due.
    virtual void request_frame(int milliseconds) = 0;
    /// Reloads the page into a newer version that is waiting.
    virtual void apply_update() = 0;

    /// Opens the projector: this page once more, in a window of its own at `Route::projector`. Only while the browser still
    /// takes it for what the person has just done, a second or so.
    virtual void open_projector() = 0;
    /// Closes every projector, as far as the browser lets them: a window that a person made may stay.
    virtual void close_projector() = 0;
    /// What the room sees from now on: a text of at most 1 MB, the same for every projector. Each shows at once what was given
    /// last, by whichever page. One that opens later gets it too, as long as this page is there; one that is there keeps what
    /// it shows when this page goes.
    virtual void project(std::string_view scene) = 0;
    /// Holds until it is taken back, as far as the browser and its device allow. Failures are silent.
    virtual void keep_awake(Awake) = 0;
    /// Likewise only after what a person has just done; answered by Events::on_full_screen when something changes.
    virtual void set_full_screen(FullScreen) = 0;
    /// A short soft sound of two tones, where the browser lets this page make one.
    virtual void chime() = 0;
};

} // namespace planner::platform
