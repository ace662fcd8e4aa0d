#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "document/merge.h"
#include "planning/agreements.h"
#include "planning/meeting_notes.h"
#include "planning/message_text.h"
#include "planning/row_text.h"
#include "review/conflicts.h"
#include "review/ids.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using planning::Agreement;
using planning::AgreementState;

namespace {

/// The mbo peer review after its start meeting.
struct AgreedReview : ShippedReview {
    AgreedReview() : ShippedReview("mbo-peer-review") {}

    document::EntityKey row(const std::string& id, const char* card, const std::string& whose, const char* table) {
        const document::EntityKey key{"rows", id};
        set(key, "card", review::card_key(card, whose).id);
        set(key, "table", table);
        set(key, "position", id);
        return key;
    }
    document::EntityKey team_agrees(const std::string& id, std::size_t index, const char* what, const char* who,
                                    const char* when) {
        const document::EntityKey key = row(id, "voorbereiding", team(index), "acties");
        set(key, "actie", what);
        set(key, "wie", who);
        set(key, "wanneer", when);
        return key;
    }
    document::EntityKey all_agree(const std::string& id, const char* what, const char* who, const char* when) {
        const document::EntityKey key = row(id, "afspraken_start", "", "afspraken");
        set(key, "afspraak", what);
        set(key, "wie", who);
        set(key, "wanneer", when);
        return key;
    }
    std::vector<Agreement> agreements(const char* today = "2026-12-10") const {
        return planning::agreements_of(reading(), planning::parse_day(today));
    }

