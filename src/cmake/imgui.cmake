# Dear ImGui 1.92 or a later 1.x: planner_imgui (drawing lists only, runs anywhere) and, for the web, planner_imgui_opengl3.
# Looked for in PLANNER_IMGUI_DIR, then in build/deps/imgui (where web/setup/dear_imgui.sh puts it), else fetched from upstream.
set(PLANNER_IMGUI_DIR "" CACHE PATH "Folder with Dear ImGui 1.92 or later (imgui.h, backends/)")

if(PLANNER_IMGUI_DIR)
  set(imgui_folder ${PLANNER_IMGUI_DIR})
elseif(EXISTS ${CMAKE_SOURCE_DIR}/build/deps/imgui/imgui.h)
  set(imgui_folder ${CMAKE_SOURCE_DIR}/build/deps/imgui)
else()
  include(FetchContent)
  FetchContent_Declare(imgui GIT_REPOSITORY https://github.com/ocornut/imgui.git GIT_TAG v1.92.2b GIT_SHALLOW ON)
  FetchContent_GetProperties(imgui)
  if(NOT imgui_POPULATED)
    message(STATUS "Fetching Dear ImGui from upstream")
    FetchContent_MakeAvailable(imgui)
  endif()
  set(imgui_folder ${imgui_SOURCE_DIR})
endif()

file(STRINGS ${imgui_folder}/imgui.h imgui_version REGEX "^#define IMGUI_VERSION_NUM")
string(REGEX MATCH "[0-9]+" imgui_version "${imgui_version}")
if(imgui_version LESS 19200 OR NOT imgui_version LESS 20000)
  message(FATAL_ERROR "Dear ImGui in ${imgui_folder} is ${imgui_version}; 1.92 or a later 1.x is needed")
endif()
message(STATUS "Dear ImGui ${imgui_version} from ${imgui_folder}")

add_library(planner_imgui STATIC EXCLUDE_FROM_ALL
  ${imgui_folder}/imgui.cpp ${imgui_folder}/imgui_draw.cpp ${imgui_folder}/imgui_tables.cpp ${imgui_folder}/imgui_widgets.cpp)
target_include_directories(planner_imgui SYSTEM PUBLIC ${imgui_folder})
target_include_directories(planner_imgui PUBLIC ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(planner_imgui PUBLIC "IMGUI_USER_CONFIG=\"ui/imgui_config.h\"")
planner_prefer_speed_of(${imgui_folder}/imgui_draw.cpp)

if(EMSCRIPTEN)
  # The core refers to widgets that no screen has, to close what a screen left open or to decorate windows, and every visitor
  # would download them. There those names stand for the empty functions of src/ui/imgui_left_out.cpp.
  set(left_out ${CMAKE_SOURCE_DIR}/src/ui/imgui_left_out.cpp)
  target_sources(planner_imgui PRIVATE ${left_out})
  set(definitions sscanf=planner_scan_nothing)
  foreach(name CloseButton CollapseButton EndMenuBar EndMultiSelect EndTabBar EndTable Scrollbar Selectable TableSettingsAddSettingsHandler TreePop)
    list(APPEND definitions ${name}=LeftOut${name})
  endforeach()
  set_source_files_properties(${imgui_folder}/imgui.cpp ${left_out} PROPERTIES COMPILE_DEFINITIONS "${definitions}")

  add_library(planner_imgui_opengl3 STATIC EXCLUDE_FROM_ALL ${imgui_folder}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(planner_imgui_opengl3 SYSTEM PUBLIC ${imgui_folder}/backends)
  # The backend asks WebGL for its state around every frame, and each answer waits for the graphics process. Nobody else draws
  # here, so src/ui/renderer_opengl.cpp answers from what is known.
  target_compile_definitions(planner_imgui_opengl3 PRIVATE
    IMGUI_IMPL_OPENGL_ES3 glGetIntegerv=planner_known_gl_integer glIsEnabled=planner_known_gl_switch
    glGetString=planner_known_gl_string sscanf=planner_known_gl_version glGetShaderiv=planner_known_gl_shader glGetProgramiv=planner_known_gl_shader)
  target_link_libraries(planner_imgui_opengl3 PUBLIC planner_imgui)
endif()
