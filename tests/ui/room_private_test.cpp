#include <doctest/doctest.h>

#include "../app/own_process.h"
#include "live_scenes.h"

#include <algorithm>
#include <functional>
#include <set>

// What only the panel sees must not reach the wall of the room. A check that finds nothing may be blind, so the same
// check runs on a process in which the same parts are for the room, and must find everything there.

using namespace planner;
using namespace planner::testing;
using kit::Role;

namespace {

using Process = document::Value;

/// A field that is filled in during the review day, and a text in it that stands nowhere else.
struct Secret {
    std::string line, part, field;
    std::string text() const { return "Alleen voor ons: " + line + " " + part + " " + field; }
};

/// What the shipped process keeps between the members of the panel.
std::vector<Secret> secrets() {
    std::vector<Secret> found;
    const Process process = shipped();
    for (const Process& sheet : process["run_sheets"]) {
        if (sheet["id"] != "reviewdag") continue;
        for (const Process& line : sheet["items"]) {
            for (const Process& part : line.value("parts", Process::array())) {
                if (part.value("audience", "room") != "panel") continue;
                for (const Process& field : part.value("fields", Process::array())) found.push_back({line["id"], part["id"], field});
            }
        }
    }
    return found;
}

void for_the_room(Process& process) {
    for (Process& sheet : process["run_sheets"]) {
        sheet.erase("notes_audience");
        for (Process& line : sheet["items"]) {
            if (!line.contains("parts")) continue;
            for (Process& part : line["parts"]) part.erase("audience");
        }
    }
}

/// The review day of the example, by a process that is the shipped one but for what `edit` does to it.
std::unique_ptr<Window> review_day_of(platform::HeadlessWorld& world, const std::function<void(Process&)>& edit) {
    auto window = with_example(world);
    window->open_file("werkwijze.json", own_process(std::string(shipped_id), "99.0", edit));
    window->planner.use_offered_process();
    rest(*window);
    direct_review_day(*window);
    app::begin_meeting(window->planner, shown_meeting(*window), app::Beginning::moved);
    rest(*window);
    return window;
}

void go_to(Window& window, const Secret& secret) {
    const app::LiveMeeting meeting = shown_meeting(window);
    for (const planning::LiveLine& line : meeting.live.lines)
        if (line.line->item && line.line->item->id == secret.line) app::go_to_line(window.planner, meeting, *line.line);
    app::go_to_part(window.planner, shown_meeting(window), secret.part);
    window.settle();
    const app::LiveMeeting there = shown_meeting(window);
    const planning::LiveLine& now = *there.live.current_line();
    REQUIRE(now.line->item->parts[now.part].id == secret.part);
}

/// In a table: in the first words of a new row.
void write_down(Window& window, const Secret& secret) {
    const review::Review review = window.planner.reading();
    const app::LiveMeeting meeting = shown_meeting(window);
    const planning::LiveLine& now = *meeting.live.current_line();
    const process::Card& card = *review.process().card(now.line->item->parts[now.part].card);
    const process::Field& field = *card.field(secret.field);
    const std::string whose = planning::card_subject(card, meeting.agenda, now.line);
    if (field.kind != process::FieldKind::table) {
        window.planner.set_field(review.key_of(card.id, whose, field), secret.text());
    } else {
        const auto words = std::find_if(field.columns.begin(), field.columns.end(), [](const process::Field& column) {
            return column.kind == process::FieldKind::text || column.kind == process::FieldKind::long_text;
        });
        REQUIRE(words != field.columns.end());
        const document::EntityKey row = window.planner.add_row(review.table_of(card.id, whose, field));
        window.planner.set_field({row, words->id}, secret.text());
    }
    window.settle();
}

/// Works in the field, so that the room follows it there.
void work_in(Window& window, const Secret& secret) {
    std::vector<kit::NodeId> fields;
    for (const kit::Node& node : window.ui.frame().tree().nodes())
        if (is_text_like(node) && node.value == secret.text()) fields.push_back(node.id);
    REQUIRE_FALSE(fields.empty());
    for (const kit::NodeId field : fields) {
        window.focus(field);
        window.settle();
    }
}

/// Whether any scene that was ever handed to the room's window holds these words.
bool reached_the_room(const Window& window, const std::string& words) {
    const auto& scenes = window.platform.projected;
    return std::any_of(scenes.begin(), scenes.end(), [&](const std::string& scene) { return scene.find(words) != std::string::npos; });
}

/// Fills in everything that the shipped process keeps private, and says how much of it came on the wall.
std::size_t seen_on_the_wall(Window& window) {
    std::size_t seen = 0;
    for (const Secret& secret : secrets()) {
        CAPTURE(secret.text());
        go_to(window, secret);
        write_down(window, secret);
        work_in(window, secret);
        seen += reached_the_room(window, secret.text()) ? 1 : 0;
    }
    REQUIRE_FALSE(window.platform.projected.empty());
    return seen;
}

} // namespace

TEST_CASE("nothing that the panel writes for itself comes on the wall, and the check sees all of it where it may") {
    REQUIRE(secrets().size() >= 5);
    SUBCASE("as shipped") {
        platform::HeadlessWorld world;
        const auto window = review_day_of(world, [](Process&) {});
        CHECK(seen_on_the_wall(*window) == 0);
    }
    SUBCASE("planted: the same parts for the room") {
        platform::HeadlessWorld world;
        const auto window = review_day_of(world, for_the_room);
        CHECK(seen_on_the_wall(*window) == secrets().size());
    }
}

TEST_CASE("a note of the panel does not come on the wall, unless somebody sends its words there as a message") {
    platform::HeadlessWorld world;
    const auto window = review_day_of(world, [](Process&) {});
    const std::string words = "Alleen voor ons: een twijfel";
    for (const Secret& secret : secrets()) {
        go_to(*window, secret);
        const app::LiveMeeting meeting = shown_meeting(*window);
        for (const process::NoteKind& kind : meeting.agenda.sheet->notes) app::add_note(window->planner, meeting, kind, words);
        window->settle();
        CHECK(window->shows(words));
    }
    CHECK_FALSE(reached_the_room(*window, words));
    window->act(window->get(Role::select, "Wat ziet de zaal?").id, kit::ActionKind::change, "message");
    window->type("Bericht voor de zaal", words, Role::area);
    CHECK(reached_the_room(*window, words));
}
