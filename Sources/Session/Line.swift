/// One line of input.
public struct Line: Sendable, Equatable {
  /// What the line holds.
  public enum Content: Sendable, Equatable {
    /// A text, without the line's end.
    case text(String)
    /// More bytes than a line may have.
    case tooLong
    /// Bytes that are no UTF-8.
    case notUTF8
  }

  /// Its 1-based number; every line counts, blank ones too.
  public var number: Int
  /// What it holds.
  public var content: Content

  /// A line may have so many bytes, its end not counted.
  public static let limit = 65_536

  /// A line of these parts.
  public init(number: Int, content: Content) {
    self.number = number
    self.content = content
  }

  /// Whether there is nothing but white space on it.
  public var isBlank: Bool {
    guard case .text(let text) = content else { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
