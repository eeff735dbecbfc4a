import Glibc

/// A line with the terminal's own editing, where libedit would crash or mislead: no UTF-8, TERM=emacs.
enum PlainLine {
  // Written by the handler, read on the thread that it interrupts.
  private nonisolated(unsafe) static let interrupted: UnsafeMutablePointer<Bool> = {
    let place = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
    place.initialize(to: false)
    return place
  }()

  /// Makes Ctrl-C end a read, and nothing else, from now on; a SIGINT that a process sends still ends us.
  static func install() {
    interrupted.pointee = false
    var action = sigaction()
    // Without SA_RESTART, so that a read ends.
    action.sa_flags = SA_SIGINFO
    action.__sigaction_handler.sa_sigaction = { number, facts, _ in
      // SI_KERNEL: typed at the terminal.
      guard facts?.pointee.si_code == 0x80 else { return FatalSignals.end(by: number) }
      PlainLine.interrupted.pointee = true
    }
    sigaction(SIGINT, &action, nil)
  }

  /// Shows `prompt` and reads one line; bytes that are no UTF-8 come as U+FFFD.
  ///
  /// What Ctrl-C clears, the terminal has not shown us: it always counts as an empty line.
  static func read(prompt: String) -> LineEditor.Outcome {
    guard Bytes.write(Array(prompt.utf8), to: STDOUT_FILENO) == 0 else { return .failed }
    var line: [UInt8] = []
    while true {
      // A Ctrl-C during an answer counts for the next prompt, as it does with libedit.
      if interrupted.pointee {
        interrupted.pointee = false
        _ = Bytes.write([0x0A], to: STDOUT_FILENO)
        return .interrupted(wasEmpty: true)
      }
      // The terminal gives no more than one line at a time.
      var piece = [UInt8](repeating: 0, count: 4_096)
      let count = Glibc.read(STDIN_FILENO, &piece, piece.count)
      if count > 0 {
        line.append(contentsOf: piece.prefix(count))
        guard line.last == 0x0A else { continue }
        return .line(String(decoding: line.dropLast(), as: UTF8.self))
      }
      if count == 0 || errno == EIO {
        _ = Bytes.write([0x0A], to: STDOUT_FILENO)
        return line.isEmpty ? .endOfInput : .line(String(decoding: line, as: UTF8.self))
      }
      guard errno == EINTR else { return .failed }
    }
  }
}
