// Calls of Linux that Swift's Glibc module does not see, because their declarations depend on _GNU_SOURCE or their header is not in it.
#ifndef GONGKAI_CDISK_SHIM_H
#define GONGKAI_CDISK_SHIM_H

// mallopt(3).
#include <malloc.h>

// inotify(7).
#include <sys/inotify.h>

// renameat2(2), since glibc 2.28, and RENAME_EXCHANGE of <linux/fs.h>.
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
enum { GONGKAI_RENAME_EXCHANGE = 2 };
// O_PATH of open(2): a folder through which others are opened, without the right to list it.
enum { GONGKAI_O_PATH = 010000000 };
// syncfs(2).
int syncfs(int file);

#endif
