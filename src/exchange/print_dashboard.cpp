#include <algorithm>
#include <map>

#include "exchange/print_review.h"
#include "review/conflicts.h"
#include "review/progress.h"

namespace planner::exchange {
namespace {

using planning::PlannedTask;

/// How much fits one A4 with so many participants: the size of the letters, and characters or lines of what people
/// wrote.
struct Room {
    int half_points;
    std::size_t question;
    std::size_t tasks;
};

Room room_for(std::size_t participants) {
    if (participants <= 4) return {18, 170, 10};
    if (participants <= 6) return {17, 110, 9};
    if (participants <= 9) return {16, 90, 8};
    return {15, 70, 7};
}

constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_text = 90;
constexpr std::size_t most_panel_names = 4;

class Dashboard {
public:
    Dashboard(const review::Review& review, const planning::Plan& plan, const PrintWords& words)
        : review_(review), plan_(plan), words_(words), room_(room_for(review.participants().size())) {}

    int half_points() const { return room_.half_points; }

    Section about() const {
        Definitions list;
        const auto add = [&](std::string_view key, const std::string& text) {
            if (!text.empty()) list.items.emplace_back(words_(key), shortened(text, longest_text));
        };
        const review::Facilitator facilitator = review_.facilitator();
        add("review.facilitator", joined({facilitator.name, facilitator.contact}));
        const review::Kickoff kickoff = review_.kickoff();
        const std::string start = words_.moment(kickoff.date, kickoff.time, kickoff.place);
        add("review.kickoff", start.empty() ? words_("dashboard.no_date") : start);
        add("review.period", review_.period());
        add("review.cycle_date", words_.date(review_.cycle_date()));
        add("review.goal", review_.goal());
        return half("dashboard.details", std::move(list));
    }

    Section steps() const {
        Table table{{{words_("dashboard.steps")},
                     {words_("nav.cards"), Share::narrow},
                     {words_("nav.tasks"), Share::narrow},
                     {words_("print.state")}},
                    {}};
        const auto& all = review_.process().steps;
        std::vector<review::StepProgress> progress;
        for (const process::Step& step : all) progress.push_back(review::progress_of_step(review_, step));
        const std::size_t current = review::current_step(progress);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string_view state = i == current             ? "step.current"
                                           : progress[i].complete() ? "step.done"
                                                                    : "step.open";
            table.rows.push_back({std::to_string(i + 1) + " " + words_.of(all[i].title),
                                  fraction(progress[i].complete_cards, progress[i].cards), tasks_done(all[i].id),
                                  words_(state)});
        }
        return half("", std::move(table));
    }

    Section participants() const {
        Table table{{{words_.of(review_.process().participants.plural)}, {words_("print.question"), Share::wide}}, {}};
        table.columns[0].share = Share::normal;
        for (const review::Participant& each : review_.participants()) {
            const std::string question = review_.learning_question(each.id);
            table.rows.push_back({name(each), question.empty() ? words_("dashboard.no_question")
                                                               : shortened(question, room_.question)});
        }
        return {"", {std::move(table)}};
    }

    Section visits() const {
        Table table{
            {{words_("print.visits")}, {words_("print.when")}, {words_("print.panel")}, {words_("print.documents")}},
            {}};
        for (const review::Participant& host : review_.hosts()) {
            const review::Visit visit = review_.visit_of(host.id);
            const std::string when = words_.moment(visit.date, visit.time, visit.place);
            table.rows.push_back({shortened(host.name, longest_name),
                                  when.empty() ? words_("dashboard.no_date") : shortened(when, longest_text),
                                  panel(host.id), documents(host.id)});
        }
        return {"", {std::move(table)}};
    }

