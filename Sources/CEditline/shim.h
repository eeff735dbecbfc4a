// libedit's native API, and the wrappers that Swift needs around it.
//
// Swift cannot call a variadic C function, so each use of el_wset, el_wget and history_w has its own
// one-liner below, and nothing else stands here. The wide functions (el_w…) are used throughout: the
// narrow ones convert by the locale on every call and cut a line at what they cannot convert.
#ifndef XIAOER_CEDITLINE_SHIM_H
#define XIAOER_CEDITLINE_SHIM_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

typedef wchar_t *(*xiaoer_prompt)(EditLine *);
typedef unsigned char (*xiaoer_command)(EditLine *, wint_t);

// The prompt is asked for again at every redraw.
static inline int xiaoer_el_set_prompt(EditLine *el, xiaoer_prompt prompt) {
  return el_wset(el, EL_PROMPT, prompt);
}

// "emacs" or "vi".
static inline int xiaoer_el_set_editor(EditLine *el, const wchar_t *mode) {
  return el_wset(el, EL_EDITOR, mode);
}

// Whether libedit installs its own signal handlers: ours stay, so 0.
static inline int xiaoer_el_set_signals(EditLine *el, int on) {
  return el_wset(el, EL_SIGNAL, on);
}

// The in-memory history that the arrow keys walk.
static inline int xiaoer_el_set_history(EditLine *el, HistoryW *history) {
  return el_wset(el, EL_HIST, history_w, history);
}

// The command that our keys are bound to. libedit keeps the pointers to both strings, so they stand
// here and not in Swift.
static inline int xiaoer_el_add_command(EditLine *el, xiaoer_command command) {
  return el_wset(el, EL_ADDFN, L"xiaoer", L"what xiaoer does itself", command);
}

// Binds a key, or a sequence in libedit's notation (\e is escape), to a command.
static inline int xiaoer_el_bind(EditLine *el, const wchar_t *key, const wchar_t *command) {
  return el_wset(el, EL_BIND, key, command, (const wchar_t *)0);
}

// Sets a terminal capability by its termcap name.
static inline int xiaoer_el_set_capability(EditLine *el, const wchar_t *name, const wchar_t *to) {
  return el_wset(el, EL_SETTC, name, to, (const wchar_t *)0);
}

// Changes one mode of the terminal: of=L"-d" while editing, of=L"-x" between two lines.
static inline int xiaoer_el_set_mode(EditLine *el, const wchar_t *of, const wchar_t *mode) {
  return el_wset(el, EL_SETTY, of, mode, (const wchar_t *)0);
}

// Where libedit reads its characters: our own reader, which waits for signals as well.
static inline int xiaoer_el_set_reader(EditLine *el, el_rfunc_t reader) {
  return el_wset(el, EL_GETCFN, reader);
}

// Where the modes of the terminal are set from now on.
static inline int xiaoer_el_set_input(EditLine *el, FILE *input) {
  return el_wset(el, EL_SETFP, 0, input);
}

// The pointer that callbacks get back.
static inline int xiaoer_el_set_owner(EditLine *el, void *owner) {
  return el_wset(el, EL_CLIENTDATA, owner);
}
static inline void *xiaoer_el_owner(EditLine *el) {
  void *owner = 0;
  el_wget(el, EL_CLIENTDATA, &owner);
  return owner;
}

// 1: the mode for editing. 0: the mode between two lines.
static inline int xiaoer_el_prepare(EditLine *el, int on) {
  return el_wset(el, EL_PREP_TERM, on);
}

// Draws prompt and line anew, taking the cursor to stand where the prompt begins.
static inline int xiaoer_el_refresh(EditLine *el) { return el_wset(el, EL_REFRESH); }

static inline int xiaoer_history_set_size(HistoryW *history, int lines) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, lines);
}
// 1: a line equal to the one before it is not entered again.
static inline int xiaoer_history_set_unique(HistoryW *history, int on) {
  HistEventW event;
  return history_w(history, &event, H_SETUNIQUE, on);
}
static inline int xiaoer_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, line);
}

// A stream whose bytes go to `write`: libedit draws through it, and we put a character of several
// code points in the place of the one that stands in for it. glibc declares fopencookie for GNU
// sources only, and a module with other feature macros than Swift's own Glibc does not load beside it:
// so it is declared here, by its documented layout.
typedef ssize_t (*xiaoer_write)(void *cookie, const char *bytes, size_t count);
struct xiaoer_stream_functions {
  ssize_t (*read)(void *, char *, size_t);
  xiaoer_write write;
  int (*seek)(void *, off_t *, int);
  int (*close)(void *);
};
extern FILE *xiaoer_fopencookie(
    void *cookie, const char *mode, struct xiaoer_stream_functions functions)
    __asm__("fopencookie");
static inline FILE *xiaoer_open_stream(void *cookie, xiaoer_write write) {
  struct xiaoer_stream_functions functions = {0, write, 0, 0};
  return xiaoer_fopencookie(cookie, "w", functions);
}

// stdin is a mutable global, which Swift 6 does not let one name.
static inline EditLine *xiaoer_el_open(const char *name, FILE *out, FILE *err) {
  return el_init_fd(name, stdin, out, err, 0, 1, 2);
}

// The columns libedit counts a code point as, -1 for one it would not print as itself. glibc declares
// it for X/Open sources only.
extern int xiaoer_columns(wchar_t code_point) __asm__("wcwidth");

// Waits with a signal mask of its own. Not libedit's, but what its reader needs, and GNU's as well; the
// pointers are untyped, since a second module that brings struct pollfd or sigset_t confuses Swift.
extern int xiaoer_ppoll(void *polled, unsigned long count, const void *timeout, const void *mask)
    __asm__("ppoll");

#endif
