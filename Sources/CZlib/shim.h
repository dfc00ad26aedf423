// Compression by zlib as a Swift module. The library comes from the system: apt install zlib1g-dev.
#ifndef GONGKAI_CZLIB_SHIM_H
#define GONGKAI_CZLIB_SHIM_H

#include <zlib.h>

#endif
