#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/archive.h"
#include "app/dates.h"
#include "app/earlier_versions.h"
#include "app/found_out.h"
#include "app/import_state.h"
#include "app/new_review.h"
#include "app/open_review.h"
#include "app/overview.h"
#include "app/planner_types.h"
#include "app/reviews.h"
#include "app/room.h"
#include "app/routes.h"
#include "app/settings.h"
#include "app/share.h"
#include "app/texts.h"
#include "app/toasts.h"
#include "app/writer.h"
#include "exchange/print.h"
#include "exchange/review_calendar.h"
#include "planning/message_text.h"
#include "platform/platform.h"
#include "review/rows.h"

namespace planner::app {

/// The running planner: everything but drawing. Screens read its state and call its commands; each command writes to
/// the document, is saved by itself and asks the platform for a frame. Nothing here waits.
class Planner : public platform::Events {
public:
    explicit Planner(platform::Platform& platform);
    Planner(const Planner&) = delete;
    Planner& operator=(const Planner&) = delete;

    void start(const StartConfiguration& configuration);

    /// Does what is due: saving, expiring toasts. Milliseconds until it wants to be called again, -1 when no need.
    int tick();
    /// Starts saving everything at once: the page is being hidden.
    void flush();
    /// Something is not durable yet (never true in memory-only mode, where nothing can be).
    bool has_unsaved() const;
    /// Counts up whenever anything that a screen shows may have changed.
    std::uint64_t revision() const;

    // Words and time
    const Texts& texts() const { return texts_; }
    std::string tr(std::string_view key, Arguments arguments = {}) const { return texts_.tr(key, arguments); }
    /// What is spoken now; another one may be on its way.
    process::Language language() const { return texts_.language(); }
    std::int64_t now() { return platform_.now(); } ///< milliseconds since 1970 UTC
    /// The moment at which the day began, where people are, that `time` lies in.
    std::int64_t local_midnight(std::int64_t time);
    Day today();
    /// "vandaag 14:03"
    std::string moment_text(std::int64_t time);
    /// "14:03"
    std::string time_text(std::int64_t time);

    // Settings of this device
    const Settings& settings() const { return settings_; }
    /// Speaks it at once, or as soon as it has been fetched.
    void set_language(process::Language language);
    void set_theme(Theme theme);
    void set_text_scale(int per_cent);
    void set_author(std::string_view author);

    // Where we are
    const Route& route() const { return route_; }
    void go(const Route& route, platform::HistoryEntry entry = platform::HistoryEntry::push);

    // All reviews
    const Overview& overview() const { return overview_; }
    /// State of one review in the list; a review that is not open counts as saved.
    SaveState save_state(std::string_view review_id) const;
    NewReviewProblems problems_of(const NewReviewRequest& request) const;
    /// Makes the review, goes to it and gives its id; "" when the request has problems.
    std::string create_review(const NewReviewRequest& request);
    /// Opens a fresh copy of a built-in example.
    void open_example(std::string_view example_id);
    void copy_review(std::string_view id);
    void remove_review(std::string_view id);
    void restore_review(std::string_view id);

    // The review of the current route
    /// Null on screens without one.
    const OpenReview* current() const;
    /// Only when `current()` is ready. Computed again only when the document or the language changed.
    const ReviewView& view();
    /// What only the dashboard shows; the same, and for another day.
    const DashboardView& dashboard();
    /// Which learning questions may be about the same; computed again only when the document changed.
    const std::vector<planning::QuestionOverlap>& question_overlaps();
    /// Only when `current()` is ready: any value of the document by name.
    review::Review reading() const;
    /// Loads a review again that could not be loaded before.
    void retry_load();
    SaveState save_state() const;
    void retry_save();
    platform::StorageState storage() const { return storage_; }

    /// Whether this device wrote what carries this replica, in this tab or, as far as it remembers, in an earlier one.
    bool wrote_here(document::ReplicaId replica) const;

