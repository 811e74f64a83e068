# cmake -DOUT=FILE.cpp -DFOLDER=DIR -P EmbedScripts.cmake
# Writes a C++ file registering every NAME.py of DIR as the script module NAME.
file(GLOB sources ${FOLDER}/*.py)
list(SORT sources)
set(text "#include \"core/vm/native.h\"\n#include \"stdlib/registry.h\"\n\nnamespace sl {\n\nvoid register_scripts_module() {\n")
foreach(source ${sources})
  get_filename_component(name ${source} NAME)
  string(REGEX REPLACE "\\.py$" "" name ${name})
  file(READ ${source} content)
  string(APPEND text "  define_script_module(\"${name}\", R\"__py__(${content})__py__\");\n")
endforeach()
string(APPEND text "}\n\n}  // namespace sl\n")
file(WRITE ${OUT} "${text}")
