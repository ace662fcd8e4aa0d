#include "ui/history_dialog.h"

#include "ui/conflict_box.h"
#include "ui/kit/button.h"
#include "ui/kit/dialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"

#include "review/earlier.h"

#include <array>

#include "app/earlier_texts.h"

namespace planner::ui {

namespace {

void draw_earlier(Context& c, const document::Version& version, std::size_t index, const process::Field* field) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, std::to_string(index));
    const document::FieldKey& key = c.state.history.key;
    const std::string label = version_label(c, version), time = version_time(c, version);
    const kit::Card card(frame, {.padding = 12, .gap = 6, .radius = 8});
    kit::text(frame, label, {.style = kit::style::body_strong});
    kit::text(frame, time, {.style = kit::style::meta, .color = frame.theme().ink_3});
    kit::text(frame, version_text(c, key, version.value, field), {.style = kit::style::body});
    if (kit::button(frame, {.label = c.tr("history.put_back"), .icon = kit::icon::undo_2, .size = kit::ButtonSize::small,
                            .name = c.tr("history.put_back_named", {{"number", std::to_string(index + 1)}, {"label", label}, {"time", time}})}))
        frame.defer([&planner = c.planner, &state = c.state, key, index] {
            app::restore_earlier(planner, key, index);
            state.dialog = state.history.behind;
        });
}

} // namespace

void draw_history_button(Context& c, const document::FieldKey& key, const std::string& name) {
    if (c.state.presenting || review::earlier_texts(c.planner.current()->document(), key).empty())
        return;
    if (kit::button(c.frame, {.label = c.tr("history.open"), .icon = kit::icon::history, .kind = kit::ButtonKind::quiet,
                              .size = kit::ButtonSize::small, .key = "history " + document::to_pointer(key),
                              .name = c.tr("history.open_of", {{"field", name}})}))
        c.frame.defer([&state = c.state, key, name] {
            state.history = {key, name, state.dialog};
            state.dialog = DialogKind::history;
        });
}

void draw_history_dialog(Context& c) {
    if (c.state.dialog != DialogKind::history || !c.planner.current() || !c.planner.current()->ready())
        return;
    const document::Document& document = c.planner.current()->document();
    const document::FieldKey& key = c.state.history.key;
    kit::Dialog dialog(c.frame, {.title = c.tr("history.open"), .key = "history", .close_name = c.tr("action.close"), .width = 560});
    kit::text(c.frame, c.state.history.name, {.style = kit::style::body_strong});
    const process::Field* field = review::definition_of(c.planner.reading(), key);
    const auto texts = review::earlier_texts(document, key);
    for (std::size_t i = 0; i < texts.size(); ++i)
        draw_earlier(c, *texts[i], i, field);
    if (const auto& horizon = document.history().horizon())
        kit::text(c.frame, c.tr("history.left_out", {{"time", c.planner.moment_text(horizon->time)}}),
                  {.style = kit::style::meta, .color = c.frame.theme().ink_3});
    const std::string done = c.tr("action.done");
    const std::array buttons = {kit::ButtonOptions{.label = done, .kind = kit::ButtonKind::primary}};
    if (dialog.buttons(buttons) || dialog.dismissed())
        c.frame.defer([&state = c.state] { state.dialog = state.history.behind; });
}

} // namespace planner::ui
