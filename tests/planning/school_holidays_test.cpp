#include <doctest/doctest.h>

#include <algorithm>

#include "planning/school_holidays.h"
#include "review/ids.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using planning::Region;

namespace {

planning::SchoolHolidays shipped_holidays() {
    const auto loaded = planning::load_school_holidays(source_file("assets/holidays/netherlands.json"));
    REQUIRE_MESSAGE(loaded.has_value(), loaded.error().sentence);
    return *loaded;
}

/// "2026-10-10 2026-10-18 herfst-2026-2027-noord" for every period of a region.
std::vector<std::string> of_region(Region region) {
    std::vector<std::string> lines;
    for (const planning::SchoolHoliday& each : shipped_holidays()) {
        if (std::find(each.regions.begin(), each.regions.end(), region) == each.regions.end()) continue;
        lines.push_back(planning::format_day(each.first) + " " + planning::format_day(each.last) + " " + each.title.nl);
    }
    return lines;
}

/// A review of which each team may say in which region it is.
struct FreeReview : ShippedReview {
    FreeReview() : ShippedReview("mbo-peer-review") {}

    void region(std::size_t index, const char* text) { set(review::participant_key(team(index)), "region", text); }
    void period(const char* id, const char* field, const char* value) {
        set({std::string(planning::free_periods), id}, field, value);
    }
    bool works(const std::string& subject, const char* day) const {
        return planning::ReviewDays(reading(), shipped_holidays())
            .of(subject)
            .is_working_day(*planning::parse_day(day));
    }
};

void check_error(std::string_view from, std::string_view to, const char* pointer, const char* sentence) {
    std::string json = R"({"format": "peer-review-planner-holidays", "formatVersion": 1, "description": "Test.",
 "periods": [{"id": "kerst", "title": {"nl": "Kerst", "en": "Christmas"}, "first": "2026-12-19", "last": "2027-01-03",
   "regions": ["noord", "zuid"]}]})";
    REQUIRE(planning::load_school_holidays(json).has_value());
    REQUIRE(json.find(from) != std::string::npos);
    json.replace(json.find(from), from.size(), to);
    const auto loaded = planning::load_school_holidays(json);
    CAPTURE(to);
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().pointer == pointer);
    CHECK(loaded.error().sentence.find(sentence) != std::string::npos);
    CHECK(loaded.error().line > 0);
}

} // namespace

TEST_CASE("every region has its five holidays in both school years") {
    CHECK(of_region(Region::north) ==
          std::vector<std::string>{"2025-10-18 2025-10-26 Herfstvakantie", "2025-12-20 2026-01-04 Kerstvakantie",
                                   "2026-02-21 2026-03-01 Voorjaarsvakantie", "2026-04-25 2026-05-03 Meivakantie",
                                   "2026-07-04 2026-08-16 Zomervakantie", "2026-10-10 2026-10-18 Herfstvakantie",
                                   "2026-12-19 2027-01-03 Kerstvakantie", "2027-02-20 2027-02-28 Voorjaarsvakantie",
                                   "2027-04-24 2027-05-02 Meivakantie", "2027-07-10 2027-08-22 Zomervakantie"});
    CHECK(of_region(Region::middle) ==
          std::vector<std::string>{"2025-10-18 2025-10-26 Herfstvakantie", "2025-12-20 2026-01-04 Kerstvakantie",
                                   "2026-02-14 2026-02-22 Voorjaarsvakantie", "2026-04-25 2026-05-03 Meivakantie",
                                   "2026-07-18 2026-08-30 Zomervakantie", "2026-10-17 2026-10-25 Herfstvakantie",
                                   "2026-12-19 2027-01-03 Kerstvakantie", "2027-02-20 2027-02-28 Voorjaarsvakantie",
                                   "2027-04-24 2027-05-02 Meivakantie", "2027-07-17 2027-08-29 Zomervakantie"});
    CHECK(of_region(Region::south) ==
          std::vector<std::string>{"2025-10-11 2025-10-19 Herfstvakantie", "2025-12-20 2026-01-04 Kerstvakantie",
                                   "2026-02-14 2026-02-22 Voorjaarsvakantie", "2026-04-25 2026-05-03 Meivakantie",
                                   "2026-07-11 2026-08-23 Zomervakantie", "2026-10-17 2026-10-25 Herfstvakantie",
                                   "2026-12-19 2027-01-03 Kerstvakantie", "2027-02-13 2027-02-21 Voorjaarsvakantie",
                                   "2027-04-24 2027-05-02 Meivakantie", "2027-07-24 2027-09-05 Zomervakantie"});
}

TEST_CASE("a file with a mistake is refused, with its place") {
    check_error("2026-12-19", "2026-02-30", "/periods/0/first", "a day that exists");
    check_error("2027-01-03", "2026-12-18", "/periods/0/last", "before the first day");
    check_error("2027-01-03", "2027-04-18", "/periods/0/last", "at most 120 days");
    check_error("\"zuid\"", "\"oost\"", "/periods/0/regions/1", "The region \"oost\" is not known");
    check_error("\"zuid\"", "\"noord\"", "/periods/0/regions/1", "already");
    check_error("[\"noord\", \"zuid\"]", "[]", "/periods/0/regions", "at least one region");
    check_error("\"en\": \"Christmas\"", "\"en\": \" \"", "/periods/0/title/en", "empty");
    check_error("\"first\"", "\"fisrt\"", "/periods/0/fisrt", "not known");
    check_error("\"description\": \"Test.\",", "", "", "\"description\" is missing");
    check_error("holidays\"", "process\"", "/format", "not a file of school holidays");
    check_error("\"formatVersion\": 1", "\"formatVersion\": 2", "/formatVersion", "from 1 to 1");
    check_error("\"formatVersion\": 1,", "\"formatVersion\": 1, \"formatVersion\": 1,", "/formatVersion",
                "cannot be read");
    check_error("}]}", "}, ", "/periods/1", "cannot be read");
}

