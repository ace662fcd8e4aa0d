// A process with one host: who visits whom, whose copies of a card there are, and to whom values and rows belong.

#include <doctest/doctest.h>

#include "../process/files.h"
#include "document/merge.h"
#include "process/binding.h"
#include "review/bound_tables.h"
#include "review/conflicts.h"
#include "review/progress.h"
#include "review/values.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;
using process::Hosting;
using process::Scope;

namespace {

process::Process load_full(Hosting hosting) {
    auto loaded = process::load(read_source_file("tests/process/full.json"));
    REQUIRE(loaded);
    loaded->participants.hosting = hosting;
    return *loaded;
}

using Ids = std::vector<std::string>;

/// Three groups; the first is visited.
struct Groups {
    explicit Groups(Hosting hosting = Hosting::one) : process(load_full(hosting)) {}

    process::Process process;
    review::RandomBits random = counting();
    document::Document document =
        review::create_review("Samen", process, {{"Een", ""}, {"Twee", ""}, {"Drie", ""}}, stamp(1), random);
    review::Review review{document, process};
    Ids ids = review.subjects(Scope::participant);

    const process::Field& field(const char* card, const char* name) const { return *process.card(card)->field(name); }

    document::EntityKey add_row(const char* card, std::string_view participant, const char* table) {
        const review::NewRow made =
            review::new_row(document, review.table_of(card, participant, field(card, table)), random);
        write(document, made.writes);
        return made.row;
    }

    void put(const document::EntityKey& entity, const char* name, document::Value value) {
        document.write(stamp(1), {entity, name}, std::move(value));
    }
};

Ids ids_of(const std::vector<review::Participant>& participants) {
    Ids ids;
    for (const review::Participant& each : participants) ids.push_back(each.id);
    return ids;
}

} // namespace

TEST_CASE("every table that a process can bind has a collection, and the same owner") {
    for (const review::BoundTable& table : review::bound_tables) {
        CAPTURE(table.binding);
        CHECK(process::is_table_binding(table.binding));
        CHECK(process::owner_of_binding(table.binding) == table.owner);
        CHECK(review::bound_table_of_collection(table.collection) == review::bound_table(table.binding));
    }
    for (const char* binding : {"persons", "seats", "date_options", "documents", "actions"})
        CHECK(review::bound_table(binding) != nullptr);
    CHECK(review::bound_table("") == nullptr);
    CHECK(review::bound_table_of_collection("rows") == nullptr);
}

TEST_CASE("with one host the others visit it") {
    Groups groups;
    CHECK(ids_of(groups.review.hosts()) == Ids{groups.ids[0]});
    CHECK(ids_of(groups.review.visitors()) == Ids{groups.ids[1], groups.ids[2]});
    CHECK(groups.review.host_of(groups.ids[2]) == groups.ids[0]);
    CHECK(groups.review.subjects(Scope::review) == Ids{""});
    CHECK(groups.review.subjects(Scope::host) == Ids{groups.ids[0]});
    groups.put(review::participant_key(groups.ids[1]), "side", "host");
    CHECK(groups.review.host_of(groups.ids[2]) == groups.ids[1]);
    CHECK(ids_of(groups.review.visitors()) == Ids{groups.ids[0], groups.ids[2]});
    groups.document.remove(stamp(1), review::participant_key(groups.ids[1]));
    CHECK(groups.review.host_of(groups.ids[2]) == groups.ids[0]);
}

TEST_CASE("when each hosts, each is host and visitor, and nobody stands in for another") {
    Groups groups(Hosting::every);
    CHECK(ids_of(groups.review.hosts()) == groups.ids);
    CHECK(ids_of(groups.review.visitors()) == groups.ids);
    CHECK(groups.review.host_of(groups.ids[2]) == groups.ids[2]);
    groups.put(review::participant_key(groups.ids[1]), "side", "host");
    CHECK(ids_of(groups.review.hosts()) == groups.ids);
}

TEST_CASE("a review without participants has no host") {
    Groups groups;
    for (const std::string& id : groups.ids) groups.document.remove(stamp(1), review::participant_key(id));
    CHECK(groups.review.hosts().empty());
    CHECK(groups.review.host_of("").empty());
    CHECK(groups.review.subjects(Scope::visitor).empty());
}