    Section open_tasks() const {
        std::vector<const PlannedTask*> open;
        for (const PlannedTask& task : plan_.tasks) {
            if (!task.finished()) open.push_back(&task);
        }
        // What has a date comes first, by its date; the others stay in the order of the process.
        std::stable_sort(open.begin(), open.end(), [](const PlannedTask* left, const PlannedTask* right) {
            return left->due && (!right->due || *left->due < *right->due);
        });
        Table table{{{words_("tasks.show.to_do"), Share::wide}, {words_("task.due")}}, {}};
        for (const PlannedTask* task : open) {
            if (table.rows.size() == room_.tasks) break;
            const std::string of_whom = shortened(name_of(review_, task->subject), longest_name);
            std::string due = task->due ? words_.short_date(*task->due) : words_("task.no_date");
            if (task->state == planning::TaskState::late) due += ", " + words_("task.state.late");
            table.rows.push_back({joined({words_.of(task->task->title), of_whom}), due});
        }
        Section section = half("", std::move(table));
        if (open.size() > room_.tasks)
            section.parts.push_back(
                Paragraph{words_.count("import.more", open.size() - room_.tasks), Emphasis::quiet});
        return section;
    }

    Section numbers() const {
        Definitions list;
        list.items.emplace_back(words_("print.actions"), actions());
        std::size_t conflicts = 0;
        for (const review::ConflictGroup& group : review::conflicts_of(review_, words_.language))
            conflicts += group.conflicts.size();
        list.items.emplace_back(words_("dashboard.conflicts"), std::to_string(conflicts));
        for (const planning::RoleHours& role : planning::make_hours(review_, planning::number_of_visits(review_)))
            list.items.emplace_back(words_.of(role.role->title),
                                    words_("print.hours_of", {{"hours", hours_text(role.hours, words_.language)}}));
        return half("print.numbers", std::move(list));
    }

private:
    Section half(std::string_view heading, SheetPart part) const {
        return {heading.empty() ? "" : words_(heading), {std::move(part)}, SectionWidth::half};
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

    std::string name(const review::Participant& participant) const {
        return joined({shortened(participant.name, longest_name), shortened(participant.institution, longest_name)});
    }

    std::string panel(const std::string& host) const {
        std::vector<std::string> names;
        const std::vector<review::Seat> seats = review_.seats_of(host);
        for (const review::Seat& seat : seats) {
            if (names.size() == most_panel_names) {
                names.push_back(words_.count("import.more", seats.size() - most_panel_names));
                break;
            }
            const std::string from = name_of(review_, seat.participant);
            std::string name = shortened(seat.name.empty() ? from : seat.name, longest_name / 2);
            if (!seat.name.empty() && !from.empty()) name += " (" + shortened(from, longest_name / 2) + ")";
            names.push_back(std::move(name));
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

    /// "7: Klaar 2, Bezig 5"
    std::string actions() const {
        std::map<std::string, std::size_t> states;
        std::size_t all = 0;
        for (const review::Participant& each : review_.participants()) {
            for (const review::Action& action : review_.actions_of(each.id)) {
                ++all;
                if (!action.state.empty()) ++states[shortened(state_label(action.state), longest_name / 2)];
            }
        }
        std::string text;
        for (const auto& [state, count] : states)
            text += (text.empty() ? ": " : ", ") + state + " " + std::to_string(count);
        return std::to_string(all) + shortened(text, longest_text);
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
    Room room_;
};

} // namespace

Sheet dashboard_sheet(const review::Review& review, const planning::Plan& plan, const PrintWords& words) {
    const Dashboard dashboard(review, plan, words);
    Sheet sheet;
    sheet.title = shortened(review.title().empty() ? words("review.untitled") : review.title(), longest_text);
    sheet.subtitle = words.of(review.process().title);
    sheet.note = printed_on(words);
    sheet.language = words.language;
    if (review.participants().size() <= most_on_one_page) {
        sheet.fit = Fit::one_page;
        sheet.half_points = dashboard.half_points();
    }
    sheet.sections = {dashboard.about(),  dashboard.steps(),      dashboard.participants(),
                      dashboard.visits(), dashboard.open_tasks(), dashboard.numbers()};
    return sheet;
}

} // namespace planner::exchange
