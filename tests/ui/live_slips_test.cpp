#include <doctest/doctest.h>

#include "live_scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

std::size_t open_notes(Window& window) {
    const app::LiveMeeting meeting = shown_meeting(window);
    const auto notes = planning::notes_of(window.planner.reading(), *meeting.agenda.sheet, meeting.agenda.subject);
    return static_cast<std::size_t>(std::count_if(notes.begin(), notes.end(), [](const planning::MeetingNote& note) { return !note.used; }));
}

/// The middle of the first button that files a note, brought into sight.
kit::Rect first_target(Window& window) {
    for (const kit::Node* node : window.all(Role::button)) {
        if (!node->name.starts_with("Gaat goed: "))
            continue;
        const kit::NodeId id = node->id;
        window.reveal(id);
        return window.placed(id).visible;
    }
    FAIL("no note can be filed");
    return {};
}

constexpr std::string_view back = "Terug, alsof je niet verder was gegaan";

std::string team_name(Window& window, std::size_t index) {
    return window.planner.view().participants.at(index).participant.name;
}

} // namespace

TEST_CASE("while the agenda has more, Stop asks, and Not yet or Escape leaves the meeting as it is") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    for (const bool escape : {false, true}) {
        window->click(Role::button, "Stop");
        CHECK(window->shows("Er staan nog 4 onderdelen in de agenda. Als je stopt, ziet de zaal dat het klaar is."));
        if (escape)
            window->act(window->get(Role::dialog, "Is de bijeenkomst klaar?").id, kit::ActionKind::dismiss);
        else
            window->click(Role::button, "Nog niet");
        CHECK_FALSE(window->find(Role::dialog, "Is de bijeenkomst klaar?"));
        CHECK(shown_meeting(*window).live.state == planning::MeetingState::running);
    }
    window->click(Role::button, "Stop");
    window->click(Role::button, "Ja, stop");
    CHECK(shown_meeting(*window).live.state == planning::MeetingState::over);
    CHECK_FALSE(window->find(Role::dialog, "Is de bijeenkomst klaar?"));
}

TEST_CASE("the question whether it is over goes when people go elsewhere") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->click(Role::button, "Stop");
    const app::Route route = window->planner.route();
    for (const app::Route& to : {app::Route::overview(), route}) {
        window->planner.go(to);
        window->settle();
        CHECK_FALSE(window->find(Role::dialog, "Is de bijeenkomst klaar?"));
    }
}

TEST_CASE("back within a minute takes a slip back at once, and before the first step there is nothing to take back") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    CHECK(window->get(Role::button, back).disabled);
    pass_minutes(*window, 20);
    window->click(Role::button, "Volgende");
    window->wait(40'000);
    window->frame();
    window->click(Role::button, back);
    CHECK_FALSE(window->dialog());
    CHECK(shown_meeting(*window).live.current == 0);
    CHECK(shown_meeting(*window).live.current_line()->spent / 1000 == 20 * 60 + 40);
}

TEST_CASE("back after a while asks: the times stay, or the step was a mistake, which can be undone, or nothing happens") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    pass_minutes(*window, 20);
    window->click(Role::button, "Volgende");
    pass_minutes(*window, 15);
    const auto spent = [&](std::size_t line) { return shown_meeting(*window).live.lines.at(line).spent / planning::ms_of_minute; };
    for (const std::string press : {"button", "key"}) {
        CAPTURE(press);
        if (press == "button")
            window->click(Role::button, back);
        else
            window->plain_key("t");
        window->settle();
        CHECK(window->find(Role::dialog, "Terug naar Inloop en welkom?"));
        CHECK(window->shows("Sinds 13:20 zijn jullie bij " + team_name(*window, 0) + "."));
        window->click(Role::button, "Blijf hier");
        CHECK(shown_meeting(*window).live.current == 1);
        CHECK(spent(1) == 15);
    }
    window->click(Role::button, back);
    window->click(Role::button, "Het was een vergissing");
    CHECK(shown_meeting(*window).live.current == 0);
    CHECK(spent(0) == 35);
    CHECK(spent(1) == 0);
    window->click(Role::button, "Ongedaan maken");
    CHECK(shown_meeting(*window).live.current == 1);
    CHECK(spent(1) == 15);
    window->click(Role::button, back);
    window->click(Role::button, "Ga naar Inloop en welkom");
    CHECK(shown_meeting(*window).live.current == 0);
    CHECK(spent(0) == 20);
    CHECK(spent(1) == 15);
}

