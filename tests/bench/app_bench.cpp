// What an import and a save cost by the size of a review, without a screen. Prints one line of JSON per measurement; ends
// with 1 when a preview does not tell what was made.
#include "measure.h"

#include "app/planner.h"
#include "document/read.h"
#include "document/write.h"
#include "platform/headless/headless.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace planner;

constexpr std::int64_t some_time = 1'795'000'000'000;
constexpr std::size_t fields_per_row = 10;

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "app_bench: %s\n", what);
    std::exit(1);
}

/// A running planner that has one review from a file.
class Here {
public:
    Here() : platform_(world_), planner_(platform_) {
        platform_.connect(planner_);
        app::StartConfiguration start;
        start.index_json = "[]";
        planner_.start(start);
        settle();
    }
    ~Here() { platform_.disconnect(); }
    Here(const Here&) = delete;
    Here& operator=(const Here&) = delete;

    app::Planner& planner() { return planner_; }
    std::size_t writes() const { return world_.writes; }

    void open(const std::string& bytes) {
        planner_.on_file("review.json", bytes);
        planner_.on_files_complete();
        settle();
        require(planner_.current() != nullptr && planner_.current()->ready(), "the review does not open");
    }

    /// Lets saving finish.
    void settle() {
        for (int i = 0; i < 200; ++i) {
            platform_.pump();
            const int next = planner_.tick();
            if (platform_.idle() && !planner_.has_unsaved()) return;
            world_.now += std::max(next, 1);
        }
    }

private:
    platform::HeadlessWorld world_;
    platform::HeadlessPlatform platform_;
    app::Planner planner_;
};

/// The first table that a team fills in.
review::TableKey table_of(app::Planner& planner) {
    for (const process::Card& card : planner.current()->process().cards) {
        if (card.scope == process::Scope::review) continue;
        for (const process::Block& block : card.blocks) {
            for (const process::Field& field : block.fields) {
                if (field.kind == process::FieldKind::table)
                    return {card.id, planner.view().participants.front().participant.id, &field};
            }
        }
    }
    require(false, "no team fills in a table");
    return {};
}

document::Stamp stamp(std::uint64_t replica) {
    return {document::ReplicaId{replica * 0x9E3779B97F4A7C15U}, "rol " + std::to_string(replica), some_time};
}

/// A review with so many rows of ten texts, and the places of those texts.
struct Sample {
    document::Document document;
    std::vector<document::FieldKey> texts;
};

Sample sample(std::size_t rows) {
    Here here;
    here.planner().create_review(
        {"Zelfstandig leren",
         "mbo-peer-review",
         {{"Team Zorg", "College Noord"}, {"Team Techniek", "College Oost"}, {"Team Horeca", "College Zuid"}}});
    here.settle();
    const document::EntityKey first = here.planner().add_row(table_of(here.planner()));
    const document::Document& made = here.planner().current()->document();
    Sample result{made, {}};
    for (std::size_t row = 0; row < rows; ++row) {
        // Everything that says whose row it is, and texts; the columns that this version knows are among them.
        const document::EntityKey key{first.collection, "rij." + std::to_string(100'000 + row)};
        std::size_t texts = 0;
        for (const auto& [name, field] : *made.entity(first)) result.document.write(stamp(1), {key, name}, field.shown());
        for (const process::Field& column : table_of(here.planner()).field->columns) {
            if (column.kind != process::FieldKind::text && column.kind != process::FieldKind::long_text) continue;
            result.texts.push_back(review::column_key(key, column));
            ++texts;
        }
        for (; texts < fields_per_row; ++texts) result.texts.push_back({key, "veld_" + std::to_string(texts)});
    }
    for (std::size_t i = 0; i < result.texts.size(); ++i) {
        result.document.write(stamp(1), result.texts[i], "Wat wij willen vragen, punt " + std::to_string(i));
    }
    return result;
}

/// The file of a copy in which somebody edited `edits` texts from the given one on, evenly over the whole.
std::string edited(const Sample& sample, std::size_t first, std::size_t edits, std::uint64_t replica) {
    document::Document copy = sample.document;
    for (std::size_t i = first; i < first + edits; ++i) {
        const std::size_t text = i * 7919 % sample.texts.size();
        copy.write(stamp(replica), sample.texts[text], "Zo ziet team " + std::to_string(replica) + " het, punt " + std::to_string(i));
    }
    return document::write(copy);
}

void measure_preview(const Sample& sample, std::size_t rows, std::size_t runs) {
    const std::size_t edits = rows * 4 / 10, shared = edits / 10;
    Here here;
    here.open(edited(sample, 0, edits, 2));
    const std::string bytes = edited(sample, edits - shared, edits, 3);
    const app::Texts texts;
    std::vector<app::IncomingFile> files;
    const auto read = bench::measure(runs, [] { return 0; }, [&](int) { files = app::read_incoming("kopie.json", bytes); });
    std::size_t told = 0;
    const auto preview = bench::measure(runs, [] { return 0; }, [&](int) {
        const auto found = app::preview_of(
            files, [&](const std::string&) { return here.planner().current(); }, texts, here.planner().today());
        require(found.reviews.size() == 1, "the preview does not find the review");
        require(found.reviews[0].count(app::ImportItemKind::both_wrote) == shared, "the preview tells other conflicts than were made");
        told = found.reviews[0].items.size();
    });
    bench::print("preview " + std::to_string(rows), preview,
                 ",\"told\":" + std::to_string(told) + ",\"conflicts\":" + std::to_string(shared) +
                     ",\"edits\":" + std::to_string(edits) + ",\"bytes\":" + std::to_string(bytes.size()));
    bench::print("read for preview " + std::to_string(rows), read);
}

/// A save: everything from the moment that it is due until the store has it.
void measure_save(const Sample& sample, std::size_t rows, std::size_t runs) {
    Here here;
    here.open(document::write(sample.document));
    const std::size_t writes = here.writes();
    std::size_t number = 0;
    const auto saved = bench::measure(
        runs,
        [&] {
            here.planner().set_field(sample.texts.front(), "Titel " + std::to_string(++number));
            return 0;
        },
        [&](int) { here.settle(); });
    require(here.writes() == writes + number, "an edit is not saved once");
    const auto written = bench::measure(runs, [] { return 0; }, [&](int) {
        require(!document::write(here.planner().current()->document()).empty(), "nothing is written");
    });
    bench::print("save " + std::to_string(rows), saved,
                 ",\"bytes\":" + std::to_string(document::write(sample.document).size()));
    bench::print("write " + std::to_string(rows), written);
}

} // namespace

int main() {
    for (const std::size_t rows : {125U, 500U, 2000U}) {
        const Sample made = sample(rows);
        measure_preview(made, rows, 7);
        measure_save(made, rows, 9);
    }
}
