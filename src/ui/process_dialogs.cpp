// What process a review follows, and whether it goes on with another one.

#include "ui/card_field.h"
#include "ui/conflict_box.h"
#include "ui/kit/dialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/list_line.h"
#include "ui/process_parts.h"
#include "ui/screens.h"

#include "app/known_processes.h"
#include "assets/review_process.h"
#include "process/names.h"
#include "review/kept_process.h"

#include <array>

namespace planner::ui {

namespace {

constexpr std::size_t most_changes = 12; ///< of one kind; the rest is counted: a dialog is no list

std::string changed_date(Context& c, const std::optional<app::Day>& day) {
    return day ? app::short_date(c.planner.texts(), *day, c.planner.today()) : c.tr("task.no_date");
}

void small(Context& c, const std::string& text) {
    kit::text(c.frame, text, {.style = kit::style::meta, .color = c.frame.theme().ink_2});
}

/// Who the process is: title, version and how much there is of it.
void draw_identity(Context& c, const process::Process& process) {
    const process::Language language = c.language();
    kit::text(c.frame, c.tr("process.with_version", {{"process", process.title.in(language)}, {"version", process.version}}),
              {.style = kit::style::body_strong});
    kit::text(c.frame, process.summary.in(language), {.color = c.frame.theme().ink_2});
    small(c, c.tr("process.counts", {{"steps", std::to_string(process.steps.size())},
                                     {"cards", std::to_string(process.cards.size())},
                                     {"tasks", std::to_string(process.tasks.size())}}));
}

std::string difference_text(Context& c, const process::Difference& difference) {
    static constexpr std::array keys = {"process.added", "process.removed", "process.changed"};
    std::string name = difference.name.in(c.language());
    if (!difference.inside.empty())
        name = c.tr("process.in_card", {{"field", name}, {"card", difference.inside.in(c.language())}});
    return c.tr(keys[static_cast<std::size_t>(difference.kind)], {{"name", name}});
}

void draw_differences(Context& c, const std::vector<process::Difference>& differences) {
    static constexpr std::array keys = {"process.part.step",    "process.part.card", "process.part.field",
                                        "process.part.task",    "process.part.date", "process.part.message",
                                        "process.part.rule",    "process.part.run_sheet", "process.part.other"};
    for (std::size_t part = 0; part < keys.size(); ++part) {
        std::vector<std::string> lines;
        for (const process::Difference& difference : differences)
            if (static_cast<std::size_t>(difference.part) == part)
                lines.push_back(difference.part == process::Part::other ? c.tr("process.other_changed")
                                                                        : difference_text(c, difference));
        if (lines.empty())
            continue;
        const kit::Scope scope(c.frame, keys[part]);
        const kit::Stack stack(c.frame.layout(), c.frame.px(2));
        kit::heading(c.frame, 3, c.tr(keys[part]), {.style = kit::style::card_title});
        for (std::size_t i = 0; i < lines.size() && i < most_changes; ++i)
            small(c, lines[i]);
        draw_more(c, lines.size(), most_changes);
    }
}

void draw_moves(Context& c, const std::vector<app::ProcessMove>& moves) {
    if (moves.empty())
        return;
    const kit::Stack stack(c.frame.layout(), c.frame.px(2));
    kit::heading(c.frame, 3, c.planner.texts().count("dates.moved", moves.size()),
                 {.style = kit::style::card_title, .icon = kit::icon::calendar_clock});
    for (std::size_t i = 0; i < moves.size() && i < most_changes; ++i) {
        const std::string task = moves[i].task + (moves[i].participant.empty() ? "" : ", " + moves[i].participant);
        small(c, c.tr("dates.move", {{"task", task}, {"from", changed_date(c, moves[i].from)}, {"to", changed_date(c, moves[i].to)}}));
    }
    draw_more(c, moves.size(), most_changes);
}

void draw_hidden(Context& c, const std::vector<review::Leftover>& hidden) {
    if (hidden.empty())
        return;
    const kit::Card card(c.frame, {.kind = kit::CardKind::difference, .padding = 12, .gap = 8, .radius = 8});
    kit::heading(c.frame, 3, c.planner.texts().count("process.hidden", hidden.size()), {.style = kit::style::card_title});
    small(c, c.tr("process.hidden_text"));
    draw_leftovers(c, hidden, most_changes);
}

void draw_preview(Context& c) {
    const app::ProcessPreview& preview = c.planner.process_preview();
    const std::string title = c.planner.view().title;
    kit::heading(c.frame, 3, c.tr("process.changes_for", {{"title", title.empty() ? c.tr("review.untitled") : title}}),
                 {.style = kit::style::lead});
    if (preview.differences.empty() && preview.hidden.empty() && preview.moves.empty())
        kit::text(c.frame, c.tr("process.no_changes"));
    draw_hidden(c, preview.hidden);
    draw_moves(c, preview.moves);
    draw_differences(c, preview.differences);
    kit::text(c.frame, c.tr("import.safe"),
              {.style = kit::style::meta, .color = c.frame.theme().ink_2, .icon = kit::icon::circle_check});
}

void draw_wrong_file(Context& c, const app::ProcessOffer& offer) {
    const process::ProcessError& error = offer.error;
    kit::banner(c.frame, {.text = c.tr("process.wrong", {{"file", offer.file},
                                                         {"line", std::to_string(error.line)},
                                                         {"column", std::to_string(error.column)},
                                                         {"place", error.pointer.empty() ? "/" : error.pointer}}),
                          .icon = kit::icon::triangle_alert, .tone = kit::Tone::late});
    small(c, c.tr("process.wrong_detail", {{"text", error.sentence}}));
    kit::text(c.frame, c.tr("import.unchanged"), {.color = c.frame.theme().ink_2});
}

void run_offer(Context& c, std::string_view pressed) {
    const app::ProcessOffer& offer = *c.planner.process_offer();
    if (pressed == "use") {
        c.frame.defer([&planner = c.planner] { planner.use_offered_process(); });
    } else if (pressed == "new") {
        c.frame.defer([c, &process = *offer.process]() mutable {
            c.planner.close_process_offer();
            open_new_review(c, app::key_of_process(process));
        });
    } else {
        c.frame.defer([c, newer = offer.from == app::ProcessOffer::From::program] {
            if (newer && c.planner.current() != nullptr)
                c.state.not_now.insert(c.planner.current()->id());
            c.planner.close_process_offer();
        });
    }
}

/// The ways on: nothing, a new review with it, this review with it.
void draw_ways_on(Context& c, kit::Dialog& dialog, bool usable) {
    const app::ProcessOffer& offer = *c.planner.process_offer();
    const bool newer = offer.from == app::ProcessOffer::From::program;
    const std::string stop = c.tr(offer.process == nullptr ? "action.done" : newer ? "process.not_now" : "action.cancel");
    const std::string make = c.tr("process.new_review"), use = c.tr(newer ? "process.take_over" : "process.use");
    std::vector<kit::ButtonOptions> buttons = {{.label = stop, .key = "stop"}};
    if (offer.process != nullptr && !newer)
        buttons.push_back({.label = make, .kind = usable ? kit::ButtonKind::secondary : kit::ButtonKind::primary, .key = "new"});
    if (usable)
        buttons.push_back({.label = use, .kind = kit::ButtonKind::primary, .key = "use"});
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("stop"));
    if (pressed)
        run_offer(c, buttons[*pressed].key);
    else if (dialog.dismissed())
        run_offer(c, "stop");
}

void draw_names(Context& c, const process::Process& process) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), frame.px(10));
    kit::heading(frame, 3, c.tr("process.names"), {.style = kit::style::card_title});
    kit::text(frame, c.tr("process.names_text"), {.style = kit::style::body_dense, .color = frame.theme().ink_2});
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(420) ? 2 : 1, frame.px(12), frame.px(10));
    for (const process::Nameable& each : process::nameables(process)) {
        grid.next();
        const std::string name = each.text.in(c.language());
        draw_plain_value(c, review::given_name_key(each.id), process::FieldKind::text,
                         each.own ? c.tr("process.own_name", {{"name", name}}) : name);
    }
}

} // namespace

