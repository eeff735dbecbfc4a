import Glibc

/// A line with the terminal's own editing, where libedit would crash or mislead: no UTF-8, TERM=emacs.
enum PlainLine {
  // Written by the handler, read on the thread that it interrupts.
  private nonisolated(unsafe) static let interrupted: UnsafeMutablePointer<Bool> = {
    let place = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
    place.initialize(to: false)
    return place
  }()

  /// Shows `prompt` and reads one line; bytes that are no UTF-8 come as U+FFFD.
  static func read(prompt: String) -> LineEditor.Outcome {
    interrupted.pointee = false
    var ours = sigaction()
    var before = sigaction()
    // Without SA_RESTART, so that Ctrl-C ends the read.
    ours.__sigaction_handler.sa_handler = { _ in PlainLine.interrupted.pointee = true }
    sigaction(SIGINT, &ours, &before)
    defer { sigaction(SIGINT, &before, nil) }
    guard Bytes.write(Array(prompt.utf8), to: STDOUT_FILENO) == 0 else { return .failed }
    var line: [UInt8] = []
    while true {
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
      if interrupted.pointee {
        _ = Bytes.write([0x0A], to: STDOUT_FILENO)
        return .interrupted(wasEmpty: line.isEmpty)
      }
    }
  }
}
