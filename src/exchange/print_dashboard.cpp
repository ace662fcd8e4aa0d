#include <algorithm>
#include <initializer_list>
#include <map>

#include "document/order.h"
#include "exchange/print_review.h"
#include "review/conflicts.h"
#include "review/progress.h"

namespace planner::exchange {
namespace {

using planning::PlannedTask;

/// What fits one A4 with so many participants: the size of the letters, the longest text in a cell and of a learning
/// question in characters, and the number of tasks. Chosen so that even the longest texts leave some room.
struct Room {
    std::size_t participants;
    int half_points;
    std::size_t cell;
    std::size_t question;
    std::size_t tasks;
};

constexpr Room rooms[] = {{3, 18, 76, 140, 8}, {4, 18, 58, 110, 7}, {5, 17, 60, 110, 8},
                          {6, 16, 60, 104, 8}, {9, 16, 56, 84, 5},  {most_on_one_page, 15, 56, 80, 4}};
constexpr Room flowing_room = {0, 21, 400, 2000, 100};

const Room& room_for(std::size_t participants) {
    for (const Room& room : rooms) {
        if (participants <= room.participants) return room;
    }
    return flowing_room;
}

constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_title = 90;

class Dashboard {
public:
    Dashboard(const review::Review& review, const planning::Plan& plan, const PrintWords& words)
        : review_(review), plan_(plan), words_(words), room_(room_for(review.participants().size())) {}

    int half_points() const { return room_.half_points; }

    Section about() const {
        Definitions list;
        const auto add = [&](std::string_view key, const std::string& text) {
            if (!text.empty()) list.items.emplace_back(words_(key), shortened(text, room_.cell));
        };
        const review::Facilitator facilitator = review_.facilitator();
        if (const std::string who = joined({facilitator.name, facilitator.contact}); !who.empty())
            list.items.emplace_back(facilitator_title(review_, words_), shortened(who, room_.cell));
        const review::Kickoff kickoff = review_.kickoff();
        add("review.kickoff", or_none(words_.moment(kickoff.date, kickoff.time, kickoff.place), "dashboard.no_date"));
        add("review.period", review_.period());
        add("review.cycle_date", words_.date(review_.cycle_date()));
        add("review.goal", review_.goal());
        add("print.actions", actions());
        list.items.emplace_back(words_("dashboard.conflicts"), conflicts());
        list.items.emplace_back(words_("print.hours_short"), hours());
        return {words_("dashboard.details"), {std::move(list)}, SectionWidth::half};
    }

    Section steps() const {
        Table table = with_columns({"print.step", "nav.cards", "nav.tasks", "print.state"});
        const auto& all = review_.process().steps;
        std::vector<review::StepProgress> progress;
        for (const process::Step& step : all) progress.push_back(review::progress_of_step(review_, step));
        const std::size_t current = review::current_step(progress);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string_view state = i == current                     ? "step.current"
                                           : progress[i].complete()         ? "step.done"
                                           : progress[i].complete_cards > 0 ? "step.partly"
                                                                            : "step.open";
            table.rows.push_back({std::to_string(i + 1) + " " + words_.of(all[i].title),
                                  fraction(progress[i].complete_cards, progress[i].cards), tasks_done(all[i].id),
                                  words_(state)});
        }
        return {words_("dashboard.steps"), {std::move(table)}, SectionWidth::half};
    }

    Section participants() const {
        Table table = with_columns({"overview.column.participants", "participant.institution", "print.question"});
        table.columns.back().share = Share::wide;
        for (const review::Participant& each : review_.participants())
            table.rows.push_back(
                {shortened(each.name, longest_name), shortened(each.institution, longest_name),
                 shortened(or_none(review_.learning_question(each.id), "dashboard.no_question"), room_.question)});
        return {"", {std::move(table)}};
    }

    Section visits() const {
        Table table = with_columns({"print.visits", "print.when", "print.panel", "print.documents"});
        for (const review::Participant& host : review_.hosts()) {
            const review::Visit visit = review_.visit_of(host.id);
            const std::string when = words_.moment(visit.date, visit.time, visit.place);
            table.rows.push_back({shortened(host.name, longest_name),
                                  shortened(or_none(when, "dashboard.no_date"), room_.cell),
                                  shortened(panel(host.id), room_.cell), documents(host.id)});
        }
        return {"", {std::move(table)}};
    }

