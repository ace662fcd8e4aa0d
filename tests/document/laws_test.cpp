#include "checker.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>
#include <random>

namespace planner::document {

namespace {

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::uint64_t seed() {
    static const std::uint64_t value = from_environment("PLANNER_SEED", std::random_device()());
    return value;
}

std::size_t histories() {
    return from_environment("PLANNER_HISTORIES", 20'000);
}

void report(const std::optional<Counterexample>& found) {
    if (found) {
        FAIL("PLANNER_SEED=" << found->seed << " PLANNER_HISTORIES=1: " << found->law << "\n"
                             << to_text(found->history));
    }
}

} // namespace

TEST_CASE("the laws of merging hold in random histories, and nothing is lost or comes back") {
    std::cout << "PLANNER_SEED=" << seed() << " PLANNER_HISTORIES=" << histories() << std::endl;
    report(find_counterexample(Rules(), seed(), histories()));
}

TEST_CASE("clocks do not decide what is kept") {
    report(find_clock_dependence(Rules(), seed(), histories() / 10));
}

} // namespace planner::document
