// The work of libraries.mjs, natively: merge_bench SCRIPT prints a line of JSON for each measurement.
#include "measure.h"
#include "merge_work.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

constexpr std::size_t runs = 20;

} // namespace

int main(int count, char** arguments) {
    using planner::bench::measure;
    using planner::bench::print;
    std::ifstream file(count > 1 ? arguments[1] : "", std::ios::binary);
    const std::string script{std::istreambuf_iterator<char>(file), {}};
    planner::bench::MergeWork work(script);
    std::size_t conflicts = 0;
    const auto open = [&] {
        work.open();
        return 0;
    };
    const auto load = measure(runs, [] { return 0; }, [&](int) { (void)work.load(); });
    const auto merge = measure(runs, open, [&](int) { conflicts = work.merge(); });
    const auto merge_file = measure(runs, open, [&](int) { conflicts = work.merge_file(); });
    if (!work.merged_well()) {
        std::fprintf(stderr, "merge_bench: the merge lost a text\n");
        return 1;
    }
    print("load", load, ",\"bytes\":" + std::to_string(work.theirs().size()));
    print("merge", merge, ",\"conflicts\":" + std::to_string(conflicts));
    print("merge a file", merge_file, ",\"conflicts\":" + std::to_string(conflicts));
}
