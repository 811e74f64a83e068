# scriptling_add_plugin(name
#   SOURCES file...
#   [LIBRARIES target-or-library...]     linked privately
#   [INCLUDES directory...])
#
# Builds <build directory>/plugins/<name>.so, a module that sees nothing of the server but the headers
# in include/scriptling and exports one symbol. Works in the server's own tree and, through
# find_package(Scriptling) or SCRIPTLING_INCLUDE_DIR, outside of it.
function(scriptling_add_plugin name)
  cmake_parse_arguments(PLUGIN "" "" "SOURCES;LIBRARIES;INCLUDES" ${ARGN})
  if(NOT PLUGIN_SOURCES)
    message(FATAL_ERROR "scriptling_add_plugin(${name}): no SOURCES")
  endif()
  if(PLUGIN_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "scriptling_add_plugin(${name}): do not know ${PLUGIN_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT SCRIPTLING_INCLUDE_DIR)
    set(SCRIPTLING_INCLUDE_DIR ${PROJECT_SOURCE_DIR}/include)
  endif()

  set(target scriptling_plugin_${name})
  add_library(${target} MODULE ${PLUGIN_SOURCES})
  target_include_directories(${target} PRIVATE ${SCRIPTLING_INCLUDE_DIR} ${PLUGIN_INCLUDES})
  target_link_libraries(${target} PRIVATE ${PLUGIN_LIBRARIES})
  target_compile_features(${target} PRIVATE cxx_std_20)
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${name} SUFFIX .so
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/plugins
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  # Without -fno-gnu-unique a library with inline statics stays mapped after dlclose.
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fno-gnu-unique>)
  # An unresolved symbol is an error now rather than at load time. Sanitizer run times come from the program.
  if(NOT SCRIPTLING_SANITIZE)
    target_link_options(${target} PRIVATE -Wl,-z,defs)
  endif()
endfunction()
