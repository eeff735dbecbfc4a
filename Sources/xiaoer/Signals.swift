import Glibc

/// How the program takes signals.
enum Signals {
  /// A closed pipe is an error of `write`, so that it can be told from a full disk.
  static func install() { signal(SIGPIPE, SIG_IGN) }
}
