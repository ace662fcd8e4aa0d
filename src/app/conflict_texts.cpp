#include "app/conflict_texts.h"

#include <algorithm>

#include "app/word_difference.h"

namespace planner::app {

std::vector<std::string> texts_of_versions(const document::Register& versions) {
    std::vector<std::string> texts;
    for (const document::Version* version : versions.distinct()) {
        const auto* text = version->value.get_ptr<const std::string*>();
        if (text != nullptr && !text->empty()) texts.push_back(*text);
    }
    return texts;
}

std::string_view between_texts(const process::Field* field, const std::vector<std::string>& texts) {
    constexpr std::size_t longest_line = 120;
    const auto is_long = [](const std::string& text) {
        return text.size() > longest_line || text.find('\n') != std::string::npos;
    };
    const bool lines = field != nullptr ? field->kind == process::FieldKind::long_text
                                        : std::any_of(texts.begin(), texts.end(), is_long);
    return lines ? "\n\n" : " / ";
}

std::string all_texts(const std::vector<std::string>& texts, std::string_view between) {
    std::string all;
    for (const std::string& text : texts) all.append(all.empty() ? "" : between).append(text);
    return all;
}

std::string proposed_text(const std::vector<std::string>& texts, std::string_view between) {
    std::string proposal;
    for (const std::string& text : texts) proposal = combined(proposal, text, between);
    return proposal;
}

} // namespace planner::app
