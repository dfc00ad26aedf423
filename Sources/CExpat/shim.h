// Expat's XML parser as a Swift module. The library comes from the system: apt install libexpat1-dev.
#ifndef GONGKAI_CEXPAT_SHIM_H
#define GONGKAI_CEXPAT_SHIM_H

#include <expat.h>

#endif
