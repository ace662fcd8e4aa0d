// The dashboard with something in each of its cards, and its dialogs.

#include "scenes.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace planner::testing {

namespace {

using kit::Role;

document::EntityKey add_row(Window& window, std::string_view binding, const std::string& owner) {
    const auto table = window.planner.current()->process().bound_field(binding);
    REQUIRE(table.field);
    return window.planner.add_row({table.card->id, owner, table.field});
}

std::string option_that_is(Window& window, std::string_view binding, process::Standing standing) {
    const auto& options = window.planner.current()->process().bound_field(binding).field->column("state")->options;
    return std::find_if(options.begin(), options.end(), [&](const auto& option) { return option.standing == standing; })
        ->id;
}

void fill_visit(Window& window, const std::string& host, const std::vector<std::string>& visitors) {
    app::Planner& planner = window.planner;
    const document::EntityKey visit = review::visit_key(host);
    planner.set_field({visit, "date"}, planning::format_day(planning::add_days(planner.today(), 30)));
    planner.set_field({visit, "time"}, "09:00");
    planner.set_field({visit, "place"}, "Vergaderzaal");
    planner.set_field({visit, "chair"}, "Voorzitter van het panel");
    const process::Standing standings[] = {process::Standing::settled, process::Standing::open, process::Standing::off};
    for (std::size_t i = 0; i < visitors.size() * 2; ++i) {
        const document::EntityKey seat = add_row(window, "seats", host);
        planner.set_field({seat, "name"}, "Panellid " + std::to_string(i + 1));
        planner.set_field({seat, "participant"}, visitors[i % visitors.size()]);
        planner.set_field({seat, "state"}, option_that_is(window, "seats", standings[i % 3]));
    }
    for (const char* column : {"", "asked", "forwarded"}) {
        const document::EntityKey document = add_row(window, "documents", host);
        planner.set_field({document, "title"}, "Document " + std::string(*column ? column : "nog te vragen"));
        if (*column) planner.set_field({document, column}, planning::format_day(planner.today()));
    }
}

void fill_gathered(Window& window) {
    const process::Process& process = window.planner.current()->process();
    for (const process::Gathered& part : process.gathered)
        for (const process::GatheredField& shown : part.fields) {
            const process::Card& card = *process.card(shown.card);
            const process::Field& field = *card.field(shown.field);
            const std::string owner =
                card.scope == process::Scope::review ? "" : window.planner.view().first_with(card);
            if (field.kind == process::FieldKind::table) {
                const document::EntityKey row = window.planner.add_row({card.id, owner, &field});
                for (const std::string& column : shown.columns)
                    window.planner.set_field({row, column}, "Iets over " + column);
            } else if (field.kind != process::FieldKind::choice) {
                window.planner.set_field(window.planner.reading().key_of(card.id, owner, field),
                                         "Iets over " + field.id);
            }
        }
}

} // namespace

void fill_dashboard(Window& window) {
    app::Planner& planner = window.planner;
    const review::Review reading = planner.reading();
    const std::vector<std::string> hosts = reading.subjects(process::Scope::host);
    for (const std::string& host : hosts) {
        std::vector<std::string> visitors = reading.subjects(process::Scope::visitor);
        visitors.erase(std::remove(visitors.begin(), visitors.end(), host), visitors.end());
        fill_visit(window, host, visitors);
    }
    for (const process::Standing standing : {process::Standing::settled, process::Standing::open}) {
        const document::EntityKey action = add_row(window, "actions", hosts.front());
        planner.set_field({action, "activity"}, "Weekgesprek proberen op twee plekken");
        planner.set_field({action, "owner"}, "Teamleider");
        planner.set_field({action, "date"}, planning::format_day(planning::add_days(planner.today(), 90)));
        planner.set_field({action, "state"}, option_that_is(window, "actions", standing));
    }
    fill_gathered(window);
    planner.replace_seat({"seats", planner.dashboard().visits.front().seats.front().id});
    window.settle();
    window.wait(10'000);
    window.settle();
}

std::unique_ptr<Window> with_partnerships(platform::HeadlessWorld& world) {
    auto window = std::make_unique<Window>(world);
    const std::string made = window->planner.create_review(
        {"Ontwikkelgerichte review",
         "samen-opleiden",
         {{"Opleidingsschool Noord", ""}, {"Opleidingsschool Oost", ""}, {"Opleidingsschool Zuid", ""}}});
    REQUIRE_FALSE(made.empty());
    window->settle();
    window->wait(10'000);
    window->settle();
    return window;
}

std::unique_ptr<Window> with_filled_dashboard(platform::HeadlessWorld& world) {
    auto window = with_example(world);
    fill_dashboard(*window);
    return window;
}

std::unique_ptr<Window> with_filled_partnerships(platform::HeadlessWorld& world) {
    auto window = with_partnerships(world);
    fill_dashboard(*window);
    return window;
}

std::unique_ptr<Window> with_dashboard_dialog(platform::HeadlessWorld& world, std::string_view edited) {
    auto window = with_filled_dashboard(world);
    const std::string team = window->planner.view().participants.front().participant.name;
    window->click(Role::button, std::string(edited) + " " + team + " wijzigen");
    REQUIRE(window->dialog());
    return window;
}

std::vector<Scene> dashboard_scenes() {
    using platform::HeadlessWorld;
    return {
        {"full dashboard", with_filled_dashboard},
        {"empty dashboard of partnerships", with_partnerships},
        {"full dashboard of partnerships", with_filled_partnerships},
        {"dialog of a visit", [](HeadlessWorld& world) { return with_dashboard_dialog(world, "Reviewdag"); }},
        {"dialog of documents", [](HeadlessWorld& world) { return with_dashboard_dialog(world, "Documenten van"); }},
        {"dialog of actions", [](HeadlessWorld& world) { return with_dashboard_dialog(world, "Vervolg van"); }},
    };
}

} // namespace planner::testing
