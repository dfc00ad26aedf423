// Google's HTML5 parser as a Swift module. The library comes from the system: apt install libgumbo-dev.
#ifndef GONGKAI_CGUMBO_SHIM_H
#define GONGKAI_CGUMBO_SHIM_H

#include <gumbo.h>

#endif