void draw_process_offer_dialog(Context& c) {
    const app::ProcessOffer* offer = c.planner.process_offer();
    if (offer == nullptr)
        return;
    const app::OpenReview* open = c.planner.current();
    const bool in_review = open != nullptr && open->ready() && offer->process != nullptr;
    const bool usable = in_review && !app::follows(*open, *offer);
    const std::string title = c.tr(offer->process == nullptr                         ? "process.wrong_title"
                                   : offer->from == app::ProcessOffer::From::program ? "process.newer_title"
                                                                                     : "process.offer_title");
    kit::Dialog dialog(c.frame, {.title = title, .key = "process offer", .close_name = c.tr("action.close"), .width = 640});
    if (offer->process == nullptr) {
        draw_wrong_file(c, *offer);
    } else {
        draw_identity(c, *offer->process);
        if (usable)
            draw_preview(c);
        else if (in_review)
            kit::text(c.frame, c.tr("process.same"));
    }
    draw_ways_on(c, dialog, usable);
}

void draw_process_dialog(Context& c) {
    const app::OpenReview* open = c.planner.current();
    if (c.state.dialog != DialogKind::process || open == nullptr || !open->ready() || !open->followed().known() ||
        c.planner.process_offer() != nullptr)
        return;
    kit::Dialog dialog(c.frame, {.title = c.tr("process.title"), .key = "process", .close_name = c.tr("action.close"), .width = 640});
    const document::FieldKey key = review::kept_process_key();
    const document::Register* kept = open->document().field(key);
    if (kept != nullptr && kept->in_conflict())
        draw_conflict(c, key, nullptr, c.tr("process.place"));
    draw_identity(c, *open->followed().unnamed());
    if (kit::button(c.frame, {.label = c.tr("process.open_file"), .icon = kit::icon::folder_open, .size = kit::ButtonSize::small}))
        c.frame.defer([&planner = c.planner] { planner.pick_files(); });
    draw_names(c, *open->followed().unnamed());
    const std::string done = c.tr("action.done");
    const std::array buttons = {kit::ButtonOptions{.label = done, .kind = kit::ButtonKind::primary, .key = "done"}};
    const auto pressed = dialog.buttons(buttons);
    if (dialog.opened())
        c.frame.request_focus(c.frame.id("done"));
    if (pressed || dialog.dismissed())
        c.frame.defer([&state = c.state, &planner = c.planner] {
            planner.end_typing();
            state.dialog = DialogKind::none;
        });
}

} // namespace planner::ui
