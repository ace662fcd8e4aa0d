#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/dialog.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"
#include "ui/task_words.h"

#include "app/known_processes.h"

#include <algorithm>
#include <array>
#include <map>

namespace planner::ui {

namespace {

app::NewReviewRequest request_of(const NewReviewDraft& draft) {
    app::NewReviewRequest request{draft.title, draft.process, {}, draft.kickoff_date, draft.facilitator, draft.visit_date};
    for (const NewReviewDraft::Team& team : draft.teams)
        request.participants.push_back({team.name, team.institution});
    return request;
}

bool contains(const std::vector<std::size_t>& list, std::size_t index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

std::string minimum_sentence(Context& c, const process::Process& process) {
    return c.tr("new_review.minimum_reason", {{"count", std::to_string(process.participants.minimum)},
                                              {"participants", process.participants.plural.in(c.language())},
                                              {"reason", process.participants.minimum_reason.in(c.language())}});
}

bool is_empty(const NewReviewDraft::Team& team) {
    return team.name.empty() && team.institution.empty();
}

/// What was typed stays; empty lines go or come, so that there are as many as the process asks for.
void choose_process(NewReviewDraft& draft, const process::Process& process) {
    draft.process = app::key_of_process(process);
    const std::size_t minimum = process.participants.minimum;
    while (draft.teams.size() > minimum && is_empty(draft.teams.back()))
        draft.teams.pop_back();
    draft.teams.resize(std::max(draft.teams.size(), minimum));
}

void draw_kind(Context& c, NewReviewDraft& draft) {
    kit::Frame& frame = c.frame;
    const std::string heading = c.tr("new_review.kind");
    const kit::Stack stack(frame.layout(), frame.px(6));
    kit::text(frame, heading, {.style = kit::style::meta_strong, .exposure = kit::Exposure::decoration});
    kit::Node node;
    node.id = frame.id("kind");
    node.role = kit::Role::radio_group;
    node.name = heading;
    const kit::Rect start{frame.layout().x(), frame.layout().y(), frame.layout().available(), 0};
    const kit::Container container(frame, std::move(node), start);
    const std::string group = kit::to_text(container.id());
    std::map<std::string, int> labels;
    for (const process::Process* process : app::processes_to_choose()) {
        const std::string key = app::key_of_process(*process), title = capitalised(process->title.in(c.language()));
        const std::string version = c.tr("process.with_version", {{"process", title}, {"version", process->version}});
        std::string label = key == process->id ? title : version;
        // Somebody may change a file without giving it another version.
        if (const int same = ++labels[label]; same > 1)
            label += " (" + std::to_string(same) + ")";
        const bool chosen = kit::radio_card(frame, {.label = label, .text = process->summary.in(c.language()),
                                                    .group = group, .chosen = key == draft.process});
        if (chosen)
            frame.defer([&draft, process] { choose_process(draft, *process); });
    }
    if (kit::Node* added = frame.tree().find_open(container.id()))
        added->box.height = frame.layout().flow().bottom - start.y;
}

/// How a participant is called in the dialog: by its side when one of them hosts all others.
struct TeamWords {
    std::string name, institution, remove, missing;
};

TeamWords words_of(Context& c, const process::Participants& participants, std::size_t index) {
    const bool one_host = participants.hosting == process::Hosting::one;
    const process::Text& word = !one_host ? participants.singular : index == 0 ? participants.host_label : participants.visitor_label;
    const std::string called = word.in(c.language());
    if (one_host && index == 0)
        return {c.tr("new_review.host_name", {{"participant", called}}), c.tr("new_review.host_institution", {{"participant", called}}),
                "", c.tr("new_review.error_host_name", {{"participant", called}})};
    const std::string number = std::to_string(one_host ? index : index + 1);
    const auto text = [&](std::string_view key) { return c.tr(key, {{"participant", called}, {"number", number}}); };
    return {text("new_review.team_name"), text("new_review.team_institution"), text("new_review.team_remove"),
            text("new_review.error_team_name")};
}

void draw_date(Context& c, std::string_view label, std::string& date) {
    std::string display;
    if (const auto day = app::parse_day(date))
        display = app::short_date(c.planner.texts(), *day, c.planner.today());
    const auto field = kit::field(c.frame, {.label = c.tr(label), .value = date, .display = display, .input = kit::FieldInput::date});
    if (field.changed)
        date = *field.changed;
}

void draw_days(Context& c, NewReviewDraft& draft, const process::Process& process) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), frame.px(8));
    kit::heading(frame, 3, c.tr("new_review.days"), {.style = kit::style::card_title});
    kit::text(frame, c.tr("new_review.days_help"), {.style = kit::style::meta, .color = frame.theme().ink_3});
    kit::Grid grid(frame.layout(), frame.layout().available() > frame.px(360) ? 2 : 1, frame.px(12), frame.px(8));
    grid.next();
    draw_date(c, "review.kickoff_date", draft.kickoff_date);
    if (process.participants.hosting != process::Hosting::one)
        return;
    grid.next();
    draw_date(c, "new_review.visit_date", draft.visit_date);
}

