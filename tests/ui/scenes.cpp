#include "scenes.h"

#include "../app/browser.h"

#include <doctest/doctest.h>

namespace planner::testing {

using kit::Role;

void rest(Window& window) {
    window.settle();
    window.wait(10'000);
    window.settle();
}

std::unique_ptr<Window> with_example(platform::HeadlessWorld& world, Shape shape) {
    auto window = std::make_unique<Window>(world, shape);
    window->planner.open_example("mbo-peer-review");
    rest(*window);
    return window;
}

std::unique_ptr<Window> with_new_review(platform::HeadlessWorld& world, Shape shape) {
    auto window = std::make_unique<Window>(world, shape);
    window->click(Role::button, "Nieuwe peer review");
    window->type("Titel", "Zelfstandig leren");
    window->type("Naam team 1", "Team Noord");
    window->type("Naam team 2", "Team Oost");
    window->type("Naam team 3", "Team Zuid");
    window->click(Role::button, "Aanmaken");
    return window;
}

document::FieldKey question(Window& window) {
    return {review::card_key("verkenning", window.planner.view().participants.at(0).participant.id), "leervraag"};
}

void open_card(Window& window, std::string_view card, std::size_t participant) {
    window.planner.go(app::Route::card_of(window.planner.route().review, card,
                                          window.planner.view().participants.at(participant).participant.id));
    window.settle();
}

std::string edited_elsewhere(Window& window, const std::function<void(app::Planner&)>& edit) {
    window.planner.download();
    platform::HeadlessWorld elsewhere(99);
    elsewhere.now = window.world.now + 60'000;
    Tab tab(elsewhere);
    tab.planner.set_author("Team Noord");
    tab.open("kopie.json", window.platform.downloads.back().bytes);
    edit(tab.planner);
    return tab.file();
}

void make_conflict(Window& window) {
    const document::FieldKey key = question(window);
    const std::string theirs = edited_elsewhere(window, [&](app::Planner& planner) {
        planner.set_field(key, "Hoe geven we studenten meer ruimte om te kiezen?");
    });
    window.planner.set_field(key, "Hoe leren studenten zelf kiezen?");
    window.settle();
    window.open_file("terug.json", theirs);
    window.planner.confirm_import();
    rest(window);
}

std::span<const Scene> scenes() {
    static const std::vector<Scene> list = [] {
        std::vector<Scene> all;
        for (const auto part :
             {page_scenes, dashboard_scenes, card_scenes, planning_scenes, run_sheet_scenes, live_scenes, process_scenes, storage_scenes})
            for (Scene& scene : part()) all.push_back(std::move(scene));
        return all;
    }();
    return list;
}

} // namespace planner::testing