    // Commands on the current review; without effect when it is not ready
    /// Bytes of one text. A longer one is refused with a message: the file would become too heavy to mail and read.
    static constexpr std::size_t longest_text = 1'000'000;
    /// `base` is the text that the person saw when changing it: what came in unseen meanwhile is not replaced but stays
    /// beside it.
    void set_field(const document::FieldKey& key, document::Value value, EditGroup group = EditGroup::single,
                   const std::optional<std::string>& base = std::nullopt);
    /// Ends a burst of typing: the field lost focus.
    void end_typing();
    document::EntityKey add_row(const review::TableKey& table);
    void remove_row(const document::EntityKey& row);
    /// A new seat in a panel takes the place of one, which is kept as who was replaced. Gives the new one; nothing
    /// happens when the seat was replaced already.
    document::EntityKey replace_seat(const document::EntityKey& seat);
    void move_row(const review::TableKey& table, const document::EntityKey& row, review::Direction direction);
    std::string add_participant(const review::NewParticipant& participant);
    /// Nothing happens when the process needs everybody who is left.
    void remove_participant(std::string_view id);
    void move_participant(std::string_view id, review::Direction direction);
    /// Settles a conflict with one of its versions: `index` counts the different values, the shown one first.
    void choose_version(const document::FieldKey& key, std::size_t index);
    /// Settles a conflict with a text made of those that were `seen`. One that came in meanwhile stays beside it.
    void combine(const document::FieldKey& key, document::Value value, const std::vector<std::string>& seen);
    bool can_step(Step step) const;
    /// What undo or redo would do, in words: "Leervraag wijzigen". "" when there is nothing.
    std::string step_text(Step step);
    void step(Step step);

    // Tasks and messages of the current review; only when `current()` is ready
    /// Computed again only when the document or the day changed.
    const planning::Plan& plan();
    /// Those that have arisen, newest first.
    const std::vector<planning::PlannedMessage>& messages();
    /// What was agreed, and how much of it is late for who uses this device: for everybody while nobody said who that is.
    const std::vector<planning::Agreement>& agreements();
    std::size_t late_agreements();
    /// Whether the rules of the process hold today, in its order.
    const std::vector<planning::RuleFinding>& rules();
    planning::MessageText message_text(const planning::PlannedMessage& message);
    void decide_task(const document::EntityKey& task, TaskDecision decision) { decide_tasks({task}, decision); }
    void decide_tasks(const std::vector<document::EntityKey>& tasks, TaskDecision decision);
    /// The ways out for a message. None of them sends it, and none says that it was sent.
    void open_in_mail(const planning::PlannedMessage& message);
    /// Several under each other, each with its addressees.
    void copy_messages(const std::vector<planning::PlannedMessage>& messages);
    /// As files that mail programs open as drafts, with the file and the calendar of the review where a message asks
    /// for them. Several come one after another: browsers drop files that come at once.
    void download_messages(const std::vector<planning::PlannedMessage>& messages);

    // The calendar of the current review, for somebody
    exchange::Calendar calendar(const planning::Identity& identity);
    void download_calendar(const planning::Identity& identity, std::string_view name);

    /// Opens the printer's dialog.
    void print(const exchange::Sheet& sheet);
    /// Writes several values as one command, whose name is a key of texts. False when nothing changes.
    bool write_fields(const std::vector<review::FieldWrite>& writes, std::string_view command);
    void add_entity(const review::NewRow& row, std::string_view command);
    /// Says what the last command did, with a way back.
    void offer_undo_of_last(std::string text);
    /// 64 fresh ones, for a new id.
    std::uint64_t random_bits() const { return writer_.random_bits(); }
    /// An entity at the end of a collection that belongs to the whole review.
    document::EntityKey add_to_list(std::string_view collection,
                                    const std::vector<std::pair<std::string, document::Value>>& fields);
    /// Leaves out something that the process or the planner proposes. `said` is what its entity needs to be understood
    /// by who reads the file.
    void leave_out(const review::FieldWrite& said);
    void bring_back(const document::EntityKey& entity);
    // Who uses this device
    /// In the current review; everybody when nobody said so.
    planning::Identity identity() const;
    void set_identity(std::string_view review_id, const planning::Identity& identity);
    void keep_desk(std::string_view meeting, const Desk& desk);
    /// Whether a task of `plan()` is theirs.
    bool is_own(const planning::PlannedTask& task);
    /// Of a review that is not in memory no persons.
    std::vector<IdentityChoice> identity_choices(std::string_view review_id) const;

    // Today, over all reviews
    /// What asks for attention, what is due first first. Computed again only when the overview or the day changed.
    const std::vector<TodayTask>& today_tasks();

    // Messages of all reviews: read one after another from when `Route::archive()` is entered
    Archive& archive() { return archive_; }

