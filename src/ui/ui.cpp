#include "ui/ui.h"

#include "ui/live_parts.h"
#include "ui/screens.h"

#include "ui/kit/drag.h"

#include <algorithm>

namespace planner::ui {

namespace {

constexpr float presented_scale = 1.6f; ///< of the letters of a card that is shown large

kit::ThemeKind theme_of(app::Theme theme, bool system_dark) {
    switch (theme) {
    case app::Theme::light: return kit::ThemeKind::light;
    case app::Theme::dark: return kit::ThemeKind::dark;
    case app::Theme::system: break;
    }
    return system_dark ? kit::ThemeKind::dark : kit::ThemeKind::light;
}

void draw_screen(Context& c) {
    const app::Planner& planner = c.planner;
    const app::Screen screen = planner.route().screen;
    if (screen == app::Screen::projector) {
        draw_projector_screen(c);
        return;
    }
    if (screen == app::Screen::overview) {
        const bool nothing = planner.overview().empty();
        nothing ? draw_start_screen(c) : draw_overview_screen(c);
        return;
    }
    if (screen == app::Screen::archive) {
        draw_archive_screen(c);
        return;
    }
    if (screen == app::Screen::settings) {
        draw_settings_screen(c);
        return;
    }
    if (screen == app::Screen::about && planner.route().review.empty()) {
        draw_about_screen(c);
        return;
    }
    if (screen == app::Screen::not_found || !planner.current() || !planner.current()->ready()) {
        draw_missing_screen(c);
        return;
    }
    const kit::Scope scope(c.frame, planner.route().review);
    if (!planner.current()->followed().known()) {
        draw_lost_process_screen(c);
        return;
    }
    if (screen == app::Screen::dashboard)
        draw_dashboard_screen(c);
    else if (screen == app::Screen::tasks)
        draw_tasks_screen(c);
    else if (screen == app::Screen::messages)
        draw_messages_screen(c);
    else if (screen == app::Screen::hours)
        draw_hours_screen(c);
    else if (screen == app::Screen::about)
        draw_about_screen(c);
    else if (screen == app::Screen::run_sheets)
        draw_run_sheets_screen(c);
    else if (screen == app::Screen::live)
        draw_live_screen(c);
    else if (screen == app::Screen::cards)
        draw_cards_screen(c);
    else
        draw_card_screen(c);
}

/// What comes over a screen: dialogs, messages, what happens to files.
void draw_over_screen(Context& c) {
    draw_new_review_dialog(c);
    draw_participants_dialog(c);
    draw_dates_dialog(c);
    draw_combine_dialog(c);
    draw_history_dialog(c);
    draw_holidays_dialog(c);
    draw_calendar_dialog(c);
    draw_share_dialog(c);
    draw_visit_dialog(c);
    draw_forget_dialog(c);
    draw_gathered_dialog(c);
    draw_import_dialog(c);
    draw_unlock_dialog(c);
    draw_process_dialog(c);
    draw_process_offer_dialog(c);
    draw_wipe_dialog(c);
    draw_unkept_dialog(c);
    draw_live_dialogs(c);
    draw_note_boxes(c);
    draw_toasts(c);
    draw_drop_notice(c);
    draw_opening_notice(c);
}

/// A dialog or menu is open: keys are for that.
bool is_covered(kit::Frame& frame) {
    const std::vector<kit::Node>& nodes = frame.tree().nodes();
    return std::any_of(nodes.begin(), nodes.end(), [](const kit::Node& node) { return node.modal || node.role == kit::Role::menu; });
}

} // namespace

Ui::Ui(app::Planner& planner, const kit::FontFiles& fonts, kit::TextMeasurer* measurer)
    : planner_(planner), frame_(fonts, measurer) {}

kit::FrameOutput Ui::draw(const Page& page) {
    page_ = page;
    kit::FrameInput input;
    input.width = page.width;
    input.height = page.height;
    input.pixel_ratio = page.pixel_ratio;
    input.time = page.time;
    input.text_scale = static_cast<float>(planner_.settings().text_scale) / 100;
    input.scrollbar_width = page.scrollbar_width;
    input.theme = theme_of(planner_.settings().theme, page.system_dark);
    input.reduced_motion = page.reduced_motion;
    state_.file_over_page = page.file_over_page;
    state_.opening_file = page.opening_file;
    state_.opening_progress = page.opening_progress;
    if (planner_.route().screen != app::Screen::card)
        state_.presenting = false;
    if (state_.presenting)
        input.text_scale = std::max(input.text_scale, presented_scale);
    if (planner_.route().screen == app::Screen::projector)
        input.text_scale = 1; // its letters follow the height of the window
    if (!(state_.shown_route == planner_.route())) {
        if (state_.dialog != DialogKind::new_review || !planner_.route().review.empty())
            state_.dialog = DialogKind::none;
        if (state_.shown_route.review != planner_.route().review)
            state_.chosen_messages.clear();
        state_.shown_route = planner_.route();
        state_.plan_before_of.reset();
        state_.wanted_block = planner_.route().screen == app::Screen::about ? planner_.route().item : state_.next_block;
        state_.next_block.clear();
    }
    frame_.begin(input);
    Context context{frame_, planner_, state_};
    draw_screen(context);
    // A room is asked nothing and told nothing but what it came to see.
    if (planner_.route().screen != app::Screen::projector)
        draw_over_screen(context);
    state_.wanted_field.reset();
    return frame_.end();
}

std::optional<kit::FrameOutput> Ui::catch_up() {
    if (!frame_.has_waiting_actions())
        return std::nullopt;
    return draw(page_);
}

bool Ui::key(const KeyPress& press) {
    if (press.key == "Escape" && kit::cancel_drag(frame_))
        return true;
    if (!press.control && !press.alt && !is_covered(frame_)) {
        Context context{frame_, planner_, state_};
        const app::Screen screen = planner_.route().screen;
        if (screen == app::Screen::projector)
            return projector_key(context, press.key);
        if (screen == app::Screen::live && planner_.current() && planner_.current()->ready())
            return live_key(context, press.key);
    }
    if (!press.control || press.alt)
        return false;
    const bool z = press.key == "z" || press.key == "Z";
    if (z || press.key == "y" || press.key == "Y") {
        // A draft is not in the review yet: there the browser's own undo works.
        if (state_.dialog == DialogKind::new_review || state_.dialog == DialogKind::combine || state_.dialog == DialogKind::share ||
            planner_.locked_offer() != nullptr)
            return false;
        Context context{frame_, planner_, state_};
        if (planner_.route().screen == app::Screen::live && is_in_draft(context))
            return false;
        if (!planner_.current() || !planner_.current()->ready())
            return false;
        planner_.step(z && !press.shift ? app::Step::undo : app::Step::redo);
        return true;
    }
    if (press.key == "s" || press.key == "S") {
        if (!planner_.current() || !planner_.current()->ready())
            return false;
        planner_.download();
        return true;
    }
    return false;
}

} // namespace planner::ui
