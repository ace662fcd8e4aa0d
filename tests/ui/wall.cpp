#include "wall.h"

#include <cmath>

namespace planner::testing {

app::RoomScene question_scene(std::string text) {
    app::RoomScene scene;
    scene.kind = app::RoomKind::field;
    scene.badge = "T";
    scene.title = "Team Techniek";
    scene.subtitle = "College Oost";
    scene.part_text = "Deel 2 van 4";
    scene.part = 1;
    scene.parts = 4;
    scene.clock = app::RoomClock::stopped;
    scene.remaining = 22 * 60'000 + 42'000;
    scene.allotted = 45 * 60'000;
    scene.doing = "Leervraag en criteria";
    scene.until = "klaar om 14:54";
    scene.label = "Onze leervraag";
    scene.text = std::move(text);
    scene.help = "Is de vraag open? Kunnen we er dit jaar iets mee?";
    scene.next = "Peers en aanpak";
    scene.after = "Team Horeca";
    return scene;
}

std::string many_words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "woord" + std::to_string(i) + " ";
    return text;
}

int lines_of(const kit::Node& node) {
    return static_cast<int>(std::lround(node.box.height / node.appearance.line_height));
}

float smallest_letters(const Window& window, float height) {
    float smallest = 1;
    for (const Placed& each : window.placed())
        if (each.node->appearance.size > 0)
            smallest = std::min(smallest, each.node->appearance.size / height);
    return smallest;
}

} // namespace planner::testing
