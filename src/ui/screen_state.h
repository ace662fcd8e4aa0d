#pragma once

#include "app/planner.h"
#include "ui/kit/frame.h"
#include "ui/live_state.h"
#include "ui/marked_texts.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace planner::ui {

/// What is typed into the dialog for a new review, before it is one.
struct NewReviewDraft {
    struct Team {
        std::string name;
        std::string institution;
    };
    std::string title;
    std::string process;
    std::vector<Team> teams;
    std::string kickoff_date;
    std::string visit_date; ///< of the one host
    std::string facilitator;
    bool tried = false; ///< problems are shown only after the first attempt
};

/// A text that is being made out of the versions of a conflict.
struct CombineDraft {
    struct Version {
        std::string label;
        std::string text;
    };
    document::FieldKey key;
    std::string label;
    std::vector<Version> versions;
    std::string text;
    std::vector<std::string> seen; ///< what is made one of
};

/// Which tasks are shown; "" is no filter, and of `show` those that are to be done.
struct TaskFilter {
    std::string role;
    std::string subject;
    std::string show;

    static constexpr std::string_view to_do = "", late = "late", done = "done", all = "all"; ///< of `show`
};

/// Which messages are shown; "" of `show` is those that are to be sent.
struct MessageFilter {
    std::string show;
    std::string search;
};

enum class DialogKind { none, new_review, participants, dates, combine, holidays, calendar, visit, documents, actions, process, contacts, gathered, forget, share, history, wipe, stop_meeting, step_back };

/// What is chosen in the dialog that shares a review.
struct ShareDraft {
    app::ShareKind kind = app::ShareKind::whole;
    bool locks = false;
    std::string phrase, again;
    bool tried = false; ///< problems are shown from then on
    bool sent = false;
};

/// Of which field the dialog shows what stood there before, and the dialog that comes back after it.
struct HistoryOf {
    document::FieldKey key;
    std::string name;
    DialogKind behind = DialogKind::none;
};

/// What the screens remember that is neither in a review nor worth keeping.
struct ScreenState {
    DialogKind dialog = DialogKind::none;
    NewReviewDraft draft;
    bool seek_problem = false; ///< the first field with a problem gets the focus
    CombineDraft combine;
    HistoryOf history;
    std::string search;
    TaskFilter tasks;
    bool agreements_unfolded = false; ///< every agreement is listed beside the tasks
    planning::Plan plan_before; ///< as it was when the dialog with the key dates or the card on screen was opened
    std::optional<app::Route> plan_before_of; ///< that card
    MessageFilter messages;
    std::string poll_notes; ///< the poll and the participant whose notes to proposed days are being written
    std::optional<app::Route> date_chosen_on; ///< where a proposed day was chosen, to show there what moved
    std::string date_chosen_in;               ///< and in which poll
    std::set<std::string> compared;           ///< tables whose answers are shown side by side
    std::set<std::string, std::less<>> chosen_messages; ///< ids, of the review on screen
    app::ArchiveFilter archive;
    std::size_t archive_lines = 0; ///< shown beyond the first ones
    std::string calendar_of; ///< whose calendar the dialog is about, by planning::to_text
    std::set<std::string, std::less<>> today_unfolded; ///< groups of today of which every line is shown
    bool wipe_chosen = false; ///< the first of two answers was yes
    bool conflicts_unfolded = false; ///< every difference is listed on the dashboard
    bool rules_open = false; ///< the rules that ask for nothing, on the dashboard
    bool presenting = false; ///< a card is shown large, without menu and tools, for people who look from afar
    bool tips_open = false; ///< what to do and not to do beside a table of findings
    bool coach_open = false; ///< the examples beside a learning question
    std::optional<document::FieldKey> emptied; ///< of a run sheet: what it proposes comes back when the field is left
    std::string wanted_line;                   ///< of a run sheet: id of a new line, to type in
    std::set<std::uint64_t> import_open;               ///< lines of the preview of a merge whose texts are shown
    std::map<std::uint64_t, std::size_t> import_lines; ///< shown beyond the first ones, per group of that preview
    std::vector<MarkedTexts> marked_texts; ///< see compared_texts
    std::optional<document::FieldKey> wanted_field; ///< it, or the choice between its versions, gets the focus in the next frame
    std::set<document::FieldKey> postponed; ///< conflicts to be chosen later
    std::set<std::string> not_now; ///< reviews that stay with their version of the process for now
    app::Route shown_route;
    std::string wanted_block; ///< of a card, to scroll to
    std::string next_block;   ///< the same, of the card that is gone to
    kit::NodeId content;      ///< the scroll area of the screen
    float content_top = 0;    ///< where its content starts, CSS px
    std::string dialog_subject; ///< whose visit, documents, actions or contacts the dialog shows
    std::string forgotten_name; ///< whom the dialog removes for good; "": how to reach everybody
    std::string dialog_card;    ///< from which card, of what the dashboard gathers
    ShareDraft share;
    LiveState live;                                 ///< of the meeting that was directed last
    std::map<std::string, LiveState> other_meetings; ///< by LiveState::meeting
    std::string unlock_phrase;
    bool file_over_page = false;
    std::string opening_file;
    float opening_progress = 0;
};

/// What every screen is drawn with.
struct Context {
    kit::Frame& frame;
    app::Planner& planner;
    ScreenState& state;

    std::string tr(std::string_view key, app::Arguments arguments = {}) const { return planner.tr(key, arguments); }
    process::Language language() const { return planner.language(); }
};

} // namespace planner::ui
