#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "planning/message_text.h"
#include "sample.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using planning::MessageState;
using planning::PlannedMessage;

namespace {

struct Arisen {
    planning::Plan plan;
    std::vector<PlannedMessage> messages;

    Arisen(const CountedReview& review, std::string_view today)
        : plan(review.plan(today)),
          messages(planning::make_messages(review::Review(review.document, review.process), plan,
                                           *planning::parse_day(today))) {}

    /// "open vragen Alfa draft 2026-11-02" for every message about a task of that name.
    std::vector<std::string> about(const CountedReview& review, std::string_view task) const {
        std::vector<std::string> lines;
        const review::Review reading(review.document, review.process);
        for (const PlannedMessage& each : messages) {
            if (plan.tasks[each.task].task->id != task) continue;
            const auto audience = reading.participant(each.audience);
            const char* state = each.state == MessageState::draft ? "draft"
                                : each.state == MessageState::sent ? "sent"
                                                                   : "lapsed";
            lines.push_back(each.message->id + " " + (audience ? audience->name : "-") + " " + state + " " +
                            planning::format_day(each.day));
        }
        return lines;
    }
};

using Lines = std::vector<std::string>;

planning::MessageWords words() {
    return {process::Language::dutch, "", [](planning::Day day) { return "dag " + planning::format_day(day); },
            [](std::string_view name) { return "[" + std::string(name) + "?]"; }};
}

} // namespace

TEST_CASE("a task that opens is announced to who must act, on the day on which it could be done") {
    CountedReview review;
    review.kickoff("2026-12-14");
    CHECK(Arisen(review, "2026-11-03").about(review, "vragen") ==
          Lines{"open Alfa draft 2026-11-02", "open Beta draft 2026-11-02", "open Gamma draft 2026-11-02"});
    CHECK(Arisen(review, "2026-11-03").about(review, "starten").empty());
    for (const std::string& team : {review.alfa, review.beta, review.gamma}) review.finish("vragen", team, "2026-11-09");
    CHECK(Arisen(review, "2026-11-10").about(review, "starten") ==
          Lines{"open - draft 2026-11-09", "uitnodiging Alfa draft 2026-11-09", "uitnodiging Beta draft 2026-11-09",
                "uitnodiging Gamma draft 2026-11-09"});
    CHECK(Arisen(review, "2026-11-10").about(review, "vragen")[0] == "open Alfa lapsed 2026-11-02");
}

TEST_CASE("notices come 14 and 3 days before, reminders a day after and every week; the newest one counts") {
    CountedReview review;
    review.kickoff("2026-12-15");
    review.finish("vragen", review.beta, "2026-11-20");
    review.finish("vragen", review.gamma, "2026-11-20");
    const auto vragen = [&](std::string_view today) {
        Lines lines = Arisen(review, today).about(review, "vragen");
        std::erase_if(lines, [](const std::string& line) { return line.find("Alfa") == std::string::npos; });
        return lines;
    };
    // Three days before 15 December is a Saturday, so it is due on Friday the 11th.
    CHECK(vragen("2026-11-26") == Lines{"open Alfa draft 2026-11-02"});
    CHECK(vragen("2026-11-27") == Lines{"open Alfa draft 2026-11-02", "gauw Alfa draft 2026-11-27"});
    CHECK(vragen("2026-12-08") ==
          Lines{"open Alfa draft 2026-11-02", "gauw Alfa lapsed 2026-11-27", "gauw Alfa draft 2026-12-08"});
    CHECK(vragen("2026-12-11").back() == "gauw Alfa draft 2026-12-08");
    CHECK(vragen("2026-12-12").back() == "laat Alfa draft 2026-12-12");
    CHECK(vragen("2026-12-12")[2] == "gauw Alfa lapsed 2026-12-08");
    CHECK(vragen("2026-12-19").back() == "laat Alfa draft 2026-12-19");
    CHECK(vragen("2026-12-19")[3] == "laat Alfa lapsed 2026-12-12");
    review.finish("vragen", review.alfa, "2026-12-20");
    CHECK(vragen("2026-12-30").back() == "laat Alfa lapsed 2026-12-19");
}

