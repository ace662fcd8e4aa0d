#include "review/earlier.h"

namespace planner::review {

std::vector<const document::Version*> earlier_texts(const document::Document& document, const document::FieldKey& key) {
    std::vector<const document::Version*> texts = document.history(key);
    const document::Value& now = document.value(key);
    std::erase_if(texts, [&](const document::Version* text) { return document::same_value(text->value, now); });
    return texts;
}

} // namespace planner::review
