#include <doctest/doctest.h>

#include "document/document.h"
#include "document/write.h"
#include "exchange/locked_file.h"
#include "exchange/mail_encoding.h"
#include "exchange/unwrapping.h"

using namespace planner;
using namespace planner::exchange;

namespace {

LockedFile sample() {
    std::uint64_t next = 1;
    return {new_lock([&] { return next++ * 0x9E3779B97F4A7C15U; }), std::string(40, '\x7F')};
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

LockProblem problem_of(const std::string& bytes) {
    const auto read = read_locked(bytes);
    REQUIRE_FALSE(read);
    return read.error();
}

} // namespace

TEST_CASE("a locked file is read as it was written, and its header is all of it but the payload") {
    const LockedFile file = sample();
    CHECK(file.lock.salt.size() == 16);
    CHECK(file.lock.nonce.size() == 12);
    const std::string bytes = write_locked(file);
    CHECK(is_locked(bytes));
    const auto read = read_locked(bytes);
    REQUIRE(read);
    CHECK(read->payload == file.payload);
    CHECK(read->lock.salt == file.lock.salt);
    CHECK(read->lock.nonce == file.lock.nonce);
    CHECK(read->lock.rounds == lock_rounds);
    CHECK(changed(bytes, ",\"payload\":\"" + base64(file.payload) + "\"}\n", "}") == lock_header(file.lock));
}

TEST_CASE("a locked file that was damaged, or would cost minutes to open, is refused") {
    const std::string bytes = write_locked(sample());
    CHECK(problem_of(bytes.substr(0, bytes.size() - 9)) == LockProblem::damaged);
    CHECK(problem_of(changed(bytes, "\"rounds\":600000", "\"rounds\":99999")) == LockProblem::rounds);
    CHECK(problem_of(changed(bytes, "\"rounds\":600000", "\"rounds\":10000001")) == LockProblem::rounds);
    CHECK(problem_of(changed(bytes, "\"rounds\":600000", "\"rounds\":-1")) == LockProblem::damaged);
    CHECK(problem_of(changed(bytes, "\"formatVersion\":1", "\"formatVersion\":2")) == LockProblem::newer_format);
    CHECK(problem_of(changed(bytes, "AES-256-GCM", "AES-512-GCM")) == LockProblem::newer_format);
    CHECK(problem_of(changed(bytes, "\"payload\":\"", "\"payload\":\"?")) == LockProblem::damaged);
    CHECK(problem_of(changed(bytes, "\"salt\":\"", "\"salt\":\"AAAA")) == LockProblem::damaged);
    CHECK(problem_of(changed(bytes, "{\"cipher\"", "{\"a\":1,\"cipher\"")) == LockProblem::damaged);
    CHECK(problem_of(changed(bytes, "\"format\":\"peer-review-planner-locked\"", "\"format\":1")) == LockProblem::damaged);
}

TEST_CASE("a locked file is found as one, also in base64 and when it is cut off, and no other file is") {
    const std::string bytes = write_locked(sample());
    for (const std::string& each : {bytes, base64_lines(bytes), bytes.substr(0, bytes.size() - 9), "\n " + bytes}) {
        CAPTURE(each);
        const std::vector<FoundFile> found = read_file("slot.json", each);
        REQUIRE(found.size() == 1);
        CHECK_FALSE(found[0].content);
        CHECK(found[0].odd == OddFile::locked);
        CHECK(is_locked(found[0].bytes));
    }
    CHECK_FALSE(is_locked(document::write(document::Document("a", "review"))));
    CHECK_FALSE(is_locked("\"peer-review-planner-locked\""));
}

TEST_CASE("a pass phrase has twelve characters, however many bytes they take") {
    CHECK_FALSE(is_long_enough("elf tekens."));
    CHECK_FALSE(is_long_enough("ééééééé"));
    CHECK(is_long_enough("één twee drie"));
    CHECK(is_long_enough("twaalf teken"));
    CHECK_FALSE(is_long_enough(std::string(12, '\0')));
}