TEST_CASE("the visit of a visitor, and of the whole review, is that at the host") {
    Groups groups;
    const process::Field& length = groups.field("reception", "length");
    for (const std::string& participant : {groups.ids[0], groups.ids[2], std::string()}) {
        const document::FieldKey key = groups.review.key_of("reception", participant, length);
        CHECK(to_pointer(key) == "/visits/visit." + groups.ids[0] + "/length");
    }
    groups.put(review::visit_key(groups.ids[0]), "length", "half_day");
    groups.put(review::visit_key(groups.ids[0]), "chair", "de directeur");
    CHECK(groups.review.visit_of(groups.ids[2]).length == "half_day");
    CHECK(groups.review.visit_of(groups.ids[2]).chair == "de directeur");
    CHECK(groups.review.visit_of(groups.ids[2]).participant == groups.ids[0]);
    CHECK(groups.review.value("reception", groups.ids[1], length) == "half_day");
}

TEST_CASE("a card of the whole review is one entity that belongs to nobody") {
    Groups groups;
    const document::FieldKey key = groups.review.key_of("shared", "", groups.field("shared", "agreed"));
    CHECK(to_pointer(key) == "/cards/shared/agreed");
    const auto links = review::missing_links(groups.document, key);
    REQUIRE(links.size() == 1);
    CHECK(links[0].key.field == "card");
    CHECK(links[0].value == "shared");
    CHECK(review::split_card_id("shared").participant.empty());
}

TEST_CASE("rows are kept with the visit, the participant or the review, whichever card shows them") {
    Groups groups;
    const auto seat = groups.add_row("reception", groups.ids[0], "panel");
    const auto paper = groups.add_row("reception", groups.ids[2], "papers");
    const auto day = groups.add_row("shared", "", "days");
    const auto plan = groups.add_row("journey", groups.ids[1], "plans");
    CHECK(seat.collection == "seats");
    CHECK(paper.collection == "supporting_documents");
    CHECK(day.collection == "date_options");
    CHECK(plan.collection == "actions");
    const std::string visit = "visit." + groups.ids[0];
    CHECK(groups.document.value({seat, "visit"}) == visit);
    CHECK(groups.document.value({paper, "visit"}) == visit);
    CHECK(groups.document.value({plan, "participant"}) == groups.ids[1]);
    CHECK(groups.document.entity(day)->size() == 2); // position, and not deleted

    const review::RowIndex index(groups.document);
    const review::Review indexed(groups.document, groups.process, index);
    for (const std::string& participant : groups.ids) {
        const auto rows = [&](const char* card, const char* table) {
            const auto found = groups.review.rows(card, participant, groups.field(card, table));
            CHECK(indexed.rows(card, participant, groups.field(card, table)) == found);
            return found.size();
        };
        CHECK(rows("reception", "panel") == 1);
        CHECK(rows("reception", "papers") == 1);
        CHECK(rows("shared", "days") == 1);
        CHECK(rows("journey", "plans") == (participant == groups.ids[1] ? 1 : 0));
    }
}