TEST_CASE("a second press at the same spot does not file the note that comes under the pointer") {
    platform::HeadlessWorld world;
    const auto window = with_findings(world);
    const std::size_t before = open_notes(*window);
    REQUIRE(before > 2);
    const kit::Rect box = first_target(*window);
    const float x = box.x + box.width / 2, y = box.y + box.height / 2;
    window->mouse(x, y);
    window->mouse(x, y);
    CHECK(open_notes(*window) == before - 1);
    window->wait(2000);
    window->frame();
    const kit::Rect next = first_target(*window);
    window->mouse(next.x + next.width / 2, next.y + next.height / 2);
    CHECK(open_notes(*window) == before - 2);
}

TEST_CASE("notes are numbered by kind, as agreements are on their card") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    const auto& kinds = shown_meeting(*window).agenda.sheet->notes;
    for (const std::size_t kind : {std::size_t{0}, kinds.size() - 1, std::size_t{0}})
        app::add_note(window->planner, shown_meeting(*window), kinds[kind], "Iets");
    window->settle();
    for (const std::string name : {"Afspraak 1", "Afspraak 2", "Werkvorm 1"}) {
        CAPTURE(name);
        CHECK(window->find(Role::button, name + " verwijderen"));
    }
}

TEST_CASE("after the end one press ticks off what is done, one undo takes that back, and what nobody did stays open") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    stop_meeting(*window);
    const auto open = [&] { return window->all(Role::checkbox).size(); };
    REQUIRE(open() == 3);
    // Of one team nothing is filled in.
    const process::Process& process = window->planner.current()->process();
    const std::string last = window->planner.view().participants.back().participant.id;
    for (const process::Block& block : process.card("voorbereiding")->blocks)
        for (const process::Field& field : block.fields)
            if (field.kind == process::FieldKind::table)
                for (const document::EntityKey& row : window->planner.reading().rows("voorbereiding", last, field))
                    window->planner.remove_row(row);
    window->settle();
    // The meeting itself is ticked off: the record does not wait for what a team has yet to do.
    CHECK(window->shows("Het verslag staat klaar bij de berichten."));
    CHECK(window->shows("Vink af wat klaar is."));
    window->click(Role::button, "Vink de 2 taken af die klaar zijn");
    CHECK(open() == 1);
    CHECK(window->all(Role::checkbox).front()->name.ends_with(team_name(*window, 2) + " · nog niet compleet"));
    window->planner.step(app::Step::undo);
    window->settle();
    CHECK(open() == 3);
    window->click(Role::button, "Vink de 2 taken af die klaar zijn");
    window->act(window->all(Role::checkbox).front()->id, kit::ActionKind::change, "true");
    CHECK(open() == 0);
    CHECK(window->shows("Alles is afgevinkt."));
}

TEST_CASE("once the meeting is ticked off its record stands ready, and one press ticks off what was left open before it") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    std::vector<document::EntityKey> all;
    for (const planning::PlannedTask& task : window->planner.plan().tasks)
        all.push_back(task.key);
    window->planner.decide_tasks(all, app::TaskDecision::undecided);
    window->click(Role::button, "Begin");
    stop_meeting(*window);
    const auto unfinished = [&](std::string_view step) {
        const auto& tasks = window->planner.plan().tasks;
        return std::count_if(tasks.begin(), tasks.end(), [&](const planning::PlannedTask& task) { return task.task->step == step && !task.finished(); });
    };
    const auto before = unfinished("verkennen"), after = unfinished("organiseren");
    REQUIRE(before > 3);
    CHECK(window->shows("Vink de bijeenkomst af. Dan staat het verslag bij de berichten."));
    window->click(Role::checkbox, "Leid de startbijeenkomst");
    CHECK(window->shows("Het verslag staat klaar bij de berichten."));
    window->click(Role::button, "Vink de " + std::to_string(before) + " taken van vóór deze bijeenkomst af");
    CHECK(unfinished("verkennen") == 0);
    CHECK(unfinished("organiseren") == after);
    CHECK(unfinished("starten") > 1);
    window->planner.step(app::Step::undo);
    CHECK(unfinished("verkennen") == before);
}

