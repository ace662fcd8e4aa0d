#include "ui/kit/overlay_window.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <string>

namespace planner::kit {

OverlayWindow::OverlayWindow(Frame& frame, std::string_view name, const Rect& area) : frame_(frame) {
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoFocusOnAppearing;
    ImGui::Begin(std::string(name).c_str(), nullptr, bare);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    // Shadows and focus rings reach beyond the area that takes the pointer.
    ImGui::PushClipRect({0, 0}, ImGui::GetIO().DisplaySize, false);
    frame.cover(area);
    frame.open_ring_layer();
    frame.layout().open(Direction::down, area.x, area.y, area.width, 0);
}

OverlayWindow::~OverlayWindow() {
    frame_.layout().close_detached();
    frame_.close_ring_layer();
    ImGui::PopClipRect();
    ImGui::End();
}

} // namespace planner::kit
