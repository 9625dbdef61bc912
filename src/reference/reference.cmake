# The reference: pages made of the comments in the public headers. Target rehab_reference, which nothing else needs; they then lie
# in reference/html of the build folder. A gap in them, a thing without a word of its own, ends the build.
find_package(Doxygen REQUIRED)
find_program(REHAB_PYTHON python3 HINTS /usr/bin REQUIRED)
if(NOT TARGET rehab_reference)
  block()
    set(REHAB_REFERENCE_OUT ${PROJECT_BINARY_DIR}/reference)
    configure_file(${PROJECT_SOURCE_DIR}/src/reference/Doxyfile.in ${REHAB_REFERENCE_OUT}/Doxyfile @ONLY)
    add_custom_target(rehab_reference
      COMMAND Doxygen::doxygen ${REHAB_REFERENCE_OUT}/Doxyfile
      COMMENT "The reference: ${REHAB_REFERENCE_OUT}/html/index.html"
      VERBATIM)
  endblock()
endif()
