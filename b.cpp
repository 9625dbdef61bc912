#include <stddef.h>
typedef struct S { size_t struct_size; int a; void* b; } S;
int main() { S s = {sizeof s}; S t = {.struct_size = sizeof t}; return s.a + t.a; }
