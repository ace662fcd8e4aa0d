#include "sample_review.h"

#include <algorithm>

namespace planner::bench {

namespace {

constexpr std::size_t teams = 12;
constexpr std::size_t rows = 3;

const std::string sentence = "Wij merken dat studenten in het eerste jaar meer zelf kiezen, en zoeken hoe we dat volhouden. ";

std::string long_text() {
    std::string text;
    for (int line = 0; line < 6; ++line) text += sentence + (line % 2 == 1 ? "\n" : "");
    return text;
}

} // namespace

SampleReview::SampleReview() : platform_(world_), planner_(platform_) {
    platform_.connect(planner_);
    app::StartConfiguration start;
    start.index_json = "[]";
    planner_.start(start);
    app::NewReviewRequest request{"Zelfstandig leren in twaalf teams", "mbo-peer-review", {}};
    for (std::size_t team = 1; team <= teams; ++team) {
        request.participants.push_back({"Team " + std::to_string(team), "Instelling " + std::to_string(team)});
    }
    planner_.create_review(request);
    settle();
    fill();
    settle();
}

void SampleReview::settle() {
    for (int i = 0; i < 200; ++i) {
        platform_.pump();
        const int next = planner_.tick();
        if (platform_.idle() && !planner_.has_unsaved()) return;
        world_.now += std::max(next, 1);
    }
}

std::string SampleReview::file() {
    planner_.download();
    return platform_.downloads.back().bytes;
}

void SampleReview::fill() {
    for (std::size_t index = 0; index < teams; ++index) {
        for (const process::Card& card : planner_.current()->process().cards) {
            // Of a card of the whole review there is one copy.
            const bool is_of_all = card.scope == process::Scope::review;
            if (is_of_all && index > 0) continue;
            const std::string participant = is_of_all ? "" : team(index);
            for (const process::Block& block : card.blocks) {
                for (const process::Field& field : block.fields) {
                    if (field.kind == process::FieldKind::table)
                        fill_table(card, field, participant);
                    else
                        fill(review::field_key(field, card.id, participant), field);
                }
            }
        }
    }
}

void SampleReview::fill_table(const process::Card& card, const process::Field& table, const std::string& participant) {
    for (std::size_t row = 0; row < rows; ++row) {
        const document::EntityKey key = planner_.add_row({card.id, participant, &table});
        for (const process::Field& column : table.columns) fill(review::column_key(key, column), column);
    }
}

void SampleReview::fill(const document::FieldKey& key, const process::Field& field) {
    const auto value = [&]() -> document::Value {
        switch (field.kind) {
        case process::FieldKind::text: return "Een regel over " + field.label.nl;
        case process::FieldKind::long_text: return long_text();
        case process::FieldKind::choice:
            // Without options of its own it is a choice among the teams.
            return field.options.empty() ? team(asked_++ % teams) : field.options.front().id;
        case process::FieldKind::choices: {
            document::Value all = document::Value::array();
            for (const process::Option& option : field.options) all.push_back(option.id);
            return all;
        }
        case process::FieldKind::date: return "2026-11-19";
        case process::FieldKind::time: return "13:30";
        case process::FieldKind::number: return 3;
        case process::FieldKind::checkbox: return true;
        case process::FieldKind::table: break;
        }
        return nullptr;
    };
    planner_.set_field(key, value());
}

} // namespace planner::bench