TEST_CASE("a message is one message on two copies, and stays sent") {
    CountedReview review;
    review.kickoff("2026-12-15");
    const Arisen here(review, "2026-11-03");
    const Arisen there(review, "2026-11-04");
    REQUIRE(here.messages.size() == there.messages.size());
    for (std::size_t i = 0; i < here.messages.size(); ++i) CHECK(here.messages[i].key == there.messages[i].key);
    review.set(here.messages[0].key, planning::message_field::state, "sent");
    review.set(here.messages[0].key, planning::message_field::sent_on, "2026-11-03");
    review.finish("vragen", review.alfa, "2026-11-20");
    const Arisen later(review, "2026-12-01");
    CHECK(later.messages[0].state == MessageState::sent);
    CHECK(planning::format_day(*later.messages[0].sent_on) == "2026-11-03");
    std::vector<std::string> keys;
    for (const PlannedMessage& each : later.messages) keys.push_back(each.key.id);
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("the text of a message is filled in; what is not known shows as missing") {
    CountedReview review;
    review.kickoff("2026-12-15");
    for (const std::string& team : {review.alfa, review.beta, review.gamma}) review.finish("vragen", team, "2026-11-09");
    const Arisen arisen(review, "2026-11-10");
    const review::Review reading(review.document, review.process);
    const auto invitation = std::find_if(arisen.messages.begin(), arisen.messages.end(),
                                         [](const PlannedMessage& each) { return each.message->id == "uitnodiging"; });
    REQUIRE(invitation != arisen.messages.end());
    planning::MessageText text = planning::text_of(reading, arisen.plan, *invitation, words());
    CHECK(text.subject == "Kom op dag 2026-12-15");
    CHECK(text.body == "- Alfa, Noord\n- Beta, Oost\n- Gamma, Zuid\n\nPlaats: [kickoff_place?]");
    CHECK(text.missing == Lines{"kickoff_place"});
    CHECK_FALSE(text.edited);
    review.set(invitation->key, planning::message_field::body, "Tot dan!");
    text = planning::text_of(reading, arisen.plan, *invitation, words());
    CHECK(text.body == "Tot dan!");
    CHECK(text.subject == "Kom op dag 2026-12-15");
    CHECK(text.edited);
}

TEST_CASE("a message goes to the contact persons of the participant, or to the facilitator") {
    CountedReview review;
    review.set({"persons", "p1"}, "participant", review.alfa);
    review.set({"persons", "p1"}, "name", "Contact Alfa");
    review.set({"persons", "p1"}, "contact", "alfa@voorbeeld.example");
    review.set(review::review_key(), "facilitator_name", "Begeleider");
    const Arisen arisen(review, "2026-11-03");
    const review::Review reading(review.document, review.process);
    const auto to = planning::recipients_of(reading, arisen.plan, arisen.messages[0]);
    REQUIRE(to.size() == 1);
    CHECK(to[0].contact == "alfa@voorbeeld.example");
    CHECK(planning::text_of(reading, arisen.plan, arisen.messages[0], words()).body.starts_with("Beste Contact Alfa"));
    // To somebody who does the same for every team, the task says for which.
    PlannedMessage shared = arisen.messages[0];
    CHECK(planning::text_of(reading, arisen.plan, shared, words()).subject.find("Alfa") == std::string::npos);
    shared.audience.clear();
    CHECK(planning::text_of(reading, arisen.plan, shared, words()).subject.find(", Alfa") != std::string::npos);
    // Beta has no contact persons yet: its name stands in their place.
    CHECK(planning::recipients_of(reading, arisen.plan, arisen.messages[1]).empty());
    CHECK(planning::text_of(reading, arisen.plan, arisen.messages[1], words()).body.starts_with("Beste Beta"));
}

namespace {

/// A review of a process as it is shipped, in which people sit in the panel of the first team.
struct PanelReview : ShippedReview {
    using ShippedReview::ShippedReview;

    void seat(const char* id, const char* name, const char* contact, const char* state) {
        const document::EntityKey key{"seats", id};
        set(key, "visit", review::visit_key(team(0)).id);
        set(key, "participant", team(1));
        set(key, "name", name);
        set(key, "contact", contact);
        set(key, "state", state);
    }
    std::string names_for(std::string_view message, const std::string& audience) const {
        const planning::WorkingDays days;
        const auto plan = planning::make_plan(reading(), *planning::parse_day("2026-11-22"),
                                              [&](std::string_view) -> const planning::WorkingDays& { return days; });
        PlannedMessage planned;
        planned.message = process.message(message);
        REQUIRE(planned.message != nullptr);
        for (std::size_t index = 0; index < plan.tasks.size(); ++index)
            if (plan.tasks[index].task->id == planned.message->task) planned.task = index;
        planned.audience = audience;
        std::string names;
        for (const planning::Recipient& each : planning::recipients_of(reading(), plan, planned))
            names += (names.empty() ? "" : ", ") + each.name;
        return names;
    }
};

} // namespace

TEST_CASE("who does not come is told nothing more") {
    PanelReview review("mbo-peer-review");
    review.seat("een", "Peer een", "een@voorbeeld.example", "komt");
    review.seat("twee", "Peer twee", "twee@voorbeeld.example", "komt_niet");
    review.seat("drie", "Peer drie", "drie@voorbeeld.example", "gevraagd");
    CHECK(review.names_for("naar_panel", review.team(0)) == "Peer drie, Peer een");
}

TEST_CASE("everyone is who guides, the contact persons and the panels, each address once") {
    PanelReview review("samen-opleiden");
    review.set(review::review_key(), "facilitator_name", "Coordinator");
    review.set({"persons", "p1"}, "participant", review.team(1));
    review.set({"persons", "p1"}, "name", "Contact");
    review.set({"persons", "p1"}, "contact", "contact@voorbeeld.example");
    review.seat("een", "Contact in het panel", "contact@voorbeeld.example", "komt");
    review.seat("twee", "Peer", "", "komt");
    review.seat("vier", "Afwezig", "weg@voorbeeld.example", "komt_niet");
    CHECK(review.names_for("evaluatie", "") == "Coordinator, Contact, Peer");
}

TEST_CASE("who guides the review is not told to ask who guides the review") {
    for (const char* id : {"mbo-peer-review", "samen-opleiden"}) {
        ShippedReview review(id);
        review.set(review::review_key(), "facilitator_name", "Wie Begeleidt");
        review.set(review::review_key(), "facilitator_contact", "begeleider@voorbeeld.example");
        const planning::WorkingDays days;
        const auto plan = planning::make_plan(review.reading(), *planning::parse_day("2026-11-22"),
                                              [&](std::string_view) -> const planning::WorkingDays& { return days; });
        std::map<bool, std::size_t> seen;
        for (const process::Message& message : review.process.messages) {
            if (message.on != process::MessageOn::task_late) continue;
            for (std::size_t index = 0; index < plan.tasks.size(); ++index) {
                PlannedMessage planned;
                planned.message = &message;
                planned.task = index;
                planned.audience = plan.tasks[index].subject;
                const bool to_facilitator = planning::addressee(review.process, plan, planned)->kind == process::RoleKind::facilitator;
                const std::string body = planning::text_of(review.reading(), plan, planned, words()).body;
                CHECK((body.find("begeleider@voorbeeld.example") == std::string::npos) == to_facilitator);
                ++seen[to_facilitator];
            }
        }
        CHECK(seen.size() == 2);
    }
}

TEST_CASE("nothing arises about a task after the day on which somebody said that it does not apply") {
    CountedReview review;
    review.kickoff("2026-12-15");
    const document::EntityKey key = planning::task_key("vragen", review.alfa);
    review.set(key, planning::task_field::state, std::string(planning::state_not_applicable));
    review.set(key, planning::task_field::done_on, "2026-12-11");
    for (const PlannedMessage& each : Arisen(review, "2027-02-01").messages)
        CHECK((each.message->id != "laat" || each.key.id.find("vragen." + review.alfa) == std::string::npos));
}

TEST_CASE("nobody announces a task to themselves: not who guides the review, known by name or by who they say they are") {
    CountedReview review;
    review.kickoff("2026-12-14");
    for (const std::string& team : {review.alfa, review.beta, review.gamma}) review.finish("vragen", team, "2026-11-09");
    const auto to_facilitator = [&](const planning::Sender& sender) {
        const planning::Plan plan = review.plan("2026-11-10");
        const review::Review reading(review.document, review.process);
        Lines lines;
        for (const PlannedMessage& each : planning::make_messages(reading, plan, *planning::parse_day("2026-11-10"), sender))
            if (planning::addressee(review.process, plan, each)->kind == process::RoleKind::facilitator) lines.push_back(each.message->id);
        return lines;
    };
    const Lines some = {"open"}, none;
    // Nobody knows yet who guides it.
    CHECK(to_facilitator({}) == some);
    CHECK(to_facilitator({"Anne de Wit", {}}) == some);
    CHECK(to_facilitator({"", {planning::IdentityKind::facilitator, ""}}) == none);
    review.set(review::review_key(), "facilitator_name", "Anne de Wit");
    CHECK(to_facilitator({}) == none);
    CHECK(to_facilitator({"anne de wit", {}}) == none);
    CHECK(to_facilitator({"Bram", {}}) == some);
    CHECK(to_facilitator({"Anne de Wit", {planning::IdentityKind::participant, review.alfa}}) == some);
    // What is the work of a task goes out, and what was sent stays.
    CHECK(Arisen(review, "2026-11-10").about(review, "starten") ==
          Lines{"uitnodiging Alfa draft 2026-11-09", "uitnodiging Beta draft 2026-11-09", "uitnodiging Gamma draft 2026-11-09"});
    review.set(planning::message_key("open", planning::task_key("starten", ""), "", ""), planning::message_field::state, "sent");
    CHECK(to_facilitator({}) == some);
}

TEST_CASE("a message to everybody that only its sender would read is not made") {
    ShippedReview review("mbo-peer-review");
    const planning::WorkingDays days;
    const auto to_everybody = [&] {
        const planning::Day today = *planning::parse_day("2026-12-20");
        const review::Review reading = review.reading();
        const auto plan = planning::make_plan(reading, today, [&](std::string_view) -> const planning::WorkingDays& { return days; });
        std::size_t count = 0;
        for (const PlannedMessage& each : planning::make_messages(reading, plan, today))
            count += planning::addressee(review.process, plan, each)->kind == process::RoleKind::everyone ? 1 : 0;
        return count;
    };
    const std::size_t all = to_everybody();
    CHECK(all > 0);
    review.set(review::review_key(), "facilitator_name", "Anne de Wit");
    CHECK(to_everybody() == 0);
    review.set({"persons", "p1"}, "participant", review.team(0));
    review.set({"persons", "p1"}, "name", "Contact");
    CHECK(to_everybody() == all);
}
