#include <algorithm>

#include "exchange/print_review.h"
#include "review/values.h"

namespace planner::exchange {
namespace {

using process::Field;
using process::FieldKind;

/// A table with more columns than this has no room for words: each row becomes a list.
constexpr std::size_t most_columns = 6;
constexpr std::size_t fewest_blank_rows = 3;

class CardPrinter {
public:
    CardPrinter(const review::Review& review, const process::Card& card, std::string_view participant,
                const PrintWords& words)
        : review_(review), card_(card), participant_(participant), words_(words) {}

    Section block(const process::Block& block, std::size_t number) {
        Section section;
        section.heading = words_("card.block", {{"number", std::to_string(number)}, {"title", words_.of(block.title)}});
        parts_ = &section.parts;
        quiet(block.help);
        if (!block.points.empty()) {
            List list;
            list.mark = block.tone == process::Tone::good  ? Mark::good
                        : block.tone == process::Tone::bad ? Mark::bad
                                                           : Mark::bullet;
            for (const process::Text& point : block.points) list.items.push_back(words_.of(point));
            parts_->push_back(std::move(list));
        }
        for (const Field& field : block.fields) {
            if (may_be_asked(field)) add(field);
        }
        return section;
    }

private:
    /// On paper nobody has chosen yet: what depends on a choice is asked until something else is chosen.
    bool may_be_asked(const Field& field) const {
        if (review_.is_asked(card_.id, participant_, field)) return true;
        const Field* chosen_in = card_.field(field.shown_when.field);
        return chosen_in != nullptr && !review::is_filled(review_.value(card_.id, participant_, *chosen_in));
    }

    void quiet(const process::Text& text) {
        if (!text.empty()) parts_->push_back(Paragraph{words_.of(text), Emphasis::quiet});
    }

    void add(const Field& field) {
        const document::Value& value = review_.value(card_.id, participant_, field);
        if (field.kind == FieldKind::checkbox) {
            parts_->push_back(Choices{{{words_.of(field.label), review::is_filled(value)}}});
            quiet(field.help);
            return;
        }
        parts_->push_back(Heading{words_.of(field.label)});
        quiet(field.help);
        if (field.kind == FieldKind::table)
            add_table(field);
        else if (field.kind == FieldKind::choice || field.kind == FieldKind::choices)
            add_choices(field, value);
        else if (review::is_filled(value))
            parts_->push_back(Paragraph{words_.value(review_, field, value)});
        else
            parts_->push_back(Lines{field.kind == FieldKind::long_text ? std::size_t{4} : std::size_t{1}});
    }

    void add_choices(const Field& field, const document::Value& value) {
        std::vector<std::string> chosen = review::texts_of(value);
        Choices choices;
        const auto offer = [&](const std::string& id, const std::string& label) {
            const auto found = std::find(chosen.begin(), chosen.end(), id);
            choices.choices.push_back({label, found != chosen.end()});
            if (found != chosen.end()) chosen.erase(found);
        };
        for (const process::Option& option : field.options) offer(option.id, words_.of(option.label));
        if (field.options.empty()) {
            for (const review::Participant& each : review_.participants()) offer(each.id, each.name);
        }
        // Whatever else somebody wrote there is not lost on paper.
        for (const std::string& other : chosen) choices.choices.push_back({other, true});
        parts_->push_back(std::move(choices));
    }

    void add_table(const Field& field) {
        std::vector<std::vector<std::string>> rows;
        for (const document::EntityKey& row : review_.rows(card_.id, participant_, field)) {
            std::vector<std::string> cells;
            for (const Field& column : field.columns)
                cells.push_back(
                    words_.value(review_, column, review_.document().value(review::column_key(row, column))));
            rows.push_back(std::move(cells));
        }
        if (field.columns.size() > most_columns) {
            if (rows.empty()) rows.emplace_back();
            for (std::size_t i = 0; i < rows.size(); ++i) add_record(field, rows[i], i + 1);
            return;
        }
        if (rows.empty()) rows.resize(std::max(fewest_blank_rows, field.proposed_rows));
        Table table;
        for (const Field& column : field.columns) table.columns.push_back({words_.of(column.label)});
        table.rows = std::move(rows);
        parts_->push_back(std::move(table));
    }

    void add_record(const Field& field, std::vector<std::string>& cells, std::size_t number) {
        cells.resize(field.columns.size());
        parts_->push_back(
            Heading{words_("row.name", {{"name", words_.of(field.row_name)}, {"number", std::to_string(number)}})});
        Definitions definitions;
        for (std::size_t i = 0; i < cells.size(); ++i)
            definitions.items.emplace_back(words_.of(field.columns[i].label), std::move(cells[i]));
        parts_->push_back(std::move(definitions));
    }

    const review::Review& review_;
    const process::Card& card_;
    std::string_view participant_;
    const PrintWords& words_;
    std::vector<SheetPart>* parts_ = nullptr;
};

} // namespace

Sheet card_sheet(const review::Review& review, const process::Card& card, std::string_view participant, Paper paper,
                 const PrintWords& words) {
    const auto owner = review.participant(participant);
    Sheet sheet;
    sheet.title = words.of(card.title);
    sheet.subtitle =
        joined({owner ? owner->name : words("cards.whole_review"), owner ? owner->institution : "", review.title()});
    sheet.note = printed_on(words);
    sheet.language = words.language;
    sheet.paper = paper;
    // To be read from where people stand.
    if (paper == Paper::a3) sheet.half_points = 34;
    const std::string reader = card.reader.empty() ? "" : words("card.reader", {{"who", words.of(card.reader)}});
    Section about;
    about.parts.push_back(Paragraph{words.of(card.purpose)});
    about.parts.push_back(Paragraph{joined({words.of(card.who), words.of(card.when), reader}), Emphasis::quiet});
    sheet.sections.push_back(std::move(about));
    CardPrinter printer(review, card, participant, words);
    for (const process::Block& block : card.blocks)
        sheet.sections.push_back(printer.block(block, sheet.sections.size()));
    return sheet;
}

} // namespace planner::exchange
