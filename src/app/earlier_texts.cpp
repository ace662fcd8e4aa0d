#include "app/earlier_texts.h"

#include "app/planner.h"
#include "app/value_text.h"
#include "review/earlier.h"

namespace planner::app {

void restore_earlier(Planner& planner, const document::FieldKey& key, std::size_t index) {
    if (planner.current() == nullptr || !planner.current()->ready()) return;
    const auto texts = review::earlier_texts(planner.current()->document(), key);
    if (index >= texts.size()) return;
    if (!planner.write_fields({{key, texts[index]->value}}, "undo.what.restored_text")) return;
    const review::Place place = review::place_of(planner.reading(), key, planner.language());
    const std::string field = label_text(planner.texts(), place);
    planner.offer_undo_of_last(planner.tr("history.restored", {{"field", field}}));
}

} // namespace planner::app
