#ifndef CONCORDAT_CLIBZIP_H
#define CONCORDAT_CLIBZIP_H

#include <zip.h>
// What libzip itself packs with; its package brings it.
#include <zlib.h>

#endif
