#include "checker.h"

#include <functional>

namespace planner::document {

namespace {

using Check = std::function<std::optional<std::string>(const History&)>;

/// Leaves out ever smaller stretches of a failing history for as long as it keeps failing.
History shrunk(History history, const Check& check) {
    for (std::size_t size = history.size(); size > 0;) {
        bool shorter = false;
        for (std::size_t from = 0; from + size <= history.size();) {
            History candidate = history;
            const auto begin = candidate.begin() + static_cast<std::ptrdiff_t>(from);
            candidate.erase(begin, begin + static_cast<std::ptrdiff_t>(size));
            if (check(candidate)) {
                history = std::move(candidate);
                shorter = true;
            } else {
                ++from;
            }
        }
        if (!shorter) {
            size /= 2;
        }
    }
    return history;
}

std::optional<Counterexample> search(const Check& check, std::uint64_t seed, std::size_t histories, Variety variety) {
    for (std::size_t index = 0; index < histories; ++index) {
        std::mt19937_64 random(seed + index);
        const History history = random_history(random, variety);
        if (check(history)) {
            History shortest = shrunk(history, check);
            return Counterexample{check(shortest).value(), shortest, seed + index};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Counterexample> find_counterexample(const Rules& rules, std::uint64_t seed, std::size_t histories) {
    const Check check = [&](const History& history) { return World(rules).run(history); };
    return search(check, seed, histories, Variety::everything);
}

std::optional<Counterexample> find_clock_dependence(const Rules& rules, std::uint64_t seed, std::size_t histories) {
    const Check check = [&](const History& history) -> std::optional<std::string> {
        Rules reversed = rules;
        reversed.reversed_clocks = true;
        World forward(rules);
        World backward(reversed);
        auto failure = forward.run(history);
        if (!failure) {
            failure = backward.run(history);
        }
        if (!failure && forward.contents() != backward.contents()) {
            failure = "clocks decide what is kept";
        }
        return failure;
    };
    return search(check, seed, histories, Variety::plain);
}

} // namespace planner::document
