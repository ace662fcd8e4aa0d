// check_processes FILE...: reads process files; a line per mistake, exit status 1 when there is one.

#include "process/load.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

bool check(const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (!file) {
        std::fprintf(stderr, "%s: This file cannot be opened.\n", path);
        return false;
    }
    const auto process = planner::process::load(bytes);
    if (!process) {
        const planner::process::ProcessError& error = process.error();
        std::fprintf(stderr, "%s:%zu:%zu: error: %s: %s\n", path, error.line, error.column, error.pointer.c_str(),
                     error.sentence.c_str());
        return false;
    }
    const std::string name = process->id + ".json";
    const std::string_view file_name = std::string_view(path).substr(std::string_view(path).find_last_of("/\\") + 1);
    if (file_name != name) {
        std::fprintf(stderr, "%s: error: /id: The id is \"%s\", so this file must be named %s.\n", path,
                     process->id.c_str(), name.c_str());
        return false;
    }
    return true;
}

} // namespace

int main(int count, char** arguments) {
    bool all_right = true;
    for (int index = 1; index < count; ++index) all_right = check(arguments[index]) && all_right;
    return all_right ? 0 : 1;
}
