// The work of libraries.mjs as a WebAssembly module in the same node as the libraries. JavaScript writes the script to what
// `work_room` gives, then calls `work_begin` once.
#include "merge_work.h"

#include <memory>
#include <string>

namespace {

std::string script;
std::unique_ptr<planner::bench::MergeWork> work;

} // namespace

extern "C" {

char* work_room(std::size_t bytes) {
    script.resize(bytes);
    return script.data();
}

void work_begin() { work = std::make_unique<planner::bench::MergeWork>(script); }
std::size_t work_bytes() { return work->theirs().size(); }
std::size_t work_load() { return work->load(); }
void work_open() { work->open(); }
std::size_t work_merge() { return work->merge(); }
std::size_t work_merge_file() { return work->merge_file(); }
bool work_merged_well() { return work->merged_well(); }

} // extern "C"
