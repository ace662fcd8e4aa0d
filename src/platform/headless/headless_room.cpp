#include "platform/headless/headless_room.h"

#include <algorithm>
#include <utility>

#include "platform/headless/headless.h"

namespace planner::platform {

HeadlessRoom::~HeadlessRoom() {
    for (const Director& director : directors_) director.window->room_ = nullptr;
    for (HeadlessPlatform* projector : projectors_) projector->room_ = nullptr;
}

void HeadlessRoom::add_director(HeadlessPlatform& window) {
    window.room_ = this;
    directors_.push_back({&window});
    // One that never projected anything stands before those that did.
    std::rotate(directors_.begin(), directors_.end() - 1, directors_.end());
    if (!projectors_.empty()) tell(directors_.front(), ProjectorState::connected);
}

void HeadlessRoom::add_projector(HeadlessPlatform& window) {
    window.room_ = this;
    projectors_.push_back(&window);
    tell_all(ProjectorState::connected);
    if (directors_.empty() || directors_.back().window->projected.empty()) return;
    window.queue_.push_back([&window, scene = directors_.back().window->projected.back()] { window.events_->on_scene(scene); });
}

void HeadlessRoom::remove(HeadlessPlatform& window) {
    window.room_ = nullptr;
    std::erase_if(directors_, [&](const Director& director) { return director.window == &window; });
    if (std::erase(projectors_, &window) > 0 && projectors_.empty()) tell_all(ProjectorState::absent);
}

void HeadlessRoom::project(HeadlessPlatform& from, std::string_view scene) {
    const auto director =
        std::find_if(directors_.begin(), directors_.end(), [&](const Director& each) { return each.window == &from; });
    if (director == directors_.end()) return;
    std::rotate(director, director + 1, directors_.end());
    if (projectors_.empty()) return;
    tell(directors_.back(), answers ? ProjectorState::connected : ProjectorState::lost);
    if (!answers) return;
    for (HeadlessPlatform* projector : projectors_)
        projector->queue_.push_back([projector, text = std::string(scene)] { projector->events_->on_scene(text); });
}

void HeadlessRoom::close_projectors() {
    const std::vector<HeadlessPlatform*> windows = projectors_;
    for (HeadlessPlatform* projector : windows) remove(*projector);
}

void HeadlessRoom::tell(Director& director, ProjectorState state) {
    if (std::exchange(director.told, state) == state) return;
    director.window->queue_.push_back([window = director.window, state] { window->events_->on_projector(state); });
}

void HeadlessRoom::tell_all(ProjectorState state) {
    for (Director& director : directors_) tell(director, state);
}

void HeadlessPlatform::open_projector() {
    if (opens_windows)
        ++projector_windows;
    else
        queue_.push_back([this] { events_->on_projector(ProjectorState::refused); });
}

void HeadlessPlatform::close_projector() {
    projector_windows = 0;
    if (room_ != nullptr) room_->close_projectors();
}

void HeadlessPlatform::project(std::string_view scene) {
    projected.emplace_back(scene);
    if (room_ != nullptr) room_->project(*this, scene);
}

void HeadlessPlatform::set_full_screen(FullScreen wanted) {
    if (std::exchange(full_screen, wanted) == wanted) return;
    queue_.push_back([this, wanted] { events_->on_full_screen(wanted); });
}

} // namespace planner::platform
