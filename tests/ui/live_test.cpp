#include <doctest/doctest.h>

#include "live_scenes.h"
#include "ui/room_view.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;
using planning::MeetingState;

namespace {

std::string text_of_first(Window& window, std::string_view collection, std::string_view field) {
    const document::Collection* entities = window.planner.current()->document().collection(std::string(collection));
    if (!entities || entities->empty())
        return "";
    const document::Value& value = window.planner.current()->document().value({{std::string(collection), entities->begin()->first}, std::string(field)});
    return value.is_string() ? value.get<std::string>() : "";
}

app::RoomScene in_the_room(Window& window) {
    REQUIRE_FALSE(window.platform.projected.empty());
    const auto scene = app::read_scene(window.platform.projected.back());
    REQUIRE(scene);
    return *scene;
}

/// The first field of the part that people are in.
struct LivePart {
    const process::Card* card;
    std::string subject;
    const process::Field* field;
};

LivePart part_of(Window& window) {
    const app::LiveMeeting meeting = shown_meeting(window);
    const planning::LiveLine& now = *meeting.live.current_line();
    const process::RunSheetPart& part = now.line->item->parts[now.part];
    const process::Card* card = window.planner.current()->process().card(part.card);
    return {card, planning::card_subject(*card, meeting.agenda, now.line), card->field(part.fields.front())};
}

} // namespace

TEST_CASE("a start meeting is run with the mouse: late, in parts, with a pause and a repair, and taken up after a crash") {
    platform::HeadlessWorld world;
    auto window = with_meeting(world, "13:06");
    CHECK(window->shows("Je begint 6 min later dan gepland."));
    window->click(Role::button, "Begin en houd 16:00 aan");
    CHECK(window->shows("6 min achter"));
    pass_minutes(*window, 20);
    window->click(Role::button, "Volgende");
    const std::string first = window->planner.view().participants.front().participant.name;
    CHECK(window->find(Role::heading, first));
    window->click(Role::button, "Volgend deel");
    pass_minutes(*window, 10);
    window->click(Role::button, "Pauze");
    pass_minutes(*window, 5);
    CHECK(shown_meeting(*window).live.state == MeetingState::paused);
    window->click(Role::button, "Ga verder");
    window->click(Role::button, "2: Uitloop korter, einde 16:00");
    CHECK(window->shows("Op schema"));
    CHECK(shown_meeting(*window).live.minutes_behind() == 0);
    const std::string hash = app::format_route(window->planner.route());
    window->wait(10'000);
    window->settle();

    // Without a goodbye, and an hour later on a fresh page.
    window.reset();
    world.now += 10 * 60'000;
    window = std::make_unique<Window>(world, laptop, hash);
    window->settle();
    CHECK(shown_meeting(*window).live.state == MeetingState::running);
    CHECK(shown_meeting(*window).live.current_line()->spent / 1000 == 10 * 60 + 10 * 60 + 10);
    CHECK(window->find(Role::heading, first));
}

TEST_CASE("the meeting is run by keys, but not by letters once they are switched off") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    CHECK_FALSE(window->plain_key("v"));
    window->click(Role::button, "Begin");
    CHECK(window->plain_key("v"));
    window->settle();
    CHECK(shown_meeting(*window).live.current == 1);
    CHECK(window->plain_key("PageUp"));
    CHECK(shown_meeting(*window).live.current == 0);
    CHECK(window->plain_key("+"));
    CHECK(shown_meeting(*window).live.current_line()->allotted == 21 * planning::ms_of_minute);
    CHECK(window->plain_key("p"));
    CHECK(shown_meeting(*window).live.state == MeetingState::paused);
    CHECK(window->plain_key("P"));
    CHECK(window->plain_key("n"));
    window->settle();
    CHECK(window->focused == window->get(Role::field, "Nieuwe notitie: Afspraak").id);
    window->click(Role::button, "Sneltoetsen en geluid");
    window->act(window->get(Role::checkbox, "Letters zijn sneltoetsen").id, kit::ActionKind::click);
    window->settle();
    CHECK_FALSE(window->plain_key("v"));
    CHECK(window->plain_key("PageDown"));
    CHECK(shown_meeting(*window).live.current == 1);
}

