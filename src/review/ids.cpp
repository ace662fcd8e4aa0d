#include "review/ids.h"

#include <algorithm>
#include <utility>

namespace planner::review {

std::string random_id(const RandomBits& random) {
    static constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::uint64_t bits = random();
    std::string id;
    for (int i = 0; i < 10; ++i) {
        id += alphabet[bits % alphabet.size()];
        bits /= alphabet.size();
    }
    return id;
}

document::EntityKey review_key() {
    return {"review", "review"};
}

document::EntityKey participant_key(std::string_view participant) {
    return {"participants", std::string(participant)};
}

document::EntityKey card_key(std::string_view card, std::string_view participant) {
    std::string id(card);
    if (!participant.empty()) id.append(".").append(participant);
    return {"cards", std::move(id)};
}

document::EntityKey visit_key(std::string_view participant) {
    return {"visits", "visit." + std::string(participant)};
}

CardOfParticipant split_card_id(std::string_view id) {
    const std::size_t dot = id.rfind('.');
    if (dot == std::string_view::npos) return {std::string(id), ""};
    return {std::string(id.substr(0, dot)), std::string(id.substr(dot + 1))};
}

AgendaLineId split_agenda_id(std::string_view id) {
    std::string parts[4];
    for (std::string& part : parts) {
        const std::size_t end = std::min(id.find(':'), id.size());
        part = id.substr(0, end);
        id.remove_prefix(std::min(end + 1, id.size()));
    }
    return {std::move(parts[0]), std::move(parts[1]), std::move(parts[2]), std::move(parts[3])};
}

} // namespace planner::review
