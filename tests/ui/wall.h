#pragma once

#include "app/room_scene.h"
#include "window.h"

namespace planner::testing {

inline const Shape walls[] = {{"1024x768", 1024, 768}, {"1366x768", 1366, 768}, {"1920x1080", 1920, 1080},
                              {"3840x2160", 3840, 2160}, {"1920x1080 at 200 % text", 1920, 1080, 200}};

/// A projector that fills its screen, with a scene on it.
struct Wall {
    platform::HeadlessWorld world;
    Window window;

    explicit Wall(const Shape& shape) : window(world, shape, "#/projector") {
        window.planner.set_text_scale(shape.text_scale);
        window.planner.on_full_screen(platform::FullScreen::on);
        window.settle();
    }
    Wall(const Shape& shape, const app::RoomScene& scene) : Wall(shape) { show(scene); }
    void show(const app::RoomScene& scene) {
        window.planner.on_scene(app::write_scene(scene));
        window.settle();
    }
    /// With so much time left.
    void show_running(app::RoomScene scene, std::int64_t left) {
        scene.clock = app::RoomClock::running;
        scene.ends_at = world.now + left;
        show(scene);
    }
    /// Where the digits are, which are described in words.
    kit::Rect digits() {
        for (const kit::Node* node : window.all(kit::Role::text))
            if (node->appearance.size == 0)
                return node->box;
        return {};
    }
    const kit::Node* text_with(std::string_view part) {
        for (const kit::Node* node : window.all(kit::Role::text))
            if (node->name.find(part) != std::string::npos)
                return node;
        return nullptr;
    }
};

/// A turn that runs, with `text` in the field that people work on.
app::RoomScene question_scene(std::string text);

/// "woord0 woord1 …".
std::string many_words(std::size_t count);

int lines_of(const kit::Node& node);

/// How high the letters of the texts of the window are at least, as part of its height.
float smallest_letters(const Window& window, float height);

} // namespace planner::testing
