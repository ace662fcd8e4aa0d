#include <doctest/doctest.h>

#include <algorithm>

#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"
#include "document/folding.h"
#include "review/forgetting.h"
#include "review/ids.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;

namespace {

const document::EntityKey contact_person{"persons", "p1"}, panel_member{"seats", "s1"}, action{"actions", "a1"};
const document::FieldKey goal{review::review_key(), "goal"}, period{review::review_key(), "period"};
const review::ForgettingWords words{"[naam verwijderd]", "2026-12-01"};

/// A review in which somebody with two names stands wherever people do.
document::Document with_person() {
    document::Document document = sample_document();
    const std::string team = review::Review(document, process_of_tests()).participants().at(0).id;
    write(document, {{{contact_person, "participant"}, team},
                     {{contact_person, "name"}, "Éva Voorbeeld"},
                     {{contact_person, "function"}, "Teamleider"},
                     {{contact_person, "contact"}, "eva@voorbeeld.nl"},
                     {{panel_member, "visit"}, "visit." + team},
                     {{panel_member, "name"}, "eva  voorbeeld "},
                     {{action, "participant"}, team},
                     {{action, "activity"}, "Eva belt"},
                     {{action, "owner"}, "Eva Voorbeeld"},
                     {{review::review_key(), "facilitator_name"}, "Eva Voorbeeld"},
                     {{review::review_key(), "facilitator_contact"}, "06-12345678"},
                     {goal, "Volgens “EVA VOORBEELD” en Eva Voorbeeldig kan het."},
                     {period, "mail eva@voorbeeld.nl"}});
    return document;
}

review::Review reading(const document::Document& document) {
    return {document, process_of_tests()};
}

review::ForgettingPlan plan_of(const document::Document& document) {
    return review::plan_forgetting(reading(document), " Eva Voorbeeld ");
}

void forget(document::Document& document, const std::string& label = "Begeleider") {
    document::Stamp who = stamp(3);
    who.label = label;
    review::forget(document, plan_of(document), words, who, counting());
}

bool has(const std::vector<document::FieldKey>& keys, const document::FieldKey& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

} // namespace

TEST_CASE("a phrase is found as whole words, whatever its capitals, accents, quotes and white space") {
    const std::string text = "Jose\xcc\x81  de\nVries’ plan, José de Vriesman en (JOSÉ DE VRIES)";
    const auto found = document::find_phrase(text, "josé de vries");
    REQUIRE(found.size() == 2);
    CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "Jose\xcc\x81  de\nVries");
    CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "JOSÉ DE VRIES");
    CHECK(document::find_phrase(text, " ").empty());
    CHECK(document::find_phrase("", "x").empty());
}

TEST_CASE("a plan names everything of a person, and what only resembles it is for people to look at") {
    const document::Document document = with_person();
    const review::ForgettingPlan plan = plan_of(document);
    CHECK(plan.name == "Eva Voorbeeld");
    CHECK(plan.persons == std::vector<document::EntityKey>{contact_person, panel_member});
    CHECK(plan.emptied == std::vector<document::FieldKey>{{action, "owner"},
                                                          {review::review_key(), "facilitator_name"},
                                                          {review::review_key(), "facilitator_contact"}});
    CHECK(plan.texts == std::vector<document::FieldKey>{goal});
    CHECK(plan.to_look_at == std::vector<document::FieldKey>{{action, "activity"}, period});
    CHECK_FALSE(plan.is_ambiguous());
    CHECK(review::plan_forgetting(reading(document), "  ").places() == 0);
}

TEST_CASE("after forgetting nothing of the person is in the file, and nothing else went") {
    document::Document document = with_person();
    const document::Document old = document;
    forget(document);
    const std::string bytes = document::write(document);
    for (const char* gone : {"Éva", "eva  ", "EVA", "Eva Voorbeeld\"", "06-12345678", "Teamleider"}) {
        CAPTURE(gone);
        CHECK(bytes.find(gone) == std::string::npos);
    }
    CHECK(document.value(goal) == "Volgens “[naam verwijderd]” en Eva Voorbeeldig kan het.");
    CHECK(document.value({action, "owner"}) == "");
    CHECK(document.value({action, "activity"}) == "Eva belt");
    CHECK(document.is_deleted(contact_person));
    CHECK(plan_of(document).places() == 0);
    document::Document late = old;
    late.write(stamp(2), {contact_person, "contact"}, "eva@nieuw.nl");
    REQUIRE(document::merge_into(late, document));
    REQUIRE(document::merge_into(document, late));
    CHECK(document::write(document) == document::write(late));
    CHECK(document::write(document).find("eva@nieuw.nl") == std::string::npos);
    CHECK(document.value(goal) == "Volgens “[naam verwijderd]” en Eva Voorbeeldig kan het.");
    const auto back = document::read(document::write(document));
    REQUIRE(back);
    CHECK(back->trust == document::Trust::checked);
}

