#include "window.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <sstream>

namespace planner::testing {

namespace {

constexpr int most_frames = 40;

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

double sooner(double a, double b) {
    return a < 0 ? b : b < 0 ? a : std::min(a, b);
}

kit::Rect common(const kit::Rect& a, const kit::Rect& b) {
    const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0f, std::min(a.right(), b.right()) - x),
            std::max(0.0f, std::min(a.bottom(), b.bottom()) - y)};
}

} // namespace

const kit::FontFiles& fonts() {
    static const std::string folder = std::string(PLANNER_BINARY_DIR) + "/fonts/";
    static const std::array<std::string, 3> bytes = {
        read_file(folder + "atkinson-regular.ttf"), read_file(folder + "atkinson-semibold.ttf"), read_file(folder + "icons.ttf")};
    static const kit::FontFiles files{bytes[0], bytes[1], bytes[2]};
    return files;
}

bool is_text_like(const kit::Node& node) {
    switch (node.role) {
    case kit::Role::field:
    case kit::Role::area:
    case kit::Role::number:
    case kit::Role::date:
    case kit::Role::time:
    case kit::Role::search: return true;
    default: return false;
    }
}

bool is_operable(const kit::Node& node) {
    switch (node.role) {
    case kit::Role::button:
    case kit::Role::link:
    case kit::Role::checkbox:
    case kit::Role::radio:
    case kit::Role::select:
    case kit::Role::tab:
    case kit::Role::menu_item:
    case kit::Role::menu_button: return true;
    default: return is_text_like(node);
    }
}

std::string describe(const kit::Node& node) {
    return std::string(kit::to_text(node.role)) + " '" + node.name.substr(0, 80) + "'";
}

Window::Window(platform::HeadlessWorld& of, Shape shape, std::string hash, platform::StorageState storage)
    : world(of), platform(of), planner(platform), ui(planner, fonts(), nullptr) {
    platform.connect(planner);
    planner.start({world.settings, world.index_json(), storage, std::move(hash)});
    page.scrollbar_width = 0;
    set_shape(shape);
    settle();
}

Window::~Window() {
    platform.disconnect();
}

void Window::set_shape(Shape shape) {
    page.width = shape.width;
    page.height = shape.height;
    if (planner.settings().text_scale != shape.text_scale) planner.set_text_scale(shape.text_scale);
}

void Window::frame() {
    page.time = static_cast<double>(world.now) / 1000.0 + frames * 0.000001;
    planner.tick();
    const std::uint64_t before = planner.revision();
    output = ui.draw(page);
    renderer.end();
    ++frames;
    const double drawn = planner.revision() != before ? 0 : output.next_frame;
    follow_output();
    next_frame_ = sooner(drawn, planner.tick());
}

void Window::follow_output() {
    if (output.scroll) scroll(output.scroll->area, output.scroll->x, output.scroll->y);
    if (output.focus && node(*output.focus))
        focus(*output.focus);
    else if (focused && !node(focused))
        focus({});
    keep_scrolled_inside();
}

void Window::keep_scrolled_inside() {
    for (const kit::Node& each : ui.frame().tree().nodes()) {
        if (each.role != kit::Role::scroll) continue;
        const kit::Rect now = ui.frame().scroll_offset(each.id);
        const float most = std::max(0.0f, each.content_height - each.box.height);
        if (now.y > most) ui.frame().scrolled(each.id, 0, most);
    }
}

int Window::frames_until_rest() {
    int drawn = 0;
    do {
        frame();
        ++drawn;
    } while (next_frame_ == 0 && drawn <= most_frames);
    return drawn;
}

void Window::settle() {
    for (int i = 0; i < most_frames; ++i) {
        const std::size_t delivered = platform.pump();
        frame();
        if (next_frame_ == 0 || delivered > 0 || !platform.idle()) continue;
        if (!planner.has_unsaved() || planner.save_state().kind == app::SaveKind::failed) return;
        world.now += static_cast<std::int64_t>(std::max(1.0, next_frame_));
    }
    FAIL("the window does not come to rest");
}

void Window::wait(int milliseconds) {
    world.now += milliseconds;
    frame();
}

std::vector<const kit::Node*> Window::all(kit::Role role, std::string_view name) const {
    std::vector<const kit::Node*> found;
    const kit::Node* open = dialog();
    for (const kit::Node& each : ui.frame().tree().nodes())
        if (each.role == role && (name.empty() || each.name == name) && (!open || is_inside(each, open->id)))
            found.push_back(&each);
    return found;
}

const kit::Node* Window::find(kit::Role role, std::string_view name) const {
    const auto found = all(role, name);
    return found.empty() ? nullptr : found.front();
}

kit::Node Window::get(kit::Role role, std::string_view name) const {
    const auto found = all(role, name);
    const std::string wanted = std::string(kit::to_text(role)) + " '" + std::string(name) + "'";
    INFO("looking for ", wanted);
    REQUIRE(found.size() == 1);
    return *found.front();
}

