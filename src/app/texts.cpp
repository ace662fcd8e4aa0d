#include "app/texts.h"

#include "assets/assets.h"
#include "document/read.h"

namespace planner::app {

Texts::Texts(process::Language language) {
    set_language(language);
}

std::string_view Texts::language_code() const {
    return language_ == process::Language::dutch ? "nl" : "en";
}

void Texts::set_language(process::Language language) {
    language_ = language;
    texts_.clear();
    const auto file = document::read_json(assets::text(language_code()));
    if (!file || !file->is_object()) return;
    for (const auto& [key, value] : file->items()) {
        if (const auto* text = value.get_ptr<const std::string*>()) texts_.emplace(key, *text);
    }
}

bool Texts::has(std::string_view key) const {
    return texts_.find(key) != texts_.end();
}

std::string Texts::tr(std::string_view key, Arguments arguments) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? std::string(key) : fill(found->second, arguments);
}

std::string Texts::count(std::string_view key, std::size_t number, Arguments arguments) const {
    const std::string form = std::string(key) + (number == 1 ? ".one" : ".other");
    const std::string written = std::to_string(number);
    const auto found = texts_.find(form);
    if (found == texts_.end()) return form;
    // The count goes in last: what people typed, such as a title, is never read as a pattern again.
    std::string pattern;
    for (std::size_t from = 0;;) {
        const std::size_t at = found->second.find("{count}", from);
        pattern += found->second.substr(from, at == std::string::npos ? at : at - from);
        if (at == std::string::npos) break;
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
