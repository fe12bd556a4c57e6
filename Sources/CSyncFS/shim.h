#ifndef CONCORDAT_CSYNCFS_H
#define CONCORDAT_CSYNCFS_H

// Of unistd.h, which declares it only for GNU programs: writes out all that waits to be written on the file system of a file.
extern int syncfs(int fd);

#endif