TEST_CASE("a region is one of three words, alone or after \"regio\"") {
    CHECK(planning::region_in(" Regio  Noord ") == Region::north);
    CHECK(planning::region_in("MIDDEN") == Region::middle);
    CHECK(planning::region_in("zuid") == Region::south);
    for (const char* other : {"", "Noord-Holland", "noord en zuid", "regio", "regionoord", "Twente"}) {
        CAPTURE(other);
        CHECK_FALSE(planning::region_in(other));
    }
}

TEST_CASE("a participant has the school holidays of its region, the whole review those of all regions") {
    FreeReview review;
    // The autumn holidays: from 10 October in the north, from the 17th in the south. Tuesday the 13th and 20th.
    CHECK(review.works("", "2026-10-13"));
    review.region(0, "Noord");
    review.region(1, "zuid");
    review.region(2, "Achterhoek");
    CHECK_FALSE(review.works(review.team(0), "2026-10-13"));
    CHECK(review.works(review.team(0), "2026-10-20"));
    CHECK(review.works(review.team(1), "2026-10-13"));
    CHECK_FALSE(review.works(review.team(1), "2026-10-20"));
    CHECK(review.works(review.team(2), "2026-10-13"));
    CHECK_FALSE(review.works("", "2026-10-13"));
    CHECK_FALSE(review.works("", "2026-10-20"));
    CHECK(review.works("", "2026-10-27"));
    CHECK_FALSE(review.works("somebody else", "2026-10-13"));
}

TEST_CASE("a review has free periods of its own, for everybody") {
    FreeReview review;
    review.period("studie", "first", "2026-11-10");
    CHECK_FALSE(review.works("", "2026-11-10"));
    CHECK_FALSE(review.works(review.team(2), "2026-11-10"));
    CHECK(review.works("", "2026-11-11"));
    review.period("studie", "last", "2026-11-12");
    CHECK_FALSE(review.works("", "2026-11-12"));
    review.period("studie", "last", "2026-11-09");
    CHECK(review.works("", "2026-11-10"));
    review.period("studie", "last", "ooit");
    CHECK_FALSE(review.works("", "2026-11-10"));
    review.remove({std::string(planning::free_periods), "studie"});
    CHECK(review.works("", "2026-11-10"));
}

TEST_CASE("a review may have other dates for a school holiday, or do without it") {
    FreeReview review;
    const char* autumn = "herfst-2026-2027-noord";
    review.period(autumn, "first", "2026-10-10");
    review.period(autumn, "last", "2026-10-20");
    CHECK(review.works("", "2026-10-13")); // Nobody is in the north.
    review.region(0, "noord");
    CHECK_FALSE(review.works("", "2026-10-13"));
    CHECK_FALSE(review.works("", "2026-10-20"));
    CHECK(review.works(review.team(1), "2026-10-13"));
    review.period(autumn, "last", "2026-10-01");
    CHECK_FALSE(review.works("", "2026-10-13"));
    CHECK(review.works("", "2026-10-20"));
    review.remove({std::string(planning::free_periods), autumn});
    CHECK(review.works("", "2026-10-13"));
}

TEST_CASE("the free days of a review can be listed: those of its regions, with people's own days, and their own periods") {
    FreeReview review;
    const auto listed = [&] { return planning::periods_in(review.reading(), shipped_holidays()); };
    CHECK(listed().size() == shipped_holidays().size());
    review.region(0, "Regio Noord");
    const std::size_t of_north = of_region(Region::north).size();
    REQUIRE(listed().size() == of_north);
    CHECK(of_north < shipped_holidays().size());
    const auto all = listed();
    CHECK(std::is_sorted(all.begin(), all.end(),
                         [](const auto& left, const auto& right) { return left.first < right.first; }));
    const planning::ReviewPeriod first = listed().front();
    CHECK_FALSE(first.edited);
    review.set(first.key, "last", "2026-01-31");
    CHECK(listed().front().edited);
    CHECK(planning::format_day(*listed().front().last) == "2026-01-31");
    review.remove(first.key);
    CHECK(listed().front().left_out);
    review.period("eigen", "title", "Studiedag");
    REQUIRE(listed().size() == of_north + 1);
    CHECK(listed().back().holiday == nullptr);
    CHECK(listed().back().title == "Studiedag");
    CHECK_FALSE(listed().back().first);
    CHECK(planning::to_text(Region::middle) == "midden");
}

TEST_CASE("whose school holidays a participant has is apart from what it calls its region") {
    FreeReview review;
    review.region(0, "Twente");
    review.set(review::participant_key(review.team(0)), "holiday_region", "noord");
    review.region(1, "regio zuid");
    CHECK_FALSE(review.works(review.team(0), "2026-10-13"));
    CHECK(review.reading().participants().at(0).region == "Twente");
    CHECK_FALSE(review.works(review.team(1), "2026-10-20"));
    review.set(review::participant_key(review.team(1)), "holiday_region", std::string(planning::no_region));
    CHECK(review.works(review.team(1), "2026-10-20"));
}

TEST_CASE("after the last school holiday of the list nothing is known") {
    CHECK(planning::format_day(*planning::known_until(shipped_holidays())) == "2027-09-05");
    CHECK_FALSE(planning::known_until({}));
}
