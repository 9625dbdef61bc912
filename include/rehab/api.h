/* What the library lets out, and its version. Valid C99 and C++; included by every header that declares a function. */
#ifndef REHAB_API_H
#define REHAB_API_H

/* In front of every public function. All else of a shared library is hidden. */
#if defined(__GNUC__)
#define REHAB_API __attribute__((visibility("default")))
#else
#define REHAB_API
#endif

/* The version of the headers; rehab::version() and rehab_version() give that of the library that is linked. While MAJOR is 0
   another MINOR may break what was built against this one, afterwards only another MAJOR: */
#define REHAB_VERSION_MAJOR 0
#define REHAB_VERSION_MINOR 1
#define REHAB_VERSION_PATCH 0

#endif
