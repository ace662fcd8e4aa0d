#include <doctest/doctest.h>

#include "app/dates.h"
#include "app/poll.h"
#include "app/room_scene.h"
#include "live_scenes.h"

#include <algorithm>

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

app::RoomScene in_the_room(const Window& window) {
    REQUIRE_FALSE(window.platform.projected.empty());
    const auto scene = app::read_scene(window.platform.projected.back());
    REQUIRE(scene);
    return *scene;
}

void choose(Window& window, const char* shows) {
    window.act(window.get(Role::select, "Wat ziet de zaal?").id, kit::ActionKind::change, shows);
    window.settle();
}

std::string first_team(Window& window) {
    return window.planner.view().participants.front().participant.name;
}

} // namespace

TEST_CASE("before the meeting the room sees when it begins, and after it that it is over") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const auto at_clock = [&](int hour, int minutes) {
        world.now = window->planner.local_midnight(world.now) + (hour * 60 + minutes) * planning::ms_of_minute;
        window->frame();
        window->settle();
    };
    window->planner.set_field({review::review_key(), "kickoff_date"}, app::format_day(window->planner.today()));
    at_clock(12, 30);
    app::RoomScene scene = in_the_room(*window);
    CHECK(scene.kind == app::RoomKind::beginning);
    CHECK(scene.title == "Startbijeenkomst");
    CHECK(scene.subtitle == window->planner.view().title);
    const std::string place = window->planner.reading().kickoff().place;
    REQUIRE_FALSE(place.empty());
    CHECK(scene.label == app::long_date(window->planner.texts(), window->planner.today()) + " · " + place);
    CHECK(scene.text == "We beginnen om 13:00");
    CHECK(scene.clock == app::RoomClock::running);
    CHECK(scene.ends_at == world.now + 30 * planning::ms_of_minute);
    at_clock(13, 1);
    CHECK(in_the_room(*window).text == "We beginnen zo");
    CHECK(in_the_room(*window).clock == app::RoomClock::none);
    window->planner.set_field({review::review_key(), "kickoff_date"}, "2031-02-03");
    window->settle();
    CHECK(in_the_room(*window).text == "We beginnen om 13:00");
    CHECK(in_the_room(*window).label == "maandag 3 februari 2031 · " + place);
    window->planner.set_field({review::review_key(), "kickoff_place"}, "");
    window->settle();
    CHECK(in_the_room(*window).label == "maandag 3 februari 2031");
    CHECK(in_the_room(*window).clock == app::RoomClock::none);

    app::begin_meeting(window->planner, shown_meeting(*window), app::Beginning::as_planned);
    window->settle();
    CHECK(in_the_room(*window).kind == app::RoomKind::clock);
    pass_minutes(*window, 9);
    stop_meeting(*window);
    scene = in_the_room(*window);
    CHECK(scene.kind == app::RoomKind::ending);
    CHECK(scene.text == "Bedankt! De bijeenkomst is afgelopen.");
    CHECK(scene.help == "Klaar om 13:10");
    CHECK(scene.clock == app::RoomClock::none);
    CHECK(scene.lines.empty());
}

