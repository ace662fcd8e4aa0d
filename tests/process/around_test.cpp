// What stands around the cards: roles, tasks, run sheets, rules, messages, hours, explanation, coach and overlap.

#include "process/binding.h"
#include "process/load.h"

#include "document/value.h"
#include "files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace planner;
using process::KeyDate;
using process::Process;
using process::Scope;

namespace {

const Process& full() {
    static const Process process = [] {
        auto loaded = process::load(read_source_file("tests/process/full.json"));
        REQUIRE_MESSAGE(loaded, loaded.error().pointer << ": " << loaded.error().sentence);
        return *loaded;
    }();
    return process;
}

} // namespace

TEST_CASE("what a file does not say is empty, and everyone hosts") {
    const auto small = process::load(read_source_file("tests/process/small.json"));
    REQUIRE(small);
    CHECK(small->participants.hosting == process::Hosting::every);
    CHECK(small->participants.host_label.empty());
    CHECK_FALSE(small->steps[1].parallel);
    CHECK(small->cards[0].scope == Scope::participant);
    CHECK(small->cards[0].reader.empty());
    CHECK(small->cards[0].blocks[0].points.empty());
    CHECK(small->cards[0].blocks[0].tone == process::Tone::plain);
    CHECK(small->tasks.empty());
    CHECK(small->rules.empty());
    CHECK(small->coach.empty());
    CHECK(small->overlap.empty());
}

TEST_CASE("who hosts, for whom a card is and what is only read") {
    CHECK(full().participants.hosting == process::Hosting::one);
    CHECK(full().participants.host_label.en == "host");
    CHECK(full().participants.visitor_label.nl == "bezoeker");
    CHECK(full().steps[1].parallel);
    CHECK(full().card("own")->reader.nl == "De begeleider");
    CHECK(full().card("shared")->scope == Scope::review);
    CHECK(full().card("reception")->scope == Scope::host);
    CHECK(full().card("journey")->scope == Scope::visitor);
    const process::Block& read = full().card("own")->blocks[1];
    CHECK(read.fields.empty());
    CHECK(read.tone == process::Tone::good);
    REQUIRE(read.points.size() == 1);
    CHECK(read.points[0].en == "Ask on.");
    CHECK(full().card("reception")->field("panel")->column("participant")->options.empty());
}

TEST_CASE("roles and tasks keep what is said about them") {
    CHECK(full().role("guide")->kind == process::RoleKind::facilitator);
    CHECK(full().role("actor") == nullptr);
    const process::Task& ask = *full().task("ask");
    CHECK(ask.scope == Scope::participant);
    CHECK(ask.what.en == "Write the question down.");
    CHECK(ask.next.nl == "De begeleider leest mee.");
    CHECK(ask.with == std::vector<std::string>{"guide"});
    CHECK(ask.due.from == KeyDate::kickoff);
    CHECK(ask.due.days == -14);
    REQUIRE(ask.opens);
    CHECK(ask.opens->from == KeyDate::created);
    CHECK(ask.done_when == process::DoneWhen::card);
    CHECK(ask.card == "own");
    const process::Task& choose = *full().task("choose-day");
    CHECK(choose.due.months == 1);
    CHECK(choose.due.days == 3);
    CHECK_FALSE(choose.opens);
    CHECK(choose.depends_on == std::vector<std::string>{"ask"});
    CHECK(choose.place == process::WorkPlace::dates);
    CHECK(choose.done_when == process::DoneWhen::field);
    CHECK(choose.field == "review.kickoff_date");
    CHECK_FALSE(choose.optional);
    CHECK(full().task("receive")->optional);
    CHECK(full().task("receive")->run_sheet == "day");
}

TEST_CASE("a run sheet has its own minutes for each length") {
    const process::RunSheet& day = *full().run_sheet("day");
    CHECK(day.scope == Scope::host);
    CHECK(day.start == "visit.time");
    CHECK(day.maximum_minutes == 480);
    REQUIRE(day.lengths.size() == 2);
    const process::RunSheetItem& welcome = *day.item("welcome");
    CHECK(welcome.minutes_of("half_day") == 10);
    CHECK(welcome.minutes_of("whole_day") == 30);
    CHECK(welcome.minutes_of("") == 10);
    CHECK(welcome.minimum_of("whole_day") == 10);
    CHECK(welcome.phase.en == "Beginning");
    CHECK(welcome.cards == std::vector<std::string>{"reception"});
    CHECK(welcome.points.size() == 1);
    const process::RunSheetItem& round = *day.item("round");
    CHECK(round.repeat == process::Repeat::participant);
    CHECK(round.minutes_of("whole_day") == 3);
    CHECK(round.minimum_of("whole_day") == 3);
    CHECK(day.item("rest")->kind == process::ItemKind::pause);
    CHECK(day.item("rest")->minutes_of("half_day") == 0);
    CHECK(day.item("rest")->minimum_of("half_day") == 0);
    CHECK(day.item("rest")->minimum_of("whole_day") == 5);
}

