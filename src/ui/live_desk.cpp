#include "ui/live_parts.h"

#include <utility>

namespace planner::ui {

namespace {

app::Desk desk_of(const LiveState& state) {
    return {state.note_kind, state.note, state.message, state.shows, state.theme};
}

/// What was half written, or meant for the room, when this window was closed or loaded anew.
LiveState state_on(const app::Desk& desk) {
    LiveState state;
    state.note_kind = desk.note_kind;
    state.note = desk.note;
    state.message = desk.message;
    state.shows = desk.shows;
    state.theme = desk.theme;
    return state;
}

/// Each meeting has a state of its own: what is meant for one room, or half written, is not for another.
void take_up_meeting(ScreenState& state, const app::Planner& planner) {
    const app::Route& route = planner.route();
    const std::string meeting = route.review + "/" + route.item + "/" + route.participant;
    LiveState& last = state.live;
    if (last.meeting == meeting)
        return;
    const auto known = state.other_meetings.find(meeting);
    LiveState next = known != state.other_meetings.end() ? std::move(known->second) : state_on(app::desk_of(planner.settings(), meeting));
    next.meeting = meeting;
    if (!last.meeting.empty()) {
        next.theme = last.theme;
        next.letters = last.letters;
        next.sound = last.sound;
    }
    std::swap(last, next);
    const std::string left = next.meeting;
    state.other_meetings[left] = std::move(next);
}

} // namespace

void take_up_desk(Context& c) {
    take_up_meeting(c.state, c.planner);
    c.frame.at_end([c]() mutable { c.planner.keep_desk(c.state.live.meeting, desk_of(c.state.live)); });
}

bool is_in_draft(Context& c) {
    const LiveState& state = c.state.live;
    return c.frame.is_focused(state.note_field) || c.frame.is_focused(state.message_field);
}

} // namespace planner::ui
