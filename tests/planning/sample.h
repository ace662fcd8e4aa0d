#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "document/document.h"
#include "planning/plan.h"
#include "process/load.h"
#include "review/create.h"

namespace planner::testing {

/// A process that exists to count with: three participants who each receive a visit, and tasks of every scope.
inline constexpr std::string_view counting_process = R"json({
  "format": "peer-review-planner-process", "formatVersion": 1, "id": "tellen", "version": "1",
  "title": {"nl": "Tellen", "en": "Counting"}, "summary": {"nl": "Om te tellen.", "en": "To count."},
  "participants": {"minimum": 2, "singular": {"nl": "team", "en": "team"}, "plural": {"nl": "teams", "en": "teams"},
    "add_label": {"nl": "Erbij", "en": "Add"}, "minimum_reason": {"nl": "Twee.", "en": "Two."}, "hosting": "every"},
  "learning_question": [],
  "steps": [{"id": "een", "title": {"nl": "Een", "en": "One"}, "purpose": {"nl": "Een.", "en": "One."}, "cards": ["kaart"]}],
  "cards": [{"id": "kaart", "title": {"nl": "Kaart", "en": "Card"}, "purpose": {"nl": "Kaart.", "en": "Card."},
    "who": {"nl": "Team", "en": "Team"}, "when": {"nl": "Nu", "en": "Now"},
    "blocks": [{"id": "blok", "title": {"nl": "Blok", "en": "Block"}, "help": {"nl": "Hulp", "en": "Help"},
      "fields": [{"id": "vraag", "kind": "text", "label": {"nl": "Vraag", "en": "Question"}, "required": true}]}]}],
  "roles": [{"id": "begeleider", "title": {"nl": "Begeleider", "en": "Facilitator"}, "kind": "facilitator"},
    {"id": "team", "title": {"nl": "Team", "en": "Team"}, "kind": "contacts"},
    {"id": "panel", "title": {"nl": "Panel", "en": "Panel"}, "kind": "panel"}],
  "tasks": [
    {"id": "vragen", "step": "een", "title": {"nl": "Vragen", "en": "Ask"}, "what": {"nl": "Vraag.", "en": "Ask."},
      "why": {"nl": "Om.", "en": "To."}, "next": {"nl": "Dan.", "en": "Then."}, "scope": "participant", "role": "team",
      "due": {"from": "kickoff", "days": -3}, "card": "kaart", "done_when": "card"},
    {"id": "starten", "step": "een", "title": {"nl": "Starten", "en": "Start"}, "what": {"nl": "Start.", "en": "Start."},
      "why": {"nl": "Om.", "en": "To."}, "next": {"nl": "Dan.", "en": "Then."}, "scope": "review", "role": "begeleider",
      "due": {"from": "kickoff", "days": 0}, "depends_on": ["vragen"], "done_when": "field", "field": "review.kickoff_date"},
    {"id": "bezoeken", "step": "een", "title": {"nl": "Bezoeken", "en": "Visit"}, "what": {"nl": "Ga.", "en": "Go."},
      "why": {"nl": "Om.", "en": "To."}, "next": {"nl": "Dan.", "en": "Then."}, "scope": "host", "role": "team",
      "due": {"from": "visit", "days": 14}, "opens": {"from": "visit", "days": 0}, "depends_on": ["vragen", "starten"]},
    {"id": "peers", "step": "een", "title": {"nl": "Peers", "en": "Peers"}, "what": {"nl": "Zoek.", "en": "Find."},
      "why": {"nl": "Om.", "en": "To."}, "next": {"nl": "Dan.", "en": "Then."}, "scope": "participant", "role": "team",
      "due": {"from": "visited", "days": -28}, "optional": true},
    {"id": "sluiten", "step": "een", "title": {"nl": "Sluiten", "en": "Close"}, "what": {"nl": "Sluit.", "en": "Close."},
      "why": {"nl": "Om.", "en": "To."}, "next": {"nl": "Dan.", "en": "Then."}, "scope": "review", "role": "begeleider",
      "due": {"from": "last_visit", "months": 1}, "depends_on": ["bezoeken"]}],
  "messages": [
    {"id": "open", "on": "task_opens", "to": "actor", "title": {"nl": "Open", "en": "Open"},
      "subject": {"nl": "Nieuw: {task}", "en": "New: {task}"}, "body": {"nl": "Beste {recipient}: {what} voor {due}", "en": "Dear {recipient}: {what} by {due}"}},
    {"id": "gauw", "on": "task_due_soon", "days": [14, 3], "to": "actor", "title": {"nl": "Gauw", "en": "Soon"},
      "subject": {"nl": "Gauw: {task}", "en": "Soon: {task}"}, "body": {"nl": "{due}", "en": "{due}"}},
    {"id": "laat", "on": "task_late", "first": 1, "every": 7, "to": "actor", "title": {"nl": "Laat", "en": "Late"},
      "subject": {"nl": "Laat: {task}", "en": "Late: {task}"}, "body": {"nl": "{due}", "en": "{due}"}},
    {"id": "uitnodiging", "on": "task", "task": "starten", "to": "team", "title": {"nl": "Uitnodiging", "en": "Invitation"},
      "subject": {"nl": "Kom op {kickoff_date}", "en": "Come on {kickoff_date}"},
      "body": {"nl": "{participants}\n\nPlaats: {kickoff_place}", "en": "{participants}\n\nPlace: {kickoff_place}"}}]
})json";

/// A review of that process: Alfa, Beta and Gamma, made on 2 November 2026.
struct CountedReview {
    process::Process process;
    document::Document document;
    planning::WorkingDays days;
    std::string alfa, beta, gamma;

    CountedReview() : process(load()), document(make(process)) {
        const review::Review reading(document, process);
        alfa = reading.participants().at(0).id;
        beta = reading.participants().at(1).id;
        gamma = reading.participants().at(2).id;
    }

    static document::Stamp stamp() { return {{7}, "Begeleider", created}; }
    /// 2 November 2026, 9:00 UTC
    static constexpr std::int64_t created = 1'793'610'000'000;

    void set(const document::EntityKey& entity, std::string_view field, document::Value value) {
        document.write(stamp(), {entity, std::string(field)}, std::move(value));
    }
    void kickoff(std::string_view date) { set(review::review_key(), "kickoff_date", std::string(date)); }
    void visit(const std::string& host, std::string_view date) { set(review::visit_key(host), "date", std::string(date)); }
    void finish(std::string_view task, std::string_view subject, std::string_view on) {
        const document::EntityKey key = planning::task_key(task, subject);
        set(key, planning::task_field::state, std::string(planning::state_done));
        set(key, planning::task_field::done_on, std::string(on));
    }
    planning::Plan plan(std::string_view today) const {
        return planning::make_plan(review::Review(document, process), *planning::parse_day(today),
                                   [this](std::string_view) -> const planning::WorkingDays& { return days; });
    }

private:
    static process::Process load() {
        auto loaded = process::load(counting_process);
        REQUIRE_MESSAGE(loaded, loaded.error().sentence);
        return *loaded;
    }
    static document::Document make(const process::Process& process) {
        std::uint64_t next = 1;
        return review::create_review("Telling", process,
                                     {{"Alfa", "Noord"}, {"Beta", "Oost"}, {"Gamma", "Zuid"}}, stamp(),
                                     [&next] { return next++ * 0x9E3779B97F4A7C15ULL; });
    }
};

} // namespace planner::testing
