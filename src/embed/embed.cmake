# The protocols are compiled in, so that neither a program nor its tests look for files. Sets `rehab_builtin`: two C++ files,
#
#   builtin_files.cpp  the texts, written by a script of CMake: files.cmake
#   builtin_trees.cpp  what the parser makes of them, written by a program of this project with the very parser: trees.cpp
#
# so that start-up puts trees together and parses nothing. A file that the parser refuses ends the build with its message.
# What a cross-compiler builds does not run here: its library has no trees and parses the texts when it is asked for them, with the
# same result.
block(PROPAGATE rehab_builtin)
  set(root ${CMAKE_CURRENT_SOURCE_DIR})
  set(files ${CMAKE_CURRENT_BINARY_DIR}/builtin_files.cpp)
  set(trees ${CMAKE_CURRENT_BINARY_DIR}/builtin_trees.cpp)
  set(rehab_builtin ${files} ${trees})

  file(GLOB protocols CONFIGURE_DEPENDS ${root}/protocols/*.toml)
  add_custom_command(
    OUTPUT ${files}
    COMMAND ${CMAKE_COMMAND} -DOUT=${files} "-DIN=${protocols}" -P ${root}/src/embed/files.cmake
    DEPENDS ${protocols} ${root}/src/embed/files.cmake
    VERBATIM)

  if(CMAKE_CROSSCOMPILING)
    file(CONFIGURE OUTPUT ${trees} CONTENT "#include \"protocol/builtin.hpp\"

std::span<const rehab::protocol::Prepared> rehab::protocol::prepared_files() { return {}; }
")
  else()
    add_executable(rehab_embed EXCLUDE_FROM_ALL ${root}/src/embed/trees.cpp ${files})
    target_compile_features(rehab_embed PRIVATE cxx_std_20)
    target_compile_options(rehab_embed PRIVATE $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-O1>)  # it runs once
    target_include_directories(rehab_embed PRIVATE ${root}/include ${root}/src)
    target_link_libraries(rehab_embed PRIVATE rehab_parser rehab_warnings tomlplusplus::tomlplusplus)
    add_custom_command(OUTPUT ${trees} COMMAND rehab_embed ${trees} DEPENDS rehab_embed VERBATIM)
  endif()
endblock()
