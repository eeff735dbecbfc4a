/// An author's mistake in a pack, at the place where it can be mended.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The pack is refused.
    case error
    /// The pack works; somebody should look.
    case warning
  }

  /// The path inside the pack, with `/`.
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based, in Unicode scalars.
  public let column: Int
  /// How bad it is.
  public let severity: Severity
  /// What is wrong and what to do, one English sentence without a full stop.
  public let message: String

  /// A mistake at a place.
  public init(
    file: String, line: Int, column: Int, severity: Severity = .error, message: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// `bluev/fee.yaml:3:1: error: unknown key …`.
  public var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}

extension Finding: Comparable {
  /// By file, line, column; then by message.
  public static func < (left: Finding, right: Finding) -> Bool {
    (left.file, left.line, left.column, left.message)
      < (right.file, right.line, right.column, right.message)
  }
}
