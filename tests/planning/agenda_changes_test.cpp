#include <doctest/doctest.h>

#include "planning/agenda_changes.h"
#include "planning/agenda_clock.h"
#include "planning/run_sheet_status.h"
#include "review/fields.h"
#include "review/ids.h"
#include "shipped.h"

using namespace planner;
using namespace planner::testing;
using planning::Agenda;
using planning::AgendaItem;
using review::Direction;

namespace {

/// A run sheet of a shipped process, changed as a person would.
struct Sheet : ShippedReview {
    const process::RunSheet& sheet;
    std::string subject;

    explicit Sheet(const char* id, std::size_t teams = 3) : ShippedReview("mbo-peer-review", teams), sheet(*process.run_sheet(id)) {
        if (sheet.scope == process::Scope::host) subject = team(0);
        set(planning::start_key(reading(), sheet, subject), "13:30");
    }

    using ShippedReview::set;
    void set(const document::FieldKey& key, document::Value value) { set(key.entity, key.field, std::move(value)); }
    void apply(const std::vector<review::FieldWrite>& writes) {
        for (const review::FieldWrite& each : writes) set(each.key, each.value);
    }
    Agenda agenda() const { return planning::make_agenda(reading(), sheet, subject); }
    std::vector<std::string> order() const {
        std::vector<std::string> ids;
        for (const AgendaItem& item : agenda().items) ids.push_back(item.item ? item.item->id : item.own_title);
        return ids;
    }
    std::size_t minutes_of(std::string_view id) const {
        for (const AgendaItem& item : agenda().items)
            if (item.item && item.item->id == id) return item.minutes;
        return 0;
    }
};

using Order = std::vector<std::string>;

std::uint64_t bits = 1;
const review::RandomBits random_bits = [] { return bits++ * 0x9E3779B97F4A7C15ULL; };

} // namespace

TEST_CASE("a line of the process moves up and down, and stays there when others move") {
    Sheet sheet("startbijeenkomst");
    const Agenda before = sheet.agenda();
    CHECK(planning::move_item(before, before.items.front().key, Direction::up).empty());
    sheet.apply(planning::move_item(before, before.items.back().key, Direction::up));
    CHECK(sheet.order() == Order{"welkom", "team", "team", "afsluiting", "team"});
    const Agenda after = sheet.agenda();
    sheet.apply(planning::move_item(after, after.items.front().key, Direction::down));
    CHECK(sheet.order() == Order{"team", "welkom", "team", "afsluiting", "team"});
    CHECK(sheet.document.collection("agenda_items")->size() == 2);
}

TEST_CASE("a new line stands below the one it was added to, or at the end") {
    Sheet sheet("startbijeenkomst");
    const Agenda agenda = sheet.agenda();
    for (const AgendaItem* above : {&agenda.items[1], static_cast<const AgendaItem*>(nullptr)}) {
        const review::NewRow row = planning::new_item(sheet.reading(), agenda, above, random_bits);
        sheet.apply(row.writes);
        sheet.set(row.row, "title", above ? "koffie" : "napraten");
    }
    CHECK(sheet.order() == Order{"welkom", "team", "koffie", "team", "team", "afsluiting", "napraten"});
    CHECK(sheet.agenda().items[2].minutes == 10);
    CHECK(sheet.agenda().total_minutes == 200);
}

TEST_CASE("what is left out can be put back, with what people wrote in it") {
    Sheet sheet("startbijeenkomst");
    const AgendaItem closing = sheet.agenda().items.back();
    sheet.set(closing.key, "minutes", "15");
    sheet.apply(planning::leave_out(closing));
    CHECK(sheet.order().size() == 4);
    REQUIRE(sheet.agenda().left_out.size() == 1);
    CHECK(sheet.agenda().total_minutes == 155);
    sheet.apply(planning::put_back(sheet.agenda().left_out[0]));
    CHECK(sheet.order().back() == "afsluiting");
    CHECK(sheet.agenda().items.back().minutes == 15);
}

