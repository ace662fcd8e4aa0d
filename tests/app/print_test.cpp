#include <doctest/doctest.h>

#include "app/sheets.h"
#include "browser.h"
#include "exchange/print_review.h"

using namespace planner;
using namespace planner::testing;

namespace {

bool has(const exchange::Sheet& sheet, const std::string& text) {
    return exchange::to_html(sheet).find(text) != std::string::npos;
}

} // namespace

TEST_CASE("what is printed goes to the printer with its title, as a document in the language of the screen") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->planner.print(
        exchange::dashboard_sheet(tab->planner.reading(), tab->planner.plan(), app::print_words(tab->planner)));
    tab->planner.set_language(process::Language::english);
    tab->planner.print(exchange::hours_sheet(tab->planner.reading(), app::print_words(tab->planner)));
    REQUIRE(tab->platform.printed.size() == 2);
    CHECK(tab->platform.printed[0].title == "Zelfstandig leren");
    CHECK(tab->platform.printed[0].html.starts_with("<!doctype html><html lang=\"nl\">"));
    CHECK(tab->platform.printed[0].html.find("Team Techniek") != std::string::npos);
    CHECK(tab->platform.printed[0].html.find("print.") == std::string::npos);
    CHECK(tab->platform.printed[1].title == tab->planner.tr("print.hours"));
    CHECK(tab->platform.printed[1].html.starts_with("<!doctype html><html lang=\"en\">"));
}

TEST_CASE("a device without a printer is told in words") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    tab->platform.has_printer = false;
    tab->planner.print(
        exchange::dashboard_sheet(tab->planner.reading(), tab->planner.plan(), app::print_words(tab->planner)));
    tab->settle();
    CHECK(tab->platform.printed.empty());
    CHECK(tab->last_toast() == tab->planner.tr("print.impossible"));
}

TEST_CASE("every sheet of a review is in the planner's own words") {
    platform::HeadlessWorld world;
    const auto tab = tab_with_review(world);
    app::Planner& planner = tab->planner;
    planner.set_field({review::review_key(), "kickoff_date"}, "2026-12-15");
    const process::Process& process = planner.current()->process();
    std::vector<std::size_t> tasks(planner.plan().tasks.size());
    for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i] = i;
    std::vector<exchange::Sheet> sheets = {
        exchange::dashboard_sheet(planner.reading(), planner.plan(), app::print_words(planner)),
        exchange::hours_sheet(planner.reading(), app::print_words(planner)),
        exchange::tasks_sheet(planner.reading(), planner.plan(), {tasks, planner.agreements()}, "Iedereen", app::print_words(planner)),
        exchange::about_sheet(process, app::print_words(planner)),
        app::overview_sheet(planner, ""),
        app::message_sheet(planner, planner.messages().back())};
    for (const process::Card& card : process.cards) {
        const std::string whose = planner.reading().subjects(card.scope)[0];
        sheets.push_back(
            exchange::card_sheet(planner.reading(), card, whose, exchange::Paper::a4, app::print_words(planner)));
    }
    for (const process::RunSheet& sheet : process.run_sheets)
        sheets.push_back(exchange::agenda_sheet(planner.reading(), sheet, planner.reading().subjects(sheet.scope)[0],
                                                app::print_words(planner)));
    for (const exchange::Sheet& sheet : sheets) {
        CAPTURE(sheet.title);
        CHECK_FALSE(sheet.title.empty());
        CHECK(has(sheet, planner.tr("print.made", {{"date", "woensdag 18 november 2026"}})));
        // A text that is not there is printed as its key.
        for (const char* keys : {">print.", ">task.", ">tasks.", ">step.", ">dashboard.", ">review.", ">nav.", ">card.",
                                 ">field.", ">import.", ">row.", "{count}", "{date}"})
            CHECK_FALSE(has(sheet, keys));
    }
    CHECK(has(sheets[2], "Taken · Iedereen"));
    CHECK(has(sheets[4], "Zelfstandig leren"));
    CHECK(has(sheets[5], planner.message_text(planner.messages().back()).subject));
}
