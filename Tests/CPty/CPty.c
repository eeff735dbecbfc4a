#define _GNU_SOURCE
#include "CPty.h"
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], int rows, int columns,
                 int *master) {
  struct winsize size = {rows, columns, 0, 0};
  pid_t child = forkpty(master, 0, 0, &size);
  if (child != 0) return child;
  closefrom(3);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  execve(path, argv, envp);
  _exit(127);
}

int cpty_resize(int master, int rows, int columns) {
  struct winsize size = {rows, columns, 0, 0};
  return ioctl(master, TIOCSWINSZ, &size);
}
