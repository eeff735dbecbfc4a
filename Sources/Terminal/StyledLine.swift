/// One line for the screen, and how it is meant.
public struct StyledLine: Hashable, Sendable {
  /// How a line is meant; never the only carrier of its meaning, since colour may be off.
  public enum Style: Hashable, Sendable {
    /// An answer.
    case plain
    /// An aside: a source, a hint.
    case dim
    /// A heading, a choice.
    case accent
    /// Something to heed.
    case warning
  }

  /// The words. A newline begins a further line of the same style; anything else is shown, never acted on.
  public var text: String
  /// How it is meant.
  public var style: Style

  /// A line of `text`, plain unless said otherwise.
  public init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
