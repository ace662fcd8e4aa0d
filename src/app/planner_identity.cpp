#include <algorithm>

#include "app/known_processes.h"
#include "app/planner.h"
#include "document/order.h"

namespace planner::app {

using planning::Identity;
using planning::IdentityKind;

namespace {

/// "Team Zorg"; with the side that it is on where only one is visited.
std::string name_with_side(const review::Review& review, const review::Participant& participant,
                           process::Language language, const std::string& unnamed) {
    const process::Participants& words = review.process().participants;
    const std::string name = participant.name.empty() ? unnamed : participant.name;
    if (words.hosting != process::Hosting::one) return name;
    const bool host = review.host_of(participant.id) == participant.id;
    return name + " · " + (host ? words.host_label : words.visitor_label).in(language);
}

std::string facilitator_title(const process::Process& process, process::Language language) {
    const process::Role* role = process.role_of(process::RoleKind::facilitator);
    return role == nullptr ? "" : role->title.in(language);
}

} // namespace

Identity Planner::identity() const {
    return identity_in(settings_, route_.review);
}

void Planner::set_identity(std::string_view review_id, const Identity& identity) {
    if (identity_in(settings_, review_id) == identity) return;
    if (identity.kind == IdentityKind::everybody)
        settings_.identities.erase(std::string(review_id));
    else
        settings_.identities[std::string(review_id)] = identity;
    save_settings();
    // Its summary says which tasks are whose; of a review that has to be read first, that follows when it is.
    if (overview_.find(review_id) != nullptr && reviews_.open(review_id).ready()) reviews_.summary_changed(review_id);
    touch_document();
}

void Planner::keep_desk(std::string_view meeting, const Desk& desk) {
    if (desk_of(settings_, meeting) == desk) return;
    std::erase_if(settings_.desks, [&](const auto& each) {
        return overview_.find(std::string_view(each.first).substr(0, each.first.find('/'))) == nullptr;
    });
    if (desk == Desk{})
        settings_.desks.erase(std::string(meeting));
    else
        settings_.desks[std::string(meeting)] = desk;
    save_settings();
}

bool Planner::is_own(const planning::PlannedTask& task) {
    return planned().own_tasks.contains(task.key.id);
}

std::vector<IdentityChoice> Planner::identity_choices(std::string_view review_id) const {
    std::vector<IdentityChoice> choices = {{"", texts_.tr("identity.nobody")}};
    const Summary* summary = overview_.find(review_id);
    const OpenReview* open = reviews_.find(review_id);
    const bool ready = open != nullptr && open->ready();
    if (!ready && summary == nullptr) return choices;
    // A process that only the review keeps is not known before the review is read.
    const process::Process* process = ready                   ? &open->process()
                                      : summary->kind.empty() ? known_process(summary->process)
                                                              : nullptr;
    if (process == nullptr && summary->kind.empty()) return choices;
    const auto add = [&](IdentityKind kind, const std::string& id, std::string label) {
        choices.push_back({planning::to_text({kind, id}), std::move(label)});
    };
    add(IdentityKind::facilitator, "", process == nullptr ? texts_.tr("review.facilitator") : facilitator_title(*process, language()));
    const std::string unnamed = texts_.tr("participant.no_name");
    if (!ready) {
        for (const std::string& id : summary->participant_ids) {
            const std::string name = summary->name_of(id);
            add(IdentityKind::participant, id, name.empty() ? unnamed : name);
        }
        return choices;
    }
    const review::Review reading(open->document(), *process);
    for (const review::Participant& participant : reading.participants())
        add(IdentityKind::participant, participant.id, name_with_side(reading, participant, language(), unnamed));
    for (const planning::KnownPerson& person : planning::known_persons(reading)) {
        const auto from = reading.participant(person.participant);
        add(IdentityKind::person, person.id, from ? person.name + " · " + from->name : person.name);
    }
    return choices;
}

std::string Planner::agenda_of(const document::Document& document, const process::Process& process) {
    const review::RowIndex rows(document);
    const review::Review reading(document, process, rows);
    return write_agenda(plan_on(reading, today()), reading, own_part(reading, identity_in(settings_, document.id())),
                        is_own_process(process) ? Titles::written : Titles::of_process);
}

const std::vector<TodayTask>& Planner::today_tasks() {
    const std::string key = std::to_string(overview_.revision()) + " " + format_day(today());
    if (found_.today_tasks.of == key) return found_.today_tasks.value;
    found_.today_tasks = {{}, key};
    std::vector<TodayTask>& tasks = found_.today_tasks.value;
    for (const Summary& summary : overview_.all()) {
        if (summary.removed != 0) continue;
        const process::Process* process = summary.kind.empty() ? known_process(summary.process) : nullptr;
        for (AgendaTask& task : read_agenda(summary.agenda, process, today()))
            tasks.push_back({&summary, std::move(task)});
    }
    const Day last = Day{std::chrono::year::max(), std::chrono::December, std::chrono::day{31}};
    document::sort_items(tasks, [&](const TodayTask& left, const TodayTask& right) {
        return left.task.due.value_or(last) < right.task.due.value_or(last);
    });
    return tasks;
}

} // namespace planner::app
