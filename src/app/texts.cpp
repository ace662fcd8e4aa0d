#include "app/texts.h"

#include <algorithm>

namespace planner::app {

std::string_view language_code(process::Language language) {
    return language == process::Language::dutch ? "nl" : "en";
}

Texts::Texts(process::Language language) {
    set_language(language);
}

void Texts::set_language(process::Language language) {
    language_ = language;
    texts_ = assets::texts(language_code());
}

const std::string_view* Texts::find(std::string_view key) const {
    const auto found = std::lower_bound(texts_.begin(), texts_.end(), key,
                                        [](const assets::Text& text, std::string_view wanted) { return text.key < wanted; });
    return found == texts_.end() || found->key != key ? nullptr : &found->text;
}

bool Texts::has(std::string_view key) const {
    return find(key) != nullptr;
}

std::string Texts::tr(std::string_view key, Arguments arguments) const {
    const std::string_view* found = find(key);
    return found == nullptr ? std::string(key) : fill(*found, arguments);
}

std::string Texts::count(std::string_view key, std::size_t number, Arguments arguments) const {
    const std::string form = std::string(key) + (number == 1 ? ".one" : ".other");
    const std::string written = std::to_string(number);
    const std::string_view* found = find(form);
    if (found == nullptr) return form;
    // The count goes in last: what people typed, such as a title, is never read as a pattern again.
    std::string pattern;
    for (std::size_t from = 0;;) {
        const std::size_t at = found->find("{count}", from);
        pattern += found->substr(from, at == std::string_view::npos ? at : at - from);
        if (at == std::string_view::npos) break;
        pattern += written;
        from = at + 7;
    }
    return fill(pattern, arguments);
}

std::string Texts::fill(std::string_view pattern, Arguments arguments) const {
    std::string result;
    std::size_t from = 0;
    while (from < pattern.size()) {
        const std::size_t open = pattern.find('{', from);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) break;
        result += pattern.substr(from, open - from);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const Argument* given = nullptr;
        for (const Argument& argument : arguments) {
            if (argument.first == name) given = &argument;
        }
        if (given != nullptr)
            result += given->second;
        else
            result += pattern.substr(open, close - open + 1);
        from = close + 1;
    }
    result += pattern.substr(from);
    return result;
}

} // namespace planner::app
