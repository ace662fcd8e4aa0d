#include "app/dashboard_view.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/agenda.h"
#include "app/cycle_text.h"
#include "app/value_text.h"
#include "document/order.h"
#include "planning/run_sheet.h"
#include "review/rows.h"
#include "review/values.h"

namespace planner::app {
namespace {

using planning::PlannedTask;
using planning::TaskState;
using process::Standing;

constexpr std::size_t most_next_tasks = 5, most_next_agreements = 3;

/// Late first, then what can be done now, then what comes later.
int urgency(const PlannedTask& task) {
    if (task.state == TaskState::late) return 0;
    return task.state == TaskState::open ? 1 : 2;
}

std::vector<std::size_t> next_tasks(const planning::Plan& plan, const TaskIds& own) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        if (!plan.tasks[i].finished()) found.push_back(i);
    }
    document::sort_items(found, [&](std::size_t left, std::size_t right) {
        const PlannedTask &a = plan.tasks[left], &b = plan.tasks[right];
        return std::tuple(!own.contains(a.key.id), urgency(a), !a.due, a.due.value_or(Day{})) <
               std::tuple(!own.contains(b.key.id), urgency(b), !b.due, b.due.value_or(Day{}));
    });
    if (found.size() > most_next_tasks) found.resize(most_next_tasks);
    return found;
}

std::vector<Programme> programmes_of(const review::Review& review, process::Scope scope, const std::string& host,
                                     process::Language language) {
    std::vector<Programme> found;
    for (const process::RunSheet& sheet : review.process().run_sheets) {
        if (sheet.scope != scope) continue;
        found.push_back({sheet.id, host, sheet.title.in(language), planning::status_of(review, sheet.id, host)});
        const planning::Agenda agenda = planning::make_agenda(review, sheet, host);
        if (!agenda.start) continue;
        found.back().start = agenda.clock(*agenda.start);
        found.back().end = agenda.clock(agenda.end());
    }
    return found;
}

VisitView visit_view(const review::Review& review, const std::string& host, process::Language language) {
    VisitView view{host,
                   review.visit_of(host),
                   programmes_of(review, process::Scope::host, host, language),
                   review.seats_of(host),
                   review.former_seats_of(host),
                   {},
                   review.documents_of(host)};
    for (const review::Seat& seat : view.seats) view.panel.add(review.process().standing_of("seats", seat.state));
    for (const review::SupportingDocument& document : view.documents) {
        view.asked += document.asked ? 1 : 0;
        view.received += document.received ? 1 : 0;
        view.forwarded += document.forwarded ? 1 : 0;
    }
    return view;
}

/// Everybody who goes on a visit, and one more for seats that say nothing else: somebody from elsewhere.
std::vector<SupplyView> supplies_of(const review::Review& review, const std::vector<VisitView>& visits) {
    std::vector<SupplyView> supplies;
    for (std::string& id : review.subjects(process::Scope::visitor)) supplies.push_back({std::move(id), {}});
    supplies.push_back({"", {}});
    for (SupplyView& supply : supplies) supply.to_host.resize(visits.size());
    for (std::size_t to = 0; to < visits.size(); ++to) {
        for (const review::Seat& seat : visits[to].seats) {
            const auto found = std::find_if(supplies.begin(), supplies.end(), [&](const SupplyView& supply) {
                return supply.participant == seat.participant;
            });
            SupplyView& from = found == supplies.end() ? supplies.back() : *found;
            from.to_host[to].add(review.process().standing_of("seats", seat.state));
        }
    }
    const std::vector<Standings>& elsewhere = supplies.back().to_host;
    if (std::all_of(elsewhere.begin(), elsewhere.end(), [](const Standings& each) { return each == Standings{}; }))
        supplies.pop_back();
    return supplies;
}

std::vector<ActionsView> actions_of(const review::Review& review) {
    std::vector<ActionsView> views;
    const auto table = review.process().bound_field("actions");
    if (table.field == nullptr) return views;
    for (const std::string& participant : review.subjects(table.card->scope)) {
        ActionsView view{participant, review.actions_of(participant), {}, std::nullopt};
        for (std::size_t i = 0; i < view.actions.size(); ++i) {
            const Standing standing = review.process().standing_of("actions", view.actions[i].state);
            view.standings.add(standing);
            if (standing != Standing::open) continue;
            const std::string& date = view.actions[i].date;
            const std::string* first = view.next ? &view.actions[*view.next].date : nullptr;
            if (first == nullptr || (!date.empty() && (first->empty() || date < *first))) view.next = i;
        }
        views.push_back(std::move(view));
    }
    return views;
}

/// Puts what people filled in on cards into lines.
class Gatherer {
public:
    Gatherer(const review::Review& review, const Texts& texts, planning::Day today)
        : review_(review), texts_(texts), today_(today) {}