bool Window::shows(std::string_view text) const {
    const auto& nodes = ui.frame().tree().nodes();
    return std::any_of(nodes.begin(), nodes.end(), [&](const kit::Node& each) {
        return each.name.find(text) != std::string::npos || each.error.find(text) != std::string::npos;
    });
}

const kit::Node* Window::dialog() const {
    const kit::Node* open = nullptr;
    for (const kit::Node& each : ui.frame().tree().nodes())
        if (each.role == kit::Role::dialog && each.modal) open = &each;
    return open;
}

bool Window::is_inside(const kit::Node& inner, kit::NodeId ancestor) const {
    for (const kit::Node* each = &inner; each; each = node(each->parent))
        if (each->id == ancestor) return true;
    return false;
}

kit::Rect Window::screen_box(const kit::Node& of) const {
    kit::Rect box = of.box;
    for (const kit::Node* parent = node(of.parent); parent; parent = node(parent->parent)) {
        box.x += parent->box.x;
        box.y += parent->box.y;
        if (parent->role == kit::Role::scroll) box.y -= std::round(ui.frame().scroll_offset(parent->id).y);
    }
    return box;
}

kit::Rect Window::visible_part(const kit::Node& of, kit::Rect box) const {
    for (const kit::Node* parent = node(of.parent); parent; parent = node(parent->parent))
        if (parent->role == kit::Role::scroll) box = common(box, screen_box(*parent));
    return common(box, {0, 0, page.width, page.height});
}

std::vector<Placed> Window::placed() const {
    std::vector<Placed> result;
    for (const kit::Node& each : ui.frame().tree().nodes()) {
        const kit::Rect box = screen_box(each);
        result.push_back({&each, box, visible_part(each, box)});
    }
    return result;
}

Placed Window::placed(kit::NodeId id) const {
    const kit::Node* found = node(id);
    REQUIRE(found);
    const kit::Rect box = screen_box(*found);
    return {found, box, visible_part(*found, box)};
}

void Window::act(kit::NodeId id, kit::ActionKind kind, std::string value) {
    ui.frame().action({id, kind, std::move(value)});
    settle();
}

void Window::click(kit::Role role, std::string_view name) {
    const kit::Node found = get(role, name);
    INFO("disabled: ", name);
    REQUIRE_FALSE(found.disabled);
    act(found.id, kit::ActionKind::click);
}

void Window::focus(kit::NodeId id, bool visible) {
    focused = id;
    ui.frame().focused(id, visible);
}

void Window::type(std::string_view name, std::string_view text, kit::Role role) {
    const kit::NodeId id = get(role, name).id;
    focus(id);
    frame();
    ui.frame().action({id, kit::ActionKind::input, std::string(text)});
    frame();
    ui.frame().action({id, kit::ActionKind::blur, ""});
    focus({});
    settle();
}

void Window::scroll(kit::NodeId area, float x, float y) {
    const kit::Node* found = node(area);
    if (!found) return;
    ui.frame().scrolled(area, x, std::clamp(y, 0.0f, std::max(0.0f, found->content_height - found->box.height)));
}

void Window::reveal(kit::NodeId id) {
    for (const kit::Node* parent = node(id); parent; parent = node(parent->parent)) {
        if (parent->role != kit::Role::scroll) continue;
        const kit::Rect box = placed(id).box, area = placed(parent->id).box;
        const float offset = ui.frame().scroll_offset(parent->id).y;
        scroll(parent->id, 0, offset + box.y + box.height / 2 - area.y - area.height / 2);
        settle();
    }
}

void Window::move(float x, float y) {
    ui.frame().pointer(kit::PointerEvent::move, x, y, 0, kit::PointerKind::mouse);
    frames_until_rest();
}

void Window::press(float x, float y) {
    move(x, y);
    while (ui.catch_up()) {}
    ui.frame().pointer(kit::PointerEvent::down, x, y, 0, kit::PointerKind::mouse);
    frames_until_rest();
}

void Window::release(float x, float y) {
    ui.frame().pointer(kit::PointerEvent::up, x, y, 0, kit::PointerKind::mouse);
    settle();
}

void Window::mouse(float x, float y) {
    press(x, y);
    release(x, y);
}

void Window::mouse(kit::Role role, std::string_view name) {
    const kit::NodeId id = get(role, name).id;
    reveal(id);
    const kit::Rect box = placed(id).visible;
    mouse(box.x + box.width / 2, box.y + box.height / 2);
}

bool Window::key(std::string_view name, bool shift) {
    while (ui.catch_up()) {}
    const bool taken = ui.key({.key = name, .control = true, .shift = shift});
    settle();
    return taken;
}

bool Window::plain_key(std::string_view name) {
    while (ui.catch_up()) {}
    const bool taken = ui.key({.key = name});
    settle();
    return taken;
}

void Window::open_file(std::string name, std::string_view bytes) {
    planner.on_file(name, bytes);
    planner.on_files_complete();
    settle();
}

} // namespace planner::testing
