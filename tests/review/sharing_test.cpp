#include <doctest/doctest.h>

#include <algorithm>

#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"
#include "review/ids.h"
#include "review/replacing.h"
#include "review/sharing.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;
using process::Personal;

namespace {

const document::EntityKey contact_person{"persons", "p1"}, panel_member{"seats", "s1"};

/// A review with ways to reach people wherever there is a place for them.
document::Document with_contacts() {
    document::Document document = sample_document();
    const std::string team = review::Review(document, process_of_tests()).participants().at(0).id;
    write(document, {{{contact_person, "participant"}, team},
                     {{contact_person, "name"}, "Contact een"},
                     {{contact_person, "contact"}, "een@voorbeeld.nl"},
                     {{panel_member, "visit"}, team},
                     {{panel_member, "name"}, "Panellid een"},
                     {{panel_member, "contact"}, "06-12345678"},
                     {{review::review_key(), "facilitator_name"}, "Begeleider"},
                     {{review::review_key(), "facilitator_contact"}, "begeleider@voorbeeld.nl"}});
    return document;
}

review::Review reading(const document::Document& document) {
    return {document, process_of_tests()};
}

} // namespace

TEST_CASE("ways to reach people are found wherever they stand, also of removed rows and beside each other") {
    document::Document document = with_contacts();
    document.remove(stamp(1), panel_member);
    document::Document other = with_contacts();
    const auto contacts = review::personal_fields(reading(document), Personal::contact);
    CHECK(contacts == std::vector<document::FieldKey>{{contact_person, "contact"},
                                                      {review::review_key(), "facilitator_contact"},
                                                      {panel_member, "contact"}});
    CHECK(review::personal_fields(reading(document), Personal::name).size() == 3);
    document.write(stamp(1), {contact_person, "contact"}, "");
    CHECK(review::personal_fields(reading(document), Personal::contact).size() == 2);
}

TEST_CASE("what a process marks as personal is found on its cards and in its tables") {
    process::Process process = process_of_tests();
    process.cards[0].blocks[2].fields[0].personal = Personal::contact;
    process.cards[1].blocks[0].fields[0].columns[0].personal = Personal::name;
    document::Document document = sample_document();
    const review::Review review(document, process);
    const std::string team = review.participants().at(0).id;
    const document::FieldKey question = review.key_of("eerste", team, *process.cards[0].field("vraag"));
    const auto row = review::new_row(document, {"tweede", team, process.cards[1].field("dagen")}, counting());
    write(document, row.writes);
    write(document, {{question, "Bel mij"}, {{row.row, "dag"}, "Iemand"}});
    CHECK(review::personal_fields(review, Personal::contact) == std::vector<document::FieldKey>{question});
    CHECK(review::personal_fields(review, Personal::name) == std::vector<document::FieldKey>{{row.row, "dag"}});
}

TEST_CASE("a copy without contacts has none of them, and comes back without taking any away") {
    document::Document document = with_contacts();
    document::Document shared = review::without_contacts(reading(document));
    const std::string bytes = document::write(shared);
    for (const char* secret : {"voorbeeld.nl", "06-12345678"}) CHECK(bytes.find(secret) == std::string::npos);
    for (const char* kept : {"Contact een", "Panellid een", "Begeleider"}) CHECK(bytes.find(kept) != std::string::npos);
    const auto back = document::read(bytes);
    REQUIRE(back);
    shared = back->document;
    shared.write(stamp(2), {review::review_key(), "goal"}, "Van elkaar leren");
    REQUIRE(document::merge_into(document, shared));
    CHECK(document.value({contact_person, "contact"}) == "een@voorbeeld.nl");
    CHECK(document.value({panel_member, "contact"}) == "06-12345678");
    CHECK(document.value({review::review_key(), "goal"}) == "Van elkaar leren");
    CHECK(document.conflicts().empty());
    CHECK_FALSE(document.withholds_anything());
}

TEST_CASE("what somebody took out of a text is not in a copy without contacts, and stays where it was") {
    document::Document document = with_contacts();
    const document::FieldKey goal{review::review_key(), "goal"};
    document.write(stamp(3), goal, "Bel 0698765432");
    document.write(stamp(4), goal, "Van elkaar leren");
    REQUIRE(document::write(document).find("0698765432") != std::string::npos);
    const document::Document shared = review::without_contacts(reading(document));
    CHECK(document::write(shared).find("0698765432") == std::string::npos);
    REQUIRE(document::merge_into(document, shared));
    CHECK(document.history(goal).size() == 1);
}

TEST_CASE("texts in which a way to reach somebody stands are pointed out, numbers and dates are not") {
    document::Document document = sample_document();
    struct Said {
        const char* text;
        bool reaches;
    };
    for (const Said& each : {Said{"Mail naam@school.nl even", true}, Said{"(a.b@c.d.nl)", true}, Said{"bel 06 - 1234 5678", true},
                             Said{"+31 (0)6-12345678", true}, Said{"@school", false}, Said{"naam @ school", false},
                             Said{"a@b", false}, Said{"van 2026-11-22 tot 2026-12-01", false}, Said{"12 tot 18 uur, 3.500 euro", false}, Said{"2026-11-22 09:00", false},
                             Said{"", false}}) {
        CAPTURE(each.text);
        document.write(stamp(1), {review::review_key(), "goal"}, each.text);
        const auto found = review::texts_with_contacts(document);
        CHECK((found == std::vector<document::FieldKey>{{review::review_key(), "goal"}}) == each.reaches);
    }
}
