#include "ui/renderer_opengl.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

// The state between two frames is always the one that a fresh context has, because only the backend changes it and it puts
// everything back. What does not change (versions, limits) is asked once, at the start.
extern "C" {

void planner_known_gl_integer(GLenum name, GLint* value) {
    switch (name) {
    case GL_ACTIVE_TEXTURE: *value = GL_TEXTURE0; return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA: *value = GL_ONE; return;
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA: *value = GL_ZERO; return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA: *value = GL_FUNC_ADD; return;
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_ELEMENT_ARRAY_BUFFER_BINDING:
    case GL_PIXEL_UNPACK_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING: *value = 0; return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX: value[0] = value[1] = value[2] = value[3] = 0; return;
    default: glGetIntegerv(name, value);
    }
}

GLboolean planner_known_gl_switch(GLenum) {
    return GL_FALSE;
}

const GLubyte* planner_known_gl_string(GLenum name) {
    return reinterpret_cast<const GLubyte*>(name == GL_VERSION ? "OpenGL ES 3.0" : "");
}

/// The backend reads one number, the version of its shaders, from what start() gives it.
int planner_known_gl_version(const char*, const char*, int* version) {
    *version = 300;
    return 1;
}

/// The backend's shaders are the same everywhere; to ask whether they compiled is to wait for it.
void planner_known_gl_shader(GLuint, GLenum name, GLint* value) {
    *value = name == GL_INFO_LOG_LENGTH ? 0 : GL_TRUE;
}
}

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
