#include <doctest/doctest.h>

#include "document/merge.h"
#include "review/availability.h"
#include "review/fields.h"
#include "review/ids.h"
#include "sample.h"

using namespace planner;
using namespace planner::testing;
using review::Answer;

namespace {

/// A review of two teams with two proposed days, and one whose date is not filled in.
struct Polled {
    document::Document document = sample_document();
    std::string one = reading().participants().at(0).id;
    std::string two = reading().participants().at(1).id;

    Polled() {
        for (const auto& [id, date] :
             {std::pair("a", "2026-11-19"), std::pair("b", "2026-11-24"), std::pair("c", "")}) {
            const document::EntityKey key{"date_options", id};
            write(document, {{{key, "date"}, date}, {{key, "position"}, id}});
        }
    }
    review::Review reading() const { return review::Review(document, process_of_tests()); }
    void answer(const std::string& option, const std::string& participant, Answer answer, std::uint64_t replica = 1) {
        answer_in(document, option, participant, answer, replica);
    }
    static void answer_in(document::Document& document, const std::string& option, const std::string& participant,
                          Answer answer, std::uint64_t replica) {
        const document::FieldKey key{review::availability_key(option, participant), "answer"};
        std::vector<review::FieldWrite> writes = review::missing_links(document, key);
        writes.push_back({key, std::string(review::to_text(answer))});
        write(document, writes, replica);
    }
    review::DatePoll poll() const { return review::count_answers(reading()); }
};

} // namespace

TEST_CASE("answers are counted for each day with a date, and who is silent is named") {
    Polled polled;
    CHECK(polled.poll().options.size() == 2);
    CHECK(polled.poll().asked.size() == 2);
    CHECK(polled.poll().silent.size() == 2);
    CHECK_FALSE(polled.poll().options[0].best);
    polled.answer("a", polled.one, Answer::yes);
    polled.answer("b", polled.one, Answer::if_needed);
    polled.answer("a", polled.two, Answer::no);
    const review::DatePoll poll = polled.poll();
    CHECK(poll.options[0].yes == 1);
    CHECK(poll.options[0].no == 1);
    CHECK(poll.options[1].if_needed == 1);
    REQUIRE(poll.silent.size() == 1);
    CHECK(poll.silent[0].id == polled.two);
    CHECK(review::has_answered(polled.reading(), polled.one));
    CHECK_FALSE(review::has_answered(polled.reading(), polled.two));
    polled.document = sample_document();
    CHECK_FALSE(review::has_answered(polled.reading(), polled.one));
}

TEST_CASE("best is the day on which most can come, then the one with most who say yes; equals are best together") {
    Polled polled;
    polled.answer("a", polled.one, Answer::yes);
    polled.answer("b", polled.one, Answer::if_needed);
    polled.answer("b", polled.two, Answer::if_needed);
    CHECK_FALSE(polled.poll().options[0].best);
    CHECK(polled.poll().options[1].best);
    polled.answer("a", polled.two, Answer::if_needed);
    CHECK(polled.poll().options[0].best);
    CHECK_FALSE(polled.poll().options[1].best);
    polled.answer("b", polled.two, Answer::yes);
    CHECK(polled.poll().options[0].best);
    CHECK(polled.poll().options[1].best);
}

TEST_CASE("the same answer in two copies is one; different answers wait for a person; other answers meet") {
    Polled polled;
    document::Document copy = polled.document;
    polled.answer("a", polled.one, Answer::yes);
    Polled::answer_in(copy, "a", polled.one, Answer::yes, 2);
    Polled::answer_in(copy, "b", polled.two, Answer::no, 2);
    REQUIRE(document::merge_into(polled.document, copy));
    CHECK(polled.document.conflicts().empty());
    CHECK(polled.document.collection("availability")->size() == 2);
    CHECK(polled.poll().options[0].yes == 1);
    CHECK(polled.poll().options[1].no == 1);
    document::Document third = polled.document;
    polled.answer("a", polled.two, Answer::yes);
    Polled::answer_in(third, "a", polled.two, Answer::no, 3);
    REQUIRE(document::merge_into(polled.document, third));
    CHECK(polled.document.conflicts() ==
          std::vector<document::FieldKey>{{review::availability_key("a", polled.two), "answer"}});
}

TEST_CASE("who reads the file sees whose answer it is to what; nonsense is no answer") {
    Polled polled;
    polled.answer("a", polled.one, Answer::yes);
    const document::EntityKey key = review::availability_key("a", polled.one);
    CHECK(polled.document.value({key, "option"}) == "a");
    CHECK(polled.document.value({key, "participant"}) == polled.one);
    write(polled.document, {{{key, "answer"}, "misschien"}});
    CHECK(review::availability_of(polled.reading(), "a", polled.one).answer == Answer::none);
}
