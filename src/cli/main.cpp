#include "cli/run.h"

#include <chrono>
#include <iostream>
#include <random>

int main(int count, char** words) {
    std::random_device device;
    const planner::cli::Surroundings surroundings{
        std::cin, std::cout, std::cerr,
        [] {
            const auto now = std::chrono::system_clock::now().time_since_epoch();
            return static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
        },
        [&] { return std::uint64_t{device()} << 32 | device(); }};
    return static_cast<int>(planner::cli::run(surroundings, {words + 1, words + count}));
}
