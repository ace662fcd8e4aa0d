#include "platform/browser/semantics_json.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace planner::platform {

namespace {

using nlohmann::json;
using kit::Checked;
using kit::Node;
using kit::Role;

std::string css_color(std::uint32_t color) {
    char text[8];
    std::snprintf(text, sizeof text, "#%06x", static_cast<unsigned>(color & 0xFFFFFF));
    return text;
}

void put(json& object, const char* key, const std::string& text) {
    if (!text.empty())
        object[key] = text;
}

void put(json& object, const char* key, bool flag) {
    if (flag)
        object[key] = true;
}

bool holds_value(Role role) {
    switch (role) {
    case Role::field: case Role::area: case Role::number: case Role::date: case Role::time: case Role::search: case Role::select:
        return true;
    default:
        return false;
    }
}

void put_states(json& object, const Node& node) {
    put(object, "disabled", node.disabled);
    put(object, "required", node.required);
    put(object, "modal", node.modal);
    put(object, "busy", node.busy);
    put(object, "selected", node.selected);
    put(object, "native", node.native_text);
    put(object, "bare", node.bare);
    put(object, "drag", node.drag);
    put(object, "wraps", node.wraps);
    if (node.secret)
        object["type"] = "password";
    if (node.current)
        object["current"] = "page";
    if (node.expanded)
        object["expanded"] = *node.expanded;
    if (node.checked == Checked::mixed)
        object["checked"] = "mixed";
    else if (node.checked != Checked::not_checkable)
        object["checked"] = node.checked == Checked::on;
    if (node.progress)
        object["now"] = static_cast<int>(*node.progress * 100 + 0.5f);
}

void put_appearance(json& object, const kit::TextAppearance& look) {
    if (look.size <= 0)
        return;
    object["size"] = look.size;
    object["line"] = look.line_height;
    object["weight"] = look.weight;
    object["color"] = css_color(look.color);
    if (look.padding[0] > 0 || look.padding[1] > 0 || look.padding[2] > 0 || look.padding[3] > 0)
        object["pad"] = {look.padding[0], look.padding[1], look.padding[2], look.padding[3]};
    if (look.align != kit::Alignment::start)
        object["align"] = look.align == kit::Alignment::center ? "center" : "right";
}

json to_json(const Node& node) {
    json object = json::object();
    object["id"] = kit::to_text(node.id);
    object["role"] = kit::to_text(node.role);
    object["x"] = node.box.x;
    object["y"] = node.box.y;
    object["w"] = node.box.width;
    object["h"] = node.box.height;
    put(object, "name", node.name);
    if (holds_value(node.role))
        object["value"] = node.value;
    put(object, "help", node.help);
    put(object, "error", node.error);
    put(object, "placeholder", node.placeholder);
    put(object, "group", node.group);
    put(object, "href", node.address);
    put(object, "lang", node.language);
    if (node.level > 0)
        object["level"] = node.level;
    put_states(object, node);
    if (node.role == Role::scroll) {
        object["content"] = {node.content_width, node.content_height};
        object["axis"] = node.axis == kit::Axis::vertical ? "y" : node.axis == kit::Axis::horizontal ? "x" : "both";
    }
    for (const kit::Choice& choice : node.choices)
        object["options"].push_back({choice.value, choice.label});
    put_appearance(object, node.appearance);
    return object;
}

} // namespace

std::string to_json(const kit::SemanticPatch& patch) {
    json object = json::object();
    for (const Node* node : patch.set)
        object["set"].push_back(to_json(*node));
    for (const kit::NodeId id : patch.removed)
        object["removed"].push_back(kit::to_text(id));
    if (patch.order) {
        object["order"] = json::array();
        for (const auto& [id, parent] : *patch.order)
            object["order"].push_back({kit::to_text(id), parent ? kit::to_text(parent) : std::string()});
    }
    // Texts come from files that were checked to be UTF-8; should one not be, it is shown with replacement characters.
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace planner::platform
