#include <doctest/doctest.h>

#include "planning/hours.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using planning::HoursRange;
using planning::RoleHours;

namespace {

RoleHours hours_of(const ShippedReview& review, std::string_view role, std::size_t visits) {
    for (const RoleHours& each : planning::make_hours(review.reading(), visits)) {
        if (each.role->id == role) return each;
    }
    FAIL("no hours of " << role);
    return {};
}

} // namespace

TEST_CASE("the rows of the mbo peer review add up to what its own table says") {
    const ShippedReview review("mbo-peer-review");
    for (const std::size_t visits : {std::size_t{1}, std::size_t{3}}) {
        const RoleHours team = hours_of(review, "team", visits);
        CHECK(team.rows.size() == 4);
        CHECK(team.hours == HoursRange{12, 18});
        CHECK(team.person_hours == HoursRange{36, 56});
        CHECK(team.notes.size() == 2);
    }
    CHECK(hours_of(review, "procesbegeleider", 1).hours == HoursRange{16, 24});
    CHECK(hours_of(review, "procesbegeleider", 3).hours == HoursRange{24, 40});
    CHECK(hours_of(review, "procesbegeleider", 3).person_hours == HoursRange{24, 40});
    CHECK(planning::make_hours(review.reading(), 3).size() == 2);
    CHECK(planning::number_of_visits(review.reading()) == 3);
}

TEST_CASE("people change a row, with a comma or a point, or leave it out") {
    ShippedReview review("mbo-peer-review");
    const document::EntityKey start = planning::hours_key("start_team");
    CHECK_FALSE(hours_of(review, "team", 1).rows[0].edited);
    review.set(start, "minimum", "2,5");
    review.set(start, "maximum", 3.25);
    review.set(start, "persons", 2);
    const RoleHours changed = hours_of(review, "team", 1);
    CHECK(changed.rows[0].edited);
    CHECK(changed.rows[0].hours() == HoursRange{2.5, 3.25});
    CHECK(changed.rows[0].person_hours() == HoursRange{5, 6.5});
    CHECK(changed.hours == HoursRange{10.5, 17.25});
    CHECK(changed.person_hours == HoursRange{29, 50.5});
    review.remove(start);
    CHECK(hours_of(review, "team", 1).rows.size() == 3);
    CHECK(hours_of(review, "team", 1).hours == HoursRange{8, 14});
}

TEST_CASE("a number that is none leaves that of the process; a minimum above the maximum takes it along") {
    ShippedReview review("mbo-peer-review");
    const document::EntityKey start = planning::hours_key("start_team");
    const document::Value wrong[] = {"",     "vier",  "4 uur", "-1", ",5", "4,",   "1,234",
                                     "1001", "1.5.5", -1,      1001, true, nullptr};
    for (const document::Value& each : wrong) {
        CAPTURE(each.dump());
        review.set(start, "minimum", each);
        review.set(start, "persons", each == 1001 ? document::Value(1001) : document::Value("niemand"));
        CHECK(hours_of(review, "team", 1).rows[0].hours() == HoursRange{4, 4});
        CHECK(hours_of(review, "team", 1).rows[0].persons == 3);
        CHECK_FALSE(hours_of(review, "team", 1).rows[0].edited);
    }
    review.set(start, "minimum", 6);
    CHECK(hours_of(review, "team", 1).rows[0].hours() == HoursRange{6, 6});
}

TEST_CASE("people add work of their own; what they leave out is named") {
    ShippedReview review("mbo-peer-review");
    const document::EntityKey own = planning::hours_key("q1w2e3r4t5");
    review.set(own, "role", "procesbegeleider");
    review.set(own, "title", "Reizen");
    review.set(own, "minimum", "1,5");
    review.set(own, "maximum", "2");
    RoleHours role = hours_of(review, "procesbegeleider", 3);
    REQUIRE(role.rows.size() == 4);
    CHECK(role.rows[3].title(process::Language::dutch) == "Reizen");
    CHECK(role.hours == HoursRange{25.5, 42});
    review.set(own, "times", "visit");
    CHECK(hours_of(review, "procesbegeleider", 3).hours == HoursRange{28.5, 46});
    CHECK(hours_of(review, "team", 3).rows.size() == 4);
    review.remove(own);
    review.set(planning::hours_key("start_pb"), "minimum", "");
    review.remove(planning::hours_key("start_pb"));
    role = hours_of(review, "procesbegeleider", 3);
    CHECK(role.rows.size() == 2);
    REQUIRE(role.left_out.size() == 1);
    CHECK(role.left_out[0]->id == "start_pb");
}

TEST_CASE("the length of the review days decides, or people do; so for their number") {
    ShippedReview review("mbo-peer-review");
    CHECK(planning::counted_length(review.reading()).empty());
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(hours_of(review, "team", 1).hours == HoursRange{12, 18});
        review.set(review::visit_key(review.team(i)), "length", "half_day");
    }
    CHECK(hours_of(review, "team", 1).hours == HoursRange{12, 14});
    CHECK(hours_of(review, "team", 1).person_hours == HoursRange{36, 40});
    review.set(review::review_key(), "hours_length", "whole_day");
    CHECK(hours_of(review, "team", 1).hours == HoursRange{16, 18});
    CHECK(hours_of(review, "procesbegeleider", 1).hours == HoursRange{20, 24});
    CHECK(planning::counted_visits(review.reading()) == 3);
    review.set(review::review_key(), "hours_visits", "5");
    CHECK(planning::counted_visits(review.reading()) == 5);
    review.set(review::review_key(), "hours_visits", "geen");
    CHECK(planning::counted_visits(review.reading()) == 3);
}
