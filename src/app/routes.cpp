#include "app/routes.h"

#include <algorithm>
#include <vector>

namespace planner::app {
namespace {

/// Ids are ours or come from a file; only these characters need no escaping in an address.
bool is_id_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string escaped(std::string_view id) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : id) {
        if (is_id_character(c)) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += '%';
            result += digits[byte >> 4];
            result += digits[byte & 15];
        }
    }
    return result;
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
        if (low >= 0) {
            result += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::vector<std::string> segments(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        parts.push_back(unescaped(path.substr(0, slash)));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return parts;
}

} // namespace

Route parse_route(std::string_view hash) {
    Route missing;
    missing.screen = Screen::not_found;
    if (!hash.empty() && hash.front() == '#') hash.remove_prefix(1);
    if (hash.empty() || hash == "/") return Route::overview();
    if (hash.front() != '/') return missing;
    const std::vector<std::string> parts = segments(hash.substr(1));
    if (std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); })) return missing;
    if (parts.size() == 1 && parts[0] == "settings") return Route::settings();
    if (parts.size() == 1 && parts[0] == "messages") return Route::archive();
    if (parts.size() == 1 && parts[0] == "projector") return Route::projector();
    const auto part = [&](std::size_t index) { return index < parts.size() ? parts[index] : std::string(); };
    if (parts[0] == "about" && parts.size() <= 3) return Route::about(part(1), part(2));
    if (parts.size() < 2 || parts[0] != "review") return missing;
    if (parts.size() == 2) return Route::dashboard(parts[1]);
    if (parts[2] == "tasks" && parts.size() <= 4) return Route::tasks(parts[1], parts.size() == 4 ? parts[3] : "");
    if (parts[2] == "messages" && parts.size() <= 4) return Route::messages(parts[1], parts.size() == 4 ? parts[3] : "");
    if (parts[2] == "hours") return parts.size() == 3 ? Route::hours(parts[1]) : missing;
    if (parts[2] == "about" && parts.size() <= 4) return Route::about_review(parts[1], part(3));
    if (parts[2] == "run-sheets" && parts.size() <= 5)
        return Route::run_sheets(parts[1], parts.size() > 3 ? parts[3] : "", parts.size() > 4 ? parts[4] : "");
    if (parts[2] != "cards") return missing;
    if (parts.size() == 3) return Route::cards(parts[1]);
    if (parts.size() == 4) return Route::card_of(parts[1], parts[3], "");
    if (parts.size() == 5) return Route::card_of(parts[1], parts[3], parts[4]);
    return missing;
}

std::string format_route(const Route& route) {
    const std::string review = "#/review/" + escaped(route.review);
    const std::string item = route.item.empty() ? "" : "/" + escaped(route.item);
    switch (route.screen) {
    case Screen::dashboard: return review;
    case Screen::tasks: return review + "/tasks" + item;
    case Screen::messages: return review + "/messages" + item;
    case Screen::cards: return review + "/cards";
    case Screen::card: {
        const std::string card = review + "/cards/" + escaped(route.card);
        return route.participant.empty() ? card : card + "/" + escaped(route.participant);
    }
    case Screen::hours: return review + "/hours";
    case Screen::settings: return "#/settings";
    case Screen::archive: return "#/messages";
    case Screen::projector: return "#/projector";
    case Screen::about: {
        const std::string kind = route.process.empty() ? "" : "/" + escaped(route.process);
        return (route.review.empty() ? "#" : review) + "/about" + kind + item;
    }
    case Screen::run_sheets: {
        const std::string sheet = review + "/run-sheets" + item;
        return route.participant.empty() ? sheet : sheet + "/" + escaped(route.participant);
    }
    case Screen::overview:
    case Screen::not_found: break;
    }
    return "#/";
}

} // namespace planner::app
