// libedit's native API, and the wrappers that Swift needs around it.
//
// Swift cannot call a variadic C function, so each use of el_wset, el_wget and history_w has its own
// one-liner below, and nothing else stands here. The wide functions (el_w…) are used throughout: the
// narrow ones convert by the locale on every call and cut a line at what they cannot convert.
#ifndef XIAOER_CEDITLINE_SHIM_H
#define XIAOER_CEDITLINE_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1  // fopencookie
#endif
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

// A command of ours that a key can be bound to. libedit keeps both strings: they must live on.
static inline int xiaoer_el_add_command(
    EditLine *el, const wchar_t *name, const wchar_t *help, xiaoer_command command) {
  return el_wset(el, EL_ADDFN, name, help, command);
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
// code points in the place of the one that stands in for it. Here, because glibc declares
// fopencookie for GNU sources only.
static inline FILE *xiaoer_open_stream(
    void *cookie, cookie_write_function_t *write) {
  cookie_io_functions_t functions = {0, 0, 0, 0};
  functions.write = write;
  return fopencookie(cookie, "w", functions);
}

#endif
