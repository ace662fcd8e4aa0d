#include "ui/renderer_null.h"

#include <imgui.h>

#include <algorithm>

namespace planner::ui {

namespace {

constexpr ImTextureID some_texture = 1;

kit::Rect bounds(const ImDrawVert* corners) {
    kit::Rect box{corners[0].pos.x, corners[0].pos.y, 0, 0};
    float right = box.x, bottom = box.y;
    for (int i = 1; i < 4; ++i) {
        box.x = std::min(box.x, corners[i].pos.x);
        box.y = std::min(box.y, corners[i].pos.y);
        right = std::max(right, corners[i].pos.x);
        bottom = std::max(bottom, corners[i].pos.y);
    }
    box.width = right - box.x;
    box.height = bottom - box.y;
    return box;
}

/// A letter is four vertices in a row with a rectangle of the font's texture, upright on the screen; shapes share one
/// white pixel, and lines take a strip without height.
bool is_letter(const ImDrawVert* v) {
    return v[0].uv.x < v[1].uv.x && v[0].uv.y == v[1].uv.y && v[1].uv.x == v[2].uv.x && v[1].uv.y < v[2].uv.y &&
           v[3].uv.x == v[0].uv.x && v[3].uv.y == v[2].uv.y && v[0].pos.y == v[1].pos.y && v[1].pos.x == v[2].pos.x;
}

bool is_cut(const kit::Rect& letter, const ImVec4& clip) {
    constexpr float tolerance = 1;
    const bool seen = letter.bottom() > clip.y && letter.y < clip.w;
    return seen && (letter.x < clip.x - tolerance || letter.right() > clip.z + tolerance);
}

void collect_cut(const ImDrawList& list, std::vector<kit::Rect>& found) {
    for (const ImDrawCmd& command : list.CmdBuffer)
        for (unsigned i = 0; i + 5 < command.ElemCount; i += 3) {
            const unsigned first = list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
            if (static_cast<int>(first) + 3 >= list.VtxBuffer.Size) continue;
            const ImDrawVert* corners = &list.VtxBuffer[static_cast<int>(first)];
            if (is_letter(corners) && is_cut(bounds(corners), command.ClipRect)) found.push_back(bounds(corners));
        }
}

} // namespace

NullRenderer::NullRenderer() {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

NullRenderer::~NullRenderer() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::GetIO().BackendFlags &= ~ImGuiBackendFlags_RendererHasTextures;
}

void NullRenderer::end() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(some_texture);
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates)
            texture->SetStatus(ImTextureStatus_OK);
        if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

std::vector<kit::Rect> NullRenderer::cut_sideways() const {
    std::vector<kit::Rect> found;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) collect_cut(*list, found);
    return found;
}

std::size_t NullRenderer::vertices() const {
    return static_cast<std::size_t>(ImGui::GetDrawData()->TotalVtxCount);
}

} // namespace planner::ui
