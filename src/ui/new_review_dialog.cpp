#include "ui/kit/button.h"
#include "ui/kit/choice.h"
#include "ui/kit/dialog.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/surface.h"
#include "ui/kit/text.h"
#include "ui/screens.h"

#include "app/known_processes.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace planner::ui {

namespace {

app::NewReviewRequest request_of(const NewReviewDraft& draft) {
    app::NewReviewRequest request{draft.title, draft.process, {}};
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

void draw_kind(Context& c, NewReviewDraft& draft) {
    std::vector<kit::Choice> choices;
    for (const process::Process* process : app::processes_to_choose()) {
        const std::string key = app::key_of_process(*process), title = process->title.in(c.language());
        choices.push_back({key, key == process->id ? title : c.tr("process.with_version", {{"process", title}, {"version", process->version}})});
    }
    if (const auto chosen = kit::select(c.frame, {.label = c.tr("new_review.kind"), .value = draft.process, .choices = choices}))
        draft.process = *chosen;
}

void draw_team(Context& c, NewReviewDraft& draft, const process::Process& process, const app::NewReviewProblems& problems,
               std::size_t index) {
    kit::Frame& frame = c.frame;
    const kit::Scope scope(frame, std::to_string(index));
    const std::string number = std::to_string(index + 1), word = process.participants.singular.in(c.language());
    const bool removable = draft.teams.size() > process.participants.minimum;
    NewReviewDraft::Team& team = draft.teams[index];
    std::string error;
    if (draft.tried && contains(problems.names_missing, index))
        error = c.tr("new_review.error_team_name", {{"participant", word}, {"number", number}});
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
            const auto name = kit::field(frame, {.label = c.tr("new_review.team_name", {{"participant", word}, {"number", number}}),
                                                 .value = team.name, .key = "name", .error = error, .required = true});
            if (name.changed)
                team.name = *name.changed;
            if (seek) {
                frame.request_focus(name.id);
                c.state.seek_problem = false;
            }
            grid.next();
            const auto institution = kit::field(
                frame, {.label = c.tr("new_review.team_institution", {{"participant", word}, {"number", number}}),
                        .value = team.institution, .key = "institution"});
            if (institution.changed)
                team.institution = *institution.changed;
        }
        bottom = column.bottom();
    }
    if (removable) {
        const kit::Column column(frame.layout(), x + width - side + frame.px(8), y + frame.px(22), side, 0);
        std::string label = c.tr("new_review.team_remove", {{"participant", word}, {"number", number}});
        label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(label[0])));
        if (kit::icon_button(frame, {.icon = kit::icon::trash_2, .name = label, .key = "remove"}))
            frame.defer([&state = c.state, index] {
                if (index < state.draft.teams.size())
                    state.draft.teams.erase(state.draft.teams.begin() + static_cast<std::ptrdiff_t>(index));
            });
    }
    frame.layout().place(-1, bottom - y);
}

void draw_teams(Context& c, NewReviewDraft& draft, const process::Process& process, const app::NewReviewProblems& problems) {
    kit::Frame& frame = c.frame;
    const kit::Stack stack(frame.layout(), frame.px(10));
    kit::heading(frame, 3, c.tr("new_review.participants"), {.style = kit::style::card_title});
    for (std::size_t i = 0; i < draft.teams.size(); ++i)
        draw_team(c, draft, process, problems, i);
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

void open_new_review(Context& c) {
    const auto processes = app::known_processes();
    if (!processes.empty())
        open_new_review(c, *processes.front());
}

void open_new_review(Context& c, const process::Process& process) {
    NewReviewDraft draft;
    draft.process = app::key_of_process(process);
    draft.teams.resize(process.participants.minimum);
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
