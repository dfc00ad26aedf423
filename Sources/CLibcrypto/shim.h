// SHA-256 of OpenSSL's libcrypto as a Swift module. The library comes from the system: apt install libssl-dev.
#ifndef GONGKAI_CLIBCRYPTO_SHIM_H
#define GONGKAI_CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
