#include "ui/earlier_question.h"

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/text.h"

#include "review/values.h"

#include <algorithm>

namespace planner::ui {

void draw_earlier_question(Context& c, const CardPlace& place, const process::Field& field) {
    const review::Review review = c.planner.reading();
    const auto& questions = review.process().learning_question;
    const bool asks = std::any_of(questions.begin(), questions.end(), [&](const process::FieldReference& each) {
        return each.card == place.card && each.field == field.id;
    });
    const document::FieldKey key = review.key_of(place.card, place.participant, field);
    if (!asks || review::is_filled(review.document().value(key)))
        return;
    const std::string earlier = review.learning_question(place.participant);
    if (earlier.empty())
        return;
    kit::text(c.frame, c.tr("question.earlier", {{"question", earlier}}), {.color = c.frame.theme().ink_2, .icon = kit::icon::info});
    if (kit::button(c.frame, {.label = c.tr("question.take_over"), .size = kit::ButtonSize::small, .key = "take over"}))
        c.frame.defer([&planner = c.planner, key, earlier] { planner.set_field(key, earlier); });
}

} // namespace planner::ui