    Section open_tasks() const {
        std::vector<const PlannedTask*> open;
        for (const PlannedTask& task : plan_.tasks) {
            if (!task.finished()) open.push_back(&task);
        }
        // What has a date comes first, by its date; the others stay in the order of the process.
        document::sort_items(open, [](const PlannedTask* left, const PlannedTask* right) {
            return left->due && (!right->due || *left->due < *right->due);
        });
        Table table = with_columns({"tasks.show.to_do", "tasks.filter.subject", "task.due"});
        table.columns.front().share = Share::wide;
        const std::size_t shown = std::min(open.size(), room_.tasks);
        for (std::size_t i = 0; i < shown; ++i) {
            const PlannedTask& task = *open[i];
            std::string due = task.due ? words_.short_date(*task.due) : words_("task.no_date");
            if (task.state == planning::TaskState::late) due += ", " + words_("task.state.late");
            const std::string of_whom = shortened(name_of(review_, task.subject), longest_name);
            table.rows.push_back({words_.of(task.task->title), or_none(of_whom, "tasks.everybody"), due});
        }
        Section section{"", {std::move(table)}};
        if (open.size() > shown)
            section.parts.push_back(Paragraph{words_.count("import.more", open.size() - shown), Emphasis::quiet});
        return section;
    }

private:
    Table with_columns(std::initializer_list<std::string_view> keys) const {
        Table table;
        for (const std::string_view key : keys) table.columns.push_back({words_(key)});
        return table;
    }

    std::string or_none(const std::string& text, std::string_view none) const {
        return text.empty() ? words_(none) : text;
    }

    std::string fraction(std::size_t done, std::size_t of) const {
        return of == 0 ? "–" : std::to_string(done) + "/" + std::to_string(of);
    }

    std::string tasks_done(const std::string& step) const {
        std::size_t all = 0;
        std::size_t finished = 0;
        for (const PlannedTask& task : plan_.tasks) {
            if (task.task->step != step) continue;
            ++all;
            if (task.finished()) ++finished;
        }
        return fraction(finished, all);
    }

    std::string panel(const std::string& host) const {
        std::vector<std::string> names;
        for (const review::Seat& seat : review_.seats_of(host)) {
            const std::string from = name_of(review_, seat.participant);
            names.push_back(seat.name.empty() || from.empty() ? seat.name + from : seat.name + " (" + from + ")");
        }
        return names.empty() ? "–" : joined(names, ", ");
    }

    std::string documents(const std::string& host) const {
        std::size_t asked = 0;
        std::size_t received = 0;
        std::size_t forwarded = 0;
        const std::vector<review::SupportingDocument> all = review_.documents_of(host);
        for (const review::SupportingDocument& document : all) {
            asked += document.asked ? 1 : 0;
            received += document.received ? 1 : 0;
            forwarded += document.forwarded ? 1 : 0;
        }
        if (all.empty()) return "–";
        return words_("print.documents_state", {{"count", std::to_string(all.size())},
                                                {"asked", std::to_string(asked)},
                                                {"received", std::to_string(received)},
                                                {"forwarded", std::to_string(forwarded)}});
    }

    std::string conflicts() const {
        std::size_t all = 0;
        for (const review::ConflictGroup& group : review::conflicts_of(review_, words_.language))
            all += group.conflicts.size();
        return std::to_string(all);
    }

    /// Of somebody who does all of it, for each role.
    std::string hours() const {
        std::vector<std::string> roles;
        for (const planning::RoleHours& role : planning::make_hours(review_, planning::number_of_visits(review_)))
            roles.push_back(words_.of(role.role->title) + " " + planning::to_text(role.hours, words_.language));
        return joined(roles, ", ");
    }

    /// "7: Klaar 2, Bezig 5"
    std::string actions() const {
        std::map<std::string, std::size_t> states;
        std::size_t all = 0;
        for (const review::Participant& each : review_.participants()) {
            for (const review::Action& action : review_.actions_of(each.id)) {
                ++all;
                if (!action.state.empty()) ++states[state_label(action.state)];
            }
        }
        std::string text;
        for (const auto& [state, count] : states)
            text += (text.empty() ? ": " : ", ") + state + " " + std::to_string(count);
        return std::to_string(all) + text;
    }

    /// What the process calls the state of an action, on whichever card shows them.
    std::string state_label(const std::string& state) const {
        for (const process::Card& card : review_.process().cards) {
            for (const process::Block& block : card.blocks) {
                for (const process::Field& field : block.fields) {
                    const process::Field* column = field.binding == "actions" ? field.column("state") : nullptr;
                    if (column != nullptr) return words_.value(review_, *column, state);
                }
            }
        }
        return state;
    }

    const review::Review& review_;
    const planning::Plan& plan_;
    const PrintWords& words_;
    const Room& room_;
};

} // namespace

Sheet dashboard_sheet(const review::Review& given, const planning::Plan& plan, const PrintWords& words) {
    const review::RowIndex rows(given.document());
    const review::Review review(given.document(), given.process(), rows);
    const Dashboard dashboard(review, plan, words);
    Sheet sheet;
    sheet.title = shortened(review.title().empty() ? words("review.untitled") : review.title(), longest_title);
    sheet.subtitle = words.of(review.process().title);
    sheet.note = printed_on(words);
    sheet.language = words.language;
    if (review.participants().size() <= most_on_one_page) sheet.fit = Fit::one_page;
    sheet.half_points = dashboard.half_points();
    sheet.sections = {dashboard.about(), dashboard.steps(), dashboard.participants(), dashboard.visits(),
                      dashboard.open_tasks()};
    return sheet;
}

} // namespace planner::exchange