TEST_CASE("the lists of a review are read with their names") {
    Groups groups;
    const auto seat = groups.add_row("reception", groups.ids[0], "panel");
    groups.put(seat, "name", "een docent");
    groups.put(seat, "participant", groups.ids[1]);
    groups.put(seat, "recognises", true);
    groups.put(seat, "skills", {"vragen", "luisteren", 3});
    groups.put(seat, "attitudes", "open");
    const auto seats = groups.review.seats_of(groups.ids[2]);
    REQUIRE(seats.size() == 1);
    CHECK(seats[0].host == groups.ids[0]);
    CHECK(seats[0].participant == groups.ids[1]);
    CHECK(seats[0].name == "een docent");
    CHECK(seats[0].recognises);
    CHECK(seats[0].skills == Ids{"vragen", "luisteren"});
    CHECK(seats[0].attitudes == Ids{"open"});

    const auto paper = groups.add_row("reception", groups.ids[0], "papers");
    groups.put(paper, "title", "Lesplan");
    groups.put(paper, "asked", "2026-11-20");
    const auto papers = groups.review.documents_of(groups.ids[0]);
    REQUIRE(papers.size() == 1);
    CHECK(papers[0].title == "Lesplan");
    CHECK(papers[0].asked);
    CHECK_FALSE(papers[0].received);

    const auto second = groups.add_row("shared", "", "days");
    groups.put(second, "date", "2026-12-01");
    const auto days = groups.review.date_options();
    REQUIRE(days.size() == 1);
    CHECK(days[0].date == "2026-12-01");

    const auto plan = groups.add_row("journey", groups.ids[1], "plans");
    groups.put(plan, "activity", "Vragen oefenen");
    groups.put(plan, "state", "bezig");
    const auto plans = groups.review.actions_of(groups.ids[1]);
    REQUIRE(plans.size() == 1);
    CHECK(plans[0].activity == "Vragen oefenen");
    CHECK(plans[0].state == "bezig");
    CHECK(groups.review.actions_of(groups.ids[0]).empty());
}

TEST_CASE("what is new about the review and its participants is read") {
    Groups groups;
    groups.put(review::review_key(), "period", "najaar");
    groups.put(review::review_key(), "cycle_date", "2031-01-01");
    CHECK(groups.review.period() == "najaar");
    CHECK(groups.review.cycle_date() == "2031-01-01");
    const document::FieldKey sector = groups.review.key_of("own", groups.ids[1], groups.field("own", "sector"));
    groups.document.write(stamp(1), sector, "techniek");
    CHECK(groups.review.participant(groups.ids[1])->sector == "techniek");
}

TEST_CASE("a step counts the copies of its cards that there are") {
    Groups one;
    CHECK(review::progress_of_step(one.review, one.process.steps[0]).cards == 4);
    CHECK(review::progress_of_step(one.review, one.process.steps[1]).cards == 3);
    one.put(one.add_row("shared", "", "days"), "date", "2026-12-01");
    CHECK(review::progress_of_step(one.review, one.process.steps[0]).complete_cards == 1);
    Groups every(Hosting::every);
    CHECK(review::progress_of_step(every.review, every.process.steps[1]).cards == 6);
}

TEST_CASE("a conflict in a panel says whose visit, which member and what; one in a card of all names nobody") {
    Groups groups;
    const auto seat = groups.add_row("reception", groups.ids[0], "panel");
    document::Document other = groups.document;
    const auto both = [&](const document::FieldKey& key) {
        groups.document.write(stamp(1), key, "van de een");
        other.write(stamp(2), key, "van de ander");
    };
    both({seat, "participant"});
    both({seat, "visit"});
    both({seat, "position"});
    both(groups.review.key_of("shared", "", groups.field("shared", "agreed")));
    REQUIRE(document::merge_into(groups.document, other).has_value());
    // The visit is in conflict too, so that the shown one leads to nobody: it is put right first.
    groups.put(seat, "visit", review::visit_key(groups.ids[0]).id);

    const auto found = review::conflicts_of(groups.review, process::Language::english);
    REQUIRE(found.size() == 2);
    CHECK(found[0].participant_id.empty());
    CHECK(found[0].card == "Together");
    CHECK(found[0].conflicts[0].place.field == "Agreed");
    CHECK(found[1].participant == "Een");
    CHECK(found[1].card_id == "reception");
    REQUIRE(found[1].conflicts.size() == 1);
    CHECK(found[1].conflicts[0].place.row_name == "Member");
    CHECK(found[1].conflicts[0].place.row == 1);
    CHECK(found[1].conflicts[0].place.column == "From");
}

TEST_CASE("numbers and lists that people or programs wrote are read as far as they are that") {
    using document::Value;
    for (const Value& none :
         {Value(), Value("uur"), Value("90 min"), Value(-5), Value(1.5), Value("9999999999999999999")})
        CHECK(review::whole_number_of(none) == 0);
    CHECK(review::whole_number_of(90) == 90);
    CHECK(review::whole_number_of(Value::parse("90")) == 90);
    CHECK(review::texts_of(5).empty());
    CHECK(review::texts_of("").empty());
}
