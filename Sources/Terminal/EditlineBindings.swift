extension Editline {
  /// What keys do beyond libedit's emacs bindings, in its notation.
  ///
  /// No ~/.editrc is read: a key does the same on every machine, and a bug report can be replayed.
  static let bindings: [(key: String, command: String)] = [
    ("\u{9D}", "xiaoer"),
    // A paste, from a terminal that brackets it.
    ("\\e[200~", "xiaoer"),
    // libedit's own end of file would write ^D on the screen.
    ("^D", "ed-delete-next-char"),
    // As in a shell; libedit's default kills up to the mark.
    ("^W", "ed-delete-prev-word"),
    ("^H", "em-delete-prev-char"),
    ("^?", "em-delete-prev-char"),
    // Keys that libedit's termcap reading leaves out.
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"),
    ("\\e[7~", "ed-move-to-beg"), ("\\e[8~", "ed-move-to-end"),
    ("\\e[H", "ed-move-to-beg"), ("\\e[F", "ed-move-to-end"),
    ("\\eOH", "ed-move-to-beg"), ("\\eOF", "ed-move-to-end"),
    ("\\e[A", "ed-prev-history"), ("\\e[B", "ed-next-history"),
    ("\\e[C", "ed-next-char"), ("\\e[D", "ed-prev-char"),
    ("\\eOA", "ed-prev-history"), ("\\eOB", "ed-next-history"),
    ("\\eOC", "ed-next-char"), ("\\eOD", "ed-prev-char"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ("\\e[1;3C", "em-next-word"), ("\\e[1;3D", "ed-prev-word"),
    // A control character has no place in a message, and commands of libedit's none at a counter.
    ("^V", "ed-unassigned"), ("^Q", "ed-unassigned"), ("^S", "ed-unassigned"),
    ("^O", "ed-unassigned"), ("^\\\\", "ed-unassigned"),
    ("\\ex", "ed-unassigned"), ("\\eX", "ed-unassigned"),
  ]
}
