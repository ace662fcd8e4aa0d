// Empty functions in place of what the core of Dear ImGui refers to and no screen has: see src/cmake/imgui.cmake, which gives
// these names to this file and to imgui.cpp alone.

#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {

bool CloseButton(ImGuiID, const ImVec2&) {
    return false;
}

bool CollapseButton(ImGuiID, const ImVec2&) {
    return false;
}

void EndMenuBar() {}

ImGuiMultiSelectIO* EndMultiSelect() {
    return nullptr;
}

void EndTabBar() {}

void EndTable() {}

void Scrollbar(ImGuiAxis) {}

bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) {
    return false;
}

void TableSettingsAddSettingsHandler() {}

void TreePop() {}

} // namespace ImGui

/// No settings are read.
extern "C" int sscanf(const char*, const char*, ...) {
    return 0;
}