TEST_CASE("what the director types stands in the room in the same frame, and what is the panel's never does") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    window->click(Role::button, "Volgend deel");
    const kit::NodeId field = window->get(Role::area, "Onze leervraag").id;
    window->focus(field);
    window->settle();
    window->ui.frame().action({field, kit::ActionKind::input, "Hoe laten we studenten kiezen?"});
    window->frame();
    CHECK(in_the_room(*window).kind == app::RoomKind::field);
    CHECK(in_the_room(*window).label == "Onze leervraag");
    CHECK(in_the_room(*window).text == "Hoe laten we studenten kiezen?");
    CHECK(in_the_room(*window).clock == app::RoomClock::running);
    CHECK(window->plain_key("z") == true);
    window->settle();
    CHECK(in_the_room(*window).kind == app::RoomKind::blank);
    CHECK(in_the_room(*window).text.empty());
}

TEST_CASE("the question that a team wrote before is taken over on the card of the meeting with one press") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    window->click(Role::button, "Volgend deel");
    CHECK_FALSE(window->find(Role::button, "Neem deze vraag over"));
    const std::string team = window->planner.view().participants.front().participant.id;
    const auto question_on = [&](const char* card) {
        const review::Review review = window->planner.reading();
        return review.key_of(card, team, *review.process().card(card)->field("leervraag"));
    };
    window->planner.set_field(question_on("voorbereiding"), "");
    window->planner.set_field(question_on("verkenning"), "Hoe leren studenten plannen?");
    window->settle();
    CHECK(window->shows("Eerder schreven jullie: Hoe leren studenten plannen?"));
    window->click(Role::button, "Neem deze vraag over");
    CHECK(in_the_room(*window).text == "Hoe leren studenten plannen?");
    CHECK_FALSE(window->find(Role::button, "Neem deze vraag over"));
    window->planner.step(app::Step::undo);
    window->settle();
    CHECK(in_the_room(*window).text.empty());
}

TEST_CASE("a note is typed and stands in the review, an agreement as a row of its table") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    const kit::NodeId field = window->get(Role::field, "Nieuwe notitie: Afspraak").id;
    window->focus(field);
    window->act(field, kit::ActionKind::input, "Panel mag een les zien");
    window->act(field, kit::ActionKind::submit);
    window->settle();
    CHECK(window->shows("Panel mag een les zien"));
    CHECK(text_of_first(*window, "meeting_notes", "text").empty());
    const auto notes = planning::notes_of(window->planner.reading(), *shown_meeting(*window).agenda.sheet, "");
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().text == "Panel mag een les zien");
    CHECK(notes.front().text_key.entity.collection == "rows");
    window->planner.step(app::Step::undo);
    window->settle();
    CHECK(planning::notes_of(window->planner.reading(), *shown_meeting(*window).agenda.sheet, "").empty());
}

TEST_CASE("a running clock wants one frame a second, a pause none") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->wait(10'000);
    window->settle();
    const int before = window->frames;
    for (int second = 0; second < 10; ++second) {
        REQUIRE(window->next_frame() > 0);
        REQUIRE(window->next_frame() <= 1000);
        window->wait(static_cast<int>(window->next_frame()));
    }
    CHECK(window->frames - before <= 12);
    window->click(Role::button, "Pauze");
    window->wait(10'000);
    window->settle();
    CHECK(window->next_frame() == -1);
}

TEST_CASE("while a clock runs nothing is sent to the other window, because it counts by itself") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    for (const char* press : {"Volgende", "Volgend deel"}) {
        CAPTURE(press);
        window->click(Role::button, press);
        window->settle();
        const std::size_t sent = window->platform.projected.size();
        for (int second = 0; second < 5; ++second) {
            window->wait(1000);
            window->frame();
        }
        CHECK(window->platform.projected.size() == sent);
    }
}

TEST_CASE("what a clock that ran ahead wrote down shows the same on the laptop and on the wall") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    world.now += 20 * 60'000;
    window->frame();
    window->click(Role::button, "Volgende");
    world.now -= 19 * 60'000;
    window->frame();
    window->settle();
    const app::RoomScene scene = in_the_room(*window);
    const app::LiveMeeting meeting = shown_meeting(*window);
    const planning::LiveLine& line = *meeting.live.current_line();
    const auto talk = static_cast<std::int64_t>(line.line->item->parts.front().most_minutes) * planning::ms_of_minute;
    CHECK(scene.ends_at - world.now == talk - line.spent_on_parts.front());
}

