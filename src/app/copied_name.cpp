#include "app/copied_name.h"

#include <algorithm>

#include "document/folding.h"

namespace planner::app {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view trimmed_end(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '-')) text.remove_suffix(1);
    return text;
}

/// "... (1)", "... (conflicted copy 2026-03-01 101530)"
std::string_view without_brackets(std::string_view stem) {
    const std::size_t open = stem.rfind('(');
    if (open == std::string_view::npos || stem.back() != ')') return stem;
    const std::string_view inside = stem.substr(open + 1, stem.size() - open - 2);
    const bool is_mark = is_number(inside) || document::folded(inside).find("conflict") != std::string::npos;
    return is_mark ? trimmed_end(stem.substr(0, open)) : stem;
}

/// "... - Kopie", "... copy 2"
std::string_view without_word(std::string_view stem) {
    std::string_view rest = stem;
    while (!rest.empty() && is_digit(rest.back())) rest.remove_suffix(1);
    rest = rest.size() < stem.size() && !rest.empty() && rest.back() == ' ' ? trimmed_end(rest) : stem;
    const std::size_t space = rest.rfind(' ');
    if (space == std::string_view::npos) return stem;
    const std::string word = document::folded(rest.substr(space + 1));
    return word == "kopie" || word == "copy" ? trimmed_end(rest.substr(0, space)) : stem;
}

/// "...-LAPTOP-AB12": the names that Windows gives computers are capitals, digits and hyphens, at most 15 of them.
std::string_view without_computer(std::string_view stem) {
    constexpr std::size_t shortest = 2, longest = 15;
    std::size_t begin = stem.size();
    while (begin > 0 && (is_capital(stem[begin - 1]) || is_digit(stem[begin - 1]) || stem[begin - 1] == '-')) --begin;
    for (std::size_t hyphen = begin; hyphen + shortest < stem.size(); ++hyphen) {
        const std::size_t length = stem.size() - hyphen - 1;
        if (stem[hyphen] == '-' && hyphen > 0 && is_capital(stem[hyphen + 1]) && length <= longest) {
            return stem.substr(0, hyphen);
        }
    }
    return stem;
}

std::string_view without_mark(std::string_view stem) {
    const std::size_t syncthing = stem.find(".sync-conflict-");
    if (syncthing != std::string_view::npos) return stem.substr(0, syncthing);
    for (const std::string_view less : {without_brackets(stem), without_word(stem), without_computer(stem)}) {
        if (less.size() < stem.size()) return less;
    }
    return stem;
}

} // namespace

std::string copied_name(std::string_view name) {
    const std::size_t dot = std::min(name.rfind('.'), name.size());
    std::string_view stem = name.substr(0, dot);
    for (std::string_view less = without_mark(stem); !less.empty() && less.size() < stem.size(); less = without_mark(stem)) {
        stem = less;
    }
    return std::string(stem) + std::string(name.substr(dot));
}

} // namespace planner::app
