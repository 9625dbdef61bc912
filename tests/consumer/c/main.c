/* What a program in C looks like that embeds the library: no header but rehab's and the standard library's. */
#include <stdio.h>

#include "rehab/rehab.h"

int main(void) {
  char headers[32];
  snprintf(headers, sizeof headers, "%d.%d.%d", REHAB_VERSION_MAJOR, REHAB_VERSION_MINOR, REHAB_VERSION_PATCH);
  printf("headers %s, library %s\n", headers, rehab_version());
  return 0;
}