TEST_CASE("it is said aloud at five minutes, at one, at the end and over it, and not each second") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    std::vector<std::string> said;
    for (int second = 0; second < 22 * 60; ++second) {
        window->wait(1000);
        window->frame();
        for (const kit::Node* node : window->all(Role::status))
            if (node->name.ends_with("Inloop en welkom") && (said.empty() || said.back() != node->name))
                said.push_back(node->name);
    }
    CHECK(said == std::vector<std::string>{"Nu: Inloop en welkom", "Nog 5 minuten: Inloop en welkom", "Nog 1 minuut: Inloop en welkom",
                                           "De tijd is om: Inloop en welkom", "Over de tijd: Inloop en welkom"});
}

TEST_CASE("a scene goes to the other window and comes back the same, and nonsense is none") {
    app::RoomScene scene;
    scene.kind = app::RoomKind::field;
    scene.theme = app::RoomTheme::contrast;
    scene.title = "Team „Zorg” é";
    scene.clock = app::RoomClock::stopped;
    scene.remaining = -45'000;
    scene.lines = {{"13:00", "Welkom", app::RoomLine::State::done}};
    CHECK(app::read_scene(app::write_scene(scene)) == scene);
    for (int kind = 0; kind <= static_cast<int>(app::RoomKind::pause); ++kind) {
        scene.kind = static_cast<app::RoomKind>(kind);
        CHECK(app::read_scene(app::write_scene(scene)) == scene);
    }
    for (const char* wrong : {"", "{}", "[]", "{\"version\":2}", "{\"version\":1", "7"})
        CHECK_FALSE(app::read_scene(wrong));
    const auto odd = app::read_scene(R"({"version":1,"kind":99,"lines":[7,{"state":-4}],"title":3,"parts":-1})");
    REQUIRE(odd);
    CHECK(odd->kind == app::RoomKind::blank);
    CHECK(odd->lines.size() == 1);
    CHECK(odd->title.empty());
}

TEST_CASE("the question of a team is on the wall in every part of its turn, and never beside what is the panel's") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const auto question = [&] { return window->planner.view().participants.front().learning_question; };
    REQUIRE_FALSE(question().empty());
    window->click(Role::button, "Begin");
    CHECK(in_the_room(*window).question.empty());
    window->click(Role::button, "Volgende");
    const std::size_t parts = in_the_room(*window).parts;
    for (std::size_t part = 0; part < parts; ++part) {
        CAPTURE(part);
        const app::RoomScene scene = in_the_room(*window);
        const bool read_already = scene.text.find(question()) != std::string::npos;
        CHECK(scene.question == (read_already ? "" : "Leervraag: " + question()));
        // The first team to have its turn has no other question to lay beside its own.
        const process::PartKind kind = shown_meeting(*window).live.current_line()->line->item->parts[part].kind;
        const bool has_field = kind != process::PartKind::talk && kind != process::PartKind::overlap;
        CHECK((has_field ? scene.kind == app::RoomKind::field : scene.kind == app::RoomKind::clock));
        app::go_on(window->planner, shown_meeting(*window));
        window->settle();
    }
}

TEST_CASE("in a review day the room reads the question, but not in a break and not while the panel is by itself") {
    platform::HeadlessWorld world;
    const auto window = with_review_day(world);
    app::begin_meeting(window->planner, shown_meeting(*window), app::Beginning::as_planned);
    window->settle();
    int read = 0, panel = 0, breaks = 0;
    while (shown_meeting(*window).live.state == MeetingState::running) {
        const app::LiveMeeting meeting = shown_meeting(*window);
        const planning::LiveLine& line = *meeting.live.current_line();
        const bool rests = line.line->item->kind == process::ItemKind::pause;
        const bool alone = !line.line->item->parts.empty() && line.line->item->parts[line.part].audience == process::Audience::panel;
        if (rests || alone)
            CHECK(in_the_room(*window).question.empty());
        read += in_the_room(*window).question.empty() ? 0 : 1;
        panel += alone;
        breaks += rests;
        app::go_on(window->planner, meeting);
        window->settle();
    }
    CHECK(read > 5);
    CHECK(panel > 2);
    CHECK(breaks == 1);
}