TEST_CASE("rows of a table stand on the wall as a list, with dates in one piece and times from when to when") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    const app::LiveMeeting meeting = shown_meeting(*window);
    const planning::AgendaItem& line = *meeting.live.current_line()->line;
    const auto part = std::find_if(line.item->parts.begin(), line.item->parts.end(),
                                   [](const process::RunSheetPart& each) { return each.kind == process::PartKind::visit_dates; });
    REQUIRE(part != line.item->parts.end());
    const process::Field* table = window->planner.current()->process().card(part->card)->field(part->fields.front());
    const review::TableKey key{part->card, line.participant, table};
    for (const document::EntityKey& row : window->planner.reading().rows(part->card, line.participant, *table))
        window->planner.remove_row(row);
    const std::pair<std::string, std::string> times[] = {{"09:00", "15:30"}, {"09:00", ""}, {"", "13:00"}};
    for (const auto& [from, until] : times) {
        const document::EntityKey row = window->planner.add_row(key);
        window->planner.set_field(review::column_key(row, *table->column("datum")), "2031-12-04");
        window->planner.set_field(review::column_key(row, *table->column("van")), from);
        window->planner.set_field(review::column_key(row, *table->column("tot")), until);
    }
    app::go_to_part(window->planner, meeting, part->id);
    window->settle();
    const std::string text = in_the_room(*window).text;
    CHECK(text.find("• do\u00A04\u00A0dec\u00A02031\u00A0· 09:00 tot 15:30\n• ") != std::string::npos);
    CHECK(text.find("dec\u00A02031\u00A0· 09:00\n") != std::string::npos);
    CHECK(text.ends_with("dec\u00A02031\u00A0· tot 13:00"));
    CHECK(in_the_room(*window).help.empty()); // how to fill in a table is for who does so

    // A day that somebody answered says who can; the others have nothing to say.
    const std::string day = window->planner.reading().rows(part->card, line.participant, *table).front().id;
    const auto answer = [&](std::size_t team, review::Answer said) {
        app::answer_date(window->planner, day, window->planner.view().participants.at(team).participant.id, said);
        window->settle();
    };
    answer(1, review::Answer::if_needed);
    CHECK(in_the_room(*window).text.find("tot 15:30\u00A0· kunnen: 1 van de 2\n") != std::string::npos);
    answer(2, review::Answer::no);
    answer(1, review::Answer::no);
    CHECK(in_the_room(*window).text.find("tot 15:30\u00A0· kunnen: 0 van de 2\n") != std::string::npos);
    CHECK(in_the_room(*window).text.ends_with("tot 13:00"));
}

TEST_CASE("in a break of the run sheet the room reads when people go on, and with what") {
    platform::HeadlessWorld world;
    const auto window = with_review_day(world);
    app::begin_meeting(window->planner, shown_meeting(*window), app::Beginning::as_planned);
    const auto line_after = [&](bool rest) {
        const app::LiveMeeting meeting = shown_meeting(*window);
        const auto& lines = meeting.live.lines;
        const auto found = std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.line->item->kind == process::ItemKind::pause; });
        REQUIRE(found != lines.end());
        return *(rest ? found : found + 1)->line;
    };
    app::go_to_line(window->planner, shown_meeting(*window), line_after(true));
    window->settle();
    const std::int64_t minutes = shown_meeting(*window).live.current_line()->allotted / planning::ms_of_minute;
    const std::string began = window->planner.time_text(world.now), ends = window->planner.time_text(world.now + minutes * planning::ms_of_minute);
    pass_minutes(*window, 2);
    CHECK(in_the_room(*window).doing == "We gaan verder om " + ends);
    CHECK(in_the_room(*window).until == "Pauze sinds " + began);
    CHECK(in_the_room(*window).next == line_after(false).title(process::Language::dutch));
    pass_minutes(*window, static_cast<int>(minutes));
    CHECK(in_the_room(*window).doing.empty());
}

TEST_CASE("in a pause that people took the room sees when they go on and with what, and nothing of the clock that stands still") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    pass_minutes(*window, 10);
    CHECK(in_the_room(*window).until == "klaar om 13:20");
    window->click(Role::button, "Pauze");
    pass_minutes(*window, 4);
    app::RoomScene expected{.kind = app::RoomKind::pause, .title = "Pauze", .text = "Sinds 13:10", .next = "Inloop en welkom", .after = first_team(*window)};
    CHECK(in_the_room(*window) == expected);
    window->click(Role::button, "Ga verder");
    CHECK(in_the_room(*window).kind == app::RoomKind::clock);
    CHECK(in_the_room(*window).until == "klaar om 13:24");

    window->click(Role::button, "Volgende");
    window->click(Role::button, "Pauze");
    CHECK(in_the_room(*window).text == "Sinds 13:14");
    CHECK(in_the_room(*window).next == first_team(*window) + " · Pitch");
    CHECK(in_the_room(*window).after == "Leervraag en criteria");
}

TEST_CASE("the room counts down to when people agreed to go on, and is told no more than that it began and is over") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->click(Role::button, "Pauze");
    window->click(Role::button, "Verder over 10 minuten");
    const std::size_t told = window->platform.projected.size();
    pass_minutes(*window, 9);
    CHECK(window->platform.projected.size() == told);
    CHECK(in_the_room(*window).text == "We gaan verder om 13:10");
    CHECK(in_the_room(*window).clock == app::RoomClock::running);
    CHECK(in_the_room(*window).ends_at == *shown_meeting(*window).live.goes_on_at());
    pass_minutes(*window, 1);
    CHECK(in_the_room(*window).title == "De pauze is om");
    CHECK(in_the_room(*window).text == "De pauze was tot 13:10");
    CHECK(in_the_room(*window).clock == app::RoomClock::none);
    pass_minutes(*window, 9);
    CHECK(window->platform.projected.size() == told + 1);
}