    /// The record of the start meeting as it goes to one team.
    planning::MessageText mail(std::size_t index, process::Language language = process::Language::dutch) const {
        const planning::WorkingDays days;
        const auto plan = planning::make_plan(reading(), *planning::parse_day("2026-12-10"),
                                              [&](std::string_view) -> const planning::WorkingDays& { return days; });
        planning::PlannedMessage message;
        message.message = process.message("start_afspraken");
        message.audience = team(index);
        while (plan.tasks[message.task].task->id != message.message->task) ++message.task;
        planning::MessageWords words{language, "Begeleider",
                                     [](planning::Day day) { return "dag " + planning::format_day(day); },
                                     [](std::string_view name) { return "[" + std::string(name) + "?]"; },
                                     [](planning::Day day) { return "voor " + planning::format_day(day); },
                                     [](const std::string& from, const std::string& until) { return from + " tot " + until; }};
        return planning::text_of(reading(), plan, message, words);
    }
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t place_in(const std::string& text, const std::string& part) {
    CAPTURE(part);
    REQUIRE(holds(text, part));
    return text.find(part);
}

} // namespace

TEST_CASE("rows of tables that say so are agreements, with who, by when and how they stand") {
    AgreedReview review;
    review.all_agree("a1", "Mail de planning", "Begeleider", "2026-12-09");
    review.all_agree("a2", "Bel elkaar", "", "na de vakantie");
    review.all_agree("a3", "  ", "Niemand", "2026-12-01");
    review.remove(review.all_agree("a4", "Toch niet", "", ""));
    const document::EntityKey hall = review.team_agrees("t1", 1, "Zaal vastleggen", "Secretariaat", "2026-12-10");
    review.row("o1", "afspraken_start", "", "overlap");
    review.set({"rows", "o1"}, "overlap", "Allebei over stage");
    auto found = review.agreements();
    REQUIRE(found.size() == 3);
    CHECK(found[0].what == "Zaal vastleggen");
    CHECK(found[0].row == hall);
    CHECK(found[0].card->id == "voorbereiding");
    CHECK(found[0].block->id == "acties_hierna");
    CHECK(found[0].whose == review.team(1));
    CHECK(found[0].who == "Secretariaat");
    CHECK(found[0].state == AgreementState::open); // on its last day it is not late
    CHECK(found[1].what == "Mail de planning");
    CHECK(found[1].whose.empty());
    CHECK(found[1].state == AgreementState::late);
    CHECK_FALSE(found[2].due);
    CHECK(found[2].state == AgreementState::open);
    CHECK(review.agreements("2026-12-11")[0].state == AgreementState::late);
    CHECK(planning::agreements_of(review.reading(), std::nullopt)[1].state == AgreementState::open);

    review.set(hall, "done", true);
    review.set(hall, "done_by", "Anne");
    review.set(hall, "done_on", "2026-12-12");
    found = review.agreements("2026-12-20");
    CHECK(found[0].state == AgreementState::done);
    CHECK(found[0].done_by == "Anne");
    CHECK(found[0].done_on == planning::parse_day("2026-12-12"));
    review.set(hall, "done", "ja");
    CHECK(review.agreements("2026-12-20")[0].state == AgreementState::late);
}

TEST_CASE("two copies that tick off the same agreement have ticked it off once, with nothing to choose") {
    AgreedReview here;
    const document::EntityKey row = here.team_agrees("t1", 0, "Zaal vastleggen", "", "2026-12-10");
    AgreedReview there;
    there.document = here.document;
    const auto tick = [&](AgreedReview& review, std::uint64_t replica, const char* by, const char* on) {
        const document::Stamp stamp{{replica}, by, AgreedReview::stamp().time};
        review.document.write(stamp, {row, "done"}, true);
        review.document.write(stamp, {row, "done_by"}, by);
        review.document.write(stamp, {row, "done_on"}, on);
    };
    tick(here, 11, "Anne", "2026-12-08");
    tick(there, 12, "Bram", "2026-12-09");
    REQUIRE(document::merge_into(here.document, there.document));
    const auto found = here.agreements();
    REQUIRE(found.size() == 1);
    CHECK(found[0].state == AgreementState::done);
    CHECK(review::conflicts_of(here.reading(), process::Language::dutch).empty());
    // Whether it is done is for people to say when one copy says otherwise.
    here.document.write({{11}, "Anne", 0}, {row, "done"}, false);
    there.document.write({{12}, "Bram", 0}, {row, "actie"}, "Grote zaal vastleggen");
    there.document.write({{12}, "Bram", 0}, {row, "done"}, "ja");
    REQUIRE(document::merge_into(here.document, there.document));
    const auto conflicts = review::conflicts_of(here.reading(), process::Language::dutch);
    REQUIRE(conflicts.size() == 1);
    REQUIRE(conflicts[0].conflicts.size() == 1);
    CHECK(conflicts[0].card_id == "voorbereiding");
    CHECK(conflicts[0].conflicts[0].place.text_key == "agreement.place.done");
    CHECK(conflicts[0].conflicts[0].place.name == "Grote zaal vastleggen");
}

TEST_CASE("an agreement concerns those on whose card it stands, everybody when it is of all, and who guides when named") {
    AgreedReview review;
    review.set(review::review_key(), "facilitator_name", "Anne de Wit");
    review.team_agrees("t1", 0, "Zaal", "Secretariaat", "");
    review.team_agrees("t2", 0, "Programma", "de procesbegeleider", "");
    review.team_agrees("t3", 0, "Bellen", "Bram en Anne de Wit", "");
    review.all_agree("a1", "Mail", "Iedereen", "");
    const auto found = review.agreements();
    REQUIRE(found.size() == 4);
    const auto of = [&](const planning::Part& part) {
        std::string names;
        for (const Agreement& each : found) names += planning::concerns(each, part, review.reading()) ? each.what + " " : "";
        return names;
    };
    CHECK(of({true, {}, {}}) == "Programma Bellen Mail ");
    CHECK(of({false, {review.team(0)}, {}}) == "Zaal Programma Bellen Mail ");
    CHECK(of({false, {review.team(1)}, {}}) == "Mail ");
    CHECK(of({false, {}, {review.team(0)}}).empty());
    CHECK(of({}).empty());
}

TEST_CASE("the mail after the start meeting is the record of what was agreed for that team") {
    AgreedReview review;
    const document::EntityKey card = review::card_key("voorbereiding", review.team(0));
    const auto fill = [&](const char* field, document::Value value) { review.set(card, field, std::move(value)); };
    fill("leervraag", "Hoe leren studenten kiezen?");
    fill("criteria", "Studenten kiezen zelf.\nDocenten wachten.");
    fill("welke_peers", "Mensen uit een keuken");
    fill("werkvormen", document::Value::array({"gesprek_studenten", "kijken_in_de_les"}));
    fill("inhoud", "Drie tips");
    fill("vorm_anders", "Niet gevraagd");
    fill("toelichting_aanpak", "Eerst de keuken, dan de les.");
    fill("instelling", "Op de kaart");
    const document::EntityKey peer = review.row("p1", "voorbereiding", review.team(0), "peers_gezocht");
    review.set(peer, "kennis", "Kan doorvragen");
    review.set(peer, "nodig", "gewenst");
    review.set(peer, "naam", "Docent keuken");
    review.set(peer, "contact", "06-12345678");
    const document::EntityKey day = review.row("d1", "voorbereiding", review.team(0), "voorkeursdata");
    review.set(day, "datum", "2027-01-21");
    review.set(day, "van", "09:00");
    review.set(day, "tot", "15:00");
    review.set(day, "opmerking", "Dan is de keuken open.");
    review.set(review::card_key("afspraken_start", ""), "terugblik", "Fijn dat er tijd was");
    review.set(review::visit_key(review.team(0)), "date", "2027-03-09");
    review.team_agrees("t1", 0, "Zaal vastleggen", "Secretariaat", "2026-12-18");
    review.team_agrees("t2", 1, "Van een ander team", "", "");
    review.all_agree("a1", "Bel elkaar", "", "");
    review.all_agree("a2", "Deel foto's", "Iedereen", "");
    const std::string own = review.reading().participant(review.team(0))->name, other = review.reading().participant(review.team(1))->name;
    const document::EntityKey both = review.row("o1", "afspraken_start", "", "overlap");
    review.set(both, "teams", own + " en " + other);
    review.set(both, "gevolg", "Wij lenen elkaars peers");
    const document::EntityKey theirs = review.row("o2", "afspraken_start", "", "overlap");
    review.set(theirs, "teams", other + " en nog een team");
    review.set(theirs, "gevolg", "Gaat hen alleen aan");
    const planning::MessageText mail = review.mail(0);
    const std::string& body = mail.body;
    CAPTURE(body);
    place_in(body, "\nHoe leren studenten kiezen?\n");
    place_in(body, "dag 2027-03-09");
    CHECK(place_in(body, "- Zaal vastleggen (Secretariaat, voor 2026-12-18)\n- Bel elkaar\n- Deel foto's (Iedereen)\n") <
          place_in(body, "Mensen uit een keuken"));
    const process::Card& form = *review.process.card("voorbereiding");
    place_in(body, form.field("criteria")->label.nl + "\nStudenten kiezen zelf.\nDocenten wachten.\n");
    place_in(body, form.field("welke_peers")->label.nl + " Mensen uit een keuken\n");
    place_in(body, form.field("werkvormen")->option("gesprek_studenten")->label.nl + ", " +
                       form.field("werkvormen")->option("kijken_in_de_les")->label.nl + "\n");
    place_in(body, "\n- Kan doorvragen, " + form.field("peers_gezocht")->column("nodig")->option("gewenst")->label.nl +
                       ", Docent keuken\n");
    place_in(body, form.field("voorkeursdata")->label.nl + ":\n- dag 2027-01-21, 09:00 tot 15:00, Dan is de keuken open.\n");
    place_in(body, form.field("inhoud")->label.nl + " Drie tips\n");
    place_in(body, form.field("toelichting_aanpak")->label.nl + " Eerst de keuken, dan de les.\n");
    place_in(body, review.process.card("afspraken_start")->field("terugblik")->label.nl + " Fijn dat er tijd was\n");
    place_in(body, "\n- " + own + " en " + other + ", Wij lenen elkaars peers\n");
    // What nobody is to get, what is not asked of the card, and what stands elsewhere in the mail.
    for (const char* absent : {"06-12345678", "Van een ander team", "Niet gevraagd", "Op de kaart", "Gaat hen alleen aan"})
        CHECK_FALSE(holds(body, absent));
    CHECK(body.find("Hoe leren studenten kiezen?") == body.rfind("Hoe leren studenten kiezen?"));
    CHECK(body.find("Zaal vastleggen") == body.rfind("Zaal vastleggen"));
    CHECK(std::find(mail.missing.begin(), mail.missing.end(), "agreements") == mail.missing.end());

    const std::string english = review.mail(0, process::Language::english).body;
    place_in(english, form.field("welke_peers")->label.en + " Mensen uit een keuken\n");
}

TEST_CASE("the mail after the start meeting has what was noted in the line of that team or in one of everybody") {
    AgreedReview review;
    std::uint64_t random = 5;
    const auto note = [&](const char* kind, const char* line_of, const std::string& participant, const char* text) {
        const planning::Agenda agenda = planning::make_agenda(review.reading(), *review.process.run_sheet("startbijeenkomst"), "");
        planning::NewNote made{nullptr, text, "Begeleider", 0};
        for (const process::NoteKind& each : agenda.sheet->notes) made.kind = each.id == kind ? &each : made.kind;
        REQUIRE(made.kind != nullptr);
        const planning::AgendaItem* line = nullptr;
        for (const planning::AgendaItem& each : agenda.items)
            if (each.item->id == line_of && each.participant == participant) line = &each;
        REQUIRE((line != nullptr) == (*line_of != '\0'));
        for (const review::FieldWrite& write :
             planning::new_note(review.reading(), agenda, line, made, [&] { return random++ * 0x9E3779B97F4A7C15ULL; }))
            review.document.write(AgreedReview::stamp(), write.key, write.value);
    };
    note("idee", "team", review.team(0), "Studenten geven de rondleiding");
    note("idee", "afsluiting", "", "Elkaar vaker zien");
    note("idee", "team", review.team(1), "Van een ander team");
    note("vraag", "", "", "Wie betaalt de reis?");
    note("afspraak", "team", review.team(0), "Kaarten uitlenen");
    const std::string body = review.mail(0).body;
    CAPTURE(body);
    place_in(body, "\nIdee:\n- Studenten geven de rondleiding\n- Elkaar vaker zien\n");
    CHECK(place_in(body, "\nVraag:") < place_in(body, "\nIdee:"));
    place_in(body, "Vraag:\n- Wie betaalt de reis?\n");
    CHECK_FALSE(holds(body, "Van een ander team"));
    // An agreement stands among the agreements, once.
    CHECK(place_in(body, "- Kaarten uitlenen") == body.rfind("- Kaarten uitlenen"));
    CHECK(holds(review.mail(2).body, "- Elkaar vaker zien\n"));
}

TEST_CASE("the values of a row stand behind each other, with the times as from and until and no comma behind a sentence") {
    std::vector<process::Field> columns(5);
    const char* const ids[] = {"van", "tot", "los", "wat", "wie"};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].id = ids[i];
        columns[i].kind = i < 3 ? process::FieldKind::time : process::FieldKind::text;
    }
    const auto row = [&](std::map<std::string, std::string> values, planning::RowWords words = {}) {
        return planning::row_text(columns, [&](const process::Field& column) { return values[column.id]; }, words);
    };
    const auto times = [](const std::string& from, const std::string& until) { return from.empty() ? "tot " + until : from + " tot " + until; };
    CHECK(row({{"van", "09:00"}, {"tot", "15:00"}, {"wat", "Les."}, {"wie", "Anne"}}, {times}) == "09:00 tot 15:00, Les. Anne");
    CHECK(row({{"tot", "15:00"}, {"los", "16:00"}}, {times}) == "tot 15:00, 16:00");
    CHECK(row({{"van", "09:00"}, {"wat", "Les"}}, {times}) == "09:00, Les");
    CHECK(row({{"van", "09:00"}, {"tot", "15:00"}}) == "09:00–15:00");
    CHECK(row({{"wat", "Les."}, {"wie", "Anne"}}, {times, " · ", " · "}) == "Les. · Anne");
    CHECK(row({}).empty());
}

