import Glibc

/// How the program takes signals.
enum Signals {
  /// A closed pipe is an error of `write`, so that it can be told from a full disk; so is a file that has
  /// grown to its limit.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