TEST_CASE("in the agenda of the room a line that was skipped has no time, and the director's counts the minutes that are left") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    CHECK(window->shows("180 min"));
    window->click(Role::button, "Begin");
    pass_minutes(*window, 20);
    window->plain_key("a");
    {
        const app::LiveMeeting meeting = shown_meeting(*window);
        app::go_to_line(window->planner, meeting, *meeting.live.lines[2].line);
        window->settle();
    }
    const app::RoomScene scene = in_the_room(*window);
    REQUIRE(scene.kind == app::RoomKind::agenda);
    CHECK(scene.title == "Startbijeenkomst");
    CHECK(scene.badge.empty());
    CHECK(scene.subtitle == "Einde 15:15");
    CHECK(scene.lines[0].time == "13:00");
    CHECK(scene.lines[1].time.empty());
    CHECK(scene.lines[1].title.ends_with(" · overgeslagen"));
    CHECK(scene.lines[1].state == app::RoomLine::State::skipped);
    CHECK(scene.lines[2].time == "13:20");
    CHECK(scene.lines[2].state == app::RoomLine::State::running);
    CHECK(scene.lines[3].time == "14:05");
    CHECK(window->shows("135 min"));
    // Over its time what comes next moves on with the clock.
    pass_minutes(*window, 50);
    CHECK(in_the_room(*window).lines[3].time == "14:10");
    CHECK(in_the_room(*window).subtitle == "Einde 15:20");
    CHECK(window->shows("140 min"));
}

TEST_CASE("what is meant for the room of one meeting is not shown in that of another, and is there again after that") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const app::Route first = window->planner.route();
    window->click(Role::button, "Begin");
    window->click(Role::button, "Volgende");
    window->act(window->get(Role::select, "Wat ziet de zaal?").id, kit::ActionKind::change, "message");
    window->settle();
    window->type("Bericht voor de zaal", "Team Zorg is te laat", Role::area);
    window->settle();
    CHECK(in_the_room(*window).text == "Team Zorg is te laat");
    CHECK(in_the_room(*window).title == "Startbijeenkomst");
    const std::string host = window->planner.view().participants.front().participant.id;
    window->planner.go(app::Route::live(first.review, "reviewdag", host));
    window->settle();
    CHECK(in_the_room(*window).kind == app::RoomKind::beginning);
    window->planner.go(first);
    window->settle();
    CHECK(in_the_room(*window).text == "Team Zorg is te laat");
}

TEST_CASE("a pair that was written down is not offered again, and no other pair is taken for it") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const auto teams = window->planner.reading().participants();
    REQUIRE(teams.size() == 3);
    const std::string names[] = {"Zorg", "Zorg en Welzijn", "Techniek"};
    for (std::size_t i = 0; i < 3; ++i) {
        window->planner.set_field({{"participants", teams[i].id}, "name"}, names[i]);
        for (const char* card : {"verkenning", "voorbereiding"})
            window->planner.set_field({review::card_key(card, teams[i].id), "leervraag"}, "Hoe plannen studenten hun stage in het leerbedrijf?");
    }
    window->click(Role::button, "Begin");
    window->click(Role::button, "Volgende");
    const app::LiveMeeting meeting = shown_meeting(*window);
    for (const process::RunSheetPart& part : meeting.live.current_line()->line->item->parts)
        if (part.kind == process::PartKind::overlap)
            app::go_to_part(window->planner, meeting, part.id);
    window->settle();
    window->click(Role::button, "Schrijf op: Zorg en Welzijn en Techniek");
    CHECK(window->shows("Opgeschreven"));
    CHECK_FALSE(window->find(Role::button, "Schrijf op: Zorg en Welzijn en Techniek"));
    CHECK(window->find(Role::button, "Schrijf op: Zorg en Techniek"));
    CHECK(window->find(Role::button, "Schrijf op: Zorg en Zorg en Welzijn"));

    // What was written down is a sentence; on the wall more may come behind it.
    const LivePart there = part_of(*window);
    const auto rows = window->planner.reading().rows(there.card->id, there.subject, *there.field);
    REQUIRE_FALSE(rows.empty());
    window->planner.set_field(review::column_key(rows.back(), there.field->columns.at(2)), "Ze delen een panellid");
    window->settle();
    const std::string shown = in_the_room(*window).text;
    CHECK(shown.find("Beide noemen: ") != std::string::npos);
    CHECK(shown.ends_with(". Ze delen een panellid"));
    CHECK(shown.find(".\u00A0·") == std::string::npos);
}
