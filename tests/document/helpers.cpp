#include "helpers.h"

#include <utility>

namespace planner::document {

Stamp stamp_of(std::uint64_t replica, std::int64_t time) {
    return {{replica}, "writer " + std::to_string(replica), time};
}

FieldKey key_of(const std::string& id, const std::string& field) {
    return {{"rows", id}, field};
}

Document one_field(const std::string& value) {
    Document document("d", "review");
    document.write(stamp_of(1), key_of("a", "title"), value);
    return document;
}

MergeReport merged(Document& ours, const Document& theirs) {
    auto report = merge_into(ours, theirs);
    REQUIRE(report.has_value());
    return std::move(*report);
}

ReadDocument read_back(const std::string& bytes) {
    auto result = read(bytes);
    if (!result) {
        FAIL("refused: ", result.error().pointer, ": ", result.error().reason_text);
    }
    return std::move(*result);
}

Refusal refusal_of(const std::string& bytes) {
    auto result = read(bytes);
    if (result) {
        FAIL("not refused: ", bytes);
    }
    return result.error();
}

} // namespace planner::document
