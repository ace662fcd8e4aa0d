#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "document/document.h"
#include "process/load.h"
#include "review/create.h"
#include "review/review.h"

namespace planner::testing {

inline std::string source_file(const std::string& path) {
    std::ifstream file(PLANNER_SOURCE_DIR "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A review with a number of teams that follows a process as it is shipped.
struct ShippedReview {
    process::Process process;
    document::Document document;

    explicit ShippedReview(const std::string& id, std::size_t teams = 3)
        : process(load(id)), document(make(process, teams)) {}

    review::Review reading() const { return review::Review(document, process); }
    std::string team(std::size_t index) const { return reading().participants().at(index).id; }
    void set(const document::EntityKey& entity, std::string_view field, document::Value value) {
        document.write(stamp(), {entity, std::string(field)}, std::move(value));
    }
    void remove(const document::EntityKey& entity) { document.remove(stamp(), entity); }

    static document::Stamp stamp() { return {{7}, "Begeleider", 1'793'610'000'000}; }

private:
    static process::Process load(const std::string& id) {
        auto loaded = process::load(source_file("assets/processes/" + id + ".json"));
        REQUIRE_MESSAGE(loaded.has_value(), id);
        return *loaded;
    }
    static document::Document make(const process::Process& process, std::size_t teams) {
        std::uint64_t next = 1;
        std::vector<review::NewParticipant> participants;
        for (std::size_t i = 1; i <= teams; ++i) participants.push_back({"Team " + std::to_string(i), ""});
        return review::create_review("Review", process, participants, stamp(),
                                     [&next] { return next++ * 0x9E3779B97F4A7C15ULL; });
    }
};

} // namespace planner::testing
