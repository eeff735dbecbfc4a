/// A message as an author wrote it down, and the line it stands on.
public struct Saying: Hashable, Sendable {
  /// The message, never blank.
  public let text: String
  /// 1-based.
  public let line: Int
}
