import Glibc
import Session

/// A stream that a person reads: every line goes through the filter, and colour only where it helps.
///
/// Lines are never wrapped here: the terminal wraps them, and what is copied from it stays whole.
public struct Screen: Sendable {
  /// A write that could not be done: the stream is full, closed or gone.
  public struct Failure: Error, Hashable {
    /// The operation, always "write".
    public let operation: String
    /// The system's `errno`.
    public let code: Int32
    /// The file descriptor written to.
    public let descriptor: Int32
  }

  /// The file descriptor written to.
  public let descriptor: Int32
  /// Whether styles show.
  public let isColoured: Bool
  /// ACCESSIBLE=1: no repainting, no boxes, choices in words. Whoever composes lines asks for it.
  public let isAccessible: Bool

  /// A screen on `descriptor`; the environment, unless given, is the process's own.
  /// - Parameter colour: false for `--no-color`.
  public init(
    descriptor: Int32, colour: Bool = true,
    environment: (String) -> String? = Screen.variable
  ) {
    self.descriptor = descriptor
    isColoured =
      colour && Colour.isWanted(onTerminal: isatty(descriptor) == 1, environment: environment)
    let accessible = environment("ACCESSIBLE")
    isAccessible = accessible != nil && accessible != "" && accessible != "0"
  }

  /// Writes `lines`, each with its newline.
  public func write(_ lines: [StyledLine]) throws(Failure) {
    var text = ""
    for line in lines { text += rendered(line) }
    try write(raw: text)
  }

  /// What `write` sends for one line: filtered, styled, with its newline.
  public func rendered(_ line: StyledLine) -> String {
    let parts = Visible.filter(line.text).split(separator: "\n", omittingEmptySubsequences: false)
    let (on, off) = isColoured ? sequences(of: line.style) : ("", "")
    return parts.map { $0.isEmpty ? "\n" : on + $0 + off + "\n" }.joined()
  }

  private func sequences(of style: StyledLine.Style) -> (String, String) {
    switch style {
    case .plain: ("", "")
    case .dim: ("\u{1B}[2m", "\u{1B}[0m")
    case .accent: ("\u{1B}[36m", "\u{1B}[0m")
    case .warning: ("\u{1B}[33m", "\u{1B}[0m")
    }
  }

  /// Sends `raw` unfiltered: only for what this room itself made.
  func write(raw: String) throws(Failure) {
    let code = Bytes.write(Array(raw.utf8), to: descriptor)
    if code != 0 { throw Failure(operation: "write", code: code, descriptor: descriptor) }
  }

  /// The value of an environment variable, nil when it is not set.
  public static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
