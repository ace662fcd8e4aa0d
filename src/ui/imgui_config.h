#pragma once

// What the planner leaves out of Dear ImGui, and how it wants the rest. Dear ImGui reads this as IMGUI_USER_CONFIG.

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#ifdef NDEBUG
// What a screen does wrong shows in the tests; a release has no words for it.
#define IM_ASSERT_USER_ERROR(condition, message) ((void)(condition))
#endif
// Fonts come from memory; nothing is read from or written to files, and no program is started.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
// Names and texts hold characters beyond the first 65,536, and a long review draws more than 65,536 vertices.
#define IMGUI_USE_WCHAR32
#define ImDrawIdx unsigned int
