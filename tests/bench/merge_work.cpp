#include "merge_work.h"

#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace planner::bench {

namespace {

using namespace document;

constexpr std::int64_t some_time = 1'795'000'000'000;

template <class Result>
decltype(auto) must(Result&& result, const char* what) {
    if (!result) {
        std::fprintf(stderr, "merge_work: %s\n", what);
        std::exit(1);
    }
    return *std::forward<Result>(result);
}

/// A copy in which one person wrote these fields, one after another.
std::string edited(Document copy, const Value& edits, std::uint64_t person, const std::vector<FieldKey>& fields) {
    const ReplicaId replica{person * 0x9E3779B97F4A7C15U};
    std::int64_t time = some_time;
    for (const Value& edit : edits) {
        const Stamp stamp{replica, "rol " + std::to_string(person), time += 60'000};
        copy.write(stamp, fields.at(edit.at(0).get<std::size_t>()), edit.at(1));
    }
    return write(copy);
}

} // namespace

MergeWork::MergeWork(std::string_view script) {
    const Value work = must(read_json(script), "the script is not JSON");
    Document base("bench", "review");
    const Stamp writer{ReplicaId{0x9E3779B97F4A7C15U}, "rol 1", some_time};
    for (const Value& field : work.at("fields")) {
        fields_.push_back({{"cards", field.at(0)}, field.at(1)});
        wanted_.push_back({field.at(2)});
        base.write(writer, fields_.back(), field.at(2));
    }
    std::vector<bool> written(fields_.size(), false);
    for (const char* side : {"ours", "theirs"}) {
        for (const Value& edit : work.at(side)) {
            const auto number = edit.at(0).get<std::size_t>();
            if (!written.at(number)) wanted_[number].clear();
            wanted_[number].push_back(edit.at(1));
            written[number] = true;
        }
    }
    ours_ = edited(base, work.at("ours"), 2, fields_);
    theirs_ = edited(base, work.at("theirs"), 3, fields_);
}

std::size_t MergeWork::load() const {
    const ReadDocument read = must(document::read(theirs_), "a file is not read");
    std::size_t bytes = 0;
    for (const auto& [name, collection] : read.document.collections()) {
        for (const auto& [id, entity] : collection) {
            for (const auto& [field, texts] : entity) {
                // Of a card there is also whether it was removed, which is no text.
                if (const auto* text = texts.shown().get_ptr<const std::string*>()) bytes += text->size();
            }
        }
    }
    return bytes;
}

void MergeWork::open() {
    our_copy_ = must(read(ours_), "a file is not read").document;
    their_copy_ = must(read(theirs_), "a file is not read").document;
}

std::size_t MergeWork::merge() {
    return must(merge_into(our_copy_, their_copy_), "the copies are not merged").conflicts.size();
}

std::size_t MergeWork::merge_file() {
    const ReadDocument theirs = must(read(theirs_), "a file is not read");
    return must(merge_into(our_copy_, theirs.document), "the copies are not merged").conflicts.size();
}

bool MergeWork::merged_well() const {
    for (std::size_t number = 0; number < fields_.size(); ++number) {
        const Register* texts = our_copy_.field(fields_[number]);
        if (texts == nullptr || texts->distinct().size() != wanted_[number].size()) return false;
        for (const std::string& wanted : wanted_[number]) {
            const auto& there = texts->versions();
            if (std::none_of(there.begin(), there.end(), [&](const Version& version) { return version.value == wanted; }))
                return false;
        }
    }
    return true;
}

} // namespace planner::bench
