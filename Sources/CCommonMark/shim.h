// libcmark as a Swift module. The library comes from the system: apt install libcmark-dev.
#ifndef GONGKAI_CCOMMONMARK_SHIM_H
#define GONGKAI_CCOMMONMARK_SHIM_H

#include <cmark.h>
#include <string.h>

// The length of a literal that libcmark hands out, without an import of the C library in Swift.
static inline size_t cmark_literal_length(const char *literal) { return strlen(literal); }

#endif
