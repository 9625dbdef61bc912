# Writes the protocols into a C++ file, so that the library carries them:
#
#   cmake -DOUT=builtin_files.cpp "-DIN=protocols/a.toml;protocols/b.toml" -P files.cmake
#
# A script of CMake and not a program, so that it works when cross-compiling. Each file becomes raw string literals of at most
# 8,000 octets (compilers stop at 16 KB for one), cut at line ends and joined again by the compiler.
cmake_minimum_required(VERSION 3.25)

set(opening "R\"toml(")
set(closing ")toml\"")

# Appends to `out` the text as literals, one after the other.
function(append_literals text out)
  set(result "${${out}}")
  string(LENGTH "${text}" length)
  set(begin 0)
  while(begin LESS length)
    string(SUBSTRING "${text}" ${begin} 8000 piece)
    string(LENGTH "${piece}" size)
    math(EXPR end "${begin} + ${size}")
    string(FIND "${piece}" "\n" last_line_end REVERSE)
    if(end LESS length AND last_line_end GREATER_EQUAL 0)
      math(EXPR size "${last_line_end} + 1")
      string(SUBSTRING "${piece}" 0 ${size} piece)
    endif()
    string(APPEND result "${opening}${piece}${closing}sv\n")
    math(EXPR begin "${begin} + ${size}")
  endwhile()
  if(length EQUAL 0)
    string(APPEND result "\"\"sv\n")
  endif()
  set(${out} "${result}" PARENT_SCOPE)
endfunction()

set(by_name)
foreach(path IN LISTS IN)
  cmake_path(GET path FILENAME name)
  list(APPEND by_name "${name}|${path}")
endforeach()
list(SORT by_name COMPARE STRING)
list(LENGTH by_name count)

set(code "// Made by src/embed/files.cmake from protocols/.\n#include \"rehab/catalog.hpp\"\n\n#include <array>\n\nnamespace {\n\nusing namespace std::string_view_literals;  // no compiler counts half a million letters\n\n")
string(APPEND code "constexpr std::array<rehab::SourceFile, ${count}> files{{\n")
foreach(entry IN LISTS by_name)
  string(REGEX REPLACE "^[^|]*\\|" "" path "${entry}")
  cmake_path(GET path FILENAME name)
  file(READ "${path}" text)  # CR LF becomes LF, so that the library is the same wherever it was checked out
  string(FIND "${text}" "${closing}" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${path}: holds ${closing}, which ends the literal that it is written into")
  endif()
  string(APPEND code "{\"${name}\",\n")
  append_literals("${text}" code)
  string(APPEND code "},\n")
endforeach()
string(APPEND code "}};\n\n}  // namespace\n\nstd::span<const rehab::SourceFile> rehab::builtin_files() { return files; }\n")
file(WRITE "${OUT}" "${code}")
