#include "ui/dashboard_cards.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/task_words.h"

#include "exchange/print_words.h"

namespace planner::ui {

namespace {

void draw_person(Context& c, const std::string& name, const std::string& detail) {
    kit::text(c.frame, name, {.style = kit::style::body_dense});
    if (!detail.empty())
        kit::text(c.frame, detail, {.style = kit::style::meta, .color = c.frame.theme().ink_2});
}

void draw_facilitator(Context& c, const review::Facilitator& facilitator) {
    const std::string title = facilitator_title(c);
    kit::divider(c.frame);
    const kit::Stack stack(c.frame.layout(), 0);
    draw_person(c, facilitator.name.empty() ? title : facilitator.name,
                exchange::joined({facilitator.name.empty() ? c.tr("participant.no_name") : title, facilitator.contact}));
}

void draw_contacts_of(Context& c, const app::ParticipantView& participant) {
    const bool asked = c.planner.current()->process().bound_field("persons").field;
    const std::string title = c.tr("dashboard.contacts_of", {{"participant", subject_name(c, participant.participant.id)}});
    draw_subject(c, {participant.participant.id, asked ? title : "", DialogKind::contacts}, [&] {
        for (const review::Person& each : participant.persons)
            draw_person(c, each.name.empty() ? c.tr("participant.no_name") : each.name,
                        exchange::joined({each.function, each.contact}));
        if (participant.persons.empty())
            kit::text(c.frame, c.tr("dashboard.no_contacts"), {.style = kit::style::meta, .color = c.frame.theme().ink_3});
    });
}

} // namespace

void draw_contacts_card(Context& c, const app::ReviewView& view) {
    const std::string title = c.tr("dashboard.contacts");
    const kit::Card card(c.frame, {.gap = 10, .name = title});
    if (draw_card_head(c, title, c.tr("action.edit"), kit::icon::pencil))
        c.frame.defer([&state = c.state] { state.dialog = DialogKind::participants; });
    draw_facilitator(c, view.facilitator);
    draw_list(c, title, [&] {
        for (const app::ParticipantView& participant : view.participants)
            draw_contacts_of(c, participant);
    });
}

} // namespace planner::ui
