#include "review/replacing.h"

#include <array>

#include "document/fractional_index.h"
#include "review/values.h"

namespace planner::review {

Replacement replace_seat(const document::Document& document, const document::EntityKey& seat, std::string_view today) {
    static constexpr std::array<std::string_view, 4> stays = {"visit", "participant", "role", document::position_field};
    const auto value = [&](std::string_view field) -> const document::Value& {
        return document.value({seat, std::string(field)});
    };
    if (document.entity(seat) == nullptr || document.is_deleted(seat) || is_filled(value(replaced_field::by)))
        return {};
    Replacement replacement;
    document::EntityKey& made = replacement.made.row;
    made = seat;
    // A seat that was there once and was removed may hold somebody: it does not come back as somebody else.
    do made.id += ".next";
    while (document.entity(made) != nullptr);
    for (const std::string_view field : stays) {
        if (is_filled(value(field))) replacement.made.writes.push_back({{made, std::string(field)}, value(field)});
    }
    replacement.beside = {{{seat, std::string(replaced_field::by)}, made.id},
                          {{seat, std::string(replaced_field::on)}, std::string(today)}};
    return replacement;
}

} // namespace planner::review