TEST_CASE("a line that people added can be put back too, unless nothing stands in it") {
    Sheet sheet("startbijeenkomst");
    const review::NewRow row = planning::new_item(sheet.reading(), sheet.agenda(), nullptr, random_bits);
    sheet.apply(row.writes);
    sheet.set(row.row, "title", "napraten");
    sheet.apply(planning::leave_out(sheet.agenda().items.back()));
    REQUIRE(sheet.agenda().left_out.size() == 1);
    sheet.apply(planning::put_back(sheet.agenda().left_out[0]));
    CHECK(sheet.order().back() == "napraten");
    sheet.set(row.row, "title", "");
    sheet.apply(planning::leave_out(sheet.agenda().items.back()));
    CHECK(sheet.order().size() == 5);
    CHECK(sheet.agenda().left_out.empty());
}

TEST_CASE("what the chosen length leaves out is offered with its shortest time") {
    Sheet day("reviewdag");
    day.set(planning::length_key(day.reading(), day.subject), "half_day");
    REQUIRE(day.agenda().left_out.size() == 1);
    CHECK(day.agenda().left_out[0].item->id == "ronde_3");
    day.apply(planning::put_back(day.agenda().left_out[0]));
    CHECK(day.minutes_of("ronde_3") == day.sheet.item("ronde_3")->minimum);
    day.set(planning::length_key(day.reading(), day.subject), "whole_day");
    CHECK(day.agenda().left_out.empty());
}

TEST_CASE("back to the proposal: own words, order and lines go, comments and other fields stay") {
    Sheet sheet("startbijeenkomst");
    CHECK_FALSE(planning::differs_from_proposal(sheet.reading(), sheet.agenda()));
    const Agenda proposal = sheet.agenda();
    const document::EntityKey welcome = proposal.items[0].key;
    sheet.set(welcome, "comment", "Mag korter");
    sheet.set(welcome, "began", 1'794'000'000'000);
    CHECK_FALSE(planning::differs_from_proposal(sheet.reading(), sheet.agenda()));
    sheet.set(welcome, "minutes", "5");
    sheet.set(welcome, "start", "13:45");
    sheet.apply(planning::move_item(proposal, welcome, Direction::down));
    sheet.apply(planning::leave_out(proposal.items.back()));
    const review::NewRow row = planning::new_item(sheet.reading(), proposal, nullptr, random_bits);
    sheet.apply(row.writes);
    CHECK(planning::differs_from_proposal(sheet.reading(), sheet.agenda()));
    sheet.apply(planning::as_proposed(sheet.agenda()));
    CHECK(sheet.order() == Order{"welkom", "team", "team", "team", "afsluiting"});
    CHECK(sheet.agenda().length_minutes == 180);
    CHECK(sheet.agenda().items[0].comment == "Mag korter");
    CHECK(sheet.document.value({welcome, "began"}) == document::Value(1'794'000'000'000));
    CHECK_FALSE(planning::differs_from_proposal(sheet.reading(), sheet.agenda()));
}

TEST_CASE("too many teams: each way out makes the conflict go away") {
    Sheet shorter("startbijeenkomst", 4);
    REQUIRE(shorter.agenda().too_long);
    shorter.apply(planning::shorten(shorter.agenda().too_long->shorter));
    CHECK_FALSE(shorter.agenda().too_long);
    CHECK(shorter.minutes_of("team") == 33);
    CHECK(shorter.minutes_of("welkom") == 20);
    Sheet later("startbijeenkomst", 4);
    later.apply(planning::agree_on_length(later.agenda()));
    CHECK_FALSE(later.agenda().too_long);
    CHECK(later.minutes_of("team") == 45);
    CHECK(later.agenda().maximum == 225);
    // What was agreed on for four teams is too little for more time than that.
    later.set(later.agenda().items[0].key, "minutes", "30");
    REQUIRE(later.agenda().too_long);
    CHECK(later.agenda().too_long->minutes_later == 10);
}

TEST_CASE("a half day that takes longer is shortened in proportion, but not its break, nor below a minimum") {
    Sheet day("reviewdag");
    day.set(planning::length_key(day.reading(), day.subject), "half_day");
    CHECK(day.agenda().maximum == 240);
    CHECK_FALSE(day.agenda().too_long);
    day.apply(planning::put_back(day.agenda().left_out[0]));
    const Agenda agenda = day.agenda();
    REQUIRE(agenda.too_long);
    CHECK(agenda.too_long->minutes_later == 20);
    CHECK_FALSE(agenda.too_long->shorten_to);
    day.apply(planning::shorten(agenda.too_long->shorter));
    CHECK(day.agenda().length_minutes == 240);
    CHECK(day.minutes_of("pauze") == 10);
    for (const AgendaItem& item : day.agenda().items) CHECK(item.minutes >= item.item->minimum_of("half_day"));
    CHECK(day.minutes_of("ronde_1") < 40);
    Sheet full("reviewdag");
    for (const AgendaItem& item : full.agenda().items) full.set(item.key, "minutes", std::to_string(item.item->minimum));
    full.set(full.agenda().items[7].key, "minutes", "600");
    REQUIRE(full.agenda().too_long);
    full.set(full.agenda().items[7].key, "start", "15:00");
    CHECK(full.agenda().too_long->shorter.empty());
}