TEST_CASE("the room reads what there is to choose from until somebody chose, with each dot behind what it comes after") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    const app::LiveMeeting meeting = shown_meeting(*window);
    const planning::AgendaItem& line = *meeting.live.current_line()->line;
    const process::Field* field = nullptr;
    const process::RunSheetPart* part = nullptr;
    for (const process::RunSheetPart& each : line.item->parts) {
        const process::Card* card = window->planner.current()->process().card(each.card);
        const process::Field* first = card && !each.fields.empty() ? card->field(each.fields.front()) : nullptr;
        if (first && !field && first->kind == process::FieldKind::choices) {
            part = &each;
            field = first;
        }
    }
    REQUIRE(field);
    const document::FieldKey key = window->planner.reading().key_of(part->card, line.participant, *field);
    window->planner.set_field(key, document::Value());
    app::go_to_part(window->planner, meeting, part->id);
    window->settle();
    std::string labels;
    for (const process::Option& option : field->options)
        labels += (labels.empty() ? "" : "\u00A0· ") + option.label.nl;
    REQUIRE(field->options.size() > 2);
    CHECK(in_the_room(*window).text.empty());
    CHECK(in_the_room(*window).choices == "Kies uit: " + labels);
    window->planner.set_field(key, document::Value::array({field->options.front().id}));
    window->settle();
    CHECK(in_the_room(*window).text == field->options.front().label.nl);
    CHECK(in_the_room(*window).choices.empty());
}

TEST_CASE("a pause in a break of the run sheet tells what comes after that break") {
    platform::HeadlessWorld world;
    const auto window = with_review_day(world);
    app::begin_meeting(window->planner, shown_meeting(*window), app::Beginning::as_planned);
    const app::LiveMeeting meeting = shown_meeting(*window);
    std::size_t rest = 0;
    while (meeting.live.lines[rest].line->item->kind != process::ItemKind::pause)
        REQUIRE(++rest + 1 < meeting.live.lines.size());
    app::go_to_line(window->planner, meeting, *meeting.live.lines[rest].line);
    window->settle();
    const std::string next = in_the_room(*window).next;
    CHECK(next == meeting.live.lines[rest + 1].line->title(process::Language::dutch));
    window->click(Role::button, "Pauze");
    CHECK(in_the_room(*window).kind == app::RoomKind::pause);
    CHECK(in_the_room(*window).next == next);
}

TEST_CASE("the choice of the clock does not promise that nothing stands beside it") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    const auto choices = window->get(Role::select, "Wat ziet de zaal?").choices;
    CHECK(std::any_of(choices.begin(), choices.end(), [](const auto& choice) { return choice.value == "clock" && choice.label == "De klok"; }));
}

TEST_CASE("of a talk the wall and the director say how long it is meant to be") {
    platform::HeadlessWorld world;
    const auto window = with_first_team(world);
    CHECK(in_the_room(*window).until == "Bedoeld: 5 tot 7 minuten");
    CHECK(window->shows("Bedoeld: 5 tot 7 minuten"));
}

TEST_CASE("in a pause the room sees it instead of what is worked on and of the clock, but not instead of what was chosen for it") {
    platform::HeadlessWorld world;
    const auto window = with_meeting(world);
    window->click(Role::button, "Begin");
    window->click(Role::button, "Pauze");
    choose(*window, "clock");
    CHECK(in_the_room(*window).kind == app::RoomKind::pause);
    choose(*window, "agenda");
    CHECK(in_the_room(*window).kind == app::RoomKind::agenda);
    choose(*window, "message");
    window->type("Bericht voor de zaal", "Koffie staat in de kantine", Role::area);
    window->settle();
    CHECK(in_the_room(*window).kind == app::RoomKind::message);
    choose(*window, "blank");
    CHECK(in_the_room(*window).kind == app::RoomKind::blank);
}
