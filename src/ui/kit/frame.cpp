#include "ui/kit/frame.h"

#include "ui/kit/drag.h"
#include "ui/kit/draw.h"
#include "ui/kit/menu.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace planner::kit {

namespace {

constexpr std::uint64_t root_scope = 0xCBF29CE484222325u;
// Press, release and what they change each need a frame of their own.
constexpr int frames_after_event = 3;
constexpr double tooltip_delay = 0.4;

std::uint64_t hash(std::uint64_t seed, std::string_view text) {
    for (const char c : text)
        seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return (seed ^ 0xFF) * 0x100000001B3u;
}

std::array<FontMetrics, 2> read_metrics(const FontFiles& files) {
    const auto read = [](std::string_view bytes) { return FontMetrics::read(bytes).value_or(FontMetrics{}); };
    return {read(files.regular), read(files.semibold)};
}

ImFont* add_font(std::string_view bytes) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // A negative reference size makes Dear ImGui take sizes per em, as style sheets do. It also turns the sign of the
    // limits on advances, hence limits the other way round.
    config.SizePixels = -1;
    config.GlyphMinAdvanceX = 1e6f;
    config.GlyphMaxAdvanceX = -1e6f;
    config.OversampleV = 1;
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()),
                                                      -1, &config);
}

bool writes(const Action& action) {
    return action.kind == ActionKind::input || action.kind == ActionKind::change;
}

bool presses(const Action& action) {
    return !writes(action) && action.kind != ActionKind::blur;
}

} // namespace

Frame::Frame(const FontFiles& files, TextMeasurer* measurer)
    : text_(read_metrics(files), measurer), theme_(&kit::theme(ThemeKind::light)) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags = ImGuiConfigFlags_NoMouseCursorChange;
    ImGuiStyle& look = ImGui::GetStyle();
    look.WindowPadding = look.ItemSpacing = look.FramePadding = {0, 0};
    look.WindowBorderSize = look.ChildBorderSize = look.WindowRounding = 0;
    look.WindowMinSize = {1, 1};
    look.AntiAliasedLinesUseTex = true;
    load_fonts(files);
}

Frame::~Frame() {
    ImGui::DestroyContext();
}

void Frame::load_fonts(const FontFiles& files) {
    faces_ = {add_font(files.regular), add_font(files.semibold)};
    icon_face_ = add_font(files.icons);
    ImGui::GetStyle().FontSizeBase = 15;
}

void Frame::pointer(PointerEvent event, float x, float y, int button, PointerKind kind) {
    ImGuiIO& io = ImGui::GetIO();
    pointer_kind_ = kind;
    io.AddMouseSourceEvent(kind == PointerKind::touch ? ImGuiMouseSource_TouchScreen
                           : kind == PointerKind::pen ? ImGuiMouseSource_Pen
                                                      : ImGuiMouseSource_Mouse);
    if (event == PointerEvent::leave)
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    else
        io.AddMousePosEvent(x, y);
    if (event == PointerEvent::down || event == PointerEvent::up)
        io.AddMouseButtonEvent(std::clamp(button, 0, 2), event == PointerEvent::down);
    frames_left_ = frames_after_event;
}

void Frame::action(Action action) {
    if (action.kind == ActionKind::dismiss && cancel_drag(*this))
        return;
    // Of several states of one text only the last counts, typed in what the first was typed in; a click is a click each time.
    if (writes(action)) {
        const auto run = std::find_if(waiting_.rbegin(), waiting_.rend(), presses).base();
        const auto earlier = std::find_if(
            run, waiting_.end(), [&](const Action& a) { return a.id == action.id && a.kind == action.kind; });
        if (earlier != waiting_.end()) {
            action.base = std::move(earlier->base);
            waiting_.erase(earlier);
        }
    }
    waiting_.push_back(std::move(action));
    frames_left_ = frames_after_event;
}

