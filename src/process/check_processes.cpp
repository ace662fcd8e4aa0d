// check_processes FILE...: reads process files that the planner ships; a line per mistake, exit status 1 when there is one.

#include "document/key.h"
#include "document/read.h"
#include "process/load.h"
#include "process/locate.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

/// The pointer of the first text without English; "" when there is none. What is shipped speaks both languages.
std::string untranslated(const planner::document::Value& value, const std::string& pointer) {
    if (value.is_object() && value.contains("nl") && !value.contains("en")) return pointer;
    if (!value.is_structured()) return "";
    for (const auto& [name, member] : value.items()) {
        std::string place = pointer;
        planner::document::append_pointer_segment(place, name);
        if (std::string found = untranslated(member, place); !found.empty()) return found;
    }
    return "";
}

bool check_translations(const char* path, const std::string& bytes) {
    const std::string pointer = untranslated(*planner::document::read_json(bytes), "");
    if (pointer.empty()) return true;
    const planner::process::Position position = planner::process::locate(bytes, pointer);
    std::fprintf(stderr, "%s:%zu:%zu: error: %s: This text has no English.\n", path, position.line, position.column,
                 pointer.c_str());
    return false;
}

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
    return check_translations(path, bytes);
}

} // namespace

int main(int count, char** arguments) {
    bool all_right = true;
    for (int index = 1; index < count; ++index) all_right = check(arguments[index]) && all_right;
    return all_right ? 0 : 1;
}
