#include "exchange/review_calendar.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

#include "exchange/calendar_check.h"
#include "exchange/print_words.h"
#include "planning/agreements.h"
#include "planning/run_sheet.h"
#include "planning/school_holidays.h"
#include "review/ids.h"

namespace planner::exchange {
namespace {

constexpr int minutes_when_unknown = 60;
constexpr int nine_in_the_morning = -9 * 60;
constexpr std::size_t longest_summary = 120; ///< characters of what people agreed
constexpr std::string_view kickoff_start = "review.kickoff_time";
constexpr std::string_view visit_start = "visit.time";

/// The times at which something in a document was written.
class Changes {
public:
    explicit Changes(const document::Document& document) : document_(document) {}

    Changes& with(const document::EntityKey& key) {
        if (const document::Entity* entity = document_.entity(key)) look_at(*entity);
        return *this;
    }
    Changes& with_all(std::string_view collection) {
        if (const document::Collection* entities = document_.collection(collection)) {
            for (const auto& [id, entity] : *entities) look_at(entity);
        }
        return *this;
    }
    std::int64_t latest() const { return latest_; }

private:
    void look_at(const document::Entity& entity) {
        for (const auto& [name, field] : entity) {
            for (const document::Version& version : field.versions()) latest_ = std::max(latest_, version.time);
        }
    }

    const document::Document& document_;
    std::int64_t latest_ = 0;
};

/// Makes the events of one calendar.
class Maker {
public:
    Maker(const review::Review& review, const planning::Plan& plan, const planning::Part& part, const CalendarWords& words)
        : review_(review), plan_(plan), part_(part), words_(words) {}

    std::vector<Event> events() {
        if (comes_to_kickoff()) add_kickoff();
        for (const review::Participant& host : review_.hosts()) {
            if (part_.goes_to(review_, host.id)) add_visit(host);
        }
        for (const planning::PlannedTask& task : plan_.tasks) {
            if (part_.acts_in(task, review_)) add_deadline(task);
        }
        for (const planning::Agreement& agreement : planning::agreements_of(review_, std::nullopt)) {
            if (planning::concerns(agreement, part_, review_)) add_agreement(agreement);
        }
        return std::move(events_);
    }

private:
    const document::Document& document() const { return review_.document(); }

    /// Whoever has a task that holds the run sheet of the kickoff is there; while there is no such task, who guides the
    /// review and the contact persons are.
    bool comes_to_kickoff() const {
        bool asked = false;
        for (const process::Task& task : review_.process().tasks) {
            const process::RunSheet* sheet = review_.process().run_sheet(task.run_sheet);
            if (sheet == nullptr || sheet->start != kickoff_start) continue;
            asked = true;
            if (has_role(task.role) || std::any_of(task.with.begin(), task.with.end(), [&](const std::string& role) { return has_role(role); }))
                return true;
        }
        return !asked && (part_.facilitates || !part_.contact_of.empty());
    }

    bool has_role(std::string_view id) const {
        const process::Role* role = review_.process().role(id);
        return role != nullptr && part_.has(role->kind, review_, "");
    }

    /// Its programme may have a part for each participant.
    Changes of_meeting(const document::EntityKey& meeting) const {
        return Changes(document()).with(meeting).with_all("agenda_items").with_all("participants");
    }

    void add_kickoff() {
        const review::Kickoff kickoff = review_.kickoff();
        Event event = made("kickoff", of_meeting(review::review_key()));
        event.location = kickoff.place;
        put_programme(event, kickoff_start, "", kickoff.date, kickoff.time);
        event.summary = join(words_.kickoff, review_.title());
        add(std::move(event));
    }

    void add_visit(const review::Participant& host) {
        const review::Visit visit = review_.visit_of(host.id);
        Event event = made("visit/" + host.id, of_meeting(review::visit_key(host.id)));
        event.location = visit.place;
        put_programme(event, visit_start, host.id, visit.date, visit.time);
        event.summary = join(words_.visit(host.name), review_.title());
        add(std::move(event));
    }

