# Header-only packages as planner_json, planner_expected, planner_xxhash and planner_doctest. Debian's packages where they
# are installed, else upstream's sources of the same version. Their headers are linked into a folder of the build, so that
# a cross compiler never sees the rest of the host's include folder.
set(packages_include ${CMAKE_BINARY_DIR}/packages/include)
file(MAKE_DIRECTORY ${packages_include})

# planner_add_package(name header git_repository git_tag folder): `header` is looked for on this machine, else in `folder`
# of the repository; what is linked is the header's first path part (a folder, or the header itself).
function(planner_add_package name header repository tag folder)
  string(REGEX MATCH "^[^/]+" entry ${header})
  find_path(PLANNER_${name}_INCLUDE ${header} NO_CMAKE_FIND_ROOT_PATH PATHS /usr/include /usr/local/include)
  mark_as_advanced(PLANNER_${name}_INCLUDE)
  set(found ${PLANNER_${name}_INCLUDE})
  if(NOT found)
    include(FetchContent)
    message(STATUS "Fetching ${name} from upstream")
    FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${name})
    set(found ${${name}_SOURCE_DIR}/${folder})
  endif()
  file(REMOVE_RECURSE ${packages_include}/${entry})
  file(CREATE_LINK ${found}/${entry} ${packages_include}/${entry} COPY_ON_ERROR SYMBOLIC)
  add_library(planner_${name} INTERFACE)
  target_include_directories(planner_${name} SYSTEM INTERFACE ${packages_include})
endfunction()

planner_add_package(json nlohmann/json.hpp https://github.com/nlohmann/json.git v3.11.2 include)
planner_add_package(expected tl/expected.hpp https://github.com/TartanLlama/expected.git v1.1.0 include)
planner_add_package(xxhash xxhash.h https://github.com/Cyan4973/xxHash.git v0.8.1 .)
target_compile_definitions(planner_xxhash INTERFACE XXH_INLINE_ALL)
if(PLANNER_TESTS)
  planner_add_package(doctest doctest/doctest.h https://github.com/doctest/doctest.git v2.4.9 .)
endif()
if(PLANNER_TESTS AND EMSCRIPTEN)
  target_compile_definitions(planner_doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS DOCTEST_CONFIG_NO_POSIX_SIGNALS)
endif()
