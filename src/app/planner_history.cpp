#include "app/planner.h"
#include "app/value_text.h"
#include "review/earlier.h"

namespace planner::app {

void Planner::restore_earlier(const document::FieldKey& key, std::size_t index) {
    if (editable() == nullptr) return;
    const auto texts = review::earlier_texts(current()->document(), key);
    if (index >= texts.size()) return;
    if (!write_fields({{key, texts[index]->value}}, "undo.what.restored_text")) return;
    const std::string field = label_text(texts_, review::place_of(reading(), key, language()));
    offer_undo_of_last(texts_.tr("history.restored", {{"field", field}}));
}

} // namespace planner::app
