#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/agenda.h"
#include "app/archive.h"
#include "app/dashboard_view.h"
#include "app/dates.h"
#include "app/importing.h"
#include "app/new_review.h"
#include "app/open_review.h"
#include "app/overview.h"
#include "app/process_offer.h"
#include "app/review_view.h"
#include "app/reviews.h"
#include "app/routes.h"
#include "app/settings.h"
#include "app/texts.h"
#include "app/toasts.h"
#include "app/writer.h"
#include "exchange/print.h"
#include "exchange/review_calendar.h"
#include "planning/message_text.h"
#include "planning/messages.h"
#include "planning/plan.h"
#include "planning/rules.h"
#include "platform/platform.h"
#include "review/rows.h"

namespace planner::app {

/// What the outside world knows when the planner starts.
struct StartConfiguration {
    std::string settings_json; ///< as given to Platform::save_settings; "" at the first visit
    std::string index_json;    ///< list of summaries
    platform::StorageState storage = platform::StorageState::working;
    std::string hash; ///< of the address bar, with or without #
};

enum class ImportState { none, reading, ready };
enum class Step { undo, redo };

/// A command of one review, to take it back later.
struct CommandOfReview {
    std::string review;
    std::uint64_t command = 0;
};

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
    /// Settles a conflict with a new text.
    void combine(const document::FieldKey& key, document::Value value);
    bool can_step(Step step) const;
    /// What undo or redo would do, in words: "Leervraag wijzigen". "" when there is nothing.
    std::string step_text(Step step);
    void step(Step step);
    /// Where the last undo or redo took place, so that the screen can show it; asking for it clears it.
    std::optional<document::FieldKey> take_attention();

    // Tasks and messages of the current review; only when `current()` is ready
    /// Computed again only when the document or the day changed.
    const planning::Plan& plan();
    /// Those that have arisen, newest first.
    const std::vector<planning::PlannedMessage>& messages();
    /// Whether the rules of the process hold today, in its order.
    const std::vector<planning::RuleFinding>& rules();
    planning::MessageText message_text(const planning::PlannedMessage& message);
    std::vector<planning::Recipient> recipients(const planning::PlannedMessage& message);
    enum class TaskDecision { done, not_applicable, undecided };
    void decide_task(const document::EntityKey& task, TaskDecision decision);
    enum class MessageDecision { sent, lapsed, undecided };
    void decide_message(const planning::PlannedMessage& message, MessageDecision decision);
    /// The same for several, as one command.
    void decide_messages(const std::vector<planning::PlannedMessage>& messages, MessageDecision decision);
    /// The ways out for a message. None of them sends it, and none says that it was sent.
    void open_in_mail(const planning::PlannedMessage& message);
    /// A link cannot hold its text: that goes by the clipboard.
    bool is_too_long_for_link(const planning::PlannedMessage& message);
    /// Several under each other, each with its addressees.
    void copy_messages(const std::vector<planning::PlannedMessage>& messages);
    /// As files that mail programs open as drafts, with the file and the calendar of the review where a message asks
    /// for them. Several come one after another: browsers drop files that come at once.
    void download_messages(const std::vector<planning::PlannedMessage>& messages);
    /// "Contactpersoon · a@example.nl; ..."; a sentence when nobody is known.
    std::string recipients_text(const planning::PlannedMessage& message);
    static constexpr int download_pause_ms = 400;

    // The calendar of the current review, for somebody
    exchange::Calendar calendar(const planning::Identity& identity);
    void download_calendar(const planning::Identity& identity, std::string_view name);

    /// Changes the subject or the body of one message; what the process proposes stays as it is.
    void set_message_text(const planning::PlannedMessage& message, std::string_view field, const std::string& text,
                          const std::optional<std::string>& base);

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
    /// Whether a task of `plan()` is theirs.
    bool is_own(const planning::PlannedTask& task);
    /// Who somebody can be in a review, by `planning::to_text`, with a name for each. Of a review that is not in
    /// memory no persons.
    struct IdentityChoice {
        std::string value;
        std::string label;
    };
    std::vector<IdentityChoice> identity_choices(std::string_view review_id) const;

    // Today, over all reviews
    struct TodayTask {
        const Summary* review = nullptr; ///< valid until the overview changes
        AgendaTask task;
    };
    /// What asks for attention, what is due first first. Computed again only when the overview or the day changed.
    const std::vector<TodayTask>& today_tasks();

    // Messages of all reviews: read one after another from when `Route::archive()` is entered
    Archive& archive() { return archive_; }

    // The process of the current review, and files with one
    /// A newer version of it in this planner; null when there is none.
    const process::Process* newer_process() const;
    /// The process to decide about; null when there is none.
    const ProcessOffer* process_offer() const;
    void offer_newer_process();
    void close_process_offer();
    /// Whether the current review follows the offered process already.
    bool follows_offer() const;
    /// What the offered process would change for the current review, which is ready; only of an offer without error.
    const ProcessPreview& process_preview();
    /// Lets the current review follow it, as one command; nothing that people wrote goes away.
    void use_offered_process();