    // The process of the current review, and files with one
    /// The process to decide about; null when there is none.
    const ProcessOffer* process_offer() const;
    void offer_newer_process();
    void close_process_offer();
    /// What the offered process would change for the current review, which is ready; only of an offer without error.
    const ProcessPreview& process_preview();
    /// Lets the current review follow it, as one command; nothing that people wrote goes away.
    void use_offered_process();

    /// What people wrote in the current review, which is ready, and its process does not show.
    const std::vector<review::Leftover>& leftovers();

    // Files
    void pick_files() { platform_.pick_files(); }
    /// From the screen of another device; then as for picked files.
    void read_codes() { platform_.read_codes(); }
    /// The current review as a file; for a review that cannot be read, the bytes as they are stored.
    void download();
    ImportState import_state() const { return import_.state; }
    /// How far the reading of many or large files is; nothing is shown of a few small ones, which are there at once.
    std::optional<ReadingProgress> reading_progress() const { return import_.progress(); }
    /// Only when `import_state()` is ready.
    const ImportPreview& import_preview() const { return import_.preview; }
    void confirm_import();
    void cancel_import();

    // What leaves this device of the current review, which is ready, and locked files that people open
    /// Exactly what goes out; computed again only when the document or the language changed.
    const SharePreview& share_preview(ShareKind kind);
    /// Hands it out; with a pass phrase, which is long enough, once it is locked. Nothing happens while one is being locked.
    void share(ShareKind kind, std::string_view pass_phrase = "", ShareAs as = ShareAs::file);
    /// Who is who in an anonymous copy, as a file that stays here.
    void download_share_key();
    LockState share_state() const { return sharing_.state; }
    /// Forgets what is being locked, and why the last one could not be.
    void reset_share();
    /// The first one that waits for its pass phrase; null when there is none.
    const LockedOffer* locked_offer() const;
    void unlock(std::string_view pass_phrase);
    void leave_locked();

    // Earlier versions of reviews on this device, and what becomes of everything on it
    /// As `confirm_import` and `remove_review`, after what they change was kept; if that fails, people decide first.
    void import_safely();
    void remove_safely(std::string_view id);
    bool keeping() const { return kept_first_ && kept_first_->awaited > 0; }
    bool keeping_failed() const { return kept_first_ && kept_first_->awaited == 0; }
    void settle_keeping(Keep decision);
    bool can_download_unkept() const; ///< all of it is in memory
    void download_unkept();
    void look_at_storage(); ///< for the next two
    const std::vector<EarlierVersion>& earlier_versions() const { return earlier_.all; }
    const platform::StorageFacts& storage_facts() const { return storage_facts_; }
    void ask_to_keep();
    void take_out_version(std::string_view key, VersionUse use);
    /// Whether the review of this version is gone here, or cannot be read: the version may take its place.
    bool can_put_back(const EarlierVersion& version) const;
    void erase_earlier_versions(std::string_view review_id) { platform_.erase_snapshots(review_id); }
    /// Much was changed in the current review since its last file or `not_now_download`.
    bool wants_download();
    void not_now_download();
    void wipe() { platform_.wipe(); }

    // Removing people or how to reach them for good
    /// What would go with somebody of this name, or how to reach everybody when it is "". Computed again only when
    /// something changed; only when `current()` is ready.
    const review::ForgettingPlan& forgetting_plan(const std::string& name);
    /// Does that. It cannot be undone, and neither can what was done in this review before.
    void forget(const std::string& name);

    // Messages
    const Toasts& toasts() const { return toasts_; }
    void act_on_toast(std::uint64_t id);
    void dismiss_toast(std::uint64_t id);
    /// Toasts stay while one of them has the focus.
    void set_toast_hold(bool hold);

    /// A newer build is waiting.
    bool update_available() const { return update_available_; }
    /// Reloads the page once everything is saved. Without storage a reload would lose the work: then it says so
    /// instead.
    void apply_update();

    // The second window, which a room looks at: platform.h says what each does
    void open_projector() { platform_.open_projector(); }
    void close_projector() { platform_.close_projector(); }
    void project(std::string scene); ///< handed over only when it is another one than the last
    void keep_awake(platform::Awake awake); ///< likewise
    void set_full_screen(platform::FullScreen full) { platform_.set_full_screen(full); }
    void chime() { platform_.chime(); }
    platform::ProjectorState projector_state() const { return room_.projector; }
    const std::string& scene() const { return room_.scene; } ///< in that window: what to show
    platform::FullScreen full_screen() const { return room_.full_screen; }

