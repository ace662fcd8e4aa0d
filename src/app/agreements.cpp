#include "app/agreements.h"

#include "app/planner.h"

namespace planner::app {

void decide_agreement(Planner& planner, const planning::Agreement& agreement, AgreementDecision decision) {
    namespace field = process::agreement_field;
    const auto at = [&](std::string_view name) { return document::FieldKey{agreement.row, std::string(name)}; };
    const bool done = decision == AgreementDecision::done;
    const std::string what = agreement.what; // what is written may put other agreements in the place of this one
    const std::string day = done ? format_day(planner.today()) : "", author = done ? planner.settings().author : "";
    const bool changed = planner.write_fields({{at(field::done), done}, {at(field::done_on), day}, {at(field::done_by), author}},
                                              done ? "undo.what.agreement_done" : "undo.what.agreement");
    // It may go from the list at once.
    if (changed && done) planner.offer_undo_of_last(planner.tr("agreement.is_done", {{"agreement", what}}));
}

Route route_to(const Planner& planner, const planning::Agreement& agreement) {
    return Route::card_of(planner.route().review, agreement.card->id, agreement.whose);
}

} // namespace planner::app