TEST_CASE("rules keep their check and where they are shown") {
    using process::CheckKind;
    const process::Rule& groups = *full().rule("r1");
    CHECK(groups.severity == process::Severity::hard);
    CHECK(groups.check.kind == CheckKind::participants_at_least);
    CHECK(groups.check.least == 2);
    REQUIRE(groups.shown.size() == 2);
    CHECK(groups.shown[0].on == process::ShownOn::participants);
    CHECK(groups.shown[1].on == process::ShownOn::task);
    CHECK(groups.shown[1].id == "ask");
    CHECK(full().rule("r2")->check.run_sheet == "day");
    CHECK(full().rule("r2")->check.most == 240);
    CHECK(full().rule("r3")->check.field == "agreed");
    CHECK(full().rule("r4")->check.least == 3);
    CHECK(full().rule("r5")->check.most == 3);
    CHECK(full().rule("r6")->check.from == KeyDate::kickoff);
    CHECK(full().rule("r6")->check.to == KeyDate::visit);
    CHECK(full().rule("r7")->check.kind == CheckKind::none);
    CHECK(full().rule("r8")->check.least == 60);
    CHECK(full().rule("r8")->check.run_sheet == "day");
    CHECK(full().rule("r9")->check.column == "recognises");
    CHECK(full().rule("r10")->check.good == "asks");
    CHECK(full().rule("r10")->check.other == "writes");
    CHECK(full().rule("r10")->check.least == 2);
    CHECK(full().rule("r11")->check.least == 30);
    CHECK(full().rule("r12")->check.least == 0);
    CHECK(full().rule("r12")->check.most == 92);
    CHECK(full().participants.cycle_months == 72);
}

TEST_CASE("messages, hours, explanation and coach are read") {
    const process::Message& soon = *full().message("soon");
    CHECK(soon.on == process::MessageOn::task_due_soon);
    CHECK(soon.days == std::vector<int>{14, 3});
    CHECK(soon.to_actor());
    CHECK(full().message("late")->first == 1);
    CHECK(full().message("late")->every == 7);
    CHECK(full().message("late")->to == "guide");
    CHECK(full().message("invitation")->task == "choose-day");
    CHECK(full().message("invitation")->attach.size() == 2);
    REQUIRE(full().hours.size() == 1);
    CHECK(full().hours[0].minimum == 2.5);
    CHECK(full().hours[0].maximum == 4);
    CHECK(full().hours[0].times == process::Times::visit);
    REQUIRE(full().hours[0].lengths);
    CHECK(full().hours[0].lengths->half_day == 2.5);
    CHECK(full().hours[0].lengths->whole_day == 4);
    CHECK(full().card("journey")->field("plans")->compared == process::Compared::yes);
    CHECK(full().hours_notes.at(0).role == "guide");
    CHECK(full().about.at(0).paragraphs.at(0).nl == "Leren van elkaar.");
    CHECK(full().coach.checks.at(0).kind == process::CoachCheckKind::is_open);
    CHECK(full().coach.examples.at(0).why.en == "It is open.");
    CHECK(full().coach.criteria.size() == 1);
    CHECK(full().coach.checks.at(0).words == 25);
    CHECK(full().coach.checks.at(1).words == 12);
    CHECK(full().coach.checks.at(2).fields.at(0).field == "question");
}

TEST_CASE("words and themes by which questions are compared are read, in the order of the file") {
    const process::Overlap& overlap = full().overlap;
    CHECK_FALSE(overlap.empty());
    CHECK(overlap.stop_words == std::vector<std::string>{"hoe", "één"});
    REQUIRE(overlap.themes.size() == 2);
    CHECK(overlap.themes[0].id == "plans");
    CHECK(overlap.themes[0].title.en == "Planning");
    CHECK(overlap.themes[0].words == std::vector<std::string>{"plannen", "rooster*"});
    CHECK(overlap.themes[1].id == "tests");
}

TEST_CASE("there is an end to the words and themes by which questions are compared") {
    document::Value file = document::Value::parse(read_source_file("tests/process/full.json"), nullptr, false);
    document::Value& overlap = file["overlap"];
    overlap["stop_words"] = std::vector<std::string>(500, "hoe");
    for (int count = 3; count <= 50; ++count) {
        overlap["themes"].push_back(overlap["themes"][0]);
        overlap["themes"].back()["id"] = "theme-" + std::to_string(count);
    }
    CHECK(process::load(file.dump()));
    document::Value longer = file;
    longer["overlap"]["stop_words"].push_back("wat");
    REQUIRE_FALSE(process::load(longer.dump()));
    CHECK(process::load(longer.dump()).error().pointer == "/overlap/stop_words");
    longer = file;
    longer["overlap"]["themes"].push_back(overlap["themes"][0]);
    longer["overlap"]["themes"].back()["id"] = "one-more";
    REQUIRE_FALSE(process::load(longer.dump()));
    CHECK(process::load(longer.dump()).error().pointer == "/overlap/themes");
}

TEST_CASE("what people compare, and what a card refers to, are read") {
    CHECK(full().fits.driver.en == "The group.");
    CHECK(full().fits.time.nl == "Een dag.");
    CHECK(full().card("own")->see_also == std::vector<std::string>{"shared"});
    CHECK(full().card("shared")->see_also.empty());
    const auto small = process::load(read_source_file("tests/process/small.json"));
    REQUIRE(small);
    CHECK(small->fits.empty());
}

TEST_CASE("the whole review has no participant, and a visit only when there is one host") {
    using process::BindingOwner;
    using process::Hosting;
    CHECK(process::has_owner(Scope::review, Hosting::every, BindingOwner::review));
    CHECK_FALSE(process::has_owner(Scope::review, Hosting::one, BindingOwner::participant));
    CHECK_FALSE(process::has_owner(Scope::review, Hosting::every, BindingOwner::visit));
    CHECK(process::has_owner(Scope::review, Hosting::one, BindingOwner::visit));
    CHECK(process::has_owner(Scope::visitor, Hosting::every, BindingOwner::visit));
    CHECK_FALSE(process::owner_of_binding("participant.postcode"));
}
