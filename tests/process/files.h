#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

/// The bytes of a file of the repository; a failed test shows when it is not there, because nothing is empty.
inline std::string read_source_file(std::string_view path) {
    std::ifstream file(std::string(PLANNER_SOURCE_DIR "/").append(path), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}
