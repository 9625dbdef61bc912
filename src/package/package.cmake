# The library in the forms that programs meet, each made of the same objects, and its install rules:
#
#   rehab_library(rehab)                        static, or shared by BUILD_SHARED_LIBS
#   rehab_install(rehab COMPONENT rehab)        headers, library, package files, protocols, schemas, manual and examples
#
# Nothing that is installed names a folder of the machine it was built on: an installed folder can be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
include(CheckLinkerFlag)

set(rehab_share ${CMAKE_INSTALL_DATADIR}/rehab)
set(rehab_version_script -Wl,--version-script=${CMAKE_CURRENT_LIST_DIR}/rehab.map)
check_linker_flag(CXX ${rehab_version_script} rehab_has_version_scripts)  # where not, only visibility hides what is not public

# A form of the library; ARGN: STATIC or SHARED, if not as BUILD_SHARED_LIBS says.
function(rehab_library target)
  add_library(${target} ${ARGN} $<TARGET_OBJECTS:rehab_parser> $<TARGET_OBJECTS:rehab_planner>)
  file(GLOB headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/rehab/*.h ${PROJECT_SOURCE_DIR}/include/rehab/*.hpp)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${headers})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PRIVATE date::date-tz)
  get_target_property(toml tomlplusplus::tomlplusplus TYPE)
  if(NOT toml STREQUAL "INTERFACE_LIBRARY")  # of headers alone nothing is left to link
    target_link_libraries(${target} PRIVATE tomlplusplus::tomlplusplus)
  endif()
  # While the major version is 0, a minor one may break what was.
  set(soversion ${PROJECT_VERSION_MAJOR})
  if(soversion EQUAL 0)
    set(soversion 0.${PROJECT_VERSION_MINOR})
  endif()
  set_target_properties(${target} PROPERTIES
    LINKER_LANGUAGE CXX OUTPUT_NAME rehab EXPORT_NAME rehab VERSION ${PROJECT_VERSION} SOVERSION ${soversion})
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "SHARED_LIBRARY" AND rehab_has_version_scripts)
    target_link_options(${target} PRIVATE ${rehab_version_script})
    set_target_properties(${target} PROPERTIES LINK_DEPENDS ${PROJECT_SOURCE_DIR}/src/package/rehab.map)
  endif()
endfunction()

# What a program that links a static rehab must link besides, and how its project finds that.
function(rehab_dependencies target)
  set(calls "include(CMakeFindDependencyMacro)\nfind_dependency(date 3)\n")
  set(libs " -ldate-tz")
  get_target_property(linked ${target} LINK_LIBRARIES)
  if("tomlplusplus::tomlplusplus" IN_LIST linked)
    string(APPEND calls "find_dependency(tomlplusplus 3)\n")
    string(APPEND libs " -ltomlplusplus")
  endif()
  set(runtime ${CMAKE_CXX_IMPLICIT_LINK_LIBRARIES})
  list(FILTER runtime INCLUDE REGEX "^((stdc|c)\\+\\+|m)$")  # for programs in C
  foreach(library IN LISTS runtime)
    string(APPEND libs " -l${library}")
  endforeach()
  set(calls "${calls}" PARENT_SCOPE)
  set(libs "${libs}" PARENT_SCOPE)
endfunction()

# The files by which CMake and pkg-config find the library, in a folder for each form of it.
function(rehab_package_files target folder)
  get_target_property(type ${target} TYPE)
  rehab_dependencies(${target})
  if(type STREQUAL "SHARED_LIBRARY")
    set(libs_private "${libs}")
    set(libs "")
    set(dependencies "")
  else()
    set(dependencies "${calls}")
  endif()

  set(protocols ${rehab_share}/protocols)
  set(schemas ${rehab_share}/schemas)
  configure_package_config_file(${PROJECT_SOURCE_DIR}/src/package/rehabConfig.cmake.in ${folder}/rehabConfig.cmake
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/rehab PATH_VARS protocols schemas NO_SET_AND_CHECK_MACRO)
  set(compatible SameMajorVersion)
  if(PROJECT_VERSION_MAJOR EQUAL 0)
    set(compatible SameMinorVersion)
  endif()
  write_basic_package_version_file(${folder}/rehabConfigVersion.cmake COMPATIBILITY ${compatible})

  file(RELATIVE_PATH up ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
  string(REGEX REPLACE "/$" "" prefix "\${pcfiledir}/${up}")
  set(includedir ${CMAKE_INSTALL_INCLUDEDIR})
  set(libdir ${CMAKE_INSTALL_LIBDIR})
  foreach(path includedir libdir protocols schemas)
    cmake_path(ABSOLUTE_PATH ${path} BASE_DIRECTORY "\${prefix}")
  endforeach()
  configure_file(${PROJECT_SOURCE_DIR}/src/package/rehab.pc.in ${folder}/rehab.pc @ONLY)
endfunction()

# ARGN, as COMPONENT rehab, goes to every rule.
function(rehab_install target)
  set(folder ${PROJECT_BINARY_DIR}/package/${target})
  rehab_package_files(${target} ${folder})
  set(cmake ${CMAKE_INSTALL_LIBDIR}/cmake/rehab)
  install(TARGETS ${target} EXPORT ${target}-targets
    ARCHIVE ${ARGN} LIBRARY ${ARGN} RUNTIME ${ARGN}
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} ${ARGN})
  install(EXPORT ${target}-targets FILE rehabTargets.cmake NAMESPACE rehab:: DESTINATION ${cmake} ${ARGN})
  install(FILES ${folder}/rehabConfig.cmake ${folder}/rehabConfigVersion.cmake DESTINATION ${cmake} ${ARGN})
  install(FILES ${folder}/rehab.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig ${ARGN})
  file(GLOB protocols CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/protocols/*.toml)
  file(GLOB schemas CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/protocols/*.schema.json)
  install(FILES ${protocols} DESTINATION ${rehab_share}/protocols ${ARGN})
  install(FILES ${schemas} DESTINATION ${rehab_share}/schemas ${ARGN})
  install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/protocols/LANGUAGE.md
    DESTINATION ${CMAKE_INSTALL_DOCDIR} ${ARGN})
  file(GLOB examples CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/apps/examples/*.c ${PROJECT_SOURCE_DIR}/apps/examples/*.cpp
    ${PROJECT_SOURCE_DIR}/apps/examples/*.py)
  install(FILES ${examples} DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples ${ARGN})
endfunction()