TEST_CASE("of what questions have in common each team is told what names it, and what names nobody in full") {
    AgreedReview review;
    const std::string first = review.reading().participant(review.team(0))->name, second = review.reading().participant(review.team(1))->name;
    review.row("o1", "afspraken_start", "", "overlap");
    review.set({"rows", "o1"}, "teams", first + " en " + second);
    review.set({"rows", "o1"}, "overlap", "Allebei over stage");
    review.row("o2", "afspraken_start", "", "overlap");
    review.set({"rows", "o2"}, "teams", "De eerste twee");
    review.set({"rows", "o2"}, "overlap", "Zelfde kijkwijzer");
    for (const std::size_t team : {0U, 1U, 2U}) {
        CAPTURE(team);
        const std::string body = review.mail(team).body;
        CHECK(holds(body, "Allebei over stage") == (team < 2));
        CHECK(holds(body, "Zelfde kijkwijzer"));
    }
}

TEST_CASE("a team that agreed nothing yet sees what is missing") {
    const AgreedReview review;
    const planning::MessageText mail = review.mail(2);
    for (const char* name : {"agreements", "preparation", "learning_question", "visit_date"}) {
        CAPTURE(name);
        CHECK(holds(mail.body, "[" + std::string(name) + "?]"));
        CHECK(std::count(mail.missing.begin(), mail.missing.end(), name) == 1);
    }
}
