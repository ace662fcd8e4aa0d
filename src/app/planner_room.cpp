#include <utility>

#include "app/planner.h"

namespace planner::app {

void Planner::project(std::string scene) {
    if (room_.projected == scene) return;
    platform_.project(scene);
    room_.projected = std::move(scene);
}

void Planner::keep_awake(platform::Awake awake) {
    if (std::exchange(room_.awake, awake) != awake) platform_.keep_awake(awake);
}

void Planner::on_scene(std::string_view scene) {
    room_.scene = scene;
    touch();
}

void Planner::on_projector(platform::ProjectorState state) {
    room_.projector = state;
    touch();
}

void Planner::on_full_screen(platform::FullScreen state) {
    room_.full_screen = state;
    touch();
}

} // namespace planner::app
