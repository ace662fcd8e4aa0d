#pragma once

#include "ui/kit/callback.h"
#include "ui/kit/layout.h"
#include "ui/kit/semantics.h"
#include "ui/kit/text_layout.h"
#include "ui/kit/theme.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct ImFont;
struct ImDrawList;
struct ImDrawListSplitter;

namespace planner::kit {

enum class ActionKind { click, input, change, blur, dismiss, submit };

/// What somebody did to a control through keyboard, screen reader or script.
struct Action {
    NodeId id;
    ActionKind kind;
    std::string value;
    std::optional<std::string> base = {}; ///< of typing: the text in which it was typed
};

enum class PointerKind { mouse, touch, pen };
enum class PointerEvent { move, down, up, leave };

/// How much room there is; the layout rules per class are those of the design specification, section 4.
enum class Room { narrow, medium, wide };

struct FrameInput {
    float width = 1366;        ///< CSS px
    float height = 768;        ///< CSS px
    float pixel_ratio = 1;     ///< device px per CSS px
    double time = 0;           ///< seconds, never decreasing
    float text_scale = 1;      ///< 1..2
    float scrollbar_width = 0; ///< room a scroll bar takes, CSS px
    ThemeKind theme = ThemeKind::light;
    bool reduced_motion = false;
};

/// What a frame leaves for the page to do.
struct FrameOutput {
    SemanticPatch semantics;
    std::optional<NodeId> focus;
    struct Scroll {
        NodeId area;
        float x, y;
    };
    std::optional<Scroll> scroll;
    /// Milliseconds until the next frame is wanted; -1: not before something happens.
    double next_frame = -1;
};

/// The bytes of the four faces; they must outlive the Frame.
struct FontFiles {
    std::string_view regular, semibold, icons;
};

enum class Enabled { yes, no };
/// Whether controls drawn later may lie on top of this one and take the pointer there.
enum class Overlap { none, allowed };

struct MenuItem {
    std::string label;
    std::string icon;
    bool danger = false;
    bool enabled = true;
};

/// What a pointer or a keyboard does to one control in this frame.
struct Interaction {
    bool hovered = false;
    bool held = false;
    bool clicked = false;
    bool focus_visible = false;
};

/// The frame being drawn: everything that kit widgets share. One object lives as long as the page; begin() and end() bracket
/// each frame.
class Frame {
public:
    /// `measurer` may be null; texts outside the font are then estimated.
    Frame(const FontFiles&, TextMeasurer* measurer);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    // What happens to the page.
    void pointer(PointerEvent, float x, float y, int button, PointerKind);
    void action(Action);
    void focused(NodeId, bool visible);
    void scrolled(NodeId area, float x, float y);
    /// Whether something was done to controls that no frame has dealt with yet.
    bool has_waiting_actions() const { return !waiting_.empty(); }
    /// Whether something was typed that no field of this frame has taken yet.
    bool has_unread_writing() const;
    /// The same of one field. It has to be drawn once more to take it, also when it no longer has the focus.
    bool has_unread_writing(NodeId) const;
    /// Everything must be described and drawn afresh (a new page, a lost graphics context).
    void forget_sent() { tree_.forget_sent(); }

    void begin(const FrameInput&);
    FrameOutput end();

    // What widgets use.
    const Theme& theme() const { return *theme_; }
    const FrameInput& input() const { return input_; }
    Room room() const { return room_; }
    /// A length of the design at 100 %, scaled with the text and rounded to whole CSS pixels.
    float px(float length) const;
    TextLayout& text() { return text_; }
    SemanticTree& tree() { return tree_; }
    Layout& layout() { return layout_; }
    ImFont* face(Weight weight) const { return faces_[static_cast<std::size_t>(weight)]; }
    ImFont* icon_face() const { return icon_face_; }
    ImDrawList* draw_list() const;

    /// The id of a control named `key` in the open scopes.
    NodeId id(std::string_view key) const;
    void push_scope(std::string_view key);
    void pop_scope();

    Interaction interact(NodeId, const Rect&, Enabled = Enabled::yes, Overlap = Overlap::none);
    /// Whether a pointer was pressed twice in short succession there, on no control drawn so far.
    bool double_clicked(const Rect&) const;
    /// The pointer was pressed just now, at a spot where it had just been pressed before: what came under it in between was
    /// not meant.
    bool press_repeats() const;
    /// What took the pointer in this frame, so that tests can see whether all of it is described.
    const std::vector<std::pair<NodeId, Rect>>& interactive() const { return interactive_; }
    /// What waits for this control in this frame; its value alone where that is all there is to know.
    std::optional<Action> take_action(NodeId, ActionKind);
    std::optional<std::string> take(NodeId, ActionKind);
    bool is_focused(NodeId id) const { return focus_ == id; }
    bool is_focus_visible(NodeId id) const { return focus_ == id && focus_visible_; }
    /// Draws the ring last in its scroll area, so that nothing covers it.
    void focus_ring(const Rect&, float radius, float gap, Color color = 0);
    /// Shows `text` beside `anchor` after a short rest of the pointer, or at once for the keyboard.
    void tooltip(NodeId, const Rect& anchor, std::string_view text, const Interaction&);

