#include <doctest/doctest.h>

#include "app/saving.h"
#include "app/toasts.h"

using namespace planner::app;
using planner::platform::SaveOutcome;

TEST_CASE("a save is due after a pause, and never later than the longest wait") {
    Saving saving;
    CHECK(saving.due_in(0) == -1);
    saving.changed(1000);
    CHECK(saving.due_in(1000) == 150);
    saving.changed(1100);
    CHECK(saving.due_in(1100) == 150);
    saving.changed(1300);
    CHECK(saving.due_in(1300) == 100);
    CHECK(saving.due_in(1400) == 0);
}

TEST_CASE("saved is said only of what the transaction took") {
    Saving saving;
    saving.changed(0);
    saving.started();
    CHECK(saving.state().kind == SaveKind::saving);
    saving.captured();
    saving.changed(10);
    saving.finished(SaveOutcome::saved, 20);
    CHECK(saving.state().kind == SaveKind::dirty);
    CHECK(saving.due_in(20) > 0);
    saving.started();
    saving.captured();
    saving.finished(SaveOutcome::saved, 200);
    CHECK(saving.state().kind == SaveKind::saved);
    CHECK(saving.state().time == 200);
}

TEST_CASE("a success without a transaction is no success") {
    Saving saving;
    saving.changed(0);
    saving.started();
    saving.finished(SaveOutcome::saved, 10);
    CHECK(saving.state().kind == SaveKind::failed);
    saving.started();
    saving.captured();
    saving.finished(SaveOutcome::aborted, 10);
    CHECK(saving.state().kind == SaveKind::failed);
    saving.started();
    saving.finished(SaveOutcome::saved, 10);
    CHECK(saving.state().kind == SaveKind::failed);
}

TEST_CASE("after a failure it waits longer each time, but a person can hurry it") {
    Saving saving;
    saving.changed(0);
    int last = 0;
    for (int i = 0; i < 4; ++i) {
        saving.started();
        saving.finished(SaveOutcome::quota_exceeded, 0);
        CHECK(saving.due_in(0) > last);
        last = saving.due_in(0);
    }
    saving.hurry();
    CHECK(saving.due_in(0) == 0);
    CHECK(saving.state().reason == SaveOutcome::quota_exceeded);
}

TEST_CASE("what a newer planner stored is not tried again, and what was written here is not called saved") {
    Saving saving;
    saving.changed(0);
    saving.started();
    saving.finished(SaveOutcome::newer_version, 10);
    CHECK(saving.due_in(60'000) == -1);
    CHECK(saving.state().kind == SaveKind::failed);
    CHECK(saving.state().newer_version);
    CHECK(saving.at_risk());
}

TEST_CASE("a clock that is set back puts no save off") {
    Saving saving;
    saving.changed(86'400'000);
    CHECK(saving.due_in(0) == 0);
    saving.started();
    saving.captured();
    saving.finished(SaveOutcome::aborted, 86'400'000);
    CHECK(saving.due_in(86'400'000) > 0);
    CHECK(saving.due_in(0) == 0);
}

TEST_CASE("in memory nothing is due and nothing is called saved") {
    Saving saving;
    saving.set_memory_only(true);
    saving.changed(0);
    CHECK(saving.due_in(5000) == -1);
    CHECK(saving.state().kind == SaveKind::memory_only);
}

TEST_CASE("of many messages the oldest go, but not one that tells of a problem") {
    planner::app::Toasts toasts;
    toasts.add(planner::app::ToastKind::problem, "Niet gelukt", 0);
    for (int i = 0; i < 9; ++i) toasts.add(planner::app::ToastKind::done, std::to_string(i), 0);
    REQUIRE(toasts.all().size() == planner::app::Toasts::most);
    CHECK(toasts.all().front().text == "Niet gelukt");
    CHECK(toasts.all()[1].text == "6");
    CHECK(toasts.all().back().text == "8");
    CHECK(toasts.tick(0) == planner::app::Toasts::lifetime_ms);
}

TEST_CASE("toasts go after six seconds, stay while held, and act once") {
    Toasts toasts;
    int acted = 0;
    const auto first = toasts.add(
        ToastKind::done, "een", "doe", [&] { ++acted; }, 0);
    toasts.add(ToastKind::done, "twee", 1000);
    CHECK(toasts.tick(2000) == 4000);
    toasts.set_hold(true, 3000);
    CHECK(toasts.tick(60'000) == -1);
    CHECK(toasts.all().size() == 2);
    toasts.set_hold(false, 60'000);
    CHECK(toasts.tick(60'000) == 6000);
    toasts.act(first);
    toasts.act(first);
    CHECK(acted == 1);
    CHECK(toasts.tick(66'000) == -1);
    CHECK(toasts.all().empty());
}
