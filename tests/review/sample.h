#pragma once

#include "process/load.h"
#include "review/create.h"
#include "review/review.h"
#include "review/rows.h"

namespace planner::testing {

/// Counts up, so that ids differ and every run is the same.
inline review::RandomBits counting() {
    return [next = std::uint64_t{1}]() mutable { return next++ * 0x9E3779B97F4A7C15U; };
}

inline document::Stamp stamp(std::uint64_t replica, std::int64_t time = 1'795'000'000'000) {
    return {document::ReplicaId{replica}, "rol " + std::to_string(replica), time};
}

/// A small process with one of everything that the review code looks at.
inline const process::Process& process_of_tests() {
    static const process::Process process = [] {
        using namespace process;
        Process made;
        made.id = "klein";
        made.participants.minimum = 2;
        Field institution;
        institution.id = "instelling";
        institution.binding = "participant.institution";
        institution.label = {"Instelling", "Institution"};
        institution.required = Requirement::required;
        Field contacts;
        contacts.id = "contact";
        contacts.kind = FieldKind::table;
        contacts.binding = "persons";
        contacts.label = {"Contactpersonen", "Contacts"};
        contacts.row_name = {"Contactpersoon", "Contact"};
        Field name;
        name.id = "name";
        name.label = {"Naam", "Name"};
        contacts.columns = {name};
        Field about;
        about.id = "niveau";
        about.kind = FieldKind::choices;
        about.label = {"Gaat over", "About"};
        about.options = {{"team", {"Team", "Team"}}, {"anders", {"Anders", "Other"}}};
        about.required = Requirement::required;
        Field other = name;
        other.id = "niveau_anders";
        other.required = Requirement::required;
        other.shown_when = {"niveau", "anders"};
        Field question = name;
        question.id = "vraag";
        question.kind = FieldKind::long_text;
        question.label = {"Leervraag", "Question"};
        Field dates = contacts;
        dates.id = "dagen";
        dates.binding = "";
        dates.label = {"Dagen", "Days"};
        dates.row_name = {"Dag", "Day"};
        dates.required = Requirement::required;
        name.id = "dag";
        name.required = Requirement::required;
        dates.columns = {name};
        Card first{"eerste", "start", {"Eerste kaart", "First card"}, {}, {}, {}, {}};
        first.blocks = {{"wie", {"Wie", "Who"}, {}, {institution, contacts}},
                        {"wat", {"Wat", "What"}, {}, {about, other}},
                        {"vraag", {"Vraag", "Question"}, {}, {question}}};
        Card second{"tweede", "plan", {"Tweede kaart", "Second card"}, {}, {}, {}, {}};
        second.blocks = {{"dagen", {"Dagen", "Days"}, {}, {dates}}, {"leeg", {"Leeg", "Empty"}, {}, {}}};
        made.cards = {first, second};
        made.steps = {{"start", {"Start", "Start"}, {}, {"eerste"}},
                      {"plan", {"Plan", "Plan"}, {}, {"tweede"}},
                      {"later", {"Later", "Later"}, {}, {}}};
        made.learning_question = {{"tweede", "bestaat_niet"}, {"eerste", "vraag"}};
        return made;
    }();
    return process;
}

inline document::Document sample_document() {
    return review::create_review("Samen", process_of_tests(), {{"Team Een", "Noord"}, {"Team Twee", ""}}, stamp(1),
                                 counting());
}

inline void write(document::Document& document, const std::vector<review::FieldWrite>& writes,
                  std::uint64_t replica = 1) {
    for (const review::FieldWrite& each : writes) document.write(stamp(replica), each.key, each.value);
}

} // namespace planner::testing