    Rect scroll_offset(NodeId area) const;
    void request_focus(NodeId id) { focus_request_ = id; }
    void request_scroll(NodeId area, float x, float y) { scroll_request_ = {area, x, y}; }
    /// One more frame after this many milliseconds at the latest.
    void wake_after(double milliseconds);
    /// Runs after the widgets of this frame are done, so that no command pulls the ground from under them.
    void defer(Command command) { deferred_.push_back(std::move(command)); }
    /// Runs after all of those, in every frame that asks for it; it is no reason for another frame.
    void at_end(Command command) { at_end_.push_back(std::move(command)); }

    /// A rectangle that covers what lies under it (dialog, menu, toast) from the next frame on.
    void cover(const Rect& rect) { covers_.push_back(rect); }
    bool is_covered(const Rect&) const;

    void open_ring_layer();
    void close_ring_layer();

    /// Layers of the draw list, given back in reverse order. They keep their room from frame to frame, which costs a fifth of a
    /// frame to make anew.
    ImDrawListSplitter& take_splitter();
    void give_back_splitter() { --splitters_in_use_; }

    /// A number that a widget keeps from frame to frame, zero at first: a height measured, for example.
    float& memory(NodeId id) { return memory_[id]; }
    /// Whether `id` was not on the screen in the last frame. Ask once per frame.
    bool appeared(NodeId id);

    /// The menu that is open, and what was chosen in it since the last frame.
    struct OpenMenu {
        NodeId owner;
        Rect anchor;
        std::vector<MenuItem> items;
        std::optional<std::size_t> chosen;
    };
    std::optional<OpenMenu>& menu() { return menu_; }

    /// pressed: held, but not moved far enough yet. released: let go in this frame. landed: the target that it was let go on
    /// learns so in this frame. cancelled: until the pointer lets go.
    enum class DragState { pressed, moving, released, landed, cancelled };
    /// What hangs on the pointer; see drag.h.
    struct Drag {
        NodeId source; ///< its grip
        std::string label;
        float start_x, start_y;
        float x, y;
        DragState state = DragState::pressed;
        NodeId over;             ///< the target under the pointer, as of the last frame
        NodeId under_pointer;    ///< the same in this frame, so far
        bool source_seen = true; ///< in this frame
    };
    std::optional<Drag>& drag() { return drag_; }

private:
    struct Ring {
        Rect rect;
        float radius, gap;
        Color color;
    };
    struct Tip {
        NodeId id;
        Rect anchor;
        std::string text;
    };
    struct Offset {
        float x = 0, y = 0;
    };
    struct Press {
        double time = -1e9;
        float x = 0, y = 0;

        bool soon_after(const Press& before) const;
    };

    void load_fonts(const FontFiles&);
    void note_press();
    void draw_tooltip();
    void take_waiting_actions();
    double next_frame();

    SemanticTree tree_;
    TextLayout text_;
    Layout layout_;
    FrameInput input_;
    const Theme* theme_;
    Room room_ = Room::wide;
    std::array<ImFont*, 2> faces_{};
    ImFont* icon_face_ = nullptr;

    std::vector<std::uint64_t> scopes_;
    std::vector<Action> waiting_; ///< told since the last frame began, in order
    std::vector<Action> actions_; ///< of this frame
    std::vector<Command> deferred_, at_end_;
    std::vector<std::unique_ptr<ImDrawListSplitter>> splitters_;
    std::size_t splitters_in_use_ = 0;
    NodeId focus_;
    bool focus_visible_ = false;
    std::unordered_map<NodeId, Offset, NodeIdHash> scroll_offsets_;
    std::optional<NodeId> focus_request_;
    std::optional<FrameOutput::Scroll> scroll_request_;
    std::unordered_map<NodeId, float, NodeIdHash> memory_;
    std::unordered_map<NodeId, std::uint64_t, NodeIdHash> seen_;
    std::uint64_t frame_number_ = 0;
    std::optional<OpenMenu> menu_;
    std::optional<Drag> drag_;
    std::vector<std::vector<Ring>> ring_layers_;
    std::vector<std::pair<NodeId, Rect>> interactive_;
    std::vector<Rect> covers_, previous_covers_;
    std::optional<Tip> tip_;
    NodeId hover_target_;
    double hover_since_ = 0;
    Press last_press_; ///< that may become a double one
    bool pressed_twice_ = false;
    Press newest_press_;
    bool press_repeats_ = false;
    double wake_ = -1;
    int frames_left_ = 0;
    PointerKind pointer_kind_ = PointerKind::mouse;
};

/// Names a part of the screen, so that equal labels in different parts are different controls.
class Scope {
public:
    Scope(Frame& frame, std::string_view key) : frame_(frame) { frame_.push_scope(key); }
    ~Scope() { frame_.pop_scope(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

private:
    Frame& frame_;
};

/// A semantic parent that lasts as long as this object.
class Container {
public:
    Container(Frame& frame, Node node, const Rect& box) : frame_(frame) {
        const Node& added = frame_.tree().add(std::move(node), box);
        id_ = added.id;
        frame_.tree().open(id_, box.x, box.y);
    }
    ~Container() { frame_.tree().close(); }
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;
    NodeId id() const { return id_; }

private:
    Frame& frame_;
    NodeId id_;
};

} // namespace planner::kit
