#include <doctest/doctest.h>

#include "inspect.h"
#include "scenes.h"

#include <array>

using namespace planner;
using namespace planner::testing;
using kit::ActionKind;
using kit::Role;

namespace {

constexpr const char* ours = "Hoe leren studenten zelf kiezen?";

const kit::Node* button_with(Window& window, std::string_view words) {
    for (const kit::Node* each : window.all(Role::button))
        if (each->name.find(words) != std::string::npos) return each;
    return nullptr;
}

void press(Window& window, std::string_view words) {
    const kit::Node* button = button_with(window, words);
    INFO("looking for a button with ", std::string(words));
    REQUIRE(button);
    window.act(button->id, ActionKind::click);
}

std::unique_ptr<Window> with_conflict(platform::HeadlessWorld& world, Shape shape = laptop) {
    auto window = with_example(world, shape);
    make_conflict(*window);
    return window;
}

} // namespace

TEST_CASE("a line of the preview opens both texts and says in words which of them differ") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const document::FieldKey key = question(*window);
    window->planner.set_field(key, "Hoe leren onze studenten plannen?");
    window->settle();
    const std::string theirs = edited_elsewhere(
        *window, [&](app::Planner& planner) { planner.set_field(key, "Hoe leren alle studenten plannen?"); });
    window->open_file("terug.json", theirs);
    REQUIRE(window->dialog());
    CHECK_FALSE(window->shows("Gaat weg"));
    const kit::Node* line = button_with(*window, "Onze leervraag");
    REQUIRE(line);
    CHECK(line->expanded == false);
    CHECK(line->name.find("alle studenten") != std::string::npos);
    const kit::NodeId id = line->id;
    window->act(id, ActionKind::click);
    CHECK(window->node(id)->expanded == true);
    CHECK(window->find(Role::text, "Hoe leren onze studenten plannen?"));
    CHECK(window->find(Role::text, "Hoe leren alle studenten plannen?"));
    CHECK(window->find(Role::text, "Gaat weg: “onze”"));
    CHECK(window->find(Role::text, "Alleen hier: “alle”"));
    window->act(id, ActionKind::click);
    CHECK_FALSE(window->find(Role::text, "Gaat weg: “onze”"));
}

TEST_CASE("every line of a long preview can be reached, a few at a time") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const std::string theirs = edited_elsewhere(*window, [&](app::Planner& planner) {
        for (int i = 0; i < 47; ++i) planner.add_participant({"Team nummer " + std::to_string(i), ""});
    });
    window->open_file("terug.json", theirs);
    const auto lines = [&] {
        std::size_t count = 0;
        for (const kit::Node* each : window->all(Role::button)) count += each->expanded.has_value();
        return count;
    };
    CHECK(lines() == 20);
    press(*window, "Toon er nog 20");
    CHECK(lines() == 40);
    press(*window, "Toon er nog 7");
    CHECK(lines() == 47);
    CHECK_FALSE(button_with(*window, "Toon er nog"));
    for (const std::string& finding : inspect_words(*window)) FAIL_CHECK(finding);
}

TEST_CASE("the preview of copies says what each of them brings") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const document::FieldKey key = question(*window);
    for (const char* name : {"review (1).json", "review (2).json"}) {
        const std::string file = edited_elsewhere(*window, [&](app::Planner& planner) { planner.set_field(key, name); });
        window->planner.on_file(name, file);
    }
    window->planner.on_files_complete();
    window->settle();
    CHECK(window->find(Role::text, "Dit zijn 2 kopieën van review.json."));
    CHECK(window->shows("review (1).json: 1 "));
    CHECK(window->shows("review (2).json: 1 "));
}