TEST_CASE("after a start meeting nobody is offered to tick off what comes later in the same step") {
    platform::HeadlessWorld world;
    Window window(world, laptop);
    window.planner.create_review({"Bezoek", "samen-opleiden", {{"Noord", ""}, {"Oost", ""}, {"Zuid", ""}}});
    const std::string today = planning::format_day(window.planner.today());
    window.planner.set_field({review::review_key(), "kickoff_date"}, today);
    window.planner.set_field({review::visit_key(window.planner.reading().hosts().front().id), "date"},
                             planning::format_day(planning::add_days(window.planner.today(), 90)));
    window.planner.go(app::Route::live(window.planner.route().review, "startbijeenkomst"));
    window.settle();
    window.click(Role::button, "Begin");
    stop_meeting(window);
    for (const kit::Node* box : window.all(Role::checkbox)) {
        CAPTURE(box->name);
        const auto& tasks = window.planner.plan().tasks;
        const auto task = std::find_if(tasks.begin(), tasks.end(), [&](const planning::PlannedTask& each) { return box->name.starts_with(each.task->title.nl); });
        REQUIRE(task != tasks.end());
        CHECK(task->due <= window.planner.today());
    }
    CHECK(window.find(Role::checkbox, "Leid de startbijeenkomst"));
}

TEST_CASE("what is half written and what the room is to see outlive a page that is loaded anew") {
    platform::HeadlessWorld world;
    auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->type("Nieuwe notitie: Afspraak", "Iedereen stuurt voor vrijdag");
    window->act(window->get(Role::select, "Wat ziet de zaal?").id, kit::ActionKind::change, "message");
    window->settle();
    window->type("Bericht voor de zaal", "Koffie tot 14:30", Role::area);
    window->act(window->get(Role::select, "Kleuren").id, kit::ActionKind::change, "dark");
    window->settle();
    const std::string hash = app::format_route(window->planner.route());
    window.reset();
    window = std::make_unique<Window>(world, laptop, hash);
    window->settle();
    CHECK(window->get(Role::field, "Nieuwe notitie: Afspraak").value == "Iedereen stuurt voor vrijdag");
    CHECK(window->get(Role::area, "Bericht voor de zaal").value == "Koffie tot 14:30");
    const auto scene = app::read_scene(window->platform.projected.back());
    REQUIRE(scene);
    CHECK(scene->text == "Koffie tot 14:30");
    CHECK(scene->theme == app::RoomTheme::dark);
    window->click(Role::button, "Noteer");
    CHECK(window->shows("Iedereen stuurt voor vrijdag"));
    window.reset();
    window = std::make_unique<Window>(world, laptop, hash);
    window->settle();
    CHECK(window->get(Role::field, "Nieuwe notitie: Afspraak").value.empty());
}

TEST_CASE("undo in a note that is half written is the field's own, and elsewhere the meeting's") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->type("Nieuwe notitie: Afspraak", "eerste halve zin");
    window->focus(window->get(Role::field, "Nieuwe notitie: Afspraak").id);
    CHECK_FALSE(window->key("z"));
    CHECK(shown_meeting(*window).live.state == planning::MeetingState::running);
    window->act(window->get(Role::select, "Wat ziet de zaal?").id, kit::ActionKind::change, "message");
    window->settle();
    window->type("Bericht voor de zaal", "Kof", Role::area);
    window->focus(window->get(Role::area, "Bericht voor de zaal").id);
    CHECK_FALSE(window->key("z"));
    window->focus(window->get(Role::button, "Pauze").id);
    CHECK(window->key("z"));
    CHECK(shown_meeting(*window).live.state == planning::MeetingState::waiting);
}

TEST_CASE("people agree how long a pause lasts; the room and the forecast say it, and so does its end") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const auto room = [&] {
        const auto scene = app::read_scene(window->platform.projected.back());
        REQUIRE(scene);
        return scene->title + ". " + scene->text;
    };
    window->click(Role::button, "Begin");
    pass_minutes(*window, 10);
    CHECK_FALSE(window->find(Role::button, "Verder over 10 minuten"));
    window->click(Role::button, "Pauze");
    CHECK(window->shows("Over hoeveel minuten gaan jullie verder?"));
    CHECK(room() == "Pauze. Sinds 13:10");
    window->click(Role::button, "Verder over 10 minuten");
    CHECK(room() == "Pauze. We gaan verder om 13:20");
    CHECK(window->shows("Pauze tot 13:20"));
    CHECK(shown_meeting(*window).live.minutes_behind() == 10);
    pass_minutes(*window, 10);
    CHECK(window->shows("De pauze is om"));
    CHECK_FALSE(window->shows("Pauze tot 13:20"));
    CHECK(room() == "De pauze is om. De pauze was tot 13:20");
    window->click(Role::button, "Verder over 5 minuten");
    CHECK(room() == "Pauze. We gaan verder om 13:25");
    window->click(Role::button, "Ga verder");
    CHECK_FALSE(window->shows("De pauze is om"));
    CHECK(shown_meeting(*window).live.pauses.size() == 1);
}