TEST_CASE("a locked time that comes too early: shorten what is before it, or let it go") {
    Sheet sheet("startbijeenkomst");
    const document::EntityKey closing = sheet.agenda().items[4].key;
    CHECK(sheet.agenda().first_overlap() == nullptr);
    sheet.set(closing, "start", "15:50");
    const Agenda agenda = sheet.agenda();
    const AgendaItem* late = agenda.first_overlap();
    REQUIRE(late != nullptr);
    CHECK(late->key == closing);
    CHECK(late->overlap == 15);
    const auto shorter = planning::shorter_before(agenda, *late);
    Sheet other = sheet;
    sheet.apply(planning::shorten(shorter));
    CHECK(sheet.agenda().first_overlap() == nullptr);
    CHECK(sheet.agenda().items[4].slack == 0);
    CHECK(sheet.agenda().clock(sheet.agenda().items[4].start) == "15:50");
    other.apply(planning::unlock(*late));
    CHECK(other.agenda().first_overlap() == nullptr);
    CHECK(other.agenda().clock(other.agenda().items[4].start) == "16:05");
    // Ten minutes of welcome and 25 of each team is the least: a lock before that leaves one way out.
    other.set(closing, "start", "14:50");
    const Agenda early = other.agenda();
    CHECK(planning::shorter_before(early, *early.first_overlap()).empty());
}

TEST_CASE("only what stands after the lock before it is shortened for a later lock") {
    Sheet sheet("startbijeenkomst");
    const Agenda proposal = sheet.agenda();
    sheet.set(proposal.items[2].key, "start", "14:35");
    sheet.set(proposal.items[4].key, "start", "15:55");
    const Agenda agenda = sheet.agenda();
    const auto shorter = planning::shorter_before(agenda, *agenda.first_overlap());
    REQUIRE(shorter.size() == 2);
    CHECK(shorter[0].key == proposal.items[2].key);
    CHECK(shorter[0].minutes == 40);
    CHECK(shorter[1].minutes == 40);
}

TEST_CASE("how far a run sheet is") {
    Sheet sheet("startbijeenkomst");
    const auto status = [&] { return planning::status_of(sheet.reading(), sheet.sheet.id, ""); };
    CHECK(status().state == planning::RunSheetState::draft);
    CHECK(status().number == 1);
    CHECK_FALSE(status().on);
    const document::EntityKey key = planning::run_sheet_key(sheet.sheet.id, "");
    sheet.set(key, "state", "final");
    sheet.set(key, "number", 3);
    sheet.set(key, "state_on", "2026-11-19");
    CHECK(status().state == planning::RunSheetState::settled);
    CHECK(status().number == 3);
    CHECK(planning::format_day(*status().on) == "2026-11-19");
    sheet.set(key, "state", "wat anders");
    CHECK(status().state == planning::RunSheetState::draft);
    CHECK(planning::run_sheet_key("a", "b") == document::EntityKey{"run_sheets", "a.b"});
}

TEST_CASE("who reads the file sees to what a line belongs") {
    Sheet sheet("startbijeenkomst");
    const document::EntityKey team = sheet.agenda().items[1].key;
    const auto links = review::missing_links(sheet.document, {team, "minutes"});
    REQUIRE(links.size() == 3);
    CHECK(links[0].value == document::Value("startbijeenkomst"));
    CHECK(links[1].value == document::Value("team"));
    CHECK(links[2].value == document::Value(sheet.team(0)));
    const auto day = review::missing_links(sheet.document, {planning::added_item_key("reviewdag", "abc", "x1"), "minutes"});
    REQUIRE(day.size() == 2);
    CHECK(day[1].key.field == "host");
    CHECK(day[1].value == document::Value("abc"));
}