TEST_CASE("open differences are counted on every screen of the review until none is left, and lead to the first one") {
    platform::HeadlessWorld world;
    const auto window = with_conflict(world);
    const std::string review = window->planner.route().review;
    const std::string card_participant = window->planner.view().participants.at(1).participant.id;
    for (const Shape& shape : {laptop, phone}) {
        window->set_shape(shape);
        for (const app::Route& route :
             {app::Route::dashboard(review), app::Route::tasks(review), app::Route::messages(review), app::Route::cards(review),
              app::Route::hours(review), app::Route::card_of(review, "voorbereiding", card_participant)}) {
            INFO(shape.name, " ", app::format_route(route));
            window->planner.go(route);
            window->settle();
            window->get(Role::button, "1 verschil");
        }
    }
    window->click(Role::button, "1 verschil");
    CHECK(window->planner.route().screen == app::Screen::card);
    REQUIRE(window->node(window->focused));
    CHECK(window->node(window->focused)->name.find("Kies deze") == 0);
    window->act(window->focused, ActionKind::click);
    CHECK_FALSE(window->find(Role::button, "1 verschil"));
}

TEST_CASE("a difference that was put off is offered again by the counter, on the same screen too") {
    platform::HeadlessWorld world;
    const auto window = with_conflict(world);
    open_card(*window, "verkenning");
    window->click(Role::button, "Later kiezen");
    CHECK_FALSE(button_with(*window, "Kies deze"));
    window->click(Role::button, "1 verschil");
    REQUIRE(window->node(window->focused));
    CHECK(window->node(window->focused)->name.find("Kies deze") == 0);
}

TEST_CASE("all reviews together: which of them ask for a choice") {
    platform::HeadlessWorld world;
    const auto window = with_conflict(world);
    const std::string review = window->planner.route().review;
    window->planner.go(app::Route::overview());
    window->settle();
    CHECK(window->find(Role::heading, "Verschillen om te kiezen"));
    CHECK(window->get(Role::link, "Peer Reviews").help == "1");
    const std::string title = window->planner.overview().find(review)->title;
    window->click(Role::link, title + " · 1 verschil");
    CHECK(window->planner.route() == app::Route::dashboard(review));
    press(*window, "Verschil bij Onze leervraag");
    window->act(window->focused, ActionKind::click);
    window->settle();
    window->planner.go(app::Route::overview());
    window->settle();
    CHECK_FALSE(window->find(Role::heading, "Verschillen om te kiezen"));
    CHECK(window->get(Role::link, "Peer Reviews").help == "");
}

TEST_CASE("both texts are kept in their order, with a way back") {
    platform::HeadlessWorld world;
    const auto window = with_conflict(world);
    const document::FieldKey key = question(*window);
    const auto texts = [&] { return window->planner.current()->document().field(key)->distinct(); };
    REQUIRE(texts().size() == 2);
    const std::string both = texts()[0]->value.get<std::string>() + "\n\n" + texts()[1]->value.get<std::string>();
    open_card(*window, "verkenning");
    window->click(Role::button, "Bewaar beide");
    CHECK(window->get(Role::area, "Onze leervraag").value == both);
    CHECK(window->planner.view().conflict_count == 0);
    press(*window, "Ongedaan maken");
    CHECK(texts().size() == 2);
    CHECK(window->planner.view().conflict_count == 1);
    CHECK(button_with(*window, "Bewaar beide"));
}

TEST_CASE("what was typed last before a field was left is kept, also where a difference takes the place of the field") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const document::FieldKey key = question(*window);
    open_card(*window, "verkenning");
    const kit::NodeId field = window->get(Role::area, "Onze leervraag").id;
    make_conflict(*window);
    window->focus(field);
    window->frame();
    REQUIRE(window->node(field));
    const std::string typed = window->node(field)->value + " Kan dat?";
    window->ui.frame().action({field, ActionKind::input, typed});
    window->ui.frame().action({field, ActionKind::blur, ""});
    window->focus({});
    window->settle();
    CHECK_FALSE(window->node(field));
    const auto texts = window->planner.current()->document().field(key)->distinct();
    CHECK(std::any_of(texts.begin(), texts.end(), [&](const document::Version* version) { return version->value == typed; }));
}