    GatheredView gather(const process::Gathered& part) const {
        GatheredView view{&part, {}};
        std::set<std::string> asked, answered;
        for (const process::GatheredField& shown : part.fields) {
            const process::Card& card = *review_.process().card(shown.card);
            for (const std::string& subject : review_.subjects(card.scope)) {
                asked.insert(subject);
                std::vector<std::string> lines = lines_of(shown, card, subject);
                if (lines.empty()) continue;
                answered.insert(subject);
                add(view, subject, card.id, std::move(lines));
            }
        }
        view.asked = asked.size();
        view.answered = answered.size();
        return view;
    }

private:
    static void add(GatheredView& view, const std::string& subject, const std::string& card,
                    std::vector<std::string> lines) {
        const auto found = std::find_if(view.answers.begin(), view.answers.end(), [&](const AnswersView& answers) {
            return answers.participant == subject && answers.card == card;
        });
        if (found == view.answers.end())
            view.answers.push_back({subject, card, std::move(lines)});
        else
            found->lines.insert(found->lines.end(), lines.begin(), lines.end());
    }

    std::vector<std::string> lines_of(const process::GatheredField& shown, const process::Card& card,
                                      const std::string& subject) const {
        const process::Field& field = *card.field(shown.field);
        if (field.kind == process::FieldKind::table) return rows_of(shown, card, field, subject);
        const document::Value& value = review_.value(card.id, subject, field);
        if (!review::is_filled(value) || !review_.is_asked(card.id, subject, field)) return {};
        return {field.label.in(texts_.language()) + " " + value_text(texts_, review_, review_.key_of(card.id, subject, field), value, &field, today_)};
    }

    std::vector<std::string> rows_of(const process::GatheredField& shown, const process::Card& card,
                                     const process::Field& table, const std::string& subject) const {
        std::vector<std::string> lines;
        for (const document::EntityKey& row : review_.rows(card.id, subject, table)) {
            std::string line;
            for (const std::string& id : shown.columns) {
                const document::Value& value = review_.document().value({row, id});
                if (!review::is_filled(value)) continue;
                line.append(line.empty() ? "" : " · ").append(value_text(texts_, review_, {row, id}, value, table.column(id), today_));
            }
            if (!line.empty()) lines.push_back(std::move(line));
        }
        return lines;
    }

    const review::Review& review_;
    const Texts& texts_;
    planning::Day today_;
};

} // namespace

void Standings::add(Standing standing) {
    switch (standing) {
    case Standing::settled: ++settled; break;
    case Standing::open: ++open; break;
    case Standing::off: ++off; break;
    }
}

const VisitView* DashboardView::visit(std::string_view host) const {
    const auto found =
        std::find_if(visits.begin(), visits.end(), [&](const VisitView& view) { return view.host == host; });
    return found == visits.end() ? nullptr : &*found;
}

AfterMeeting after_meeting(const planning::Plan& plan, std::string_view sheet, std::string_view subject) {
    AfterMeeting after = AfterMeeting::nothing;
    for (const planning::PlannedTask& meeting : plan.tasks) {
        if (meeting.task->run_sheet != sheet || meeting.subject != subject || meeting.task->done_when == process::DoneWhen::run_sheet)
            continue;
        if (!meeting.finished()) return AfterMeeting::wrap_up;
        for (const std::size_t next : meeting.followed_by) {
            const planning::PlannedTask& record = plan.tasks[next];
            if (record.task->done_when != process::DoneWhen::messages || record.finished()) continue;
            if (!record.waiting_for.empty()) return AfterMeeting::wrap_up;
            after = AfterMeeting::messages;
        }
    }
    return after;
}

std::vector<std::size_t> next_agreements(const std::vector<planning::Agreement>& agreements, const review::Review& review,
                                         const std::optional<planning::Part>& own, Day today) {
    const Day last = planning::add_days(today, soon_days);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < agreements.size(); ++i) {
        const planning::Agreement& each = agreements[i];
        const bool is_soon = each.due && *each.due <= last && each.state != planning::AgreementState::done;
        if (is_soon && (!own || planning::concerns(each, *own, review))) found.push_back(i);
    }
    document::sort_items(found, [&](std::size_t left, std::size_t right) { return *agreements[left].due < *agreements[right].due; });
    if (found.size() > most_next_agreements) found.resize(most_next_agreements);
    return found;
}

DashboardView make_dashboard(const review::Review& review, const planning::Plan& plan, const TaskIds& own_tasks,
                             const Texts& texts, planning::Day today) {
    DashboardView view;
    view.next_tasks = next_tasks(plan, own_tasks);
    view.programmes = programmes_of(review, process::Scope::review, "", texts.language());
    for (const std::string& host : review.subjects(process::Scope::host))
        view.visits.push_back(visit_view(review, host, texts.language()));
    for (const VisitView& visit : view.visits) {
        view.panels.settled += visit.panel.settled;
        view.panels.open += visit.panel.open;
        view.panels.off += visit.panel.off;
    }
    view.supplies = supplies_of(review, view.visits);
    view.actions = actions_of(review);
    const Gatherer gatherer(review, texts, today);
    for (const process::Gathered& part : review.process().gathered) view.gathered.push_back(gatherer.gather(part));
    view.hours = planning::make_hours(review, view.visits.size());
    view.cycle = cycle_text(texts, review, today);
    return view;
}

} // namespace planner::app
