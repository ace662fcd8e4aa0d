# Compiler and linker options: planner_options for everything of ours, planner_web_options for the page's executable.
add_library(planner_options INTERFACE)
target_compile_options(planner_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror=return-type)
target_include_directories(planner_options INTERFACE ${CMAKE_SOURCE_DIR}/src)

# What changes the layout or the runtime of a program goes to every target, packages included.
if(PLANNER_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# The page is built for size; what runs in every frame, or over every byte of a file, is worth some more bytes.
function(planner_prefer_speed target)
  if(EMSCRIPTEN)
    target_compile_options(${target} PRIVATE $<$<CONFIG:MinSizeRel>:-O2>)
  endif()
endfunction()

# The same for some source files of a target.
function(planner_prefer_speed_of)
  if(EMSCRIPTEN)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS $<$<CONFIG:MinSizeRel>:-O2>)
  endif()
endfunction()

if(EMSCRIPTEN)
  # Instructions that every browser has for which the page is built (web/build.mjs).
  set(instructions -mbulk-memory -mnontrapping-fptoint -msign-ext)
  add_compile_options(-fno-exceptions -fno-rtti ${instructions})
  add_link_options(${instructions})
  # Newer versions of Emscripten renamed the setting; the default of some is too small to read a deep document.
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
    set(stack_setting TOTAL_STACK)
  else()
    set(stack_setting STACK_SIZE)
  endif()
  add_link_options(-s${stack_setting}=1048576 -sALLOW_MEMORY_GROWTH=1)
  # With a node that is not Debian's own, Debian's linker does not find Debian's acorn.
  if(EXISTS /usr/share/nodejs/acorn)
    set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
  endif()

  # Optimisation at link time, for the smallest page. Only the page takes the system libraries in the form for that: tools that
  # use more of them than the page does fail to link with those of some versions.
  add_compile_options($<$<CONFIG:MinSizeRel>:-flto>)
  add_library(planner_web_options INTERFACE)
  # A function that is called once stays a function: inlined it takes fewer bytes, but more of them once compressed. What that leaves
  # is made small once more.
  target_link_options(planner_web_options INTERFACE $<$<CONFIG:MinSizeRel>:-flto>
    $<$<CONFIG:MinSizeRel>:-sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=20,-Oz>
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sEXPORTED_FUNCTIONS=_malloc,_free
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,locateFile,onAbort,print,printErr)
endif()
