#ifndef XIAOER_CPTY_H
#define XIAOER_CPTY_H
#include <sys/types.h>

// Runs `path` on a new pseudo-terminal of the given size; its process id, or -1. `master` is the other
// side of it. Between fork and exec only C runs: the test process has threads.
pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], int rows, int columns,
                 int *master);

// Gives the terminal another size, as a window manager does.
int cpty_resize(int master, int rows, int columns);
#endif