TEST_CASE("of two dates or two times one is chosen; they are not put together") {
    for (const std::array<const char*, 3>& values : {std::array{"kickoff_date", "2026-11-20", "2026-11-26"}, std::array{"kickoff_time", "13:15", "14:00"}}) {
        CAPTURE(values[0]);
        platform::HeadlessWorld world;
        const auto window = with_example(world);
        const document::FieldKey key{review::review_key(), values[0]};
        const std::string theirs =
            edited_elsewhere(*window, [&](app::Planner& planner) { planner.set_field(key, values[2]); });
        window->planner.set_field(key, values[1]);
        window->open_file("terug.json", theirs);
        window->planner.confirm_import();
        window->settle();
        window->click(Role::button, "1 verschil");
        CHECK(button_with(*window, "Kies deze"));
        CHECK_FALSE(button_with(*window, "Bewaar beide"));
        CHECK_FALSE(button_with(*window, "Voeg samen"));
    }
}

TEST_CASE("texts that are alike are combined word by word, beside both of them") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    const document::FieldKey key = question(*window);
    const std::string theirs = edited_elsewhere(
        *window, [&](app::Planner& planner) { planner.set_field(key, "Hoe leren studenten vandaag zelf kiezen?"); });
    window->planner.set_field(key, ours);
    window->open_file("terug.json", theirs);
    window->planner.confirm_import();
    window->settle();
    open_card(*window, "verkenning");
    window->click(Role::button, "Voeg samen");
    REQUIRE(window->dialog());
    CHECK(window->find(Role::text, ours));
    CHECK(window->find(Role::text, "Alleen hier: “vandaag”"));
    REQUIRE(window->all(Role::area).size() == 1);
    CHECK(window->all(Role::area)[0]->value == "Hoe leren studenten vandaag zelf kiezen?");
}

TEST_CASE("the reading of many files shows how far it is, and stops when told to") {
    platform::HeadlessWorld world;
    const auto window = with_example(world);
    for (int i = 0; i < 12; ++i) window->planner.on_file("groot " + std::to_string(i) + ".json", std::string(1'200'000, ' '));
    window->planner.on_files_complete();
    window->frame();
    REQUIRE(window->dialog());
    const auto bars = window->all(Role::progress);
    REQUIRE(bars.size() == 1);
    CHECK(bars[0]->name.find(" van 12") != std::string::npos);
    REQUIRE(bars[0]->progress);
    CHECK(*bars[0]->progress > 0);
    CHECK(*bars[0]->progress < 1);
    CHECK(window->next_frame() == 0);
    window->click(Role::button, "Annuleren");
    CHECK_FALSE(window->dialog());
    CHECK(window->planner.import_state() == app::ImportState::none);
}

TEST_CASE("another review is offered to be put beside the one on screen") {
    platform::HeadlessWorld world, other(5);
    const auto window = with_example(world);
    const std::string here = window->planner.reading().title();
    std::string file;
    {
        platform::HeadlessPlatform elsewhere(other);
        app::Planner planner(elsewhere);
        elsewhere.connect(planner);
        planner.start({});
        planner.create_review({"Samen toetsen", "mbo-peer-review", {{"A", ""}, {"B", ""}, {"C", ""}}});
        planner.download();
        file = elsewhere.downloads.back().bytes;
        elsewhere.disconnect();
    }
    window->open_file("toetsen.json", file);
    REQUIRE(window->dialog());
    CHECK(window->dialog()->name == "Andere peer review");
    CHECK(window->shows("Dit is een andere peer review dan " + here));
    window->click(Role::button, "Zet ernaast");
    CHECK(window->planner.reading().title() == "Samen toetsen");
    CHECK(window->planner.overview().all().size() == 2);
}
