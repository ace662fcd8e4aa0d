#include "ui/renderer_opengl.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace planner::ui {

namespace {

void start() {
    ImGui_ImplOpenGL3_Init("#version 300 es");
}

/// Textures know which graphics object holds them; after a loss they must be made again from their pixels.
void forget_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_Destroyed)
            continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
}

} // namespace

Renderer::Renderer() : usable_(true) {
    start();
}

Renderer::~Renderer() {
    ImGui_ImplOpenGL3_Shutdown();
}

void Renderer::begin() {
    if (usable_)
        ImGui_ImplOpenGL3_NewFrame();
}

void Renderer::end(int width, int height) {
    if (!usable_)
        return;
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Renderer::lost() {
    usable_ = false;
}

void Renderer::restored() {
    // Calls on names of the lost context are ignored by WebGL, so an ordinary shutdown is safe; textures keep their pixels.
    ImGui_ImplOpenGL3_Shutdown();
    start();
    forget_textures();
    usable_ = true;
}

} // namespace planner::ui
