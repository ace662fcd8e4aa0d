#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten/emscripten.h>
#else
#include <ctime>
#endif

namespace planner::bench {

/// Milliseconds: processor time of this process, so that other work on the machine counts little; WebAssembly knows
/// only the time of day.
inline double now() {
#ifdef __EMSCRIPTEN__
    return emscripten_get_now();
#else
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
#endif
}

/// Milliseconds of one run.
struct Times {
    double median = 0;
    double fastest = 0;
};

inline Times times_of(std::vector<double> runs) {
    std::sort(runs.begin(), runs.end());
    return {runs[runs.size() / 2], runs.front()};
}

/// Runs `work` on what a fresh call of `prepare` gives, after one run for warming up; only `work` counts.
template <class Prepare, class Work>
Times measure(std::size_t count, const Prepare& prepare, const Work& work) {
    std::vector<double> runs;
    for (std::size_t run = 0; run <= count; ++run) {
        auto material = prepare();
        const double started = now();
        work(material);
        if (run > 0) runs.push_back(now() - started);
    }
    return times_of(std::move(runs));
}

/// One line of JSON on standard output, for table.mjs. `more` is empty or further members, each after a comma.
inline void print(const std::string& name, Times times, const std::string& more = "") {
    std::printf("{\"name\":\"%s\",\"median\":%.4f,\"fastest\":%.4f%s}\n", name.c_str(), times.median, times.fastest,
                more.c_str());
}

} // namespace planner::bench
