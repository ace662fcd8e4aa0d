#pragma once

#include "cli/run.h"

#include "document/value.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace planner::cli {

using document::Value;
using Words = std::vector<std::string>;

struct Result {
    int exit;
    std::string out;
    std::string err;
};

/// A folder of its own in which commands run, with a clock that goes on a second per call.
class Desk {
public:
    Desk() {
        std::random_device random;
        folder_ = std::filesystem::temp_directory_path() / ("planner-cli-" + std::to_string(random()));
        std::filesystem::create_directory(folder_);
    }
    ~Desk() { std::filesystem::remove_all(folder_); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    std::string file(const std::string& name) const { return (folder_ / name).string(); }

    std::string read(const std::string& name) const {
        std::ifstream in(file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
    }

    std::size_t file_count() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
    }

    /// Words that begin with "@" are names of files in the folder.
    Result planner(Words words, const std::string& input = "") {
        for (std::string& word : words) {
            if (word.rfind('@', 0) == 0) {
                word = file(word.substr(1));
            }
        }
        std::istringstream in(input);
        std::ostringstream out;
        std::ostringstream err;
        const Surroundings surroundings{in, out, err, [this] { return now_ += 1000; }, [this] { return random_(); }};
        const int exit = static_cast<int>(run(surroundings, words));
        return {exit, out.str(), err.str()};
    }

    void must(const Words& words) {
        const Result result = planner(words);
        REQUIRE_MESSAGE(result.exit == 0, result.err);
    }

    /// A review with three teams, and two copies of it with a field written in both.
    void make_conflict() {
        must(new_review);
        must({"set", "@a", "/review/review/goal", "one", "-o", "@b", "--as", "Team 1"});
        must({"set", "@a", "/review/review/goal", "two", "-o", "@c", "--as", "Team 2"});
        must({"merge", "@b", "@c", "-o", "@m"});
    }

    const Words new_review = {"new",    "--process", "mbo-peer-review", "--title", "Samen kijken", "--team", "Zorg|A",
                              "--team", "Bouw|B",    "--team",          "ICT",     "-o",           "@a"};

private:
    std::filesystem::path folder_;
    std::mt19937_64 random_{42};
    std::int64_t now_ = 1'763'700'000'000;
};

inline void check_refused(const Result& result, const std::string& line) {
    CHECK(result.exit == 1);
    CHECK(result.err == line + "\n");
    CHECK(result.out.empty());
}

} // namespace planner::cli
