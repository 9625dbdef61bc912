# The reference pages: target rehab_reference, with REHAB_BUILD_REFERENCE=ON. They lie in reference/html of the build folder.
find_package(Doxygen REQUIRED)
find_program(REHAB_PYTHON python3 HINTS /usr/bin REQUIRED)
block()
  set(here ${CMAKE_CURRENT_SOURCE_DIR}/src/reference)
  set(REHAB_REFERENCE_OUT ${CMAKE_CURRENT_BINARY_DIR}/reference)
  configure_file(${here}/Doxyfile.in ${REHAB_REFERENCE_OUT}/Doxyfile @ONLY)
  add_custom_target(rehab_reference
    COMMAND Doxygen::doxygen ${REHAB_REFERENCE_OUT}/Doxyfile
    COMMENT "Reference: ${REHAB_REFERENCE_OUT}/html/index.html"
    VERBATIM)
endblock()
