// Merging, reading and writing documents of several sizes. Prints one line of JSON per measurement; ends with 1 when a
// merge did not find exactly the conflicts that were made.
#include "measure.h"

#include "document/merge.h"
#include "document/read.h"
#include "document/write.h"

#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace {

using namespace planner::document;
using planner::bench::measure;
using planner::bench::print;

constexpr std::size_t fields_per_entity = 10;
constexpr std::int64_t some_time = 1'795'000'000'000;

Stamp stamp(std::uint64_t replica) {
    return {ReplicaId{replica * 0x9E3779B97F4A7C15U}, "rol " + std::to_string(replica), some_time};
}

FieldKey key_of(std::size_t field) {
    const std::string number = std::to_string(100'000 + field / fields_per_entity);
    return {{"cards", "kaart." + number}, "veld_" + std::to_string(field % fields_per_entity)};
}

Document document_of(std::size_t entities) {
    Document document("bench", "review");
    const Stamp writer = stamp(1);
    for (std::size_t field = 0; field < entities * fields_per_entity; ++field) {
        document.write(writer, key_of(field), "Wat wij willen vragen, punt " + std::to_string(field));
    }
    return document;
}

/// All fields in an order that looks random and is the same everywhere.
std::vector<std::size_t> shuffled(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::uint64_t random = 88172645463325252U;
    for (std::size_t i = count - 1; i > 0; --i) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::swap(order[i], order[static_cast<std::size_t>(random % (i + 1))]);
    }
    return order;
}

/// Two copies of one document, each edited in `edits` fields, a tenth of them the same ones.
struct Pair {
    Document ours, theirs;
    std::vector<FieldKey> conflicts; ///< sorted
};

Pair edited_pair(std::size_t entities, std::size_t edits) {
    const Document base = document_of(entities);
    Pair pair{base, base, {}};
    const std::vector<std::size_t> order = shuffled(entities * fields_per_entity);
    const std::size_t shared = edits / 10;
    for (std::size_t i = 0; i < edits; ++i) {
        pair.ours.write(stamp(2), key_of(order[i]), "Zo ziet het eerste team het, punt " + std::to_string(i));
        const std::size_t other = order[edits - shared + i];
        pair.theirs.write(stamp(3), key_of(other), "Zo ziet het tweede team het, punt " + std::to_string(i));
        if (i < shared) pair.conflicts.push_back(key_of(other));
    }
    std::sort(pair.conflicts.begin(), pair.conflicts.end());
    return pair;
}

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "document_bench: %s\n", what);
    std::exit(1);
}

void measure_merge(std::size_t entities, std::size_t edits, std::size_t runs) {
    const Pair pair = edited_pair(entities, edits);
    const auto merged = measure(
        runs, [&] { return pair.ours; },
        [&](Document& ours) {
            const auto report = merge_into(ours, pair.theirs);
            require(report && report->conflicts == pair.conflicts, "the merge reports other conflicts than were made");
        });
    Document result = pair.ours;
    require(merge_into(result, pair.theirs).has_value() && result.conflicts() == pair.conflicts,
            "the merged document has other conflicts than were made");
    const std::string bytes = write(pair.theirs);
    const auto file = measure(
        runs, [] { return 0; }, [&](int) { require(write(read(bytes)->document) == bytes, "a file does not come back as it was"); });
    const std::string of = std::to_string(entities);
    print("merge " + of, merged,
          ",\"conflicts\":" + std::to_string(pair.conflicts.size()) + ",\"edits\":" + std::to_string(edits) +
              ",\"bytes\":" + std::to_string(bytes.size()));
    print("read and write " + of, file);
}

/// Reading so many copies of one document and merging each, as people who mail a file around get them back.
void measure_files(std::size_t count, std::size_t runs) {
    constexpr std::size_t entities = 500, edits = 50;
    const Document base = document_of(entities);
    const std::vector<std::size_t> order = shuffled(entities * fields_per_entity);
    std::vector<std::string> files;
    for (std::size_t number = 0; number < count; ++number) {
        Document copy = base;
        // Everybody writes the first fields; the others are their own.
        for (std::size_t i = 0; i < edits; ++i) {
            const std::size_t field = order[i < edits / 10 ? i : number * edits + i];
            copy.write(stamp(2 + number), key_of(field), "Zo ziet team " + std::to_string(number) + " het, punt " + std::to_string(i));
        }
        files.push_back(write(copy));
    }
    const std::size_t conflicts = count > 1 ? edits / 10 : 0;
    const auto merged = measure(
        runs, [&] { return base; },
        [&](Document& ours) {
            for (const std::string& file : files) {
                require(merge_into(ours, read(file)->document).has_value(), "a copy is not merged");
            }
            require(ours.conflicts().size() == conflicts, "several copies give other conflicts than were made");
        });
    print("files " + std::to_string(count), merged,
          ",\"conflicts\":" + std::to_string(conflicts) + ",\"edits\":" + std::to_string(edits) +
              ",\"bytes\":" + std::to_string(files.front().size()));
}

void measure_opening(std::size_t wanted_bytes, std::size_t runs) {
    std::size_t entities = wanted_bytes * 500 / write(document_of(500)).size();
    std::string bytes = write(document_of(entities));
    while (bytes.size() < wanted_bytes) bytes = write(document_of(entities += entities / 100));
    const auto opened = measure(
        runs, [] { return 0; },
        [&](int) {
            const auto document = read(bytes);
            require(document && document->trust == Trust::checked, "the large file is not read as our own");
        });
    print("open", opened, ",\"bytes\":" + std::to_string(bytes.size()) + ",\"entities\":" + std::to_string(entities));
}

/// What a field costs in which somebody wrote so often, every six minutes, beside the same document without that.
void measure_history(std::size_t edits) {
    Document document = document_of(50);
    const std::string plain = write(document);
    const std::string text = std::string(300, 'x') + ' ';
    Stamp writer = stamp(2);
    const double started = planner::bench::now();
    for (std::size_t edit = 0; edit < edits; ++edit) {
        writer.time += 360'000;
        document.write(writer, key_of(0), text + std::to_string(edit));
    }
    const double each = (planner::bench::now() - started) / static_cast<double>(edits);
    const std::string bytes = write(document);
    const std::size_t kept = document.history(key_of(0)).size();
    require(kept > 0 && write(read(bytes)->document) == bytes, "a history does not come back as it was");
    print("history of " + std::to_string(edits), {each, each},
          ",\"kept\":" + std::to_string(kept) + ",\"bytes\":" + std::to_string(bytes.size()) +
              ",\"plain\":" + std::to_string(plain.size()));
}

} // namespace

int main() {
    measure_merge(125, 50, 60);
    measure_merge(500, 200, 40);
    measure_merge(2000, 800, 15);
    measure_files(1, 20);
    measure_files(5, 10);
    measure_files(20, 5);
    measure_history(1000);
    measure_opening(10'000'000, 5);
}
