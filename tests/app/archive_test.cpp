#include <doctest/doctest.h>

#include <algorithm>

#include "browser.h"

#include "app/messages.h"

using namespace planner;
using namespace planner::testing;
using planning::MessageState;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

/// Two saved reviews with messages; gives their ids.
std::pair<std::string, std::string> two_reviews(platform::HeadlessWorld& world) {
    Tab tab(world);
    std::vector<std::string> ids;
    for (const char* title : {"Zelfstandig leren", "Loopbaan"}) {
        ids.push_back(tab.planner.create_review(three_teams(title)));
        const auto date = planning::add_days(tab.planner.today(), 40);
        tab.planner.set_field({review::review_key(), "kickoff_date"}, planning::format_day(date));
        tab.settle();
    }
    return {ids[0], ids[1]};
}

std::size_t count(Tab& tab, const app::ArchiveFilter& filter) {
    return tab.planner.archive().matching(filter).size();
}

} // namespace

TEST_CASE("the archive reads all reviews one after another and opens none of them") {
    platform::HeadlessWorld world;
    const auto [first, second] = two_reviews(world);
    world.now += 10 * day;
    Tab tab(world, "#/messages");
    CHECK(tab.planner.route() == app::Route::archive());
    tab.settle();
    CHECK(tab.planner.archive().progress().finished());
    CHECK(tab.planner.archive().progress().all == 2);
    CHECK(tab.planner.current() == nullptr);
    CHECK(tab.planner.save_state(first).kind == app::SaveKind::saved);
    const std::size_t all = count(tab, {});
    CHECK(count(tab, {"", first, {}}) > 0);
    CHECK(count(tab, {"", first, {}}) + count(tab, {"", second, {}}) == all);
    const auto found = tab.planner.archive().matching({});
    CHECK(std::is_sorted(found.begin(), found.end(),
                         [](const auto* left, const auto* right) { return left->day > right->day; }));
    // It leads to the message itself.
    const auto* message = found.front();
    tab.planner.go(app::Route::messages(message->review, message->id));
    tab.settle();
    const auto& planned = tab.planner.messages();
    CHECK(std::any_of(planned.begin(), planned.end(), [&](const auto& each) { return each.key.id == message->id; }));
}

TEST_CASE("the archive shows progress while it reads") {
    platform::HeadlessWorld world;
    two_reviews(world);
    Tab tab(world, "#/");
    tab.settle();
    tab.planner.go(app::Route::archive());
    CHECK_FALSE(tab.planner.archive().progress().finished());
    CHECK(tab.planner.archive().progress().read == 0);
    REQUIRE(tab.platform.pump_one());
    CHECK(tab.planner.archive().progress().read == 1);
    tab.settle();
    CHECK(tab.planner.archive().progress().finished());
}

TEST_CASE("the archive searches subject, text and recipients, and knows what was sent") {
    platform::HeadlessWorld world;
    const auto [first, second] = two_reviews(world);
    Tab tab(world, app::format_route(app::Route::messages(first)));
    tab.settle();
    REQUIRE_FALSE(tab.planner.messages().empty());
    const planning::PlannedMessage message = tab.planner.messages().front();
    app::set_message_text(tab.planner, message, planning::message_field::body, "Neem je een Überblick mee?", std::nullopt);
    app::decide_messages(tab.planner, {message}, app::MessageDecision::sent);
    tab.planner.set_field({review::review_key(), "facilitator_name"}, "De begeleider");
    tab.planner.set_field({review::review_key(), "facilitator_contact"}, "begeleider@school.nl");
    tab.planner.go(app::Route::archive());
    tab.settle();
    REQUIRE(count(tab, {"uberblick MEE", "", {}}) == 1);
    CHECK(tab.planner.archive().matching({"uberblick", "", {}}).front()->state == MessageState::sent);
    CHECK(count(tab, {"", "", MessageState::sent}) == 1);
    CHECK(count(tab, {"", second, MessageState::sent}) == 0);
    CHECK(count(tab, {"uberblick", second, {}}) == 0);
    CHECK(count(tab, {"begeleider@school.nl", first, {}}) > 0);
    CHECK(count(tab, {"staat er niet", "", {}}) == 0);
}

TEST_CASE("a review that changed is read again; one that was removed leaves the archive") {
    platform::HeadlessWorld world;
    const auto [first, second] = two_reviews(world);
    Tab tab(world, "#/messages");
    tab.settle();
    const std::size_t before = count(tab, {"", first, {}});
    REQUIRE(before > 0);
    tab.planner.remove_review(second);
    tab.settle();
    tab.planner.go(app::Route::dashboard(first));
    tab.settle();
    world.now += 20 * day;
    tab.planner.go(app::Route::archive());
    tab.settle();
    CHECK(count(tab, {"", second, {}}) == 0);
    CHECK(count(tab, {"", first, {}}) > before);
}

TEST_CASE("a review that cannot be read is counted, and the others are there") {
    platform::HeadlessWorld world;
    const auto [first, second] = two_reviews(world);
    world.records.at(first).document.resize(300);
    Tab tab(world, "#/messages");
    tab.settle();
    CHECK(tab.planner.archive().progress().finished());
    CHECK(tab.planner.archive().progress().unreadable == 1);
    CHECK(count(tab, {"", second, {}}) > 0);
    CHECK(count(tab, {"", first, {}}) == 0);
}

TEST_CASE("without storage the archive holds what this tab has") {
    platform::HeadlessWorld world;
    Tab tab(world, "", platform::StorageState::memory_only);
    const std::string id = tab.planner.create_review(three_teams());
    tab.planner.go(app::Route::archive());
    tab.settle();
    CHECK(tab.planner.archive().progress().finished());
    CHECK(tab.planner.archive().progress().unreadable == 0);
}
