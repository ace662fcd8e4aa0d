#include <doctest/doctest.h>

#include "browser.h"
#include "document/write.h"

#include "app/forgetting.h"

using namespace planner;
using namespace planner::testing;
using app::ImportItemKind;
using app::Step;

namespace {

const document::FieldKey goal{review::review_key(), "goal"}, facilitator{review::review_key(), "facilitator_name"},
    contact{review::review_key(), "facilitator_contact"}, keep_until{review::review_key(), "keep_until"};

/// A review in which somebody is named, and a file of it from before.
struct Person {
    platform::HeadlessWorld world;
    std::unique_ptr<Tab> tab = tab_with_review(world);
    app::Planner& planner = tab->planner;
    document::FieldKey question = question_of(first_team(*tab));
    std::string old;

    Person() {
        planner.set_field(facilitator, "Eva Voorbeeld");
        planner.set_field(contact, "eva@voorbeeld.nl");
        planner.set_field(goal, "Eva Voorbeeld begeleidt");
        old = tab->file();
    }
    bool named() const { return document::write(tab->document()).find("Eva Voorbeeld") != std::string::npos; }
};

} // namespace

TEST_CASE("a person is removed for good: not by undo, not in another tab and not by an older file do they come back") {
    Person person;
    Tab other(person.world, person.tab->platform.hash());
    other.settle();
    const auto plan = person.planner.forgetting_plan("Eva Voorbeeld");
    CHECK(plan.emptied == std::vector<document::FieldKey>{facilitator, contact});
    CHECK(plan.texts == std::vector<document::FieldKey>{goal});
    CHECK(person.named());
    person.planner.forget("Eva Voorbeeld");
    CHECK_FALSE(person.named());
    CHECK_FALSE(person.planner.can_step(Step::undo));
    CHECK(person.tab->text(goal) == "[naam verwijderd] begeleidt");
    person.tab->settle();
    other.settle();
    CHECK(document::write(other.document()).find("Eva Voorbeeld") == std::string::npos);
    person.tab->open("oud.json", person.old);
    if (person.planner.import_state() == app::ImportState::ready) person.planner.confirm_import();
    CHECK_FALSE(person.named());
}

TEST_CASE("a file that removes something for good says so before it is merged, and cannot be undone") {
    Person person;
    document::Document removing = person.tab->document();
    removing.redact(goal);
    removing.redact(contact);
    person.tab->open("weg.json", document::write(removing));
    REQUIRE(person.planner.import_state() == app::ImportState::ready);
    REQUIRE(person.planner.import_preview().reviews.size() == 1);
    const app::ImportReview& review = person.planner.import_preview().reviews[0];
    CHECK(review.count(ImportItemKind::removed_for_good) == 2);
    CHECK(review.removes_for_good);
    CHECK(review.items.back().old_text == "Eva Voorbeeld begeleidt");
    person.planner.confirm_import();
    CHECK(person.tab->text(goal).empty());
    CHECK_FALSE(person.planner.can_step(Step::undo));
}

TEST_CASE("a file that removes for good what is not here is taken in too, so that it stays away") {
    Person person;
    document::Document removing = person.tab->document();
    removing.redact({{"persons", "later"}, "name"});
    person.tab->open("weg.json", document::write(removing));
    REQUIRE(person.planner.import_state() == app::ImportState::ready);
    person.planner.confirm_import();
    CHECK(person.tab->document().redactions().fields.size() == 1);
}

TEST_CASE("contact details are proposed to be erased after the day that people said, and names stay") {
    Person person;
    CHECK_FALSE(app::asks_to_wipe_contacts(person.planner));
    person.planner.set_field(keep_until, app::format_day(planning::add_days(person.planner.today(), -1)));
    CHECK(app::asks_to_wipe_contacts(person.planner));
    person.planner.forget("");
    CHECK(person.tab->text(contact).empty());
    CHECK(person.tab->text(facilitator) == "Eva Voorbeeld");
    CHECK_FALSE(app::asks_to_wipe_contacts(person.planner));
}
