#ifndef CONCORDAT_CLIBZIP_H
#define CONCORDAT_CLIBZIP_H

#include <zip.h>

#endif