/// Who signs the messages; without a name none of them is complete.
void draw_facilitator(Context& c, NewReviewDraft& draft, const process::Process& process) {
    const process::Role* role = process.role_of(process::RoleKind::facilitator);
    const std::string label = c.tr("review.name_of", {{"role", role ? role->title.in(c.language()) : c.tr("review.facilitator")}});
    const auto field = kit::field(c.frame, {.label = label, .value = draft.facilitator, .key = "facilitator", .help = c.tr("new_review.facilitator_help")});
    if (field.changed)
        draft.facilitator = *field.changed;
}

void draw_team(Context& c, NewReviewDraft& draft, const process::Process& process, const app::NewReviewProblems& problems,
               std::size_t index) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, std::to_string(index));
    const TeamWords words = words_of(c, process.participants, index);
    const bool removable = draft.teams.size() > process.participants.minimum && !words.remove.empty();
    NewReviewDraft::Team& team = draft.teams[index];
    std::string error;
    if (draft.tried && contains(problems.names_missing, index))
        error = words.missing;
    else if (draft.tried && contains(problems.names_doubled, index))
        error = c.tr("new_review.error_same_name");

    const kit::Card card(frame, {.padding = 12, .gap = 8, .radius = 8});
    const float side = removable ? kit::icon_button_size(frame, {.icon = {}, .name = {}}) + frame.px(8) : 0;
    const float x = frame.layout().x(), y = frame.layout().y(), width = frame.layout().available();
    float bottom = y;
    {
        const kit::Column column(frame.layout(), x, y, width - side, frame.px(8));
        {
            kit::Grid grid(frame.layout(), width - side > frame.px(360) ? 2 : 1, frame.px(12), frame.px(8));
            grid.next();
            const bool seek = c.state.seek_problem && !error.empty();
            const auto name = kit::field(frame, {.label = words.name, .value = team.name, .key = "name", .error = error, .required = true});
            if (name.changed)
                team.name = *name.changed;
            if (seek) {
                frame.request_focus(name.id);
                c.state.seek_problem = false;
            }
            grid.next();
            const auto institution = kit::field(frame, {.label = words.institution, .value = team.institution, .key = "institution"});
            if (institution.changed)
                team.institution = *institution.changed;
        }
        bottom = column.bottom();
    }
    if (removable) {
        const kit::Column column(frame.layout(), x + width - side + frame.px(8), y + frame.px(22), side, 0);
        if (kit::icon_button(frame, {.icon = kit::icon::trash_2, .name = capitalised(words.remove), .key = "remove"}))
            frame.defer([&state = c.state, index] {
                if (index < state.draft.teams.size())
                    state.draft.teams.erase(state.draft.teams.begin() + static_cast<std::ptrdiff_t>(index));
            });
    }
    frame.layout().place(-1, bottom - y);
}