/// What is pressed never shares a frame with what was typed before or after it: a button is drawn before or after a field
/// wherever the screen has it, and must see what was typed until it was pressed.
void Frame::take_waiting_actions() {
    auto end = std::find_if(waiting_.begin(), waiting_.end(), presses);
    if (end == waiting_.begin())
        end = std::find_if_not(waiting_.begin(), waiting_.end(), presses);
    // Nor does a control see two presses in one frame: it would take them for one.
    for (auto press = waiting_.begin(); press != end; ++press) {
        if (presses(*press) && std::any_of(waiting_.begin(), press, [&](const Action& earlier) { return earlier.id == press->id; }))
            end = press;
        if (press == end)
            break;
    }
    actions_.assign(std::move_iterator(waiting_.begin()), std::move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
}

bool Frame::has_unread_writing() const {
    return std::any_of(actions_.begin(), actions_.end(), writes) || std::any_of(waiting_.begin(), waiting_.end(), writes);
}

bool Frame::has_unread_writing(NodeId id) const {
    return std::any_of(actions_.begin(), actions_.end(), [&](const Action& action) { return writes(action) && action.id == id; });
}

void Frame::focused(NodeId id, bool visible) {
    focus_ = id;
    focus_visible_ = visible;
    frames_left_ = std::max(frames_left_, 2);
}

void Frame::scrolled(NodeId area, float x, float y) {
    scroll_offsets_[area] = {x, y};
    frames_left_ = std::max(frames_left_, 1);
}

void Frame::begin(const FrameInput& input) {
    const double elapsed = input.time - input_.time;
    input_ = input;
    theme_ = &kit::theme(input.theme);
    // At 200 % text a laptop screen still has room for two columns, so text size counts for a bit more than half.
    const float effective = input.width / (1 + (input.text_scale - 1) * 0.6f);
    room_ = effective >= 1200 ? Room::wide : effective >= 768 ? Room::medium : Room::narrow;

    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {input.width, input.height};
    io.DisplayFramebufferScale = {input.pixel_ratio, input.pixel_ratio};
    io.DeltaTime = static_cast<float>(std::clamp(elapsed, 0.0001, 0.1));
    ImGui::GetStyle().CircleTessellationMaxError = 0.1f;
    ImGui::NewFrame();
    note_press();
    follow_drag(*this);
    ++frame_number_;
    text_.forget_old();
    tree_.begin_frame();
    scopes_.assign(1, root_scope);
    previous_covers_ = std::move(covers_);
    covers_.clear();
    interactive_.clear();
    ring_layers_.clear();
    tip_.reset();
    wake_ = -1;
    take_waiting_actions();

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("planner", nullptr, bare);
    layout_.reset({0, 0, input.width, input.height});
    open_ring_layer();
    draw::fill(*this, {0, 0, input.width, input.height}, theme_->paper);
}

FrameOutput Frame::end() {
    close_ring_layer();
    ImGui::End();
    draw_menu(*this);
    draw_drag(*this);
    draw_tooltip();
    ImGui::Render();

    FrameOutput output;
    output.semantics = tree_.end_frame();
    output.focus = std::exchange(focus_request_, std::nullopt);
    output.scroll = std::exchange(scroll_request_, std::nullopt);
    if (output.focus || output.scroll || covers_ != previous_covers_)
        frames_left_ = std::max(frames_left_, 2);
    if (!actions_.empty() || !waiting_.empty() || !deferred_.empty())
        frames_left_ = std::max(frames_left_, 2);
    actions_.clear();
    for (Command& command : std::exchange(deferred_, {}))
        command.run();
    for (Command& command : std::exchange(at_end_, {}))
        command.run();
    output.next_frame = next_frame();
    return output;
}

double Frame::next_frame() {
    if (frames_left_ > 0)
        --frames_left_;
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool moving = !context.InputEventsQueue.empty() || ImGui::IsAnyMouseDown();
    if (frames_left_ > 0 || !context.InputEventsQueue.empty())
        return 0;
    return moving && wake_ < 0 ? -1 : wake_;
}

ImDrawList* Frame::draw_list() const {
    return ImGui::GetWindowDrawList();
}

float Frame::px(float length) const {
    return std::round(length * input_.text_scale);
}

NodeId Frame::id(std::string_view key) const {
    const std::uint64_t value = hash(scopes_.back(), key);
    return {value == 0 ? 1 : value};
}

void Frame::push_scope(std::string_view key) {
    scopes_.push_back(hash(scopes_.back(), key));
}

void Frame::pop_scope() {
    scopes_.pop_back();
}

Interaction Frame::interact(NodeId id, const Rect& rect, Enabled enabled, Overlap overlap) {
    Interaction result;
    result.focus_visible = is_focus_visible(id);
    if (enabled == Enabled::no || rect.width <= 0 || rect.height <= 0)
        return result;
    interactive_.emplace_back(id, rect);
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    ImGui::PushID(static_cast<int>(id.value ^ (id.value >> 32)));
    if (overlap == Overlap::allowed)
        ImGui::SetNextItemAllowOverlap();
    result.clicked = ImGui::InvisibleButton("control", {rect.width, rect.height});
    // A finger leaves no pointer behind, so nothing may stay lit after a tap.
    result.hovered = ImGui::IsItemHovered() && pointer_kind_ != PointerKind::touch;
    result.held = ImGui::IsItemActive();
    ImGui::PopID();
    if (take(id, ActionKind::click))
        result.clicked = true;
    return result;
}

/// Dear ImGui's own clock stands still while nothing is drawn, so that it takes two presses with a pause between them for one
/// double press.
void Frame::note_press() {
    pressed_twice_ = false;
    if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        return;
    const ImVec2 mouse = ImGui::GetMousePos();
    const Press now{input_.time, mouse.x, mouse.y};
    pressed_twice_ = now.soon_after(last_press_);
    last_press_ = pressed_twice_ ? Press{} : now;
    press_repeats_ = now.soon_after(std::exchange(newest_press_, now));
}

bool Frame::Press::soon_after(const Press& before) const {
    constexpr double soon = 0.5;
    constexpr float close = 8;
    return time - before.time <= soon && std::abs(x - before.x) <= close && std::abs(y - before.y) <= close;
}

bool Frame::press_repeats() const {
    // A press lasts as long as a finger stays down; a key that is used later is none of it.
    constexpr double longest = 1;
    return press_repeats_ && input_.time - newest_press_.time <= longest;
}

bool Frame::double_clicked(const Rect& rect) const {
    const ImVec2 mouse = ImGui::GetMousePos();
    return pressed_twice_ && rect.contains(mouse.x, mouse.y) && !ImGui::IsAnyItemHovered();
}

std::optional<Action> Frame::take_action(NodeId id, ActionKind kind) {
    const auto found = std::find_if(actions_.begin(), actions_.end(),
                                    [&](const Action& action) { return action.id == id && action.kind == kind; });
    if (found == actions_.end())
        return std::nullopt;
    Action action = std::move(*found);
    actions_.erase(found);
    frames_left_ = std::max(frames_left_, 2);
    return action;
}

std::optional<std::string> Frame::take(NodeId id, ActionKind kind) {
    auto action = take_action(id, kind);
    return action ? std::optional(std::move(action->value)) : std::nullopt;
}

bool Frame::appeared(NodeId id) {
    std::uint64_t& last = seen_[id];
    const bool result = last + 1 != frame_number_;
    last = frame_number_;
    if (result)
        frames_left_ = std::max(frames_left_, 2);
    return result;
}

void Frame::focus_ring(const Rect& rect, float radius, float gap, Color color) {
    ring_layers_.back().push_back({rect, radius, gap, color ? color : theme_->focus});
}

ImDrawListSplitter& Frame::take_splitter() {
    if (splitters_in_use_ == splitters_.size())
        splitters_.push_back(std::make_unique<ImDrawListSplitter>());
    return *splitters_[splitters_in_use_++];
}

void Frame::open_ring_layer() {
    ring_layers_.emplace_back();
}

void Frame::close_ring_layer() {
    constexpr float thickness = 3;
    for (const Ring& ring : ring_layers_.back())
        draw::outline(*this, ring.rect.inset(-ring.gap - thickness), ring.color,
                      std::max(0.0f, ring.radius + ring.gap + thickness), thickness);
    ring_layers_.pop_back();
}

void Frame::tooltip(NodeId id, const Rect& anchor, std::string_view text, const Interaction& interaction) {
    if (interaction.focus_visible) {
        tip_ = Tip{id, anchor, std::string(text)};
        return;
    }
    if (!interaction.hovered || interaction.held) {
        if (hover_target_ == id)
            hover_target_ = {};
        return;
    }
    if (hover_target_ != id) {
        hover_target_ = id;
        hover_since_ = input_.time;
    }
    const double rested = input_.time - hover_since_;
    if (rested >= tooltip_delay)
        tip_ = Tip{id, anchor, std::string(text)};
    else
        wake_after((tooltip_delay - rested) * 1000 + 1);
}

void Frame::draw_tooltip() {
    if (!tip_)
        return;
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("tooltip", nullptr, bare);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    const float padding = px(8);
    const float room = std::min(px(280), input_.width - px(16));
    const BrokenText& broken = text_.lines(tip_->text, style::meta.weight, px(13), px(18), room - 2 * padding);
    Rect box{0, 0, std::ceil(broken.widest) + 2 * padding,
             static_cast<float>(broken.lines.size()) * px(18) + 2 * px(5)};
    box.x = std::clamp(std::round(tip_->anchor.x + (tip_->anchor.width - box.width) / 2), px(4),
                       std::max(px(4), input_.width - box.width - px(4)));
    const bool below = tip_->anchor.bottom() + px(8) + box.height < input_.height;
    box.y = below ? tip_->anchor.bottom() + px(8) : tip_->anchor.y - px(8) - box.height;
    draw::fill(*this, box, theme_->toast, px(6));
    draw::lines(*this, box.x + padding, box.y + px(5), room, tip_->text, broken, style::meta, theme_->on_toast);
    ImGui::End();
}

Rect Frame::scroll_offset(NodeId area) const {
    const auto found = scroll_offsets_.find(area);
    return found == scroll_offsets_.end() ? Rect{} : Rect{found->second.x, found->second.y, 0, 0};
}

void Frame::wake_after(double milliseconds) {
    wake_ = wake_ < 0 ? milliseconds : std::min(wake_, milliseconds);
}

bool Frame::is_covered(const Rect& rect) const {
    return std::any_of(previous_covers_.begin(), previous_covers_.end(),
                       [&](const Rect& cover) { return cover.intersects(rect); });
}

} // namespace planner::kit
