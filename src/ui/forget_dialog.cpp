#include "ui/forget_dialog.h"

#include "ui/card_field.h"
#include "ui/kit/button.h"
#include "ui/kit/dialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"

#include "planning/keep_until.h"
#include "review/values.h"

#include <array>
#include <set>

#include "app/forgetting.h"

namespace planner::ui {

namespace {

void open(Context& c, const std::string& name) {
    c.frame.defer([&state = c.state, &planner = c.planner, name] {
        planner.end_typing();
        state.forgotten_name = name;
        state.dialog = DialogKind::forget;
    });
}

template <class Key>
void draw_places(Context& c, const std::string& title, const std::vector<Key>& keys, std::string_view explanation = {}) {
    if (keys.empty())
        return;
    const kit::Card card(c.frame, {.padding = 12, .gap = 6, .name = title, .radius = 8});
    kit::heading(c.frame, 3, title, {.style = kit::style::card_title});
    if (!explanation.empty())
        kit::text(c.frame, explanation, {.style = kit::style::meta, .color = c.frame.theme().ink_2});
    const review::RowIndex rows(c.planner.current()->document());
    const review::Review review(c.planner.current()->document(), c.planner.current()->process(), rows);
    for (const Key& key : keys) {
        const std::string place = app::place_text(c.planner.texts(), review::place_of(review, key, c.language()));
        kit::text(c.frame, place, {.style = kit::style::body_dense});
    }
}

void draw_plan(Context& c, const review::ForgettingPlan& plan) {
    if (plan.is_ambiguous())
        kit::text(c.frame, c.tr("forget.same_name"), {.style = kit::style::body_strong, .icon = kit::icon::triangle_alert});
    draw_places(c, c.tr("forget.persons"), plan.persons);
    draw_places(c, c.tr("forget.emptied"), plan.emptied);
    draw_places(c, c.tr("forget.texts", {{"words", c.tr("forget.replacement")}}), plan.texts);
    draw_places(c, c.tr("forget.earlier"), plan.earlier);
    if (!plan.labels.empty())
        kit::text(c.frame, c.planner.texts().count("forget.labels", plan.labels.size()));
    draw_places(c, c.tr("forget.to_look_at"), plan.to_look_at, c.tr("forget.to_look_at_text"));
}

} // namespace

void draw_forget_buttons(Context& c, const std::vector<document::EntityKey>& entities) {
    const review::Review review = c.planner.reading();
    std::set<std::string> offered; // one button for all who have the same name: they go together
    for (const document::EntityKey& entity : entities) {
        const std::string name = review::name_of_person(review, entity);
        if (name.empty() || !offered.insert(name).second)
            continue;
        const kit::Scope scope(c.frame, "forget " + entity.id);
        if (kit::button(c.frame, {.label = c.tr("forget.action", {{"name", name}}), .icon = kit::icon::trash_2,
                                  .kind = kit::ButtonKind::quiet, .size = kit::ButtonSize::small}))
            open(c, name);
    }
}

void draw_keep_until(Context& c) {
    const document::FieldKey key{review::review_key(), "keep_until"};
    draw_plain_value(c, key, process::FieldKind::date, c.tr("review.keep_until"));
    const auto day = planning::keep_until(c.planner.reading());
    if (day && !review::is_filled(c.planner.reading().document().value(key)))
        kit::text(c.frame, c.tr("review.keep_until_proposed", {{"date", app::long_date(c.planner.texts(), *day)}}),
                  {.style = kit::style::meta, .color = c.frame.theme().ink_3});
}

void draw_keep_until_notice(Context& c) {
    if (!app::asks_to_wipe_contacts(c.planner))
        return;
    const std::string date = app::long_date(c.planner.texts(), *planning::keep_until(c.planner.reading()));
    const std::string text = c.tr("forget.due", {{"date", date}}), action = c.tr("forget.due_action");
    if (kit::banner(c.frame, {.text = text, .icon = kit::icon::info, .action = action, .key = "keep until"}) == kit::BannerPress::action)
        open(c, "");
}

void draw_forget_dialog(Context& c) {
    if (c.state.dialog != DialogKind::forget || !c.planner.current() || !c.planner.current()->ready())
        return;
    const std::string& name = c.state.forgotten_name;
    const review::ForgettingPlan& plan = c.planner.forgetting_plan(name);
    const std::string title = name.empty() ? c.tr("forget.contacts_title") : c.tr("forget.title", {{"name", name}});
    kit::Dialog dialog(c.frame, {.title = title, .key = "forget", .close_name = c.tr("action.close"), .width = 640});
    kit::text(c.frame, c.tr("forget.intro"), {.color = c.frame.theme().ink_2});
    draw_plan(c, plan);
    kit::text(c.frame, c.tr("forget.no_undo"), {.style = kit::style::body_strong});
    const std::string cancel = c.tr("import.cancel"), confirm = c.tr("forget.confirm");
    const std::array buttons = {
        kit::ButtonOptions{.label = cancel},
        kit::ButtonOptions{.label = confirm, .kind = kit::ButtonKind::primary,
                           .enabled = plan.places() > 0 ? kit::Enabled::yes : kit::Enabled::no}};
    const auto pressed = dialog.buttons(buttons);
    if (!pressed && !dialog.dismissed())
        return;
    c.frame.defer([&state = c.state, &planner = c.planner, name, confirmed = pressed == std::size_t{1}] {
        state.dialog = DialogKind::none;
        if (confirmed)
            planner.forget(name);
    });
}

} // namespace planner::ui