    // What the outside world tells us
    void on_index(std::string_view summaries_json) override;
    void on_loaded(std::string_view review_id, platform::LoadOutcome outcome, std::string_view bytes) override;
    platform::SaveDecision on_save_transaction(std::string_view review_id, const platform::StoredReview& stored,
                                               platform::SaveImage& image) override;
    void on_saved(std::string_view review_id, platform::SaveOutcome outcome, std::string_view detail) override;
    void on_changed_elsewhere(std::string_view review_id) override;
    void on_storage_state(platform::StorageState state) override;
    void on_snapshot_taken(int request, platform::SaveOutcome outcome) override;
    void on_snapshots(std::string_view json) override;
    void on_snapshot_loaded(std::string_view key, platform::LoadOutcome outcome, std::string_view bytes) override;
    void on_storage_facts(const platform::StorageFacts& facts) override;
    void on_file(std::string_view name, std::string_view bytes) override;
    void on_file_refused(std::string_view name, platform::FileProblem problem) override;
    void on_files_complete() override;
    void on_route(std::string_view hash) override;
    void on_update_available() override;
    void on_language(std::string_view code, std::string_view bytes) override;
    void on_example(std::string_view bytes) override;
    void on_lock(std::uint32_t request, platform::LockOutcome outcome, std::string_view bytes) override;
    void on_print_impossible() override;
    void on_codes_unavailable() override;
    void on_scene(std::string_view scene) override;
    void on_projector(platform::ProjectorState state) override;
    void on_full_screen(platform::FullScreen state) override;

private:
    /// Something that a screen shows may have changed.
    void touch();
    void touch_document();
    OpenReview* editable();
    void wrote_in(OpenReview& review);
    template <class Run>
    bool edit(const Run& run);
    void offer_undo(std::string text, std::vector<CommandOfReview> commands);
    void take_back(const std::vector<CommandOfReview>& commands);
    void show_step(const UndoStack::Outcome& outcome, Step step);
    void save_settings();
    void speak();
    void enter_route();
    void refresh_title();
    std::string shown_state() const;
    void put_index(std::string_view summaries_json);
    void set_removed(std::string_view id, std::int64_t removed);
    OpenReview& adopt_copy(const document::Document& original, std::string_view title);
    void open_version(document::Document document, const EarlierVersion& version, const std::string& moment);
    void keep_process(document::Document& document, const process::Process& process);
    void finish_copy(const OpenReview& original);
    void read_next_file();
    void read_files();
    void advance_import();
    void take_in_new(const ImportReview& incoming);
    void merge_in(const ImportReview& incoming, std::vector<CommandOfReview>& commands);
    const Planned& planned();
    std::optional<MailFile> mail_file(const planning::PlannedMessage& message);
    int tick_downloads();
    planning::MessageWords message_words();
    void want_archive();
    void read_archive();
    void archive_loaded(std::string_view review_id, platform::LoadOutcome outcome, std::string_view bytes);
    std::string agenda_of(const document::Document& document, const process::Process& process);
    review::AnonymousCopy anonymous_copy();
    document::Document shared_document(ShareKind kind);
    void shared(LockState outcome, std::string_view payload);
    void unlocked(platform::LockOutcome outcome, std::string_view bytes);
    void forget_kept_import();
    void keep_first(std::vector<std::string> reviews, std::string_view why, std::function<void()> act);
    void hand_over(const OpenReview& review);
    void hand_out(const std::string& name, std::string_view type, std::string_view bytes);
    void note_file(std::string_view review_id);
    bool is_much_changed(const OpenReview& review);

    platform::Platform& platform_;
    Texts texts_;
    Settings settings_;
    Route route_;
    Overview overview_;
    Reviews reviews_;
    Writer writer_;
    Toasts toasts_;
    platform::StorageState storage_ = platform::StorageState::working;
    std::uint64_t revision_ = 0;
    std::uint64_t titled_revision_ = 0;
    std::string title_;
    std::uint64_t step_toast_ = 0;
    Awaited awaited_;
    platform::Leaving leaving_ = platform::Leaving::safe;
    bool update_available_ = false;
    bool update_wanted_ = false;

    FoundOut found_;
    Archive archive_;

    // What comes in and goes out
    Import import_;
    std::vector<ProcessOffer> offers_; ///< the first one is to be decided about
    Sharing sharing_;
    MailFiles downloads_;
    std::optional<KeptFirst> kept_first_;
    EarlierVersions earlier_;
    platform::StorageFacts storage_facts_;
    Room room_;
};

} // namespace planner::app