/// The heading above the host, above the visitors, or above all.
void draw_teams_heading(Context& c, const process::Participants& participants, std::size_t index) {
    const bool one_host = participants.hosting == process::Hosting::one;
    if (index > 1 || (index == 1 && !one_host))
        return;
    std::string title = !one_host    ? c.tr("new_review.participants")
                        : index == 0 ? capitalised(participants.host_label.in(c.language()))
                                     : c.tr("new_review.visitors", {{"participants", participants.plural.in(c.language())}});
    kit::heading(c.frame, 3, title, {.style = kit::style::card_title});
}

void draw_teams(Context& c, NewReviewDraft& draft, const process::Process& process, const app::NewReviewProblems& problems) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), frame.px(10));
    for (std::size_t i = 0; i < draft.teams.size(); ++i) {
        draw_teams_heading(c, process.participants, i);
        draw_team(c, draft, process, problems, i);
    }
    if (draft.teams.size() <= process.participants.minimum)
        kit::text(frame, minimum_sentence(c, process), {.style = kit::style::meta, .color = frame.theme().ink_3});
    if (kit::button(frame, {.label = process.participants.add_label.in(c.language()), .icon = kit::icon::plus, .size = kit::ButtonSize::small}))
        frame.defer([&state = c.state] { state.draft.teams.emplace_back(); });
}

void submit(Context& c) {
    c.frame.defer([&planner = c.planner, &state = c.state] {
        state.draft.tried = true;
        state.seek_problem = true;
        if (!planner.create_review(request_of(state.draft)).empty())
            state.dialog = DialogKind::none;
    });
}

} // namespace

void open_new_review(Context& c, std::string_view key) {
    NewReviewDraft draft;
    const process::Process* chosen = app::process_with_key(key);
    const auto processes = app::known_processes();
    if (!chosen && !processes.empty())
        chosen = processes.front();
    if (chosen)
        choose_process(draft, *chosen);
    c.state.draft = std::move(draft);
    c.state.dialog = DialogKind::new_review;
}

void draw_new_review_dialog(Context& c) {
    if (c.state.dialog != DialogKind::new_review)
        return;
    NewReviewDraft& draft = c.state.draft;
    const process::Process* process = app::process_with_key(draft.process);
    if (!process)
        return;
    const app::NewReviewProblems problems = c.planner.problems_of(request_of(draft));
    kit::Dialog dialog(c.frame, {.title = c.tr("new_review.title"), .close_name = c.tr("action.close"), .width = 640});
    const std::string missing = draft.tried && problems.title_missing ? c.tr("new_review.error_title") : std::string();
    const auto title = kit::field(c.frame, {.label = c.tr("new_review.title_field"), .value = draft.title,
                                            .help = c.tr("new_review.title_help"), .error = missing, .required = true});
    if (dialog.opened() || (c.state.seek_problem && !missing.empty())) {
        c.frame.request_focus(title.id);
        c.state.seek_problem = false;
    }
    if (title.changed)
        draft.title = *title.changed;
    draw_kind(c, draft);
    draw_teams(c, draft, *process, problems);
    draw_days(c, draft, *process);
    draw_facilitator(c, draft, *process);
    kit::text(c.frame, c.tr("new_review.change_later"), {.style = kit::style::meta, .color = c.frame.theme().ink_3});
    const std::string cancel = c.tr("new_review.cancel"), create = c.tr("new_review.create");
    const std::array buttons = {kit::ButtonOptions{.label = cancel},
                                kit::ButtonOptions{.label = create, .kind = kit::ButtonKind::primary}};
    const auto pressed = dialog.buttons(buttons);
    if (pressed == 1 || title.submitted)
        submit(c);
    else if (pressed == 0 || dialog.dismissed())
        c.frame.defer([&state = c.state] { state.dialog = DialogKind::none; });
}

} // namespace planner::ui
