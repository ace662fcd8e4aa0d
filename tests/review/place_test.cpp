#include <doctest/doctest.h>

#include <algorithm>

#include "review/ids.h"
#include "review/place.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;
using process::Language;

namespace {

/// The small process with work and a task of its own.
const process::Process& process_with_lists() {
    static const process::Process process = [] {
        process::Process made = process_of_tests();
        process::Hours work;
        work.id = "voorbereiden";
        work.title = {"Voorbereiden", "Preparing"};
        made.hours = {work};
        process::Task task;
        task.id = "kiezen";
        task.title = {"Kies een dag", "Choose a day"};
        made.tasks = {task};
        return made;
    }();
    return process;
}

review::Place place(const document::Document& document, const document::FieldKey& key) {
    return review::place_of(review::Review(document, process_with_lists()), key, Language::dutch);
}

} // namespace

TEST_CASE("a value of every list has a place in words: what it is about, of whom, and a label") {
    document::Document document = sample_document();
    const std::string team = review::Review(document, process_with_lists()).participants().at(0).id;
    write(document, {{{{"date_options", "dag1"}, "date"}, "2026-11-19"}, {{{"hours", "eigen"}, "title"}, "Reizen"}});
    struct Expected {
        document::FieldKey key;
        std::string name, participant, text_key;
    };
    const Expected all[] = {
        {{{"availability", "dag1." + team}, "answer"}, "2026-11-19", "Team Een", "availability.place"},
        {{{"availability", "dag1." + team}, "note"}, "2026-11-19", "Team Een", "availability.place.note"},
        {{{"hours", "voorbereiden"}, "minimum"}, "Voorbereiden", "", "hours.place.minimum"},
        {{{"hours", "eigen"}, "persons"}, "Reizen", "", "hours.place.persons"},
        {{{"free_periods", "herfst-2026"}, "first"}, "herfst-2026", "", "free_period.place.first"},
        {{{"hours", "voorbereiden"}, "deleted"}, "Voorbereiden", "", "hours.place"},
        {{{"tasks", "kiezen." + team}, "due"}, "", "Team Een", "task.place.due"},
        {{review::review_key(), "hours_visits"}, "", "", "review.hours_visits"},
    };
    for (const Expected& expected : all) {
        CAPTURE(document::to_pointer(expected.key));
        const review::Place found = place(document, expected.key);
        if (!expected.name.empty()) CHECK(found.name == expected.name);
        CHECK(found.participant == expected.participant);
        CHECK(found.text_key == expected.text_key);
        CHECK(review::is_visible(expected.key));
    }
}

TEST_CASE("a free period of one's own has no name until people give it one") {
    document::Document document = sample_document();
    CHECK(place(document, {{"free_periods", "ahnwfiq8p6"}, "first"}).name == "");
    write(document, {{{{"free_periods", "ahnwfiq8p6"}, "title"}, "Studieweek"}});
    CHECK(place(document, {{"free_periods", "ahnwfiq8p6"}, "first"}).name == "Studieweek");
}

TEST_CASE("with a row index every row has the same place: in every table, moved, removed, of a card that is not there") {
    document::Document document = sample_document();
    const review::Review review(document, process_with_lists());
    const review::RandomBits random = counting();
    std::vector<document::EntityKey> all{{"rows", "nergens"}, {"persons", "niemand"}};
    for (const review::Participant& team : review.participants()) {
        const review::TableKey days{"tweede", team.id, process_with_lists().card("tweede")->field("dagen")};
        const review::TableKey contacts{"eerste", team.id, process_with_lists().card("eerste")->field("contact")};
        const review::TableKey unknown{"geen", team.id, days.field};
        for (const review::TableKey& table : {days, contacts, unknown}) {
            for (int i = 0; i < 4; ++i) {
                const review::NewRow row = review::new_row(document, table, random);
                write(document, row.writes);
                all.push_back(row.row);
            }
            write(document, review::move_row(document, table, all.back(), review::Direction::up));
            document.remove(stamp(1), all[all.size() - 3]);
        }
    }
    const review::RowIndex rows(document);
    const review::Review indexed(document, process_with_lists(), rows);
    std::size_t numbered = 0, highest = 0;
    for (const document::EntityKey& row : all) {
        CAPTURE(document::to_pointer(row));
        for (const char* field : {"dag", "name", "deleted"}) {
            const review::Place looked_up = review::place_of(indexed, document::FieldKey{row, field}, Language::dutch);
            const review::Place found = review::place_of(review, document::FieldKey{row, field}, Language::dutch);
            CHECK(looked_up.row == found.row);
            CHECK(looked_up.column == found.column);
            CHECK(looked_up.definition == found.definition);
            CHECK(review::definition_of(review, {row, field}) == found.definition);
            CHECK(looked_up.participant == found.participant);
        }
        const std::size_t number = review::place_of(indexed, row, Language::dutch).row;
        CHECK(number == review::place_of(review, row, Language::dutch).row);
        numbered += number == 0 ? 0 : 1;
        highest = std::max(highest, number);
    }
    CHECK(numbered == 12); // three of four, in two tables of two teams
    CHECK(highest == 3);
}

TEST_CASE("order and links between entities are no conflict for people") {
    CHECK_FALSE(review::is_visible({{"availability", "a.b"}, "option"}));
    CHECK_FALSE(review::is_visible({{"availability", "a.b"}, "participant"}));
    CHECK_FALSE(review::is_visible({{"availability", "a.b"}, "answered_by"}));
    CHECK_FALSE(review::is_visible({{"hours", "a"}, "role"}));
    CHECK(review::is_visible({{"hours", "a"}, "times"}));
}
