#include "app/poll.h"

#include <algorithm>
#include <set>

#include "app/planner.h"
#include "assets/catalog.h"
#include "planning/key_dates.h"
#include "planning/run_sheet.h"
#include "planning/school_holidays.h"

namespace planner::app {

using review::FieldWrite;

namespace {

/// Writes a proposed day as one command; what it leaves open stays as it is. `prefix` begins the names of the fields.
bool write_day(Planner& planner, const document::EntityKey& entity, const std::string& prefix,
               const review::DateOption& option, std::string_view command) {
    std::vector<FieldWrite> writes;
    const auto put = [&](const char* field, const std::string& value) {
        if (!value.empty()) writes.push_back({{entity, prefix + field}, value});
    };
    put("date", option.date);
    put("time", option.time);
    put("place", option.place);
    return planner.write_fields(writes, command);
}

std::string date_in_words(const Planner& planner, const std::string& date) {
    const auto day = parse_day(date);
    return day ? long_date(planner.texts(), *day) : date;
}

std::string name_of(const Planner& planner, const review::Participant& participant) {
    return participant.name.empty() ? planner.tr("participant.no_name") : participant.name;
}

/// The names of those whose visit is on that day as well.
std::string visited_too(const Planner& planner, const std::string& host, const std::string& date) {
    const review::Review review = planner.reading();
    std::string names;
    for (const review::Participant& each : review.hosts()) {
        if (each.id == host || review.visit_of(each.id).date != date) continue;
        names += (names.empty() ? "" : ", ") + name_of(planner, each);
    }
    return names;
}

std::string title_of(const Planner& planner, const planning::ReviewPeriod& period) {
    if (period.holiday != nullptr) return period.holiday->title.in(planner.language());
    return period.title.empty() ? planner.tr("holidays.own") : period.title;
}

} // namespace

void answer_date(Planner& planner, std::string_view option, std::string_view participant, review::Answer answer) {
    namespace field = review::availability_field;
    const document::EntityKey key = review::availability_key(option, participant);
    const std::vector<FieldWrite> writes = {{{key, std::string(field::answer)}, std::string(review::to_text(answer))},
                                            {{key, std::string(field::answered_by)}, planner.settings().author}};
    planner.write_fields(writes, "undo.what.answer");
}

void choose_date(Planner& planner, const review::DateOption& option) {
    if (!write_day(planner, review::review_key(), "kickoff_", option, "undo.what.date_chosen")) return;
    planner.offer_undo_of_last(planner.tr("poll.chosen_toast", {{"date", date_in_words(planner, option.date)}}));
}

void choose_visit_day(Planner& planner, const std::string& host, const review::DateOption& option) {
    if (!write_day(planner, review::visit_key(host), "", option, "undo.what.visit_day_chosen")) return;
    const auto participant = planner.reading().participant(host);
    planner.offer_undo_of_last(planner.tr("visit_days.chosen_toast",
                                          {{"participant", participant ? name_of(planner, *participant) : ""},
                                           {"date", date_in_words(planner, option.date)}}));
}

std::vector<std::string> visit_day_warnings(const Planner& planner, const std::string& host, const std::string& date) {
    const review::Review review = planner.reading();
    const auto participant = review.participant(host);
    const auto day = parse_day(date);
    if (!participant || !day) return {};
    std::vector<std::string> warnings;
    const std::string others = visited_too(planner, host, date);
    if (!others.empty()) warnings.push_back(planner.tr("visit_days.visited_too", {{"names", others}}));
    if (const auto period = planning::free_period_on(review, assets::school_holidays(), *participant, *day))
        warnings.push_back(planner.tr("visit_days.free", {{"participant", name_of(planner, *participant)},
                                                          {"name", title_of(planner, *period)}}));
    // What a rule says of all visits is said here of this one: while people choose, they can still choose another day.
    const planning::KeyDates dates(review);
    for (const process::Rule& rule : review.process().rules) {
        const auto from = dates.of(rule.check.from, host);
        if (rule.check.kind != process::CheckKind::days_between || rule.check.to != process::KeyDate::visit || !from) continue;
        const auto days = static_cast<std::size_t>(std::max(0, planning::days_between(*from, *day)));
        if (days < rule.check.least || (rule.check.most > 0 && days > rule.check.most)) warnings.push_back(rule.text.in(planner.language()));
    }
    return warnings;
}

std::optional<OtherEnd> run_sheet_with_other_end(const Planner& planner, const review::VisitDays& days) {
    const review::Review review = planner.reading();
    const std::vector<std::string> chosen = days.chosen();
    std::set<std::string> ends;
    for (const review::OptionCount& count : days.poll.options) {
        const bool is_chosen = std::find(chosen.begin(), chosen.end(), count.option.id) != chosen.end();
        if (is_chosen && !count.option.until.empty() && count.option.time == days.visit.time) ends.insert(count.option.until);
    }
    if (ends.empty()) return std::nullopt;
    for (const process::RunSheet& sheet : review.process().run_sheets) {
        if (sheet.scope != process::Scope::host) continue;
        const planning::Agenda agenda = planning::make_agenda(review, sheet, days.visit.participant);
        const std::string end = planning::format_clock(agenda.end());
        if (agenda.start && !ends.contains(end)) return OtherEnd{sheet.id, end, *ends.begin()};
    }
    return std::nullopt;
}

void set_region(Planner& planner, std::string_view participant, std::string_view region) {
    std::vector<FieldWrite> writes;
    for (const review::Participant& each : planner.reading().participants()) {
        if (participant.empty() || each.id == participant)
            writes.push_back({{review::participant_key(each.id), "holiday_region"},
                              std::string(region.empty() ? planning::no_region : region)});
    }
    planner.write_fields(writes, "undo.what.field");
}

std::string holidays_known_text(const Planner& planner) {
    const auto last = planning::known_until(assets::school_holidays());
    return last ? planner.tr("holidays.known_until", {{"date", long_date(planner.texts(), *last)}}) : "";
}

} // namespace planner::app