    /// What people wrote in the current review, which is ready, and its process does not show.
    const std::vector<review::Leftover>& leftovers();

    // Files
    void pick_files() { platform_.pick_files(); }
    /// The current review as a file; for a review that cannot be read, the bytes as they are stored.
    void download();
    ImportState import_state() const { return import_state_; }
    /// Only when `import_state()` is ready.
    const ImportPreview& import_preview() const { return preview_; }
    void confirm_import();
    void cancel_import();

    // Messages
    const Toasts& toasts() const { return toasts_; }
    void act_on_toast(std::uint64_t id);
    void dismiss_toast(std::uint64_t id);
    /// Toasts stay while one of them has the focus.
    void set_toast_hold(bool hold);

    // A newer build is waiting
    bool update_available() const { return update_available_; }
    /// Reloads the page once everything is saved. Without storage a reload would lose the work: then it says so
    /// instead.
    void apply_update();

    // What the outside world tells us
    void on_index(std::string_view summaries_json) override;
    void on_loaded(std::string_view review_id, platform::LoadOutcome outcome, std::string_view bytes) override;
    platform::SaveDecision on_save_transaction(std::string_view review_id, const platform::StoredReview& stored,
                                               platform::SaveImage& image) override;
    void on_saved(std::string_view review_id, platform::SaveOutcome outcome, std::string_view detail) override;
    void on_changed_elsewhere(std::string_view review_id) override;
    void on_storage_state(platform::StorageState state) override;
    void on_file(std::string_view name, std::string_view bytes) override;
    void on_file_refused(std::string_view name, platform::FileProblem problem) override;
    void on_files_complete() override;
    void on_route(std::string_view hash) override;
    void on_update_available() override;
    void on_language(std::string_view code, std::string_view bytes) override;
    void on_example(std::string_view bytes) override;
    void on_print_impossible() override;

private:
    /// Something that a screen shows may have changed.
    void touch();
    void touch_document();
    OpenReview* editable();
    template <class Run>
    bool edit(const Run& run);
    void offer_undo(std::string text, std::vector<CommandOfReview> commands);
    void take_back(const std::vector<CommandOfReview>& commands);
    void show_step(const UndoStack::Outcome& outcome, Step step);
    std::string command_text(const std::string& name, const document::FieldKey& place);
    void save_settings();
    void speak();
    void enter_route();
    void refresh_title();
    std::string screen_title();
    void put_index(std::string_view summaries_json);
    void set_removed(std::string_view id, std::int64_t removed);
    OpenReview& adopt_copy(const document::Document& original, std::string_view title);
    void keep_process(document::Document& document, const process::Process& process);
    void finish_copy(const OpenReview& original);
    void advance_import();
    void take_in_new(const ImportReview& incoming);
    std::uint64_t merge_in(const ImportReview& incoming);

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
    std::optional<document::FieldKey> attention_;
    std::set<std::string> told_elsewhere_;
    std::set<std::string, std::less<>> copies_wanted_;
    bool example_asked_ = false; ///< an example is on its way
    platform::Leaving leaving_ = platform::Leaving::safe;
    bool update_available_ = false;
    bool update_wanted_ = false;

    ReviewView view_;
    std::string view_of_;
    void make_plan();
    struct MailFile {
        std::string name;
        std::string bytes;
    };
    std::optional<MailFile> mail_file(const planning::PlannedMessage& message);
    exchange::CalendarWords calendar_words();
    int tick_downloads();
    planning::MessageWords message_words();
    void want_archive();
    void read_archive();
    void archive_loaded(std::string_view review_id, platform::LoadOutcome outcome, std::string_view bytes);
    std::string agenda_of(const document::Document& document, const process::Process& process);
    planning::Identity identity_in(std::string_view review_id) const;
    planning::Plan plan_;
    std::vector<planning::PlannedMessage> messages_;
    std::string plan_of_;
    Archive archive_;
    std::string archive_asked_;       ///< the review whose answer is to come
    std::vector<MailFile> downloads_; ///< those that wait for their turn
    std::int64_t next_download_ = 0;
    std::set<std::string, std::less<>> own_tasks_;
    std::vector<TodayTask> today_tasks_;
    std::string today_tasks_of_;
    std::vector<planning::RuleFinding> rules_;
    std::string rules_of_;
    DashboardView dashboard_;
    std::string dashboard_of_;

    ImportState import_state_ = ImportState::none;
    std::vector<IncomingFile> arriving_;
    std::vector<IncomingFile> incoming_;
    ImportPreview preview_;

    std::vector<ProcessOffer> offers_; ///< the first one is to be decided about
    ProcessPreview process_preview_;
    std::string process_preview_of_;
    std::vector<review::Leftover> leftovers_;
    std::string leftovers_of_;
};

} // namespace planner::app
