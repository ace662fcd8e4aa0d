#include "process_scenes.h"

#include "../app/own_process.h"
#include "review/kept_process.h"
#include "scenes.h"

#include <doctest/doctest.h>

namespace planner::testing {

namespace {

using kit::Role;
using platform::HeadlessWorld;
using Opened = std::unique_ptr<Window>;

/// The example following an older version without one of its cards, on which something was written.
Opened on_older_version(HeadlessWorld& world) {
    auto window = with_example(world);
    window->open_file("werkwijze.json", own_process(std::string(shipped_id), "0.9", remove_first_card));
    window->planner.use_offered_process();
    rest(*window);
    return window;
}

} // namespace

Opened process_dialog(HeadlessWorld& world) {
    auto window = with_example(world);
    window->click(Role::button, "Werkwijze");
    REQUIRE(window->dialog());
    return window;
}

Opened process_offer(HeadlessWorld& world) {
    auto window = with_example(world);
    window->open_file("werkwijze.json", own_process("eigen-werkwijze", "1.0", [](document::Value& process) {
                          remove_first_card(process);
                          for (document::Value& task : process["tasks"]) task["due"] = {{"from", "kickoff"}, {"days", 3}};
                      }));
    REQUIRE(window->dialog());
    return window;
}

Opened wrong_process(HeadlessWorld& world) {
    auto window = with_example(world);
    window->open_file("werkwijze.json", own_process("eigen-werkwijze", "1.0", [](document::Value& process) {
                          process["cards"][0]["title"] = 4;
                      }));
    REQUIRE(window->dialog());
    return window;
}

Opened older_process(HeadlessWorld& world) {
    return on_older_version(world);
}

Opened newer_process(HeadlessWorld& world) {
    auto window = on_older_version(world);
    window->click(Role::button, "Bekijk wat verandert");
    REQUIRE(window->dialog());
    return window;
}

Opened cards_with_leftovers(HeadlessWorld& world) {
    auto window = on_older_version(world);
    window->click(Role::link, "Hulpkaarten");
    window->settle();
    return window;
}

Opened lost_process(HeadlessWorld& world) {
    auto window = with_example(world);
    window->planner.set_field({review::review_key(), "process"}, "eigen-werkwijze");
    window->planner.set_field(review::kept_process_key(), "{}");
    rest(*window);
    return window;
}

Opened two_processes(HeadlessWorld& world) {
    auto window = with_example(world);
    const auto follow = [](app::Planner& planner, const std::string& version) {
        planner.on_file("werkwijze.json", own_process("eigen-werkwijze", version));
        planner.on_files_complete();
        planner.use_offered_process();
    };
    const std::string theirs = edited_elsewhere(*window, [&](app::Planner& planner) { follow(planner, "2.0"); });
    follow(window->planner, "1.0");
    window->settle();
    window->open_file("terug.json", theirs);
    window->planner.confirm_import();
    rest(*window);
    window->click(Role::button, "Werkwijze");
    REQUIRE(window->dialog());
    return window;
}

std::vector<Scene> process_scenes() {
    return {
        {"dialog with the process", process_dialog},
        {"offered process", process_offer},
        {"wrong process file", wrong_process},
        {"dashboard with an older process", older_process},
        {"newer process", newer_process},
        {"cards with texts left over", cards_with_leftovers},
        {"process that cannot be read", lost_process},
        {"two processes", two_processes},
    };
}

} // namespace planner::testing
