#include "app/room_scene.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "document/read.h"
#include "document/value.h"

namespace planner::app {
namespace {

using nlohmann::json;

/// Two windows may hold different versions of the planner for as long as nobody reloads them.
constexpr int scene_version = 1;

/// `unknown` for one that only a newer planner knows, and that comes after `last`.
template <class Kind>
Kind kind_in(const json& scene, const char* name, Kind last, Kind unknown) {
    const auto found = scene.find(name);
    const int number = found != scene.end() && found->is_number_integer() ? found->get<int>() : 0;
    return number > static_cast<int>(last) ? unknown : static_cast<Kind>(std::max(number, 0));
}

std::string text_in(const json& scene, const char* name) {
    const auto found = scene.find(name);
    return found != scene.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t number_in(const json& scene, const char* name) {
    const auto found = scene.find(name);
    return found != scene.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

/// One list for writing and reading, so that neither can forget a text.
constexpr std::pair<const char*, std::string RoomScene::*> scene_texts[] = {
    {"badge", &RoomScene::badge}, {"title", &RoomScene::title}, {"subtitle", &RoomScene::subtitle},
    {"partText", &RoomScene::part_text}, {"doing", &RoomScene::doing}, {"until", &RoomScene::until},
    {"label", &RoomScene::label}, {"text", &RoomScene::text}, {"help", &RoomScene::help},
    {"question", &RoomScene::question}, {"choices", &RoomScene::choices},
    {"next", &RoomScene::next}, {"after", &RoomScene::after}};
constexpr std::pair<const char*, std::int64_t RoomScene::*> scene_times[] = {
    {"endsAt", &RoomScene::ends_at}, {"remaining", &RoomScene::remaining}, {"allotted", &RoomScene::allotted}};

} // namespace

std::string write_scene(const RoomScene& scene) {
    json lines = json::array();
    for (const RoomLine& line : scene.lines)
        lines.push_back({{"time", line.time}, {"title", line.title}, {"state", static_cast<int>(line.state)}});
    json written = {{"version", scene_version},
                    {"kind", static_cast<int>(scene.kind)},
                    {"theme", static_cast<int>(scene.theme)},
                    {"clock", static_cast<int>(scene.clock)},
                    {"part", scene.part},
                    {"parts", scene.parts},
                    {"lines", std::move(lines)}};
    for (const auto& [name, member] : scene_texts) written[name] = scene.*member;
    for (const auto& [name, member] : scene_times) written[name] = scene.*member;
    return written.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<RoomScene> read_scene(std::string_view text) {
    const auto parsed = document::read_json(text);
    if (!parsed || !parsed->is_object() || number_in(*parsed, "version") != scene_version) return std::nullopt;
    const json& written = *parsed;
    RoomScene scene;
    scene.kind = kind_in(written, "kind", RoomKind::pause, RoomKind::blank);
    scene.theme = kind_in(written, "theme", RoomTheme::contrast, RoomTheme::light);
    scene.clock = kind_in(written, "clock", RoomClock::stopped, RoomClock::none);
    scene.part = static_cast<std::size_t>(std::clamp<std::int64_t>(number_in(written, "part"), 0, 100));
    scene.parts = static_cast<std::size_t>(std::clamp<std::int64_t>(number_in(written, "parts"), 0, 100));
    for (const auto& [name, member] : scene_texts) scene.*member = text_in(written, name);
    for (const auto& [name, member] : scene_times) scene.*member = number_in(written, name);
    const auto lines = written.find("lines");
    if (lines == written.end() || !lines->is_array()) return scene;
    for (const json& line : *lines) {
        if (!line.is_object()) continue;
        scene.lines.push_back(
            {text_in(line, "time"), text_in(line, "title"),
             kind_in(line, "state", RoomLine::State::skipped, RoomLine::State::ahead)});
    }
    return scene;
}

} // namespace planner::app
