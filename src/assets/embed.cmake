# cmake -DASSETS=<folder> -DOUTPUT=<file.cpp> -P embed.cmake: writes the files below ASSETS as C++.

# Indentation is for people only. A JSON string never contains a line break, so what follows one is white space.
function(minify text_variable)
  string(REGEX REPLACE "\r?\n[ \t]*" "" text "${${text_variable}}")
  set(${text_variable} "${text}" PARENT_SCOPE)
endfunction()

# The bytes that HEX digits name, as the characters of a C++ array.
function(append_bytes name hex)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND code "constexpr char ${name}[] = {\n${bytes}\n};\n")
  set(code "${code}" PARENT_SCOPE)
endfunction()

# Appends one constant per file and the table of a folder to `code`.
function(embed folder how)
  file(GLOB files ${ASSETS}/${folder}/*.json)
  list(FILTER files EXCLUDE REGEX "\\.schema\\.json$")
  list(SORT files)
  list(LENGTH files count)
  set(entries "")
  set(index 0)
  foreach(path IN LISTS files)
    get_filename_component(id ${path} NAME_WE)
    if(how STREQUAL "minified")
      file(READ ${path} text)
      minify(text)
      file(WRITE ${OUTPUT}.part "${text}")
      file(READ ${OUTPUT}.part bytes HEX)
      file(REMOVE ${OUTPUT}.part)
    else()
      file(READ ${path} bytes HEX)
    endif()
    if(bytes STREQUAL "")
      string(APPEND entries "    {\"${id}\", {}},\n")
    else()
      append_bytes(${folder}_${index} "${bytes}")
      string(APPEND entries "    {\"${id}\", {${folder}_${index}, sizeof ${folder}_${index}}},\n")
    endif()
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND code "constexpr std::array<Asset, ${count}> ${folder}_table = {{\n${entries}}};\n\n")
  set(code "${code}" PARENT_SCOPE)
endfunction()

# The same for a folder of texts: an object of keys and texts per language becomes key, NUL, text, NUL and so on, because a page
# that has to read JSON before it can say anything starts noticeably later. A table of addresses would be fifteen KB more to download.
function(embed_texts folder)
  file(GLOB files ${ASSETS}/${folder}/*.json)
  list(SORT files)
  set(languages "")
  foreach(path IN LISTS files)
    get_filename_component(language ${path} NAME_WE)
    file(READ ${path} json)
    string(JSON count LENGTH "${json}")
    math(EXPR last "${count} - 1")
    set(hex "")
    foreach(index RANGE ${last})
      string(JSON key MEMBER "${json}" ${index})
      string(JSON text GET "${json}" "${key}")
      string(HEX "${key}" key)
      string(HEX "${text}" text)
      string(APPEND hex "${key}00${text}00")
    endforeach()
    append_bytes(${folder}_${language} "${hex}")
    string(APPEND languages "    if (language == \"${language}\") return {${folder}_${language}, sizeof ${folder}_${language}};\n")
  endforeach()
  string(APPEND code "\nstd::string_view ${folder}_in(std::string_view language) {\n${languages}    return {};\n}\n\n")
  set(code "${code}" PARENT_SCOPE)
endfunction()

set(code [[
// Written by src/assets/embed.cmake.
#include "assets/assets.h"

#include <array>

namespace planner::assets {

namespace {

]])
embed(processes minified)
embed(holidays minified)
embed_texts(texts)
embed(examples verbatim)
string(APPEND code [[
std::string_view find(std::span<const Asset> assets, std::string_view id) {
    for (const Asset& asset : assets) {
        if (asset.id == id) return asset.bytes;
    }
    return {};
}

} // namespace

std::span<const Asset> processes() { return processes_table; }
std::string_view embedded_texts(std::string_view language) { return texts_in(language); }
std::span<const Asset> holidays() { return holidays_table; }
std::span<const Asset> examples() { return examples_table; }

std::string_view process(std::string_view id) { return find(processes(), id); }
std::string_view example(std::string_view id) { return find(examples(), id); }

} // namespace planner::assets
]])
file(WRITE ${OUTPUT} "${code}")