    void add_deadline(const planning::PlannedTask& task) {
        // A day that is only proposed would stand in people's calendars as if it were fixed.
        if (task.finished() || !task.due || task.due_by == planning::DueBy::proposal) return;
        Event event = made("tasks/" + task.key.id, Changes(document())
                                                       .with(task.key)
                                                       .with(review::review_key())
                                                       .with_all("visits")
                                                       .with_all("participants")
                                                       .with_all(planning::free_periods));
        put_deadline(event, *task.due, task.task->title.in(words_.language), task.subject);
        event.description = review_.title() + "\n\n" + task.task->what.in(words_.language) + "\n\n" +
                            task.task->why.in(words_.language);
        add(std::move(event));
    }

    void add_agreement(const planning::Agreement& agreement) {
        if (agreement.state == planning::AgreementState::done || !agreement.due) return;
        Event event = made("agreements/" + agreement.row.id, Changes(document()).with(agreement.row).with_all("participants"));
        put_deadline(event, *agreement.due, shortened(agreement.what, longest_summary), agreement.whose);
        event.description = joined({review_.title(), agreement.what, agreement.who}, "\n\n");
        add(std::move(event));
    }

    /// A day before which something is done keeps nobody busy.
    void put_deadline(Event& event, planning::Day due, const std::string& what, const std::string& of_whom) const {
        event.when = WholeDays{planning::format_day(due), 1};
        event.occupancy = Occupancy::free;
        const auto participant = review_.participant(of_whom);
        event.summary = participant ? join(what, participant->name) : what;
        event.alarms = {{3, nine_in_the_morning}, {0, nine_in_the_morning}};
    }

    /// What the run sheet that starts at this time says about a meeting: how long it takes, and what is done in it.
    void put_programme(Event& event, std::string_view start, const std::string& subject, const std::string& date,
                       const std::string& time) {
        int length = minutes_when_unknown;
        const auto& sheets = review_.process().run_sheets;
        const auto sheet = std::find_if(sheets.begin(), sheets.end(),
                                        [&](const process::RunSheet& each) { return each.start == start; });
        if (sheet != sheets.end()) {
            const planning::Agenda agenda = planning::make_agenda(review_, *sheet, subject);
            if (agenda.length_minutes > 0) length = agenda.length_minutes;
            for (const planning::AgendaItem& item : agenda.items) {
                if (agenda.start) add_line(event.description, agenda, item);
            }
        }
        event.alarms = {{1, 0}};
        event.when = WholeDays{date, 1};
        if (planning::parse_clock(time)) event.when = Appointment{date, time, length};
    }

    void add_line(std::string& text, const planning::Agenda& agenda, const planning::AgendaItem& item) const {
        if (!text.empty()) text += '\n';
        text += agenda.clock(item.start) + " " + item.title(words_.language);
        if (const auto participant = review_.participant(item.participant)) text += ": " + participant->name;
    }

    static std::string join(const std::string& what, const std::string& of_whom) {
        if (what.empty() || of_whom.empty()) return what + of_whom;
        return what + ": " + of_whom;
    }

    Event made(const std::string& item, const Changes& changes) const {
        Event event;
        event.uid = event_uid(document().id(), item);
        event.last_modified = changes.latest();
        event.sequence = seconds_since_made(changes.latest());
        return event;
    }

    /// Goes up with every change and is the same in every copy that has seen the same changes.
    int seconds_since_made(std::int64_t time) const {
        const auto made = planning::parse_day(std::string_view(review_.created()).substr(0, 10));
        const std::int64_t from = made ? std::chrono::sys_days{*made}.time_since_epoch() / std::chrono::seconds{1} : 0;
        return static_cast<int>(
            std::clamp<std::int64_t>(time / 1000 - from, 0, std::numeric_limits<std::int32_t>::max()));
    }

    void add(Event event) {
        const auto* days = std::get_if<WholeDays>(&event.when);
        if (calendar_day(days != nullptr ? days->first_day : std::get<Appointment>(event.when).date))
            events_.push_back(std::move(event));
    }

    const review::Review& review_;
    const planning::Plan& plan_;
    const planning::Part& part_;
    const CalendarWords& words_;
    std::vector<Event> events_;
};

} // namespace

Calendar make_review_calendar(const review::Review& review, const planning::Plan& plan, const planning::Part& part,
                              const CalendarWords& words, std::int64_t written) {
    Calendar calendar;
    calendar.name = review.title();
    calendar.written = written;
    if (!part.empty()) calendar.events = Maker(review, plan, part, words).events();
    return calendar;
}

} // namespace planner::exchange
