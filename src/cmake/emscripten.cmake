# Toolchain: the Emscripten that emcc in the PATH belongs to, Debian's package or an emsdk.
find_program(PLANNER_EMCC emcc REQUIRED)
get_filename_component(emcc_folder ${PLANNER_EMCC} REALPATH)
get_filename_component(emcc_folder ${emcc_folder} DIRECTORY)
include(${emcc_folder}/cmake/Modules/Platform/Emscripten.cmake)
