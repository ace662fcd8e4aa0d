#pragma once

#include "app/planner.h"
#include "platform/headless/headless.h"
#include "ui/renderer_null.h"
#include "ui/ui.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace planner::testing {

/// What a window is opened with. `text_scale` in per cent.
struct Shape {
    std::string name;
    float width, height;
    int text_scale = 100;
};

inline const Shape laptop{"1366x768", 1366, 768};
inline const Shape phone{"390x844", 390, 844};
inline const Shape shapes[] = {laptop,
                               phone,
                               {"1920x1080", 1920, 1080},
                               {"320x640", 320, 640},
                               {"1366x768 at 200 % text", 1366, 768, 200},
                               {"341x192, a laptop at 400 % zoom", 341, 192}};

/// A node with where it is on the screen now, scrolling included.
struct Placed {
    const kit::Node* node;
    kit::Rect box;
    kit::Rect visible; ///< what its scroll areas leave of the box
};

/// A browser window without a screen: one running planner with its user interface, and what the page does around it
/// (focus, scrolling, frames on demand). Everything is found by role and accessible name, as a screen reader finds it.
/// Dear ImGui has one context, so one at a time may live.
class Window {
public:
    explicit Window(platform::HeadlessWorld& world, Shape shape = laptop, std::string hash = "",
                    platform::StorageState storage = platform::StorageState::working);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Draws as long as frames are wanted at once, delivers events, and lets saves become due. Fails the test when
    /// it does not come to rest within 40 frames.
    void settle();
    /// One frame, whether wanted or not.
    void frame();
    /// Frames that were wanted in a row until the last one wanted none, without letting time pass.
    int frames_until_rest();
    /// Milliseconds until the next frame as the page would schedule it; -1 for none.
    double next_frame() const { return next_frame_; }
    void set_shape(Shape shape);
    void set_dark(bool dark) { page.system_dark = dark; }
    /// Lets time pass.
    void wait(int milliseconds);

    // Finding. `name` "" finds any.
    std::vector<const kit::Node*> all(kit::Role role, std::string_view name = "") const;
    const kit::Node* find(kit::Role role, std::string_view name) const;
    /// The only node with this role and name, in the dialog when one is open; fails the test when there is none.
    kit::Node get(kit::Role role, std::string_view name) const;
    bool shows(std::string_view text) const;
    /// Every node of the last frame, in reading order.
    std::vector<Placed> placed() const;
    Placed placed(kit::NodeId id) const;
    const kit::Node* node(kit::NodeId id) const { return ui.frame().tree().find(id); }
    bool is_inside(const kit::Node& node, kit::NodeId ancestor) const;
    /// The open dialog, or null.
    const kit::Node* dialog() const;

    // Doing
    void click(kit::Role role, std::string_view name);
    void act(kit::NodeId id, kit::ActionKind kind, std::string value = "");
    /// Focuses a field, replaces its text and leaves it.
    void type(std::string_view name, std::string_view text, kit::Role role = kit::Role::field);
    void focus(kit::NodeId id, bool visible = true);
    void scroll(kit::NodeId area, float x, float y);
    /// Scrolls until the node is in sight and its middle can be pointed at.
    void reveal(kit::NodeId id);
    void move(float x, float y);
    void press(float x, float y);
    void release(float x, float y);
    /// Press and release there, as a mouse does.
    void mouse(float x, float y);
    /// The mouse in the middle of a control.
    void mouse(kit::Role role, std::string_view name);
    /// With Control.
    bool key(std::string_view key, bool shift = false);
    /// Alone.
    bool plain_key(std::string_view key);
    void open_file(std::string name, std::string_view bytes);

    platform::HeadlessWorld& world;
    platform::HeadlessPlatform platform;
    app::Planner planner;
    ui::Page page;
    mutable ui::Ui ui;
    ui::NullRenderer renderer;
    kit::FrameOutput output; ///< of the last frame
    kit::NodeId focused;
    int frames = 0; ///< drawn so far

private:
    kit::Rect screen_box(const kit::Node& node) const;
    kit::Rect visible_part(const kit::Node& node, kit::Rect box) const;
    void follow_output();
    void keep_scrolled_inside();

    double next_frame_ = 0;
};

bool is_operable(const kit::Node& node);
bool is_text_like(const kit::Node& node);
/// What the font files of the build hold; read once.
const kit::FontFiles& fonts();

/// "button 'Aanmaken'", for messages.
std::string describe(const kit::Node& node);

} // namespace planner::testing
