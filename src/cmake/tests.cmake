# The presets that build tests compile several files as one (CMAKE_UNITY_BUILD), which takes half the time. The page is built file
# by file, so that each file includes what it uses.

# planner_add_test(NAME name SOURCES ... [ALONE ...] LIBRARIES ...): a doctest executable known to ctest; under Emscripten it runs in
# node. ALONE are sources with names of their own that other sources have too; they are compiled by themselves.
function(planner_add_test)
  cmake_parse_arguments(TEST "" "NAME" "SOURCES;ALONE;LIBRARIES" ${ARGN})
  add_executable(${TEST_NAME} ${TEST_SOURCES} ${TEST_ALONE} ${CMAKE_SOURCE_DIR}/tests/main.cpp)
  target_link_libraries(${TEST_NAME} PRIVATE planner_options planner_doctest ${TEST_LIBRARIES})
  target_compile_definitions(${TEST_NAME} PRIVATE PLANNER_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PLANNER_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set_source_files_properties(${TEST_ALONE} ${CMAKE_SOURCE_DIR}/tests/main.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  set_target_properties(${TEST_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  if(EMSCRIPTEN)
    # A CommonJS program that reads its wasm file itself: package.json makes .js files modules, and node's fetch reads no files.
    set_target_properties(${TEST_NAME} PROPERTIES SUFFIX .cjs)
    target_link_options(${TEST_NAME} PRIVATE -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sENVIRONMENT=node -sWASM_ASYNC_COMPILATION=0)
  endif()
  add_test(NAME ${TEST_NAME} COMMAND ${TEST_NAME})
endfunction()
