# planner_fonts: the fonts in ${CMAKE_BINARY_DIR}/fonts, made from the npm packages by web/fonts/build.py.
# planner_icons: link it to include "ui/kit/icons.h", which names the icons.
set(fonts_folder ${CMAKE_BINARY_DIR}/fonts)
set(fonts_script ${CMAKE_SOURCE_DIR}/web/fonts/build.py)
set(fonts_modules ${CMAKE_SOURCE_DIR}/node_modules)

# A python that has fontTools: the first in the PATH need not be the one that the packages were installed for.
if(NOT PLANNER_FONT_PYTHON)
  foreach(candidate python3 python /usr/bin/python3)
    execute_process(COMMAND ${candidate} -c "import fontTools" RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
    if(failed STREQUAL "0")
      set(PLANNER_FONT_PYTHON ${candidate} CACHE STRING "Python with the fontTools package")
      break()
    endif()
  endforeach()
endif()

set(fonts_outputs)
foreach(name atkinson-regular.ttf atkinson-semibold.ttf icons.ttf LICENSES.txt include/ui/kit/icons.h)
  list(APPEND fonts_outputs ${fonts_folder}/${name})
endforeach()

if(PLANNER_FONT_PYTHON AND EXISTS ${fonts_modules}/lucide-static)
  add_custom_command(OUTPUT ${fonts_outputs}
    COMMAND ${PLANNER_FONT_PYTHON} ${fonts_script} ${fonts_modules} ${fonts_folder}
    DEPENDS ${fonts_script} ${CMAKE_SOURCE_DIR}/web/fonts/icons.txt ${CMAKE_SOURCE_DIR}/package-lock.json
    COMMENT "Making the fonts" VERBATIM)
  add_custom_target(planner_fonts DEPENDS ${fonts_outputs})
else()
  message(STATUS "Fonts cannot be made: run `npm ci` and install python's fonttools, then configure again")
  add_custom_target(planner_fonts COMMAND ${CMAKE_COMMAND} -E false
    COMMENT "The fonts need `npm ci` and python's fonttools; configure again after that")
endif()

add_library(planner_icons INTERFACE)
target_include_directories(planner_icons INTERFACE ${fonts_folder}/include)
add_dependencies(planner_icons planner_fonts)