TEST_CASE("what only stood somewhere before goes too, and an older copy does not bring it back") {
    document::Document document = with_person();
    write(document, {{period, "Eva Voorbeeld zegt: voorjaar"}}, 2);
    const document::Document old = document;
    write(document, {{period, "voorjaar"}, {{contact_person, "contact"}, "e.voorbeeld@school.nl"}}, 4);
    REQUIRE_FALSE(document.history(period).empty());
    CHECK(plan_of(document).earlier == std::vector<document::FieldKey>{period});
    forget(document);
    REQUIRE(document::merge_into(document, old));
    const std::string bytes = document::write(document);
    CHECK(bytes.find("Eva Voorbeeld zegt") == std::string::npos);
    CHECK(bytes.find("\"eva@voorbeeld.nl\"") == std::string::npos);
    CHECK(document.value(period) == "voorjaar");
    CHECK(plan_of(document).places() == 0);
}

TEST_CASE("every text of a conflict is rewritten, and what was removed stays removed") {
    document::Document document = with_person();
    document::Document other = document;
    write(other, {{goal, "Eva Voorbeeld wil het"}}, 2);
    write(document, {{goal, "Wij willen het"}, {{action, "result"}, "Eva Voorbeeld blij"}});
    REQUIRE(document::merge_into(document, other));
    document.remove(stamp(1), action);
    forget(document);
    CHECK(document.field(goal)->distinct().size() == 2);
    CHECK(document::write(document).find("Eva Voorbeeld ") == std::string::npos);
    CHECK(document.is_deleted(action));
    CHECK(document.value({action, "result"}).is_null());
    CHECK_FALSE(document.withholds_anything());
}

TEST_CASE("a person's own name as the writer goes too, and what was done is noted without it") {
    document::Document document = with_person();
    document::Stamp own = stamp(7);
    own.label = "Eva Voorbeeld";
    document.write(own, {review::review_key(), "period"}, "najaar");
    forget(document, "Eva Voorbeeld");
    CHECK(document.label_of({7}).empty());
    CHECK(document.label_of({3}).empty());
    const document::Collection& notes = *document.collection(review::forgotten_collection);
    REQUIRE(notes.size() == 1);
    const document::EntityKey note{std::string(review::forgotten_collection), notes.begin()->first};
    CHECK(document.value({note, "day"}) == "2026-12-01");
    CHECK(document.value({note, "by"}) == "");
    CHECK(document.value({note, "places"}) == 7);
}

TEST_CASE("a name of one word is taken only where it stands alone, and two with one name are told") {
    document::Document document = sample_document();
    const auto teams = review::Review(document, process_of_tests()).participants();
    const document::EntityKey second{"persons", "p2"};
    write(document, {{{contact_person, "participant"}, teams[0].id},
                     {{contact_person, "name"}, "Anne"},
                     {{second, "participant"}, teams[1].id},
                     {{second, "name"}, "Anne"},
                     {goal, "Anne en wij"}});
    const review::ForgettingPlan plan = review::plan_forgetting(reading(document), "Anne");
    CHECK(plan.persons.size() == 2);
    CHECK(plan.texts.empty());
    CHECK(has(plan.to_look_at, goal));
    CHECK(plan.is_ambiguous());
}

TEST_CASE("who did something goes too, also who removed somebody else before") {
    document::Document document = with_person();
    write(document, {{{{"tasks", "t1"}, "done_by"}, "Anne"}, {{{"rows", "r1"}, "done_by"}, "Anne"}});
    forget(document, "Anne");
    const review::ForgettingPlan plan = review::plan_forgetting(reading(document), "Anne");
    CHECK(plan.emptied.size() == 3);
    CHECK(plan.labels.size() == 1);
    review::forget(document, plan, words, stamp(4), counting());
    CHECK(document::write(document).find("Anne") == std::string::npos);
}

TEST_CASE("wiping contacts leaves the names, and old copies bring none back") {
    document::Document document = with_person();
    document::Document old = document;
    review::forget(document, review::plan_wiping_contacts(reading(document)), words, stamp(3), counting());
    REQUIRE(document::merge_into(document, old));
    const std::string bytes = document::write(document);
    CHECK(bytes.find("06-12345678") == std::string::npos);
    CHECK(document.value({contact_person, "name"}) == "Éva Voorbeeld");
    CHECK(document.value({contact_person, "contact"}) == "");
    CHECK(review::plan_wiping_contacts(reading(document)).places() == 0);
}
