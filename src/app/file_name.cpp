#include "app/file_name.h"

#include "document/folding.h"

namespace planner::app {
namespace {

constexpr std::size_t longest_slug = 60;

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

} // namespace

std::string slug(std::string_view title) {
    std::string result;
    for (const char c : document::folded(title)) {
        if (is_plain(c))
            result += c;
        else if (!result.empty() && result.back() != '-' && c != '\'')
            result += '-';
    }
    if (result.size() > longest_slug) {
        const std::size_t word_end = result.rfind('-', longest_slug);
        result.resize(word_end == std::string::npos ? longest_slug : word_end);
    }
    while (!result.empty() && result.back() == '-') result.pop_back();
    return result;
}

std::string file_name(std::string_view title, Day today, std::string_view ending) {
    const std::string middle = slug(title);
    return "peerreview_" + (middle.empty() ? "" : middle + "_") + format_day(today) + std::string(ending);
}

} // namespace planner::app
