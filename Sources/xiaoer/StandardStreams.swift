import Glibc
import Session

/// The program's own input and output, in bytes.
enum StandardStreams {
  /// A stream that could not be read or written.
  struct Failure: Error {
    /// One English sentence.
    let message: String
  }

  /// Standard input, a chunk at a time.
  struct Input: ByteSource {
    mutating func next() throws -> [UInt8] {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, length in
        repeat {
          count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        } while count < 0
          && errno == EINTR
        length = max(0, count)
      }
      guard count >= 0 else { throw Failure(message: "cannot read stdin: \(reason())") }
      return chunk
    }
  }

  /// Standard output for answers, standard error for complaints.
  struct Output: TextSink {
    mutating func answer(_ bytes: [UInt8]) throws { try StandardStreams.write(bytes) }
    mutating func complain(_ line: String) { StandardStreams.complain(line) }
  }

  /// Writes all of `bytes` to standard output.
  static func write(_ bytes: [UInt8]) throws {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(STDOUT_FILENO, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0 {
        if errno == EINTR { continue }
        // A reader that has seen enough closes the pipe: nothing is wrong, and nobody is left to tell.
        if errno == EPIPE { endByBrokenPipe() }
        throw Failure(message: "cannot write stdout: \(reason())")
      }
      offset += count
    }
  }

  /// Writes `text` and a line feed to standard output.
  static func print(_ text: String) throws { try write(Array(text.utf8) + [UInt8(ascii: "\n")]) }

  /// Writes a line to standard error; that it cannot be written is nobody's to know.
  static func complain(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Whether both standard input and standard output are terminals.
  static var areTerminals: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  private static func reason() -> String { String(cString: strerror(errno)) }

  private static func endByBrokenPipe() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    exit(141)
  }
}
