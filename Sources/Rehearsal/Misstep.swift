/// Something that did not go as a test expects.
public struct Misstep: Sendable, Equatable {
  /// How bad it is, mildest first.
  public enum Grade: Int, Sendable, Comparable, CaseIterable {
    case wording, citation, intent, flow

    /// Milder before worse.
    public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }

    /// As it is printed.
    public var name: String {
      switch self {
      case .wording: "wording"
      case .citation: "other citation"
      case .intent: "other intent"
      case .flow: "other flow state"
      }
    }
  }

  /// The file, as a path inside the pack or as it was given.
  public var file: String
  /// 1-based.
  public var line: Int
  /// How bad it is.
  public var grade: Grade
  /// The message that was said.
  public var message: String
  /// What was expected, a line each.
  public var expected: [String]
  /// What came, a line each.
  public var found: [String]

  /// The misstep as it is printed: a head line, then a diff.
  public var report: String {
    (["\(file):\(line): \(grade.name)", "  > \(message)"]
      + expected.map { "  - \($0)" } + found.map { "  + \($0)" }).joined(separator: "\n")
  }
}
