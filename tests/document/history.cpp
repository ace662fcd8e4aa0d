#include "history.h"

#include <array>
#include <string_view>

namespace planner::document {

namespace {

struct Weight {
    Step::Kind kind;
    unsigned weight;
    std::string_view name;
};

constexpr std::array<Weight, 14> weights = {{
    {Step::Kind::write, 27, "write"},
    {Step::Kind::type_on, 6, "type_on"},
    {Step::Kind::reorder, 4, "reorder"},
    {Step::Kind::remove, 7, "remove"},
    {Step::Kind::restore, 3, "restore"},
    {Step::Kind::send, 12, "send"},
    {Step::Kind::send_without, 4, "send_without"},
    {Step::Kind::redact, 1, "redact"},
    {Step::Kind::redact_write, 2, "redact_write"},
    {Step::Kind::deliver, 20, "deliver"},
    {Step::Kind::deliver_file, 5, "deliver_file"},
    {Step::Kind::edit_by_hand, 4, "edit_by_hand"},
    {Step::Kind::cut_off, 2, "cut_off"},
    {Step::Kind::open_afresh, 3, "open_afresh"},
}};

bool is_plain(Step::Kind kind) {
    return kind != Step::Kind::type_on && kind != Step::Kind::reorder && kind != Step::Kind::edit_by_hand;
}

Step::Kind random_kind(std::mt19937_64& random, Variety variety) {
    for (;;) {
        auto left = static_cast<unsigned>(random() % 100);
        for (const Weight& each : weights) {
            if (left < each.weight) {
                if (variety == Variety::everything || is_plain(each.kind)) {
                    return each.kind;
                }
                break;
            }
            left -= each.weight;
        }
    }
}

} // namespace

History random_history(std::mt19937_64& random, Variety variety) {
    History history(6 + random() % 24);
    for (Step& step : history) {
        step.kind = random_kind(random, variety);
        step.copy = random() % copy_count;
        step.entity = random() % 2;
        step.field = random() % 3;
        step.value = random() % 8;
        step.message = random() % 8;
        step.time = static_cast<std::int64_t>(random() % 3);
    }
    return history;
}

std::string to_text(const History& history) {
    std::string text;
    for (const Step& step : history) {
        for (const Weight& each : weights) {
            if (each.kind == step.kind) {
                text += each.name;
            }
        }
        text += " copy " + std::to_string(step.copy) + " entity " + std::to_string(step.entity) + " field " +
                std::to_string(step.field) + " value " + std::to_string(step.value) + " message " +
                std::to_string(step.message) + " time " + std::to_string(step.time) + "\n";
    }
    return text;
}

} // namespace planner::document
