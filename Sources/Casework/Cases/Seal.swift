/// A personal value on its way to be sealed: the one place where it stands beside an event.
public struct Seal: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// The case's or ticket's number, or `asked`.
  public let scope: String
  /// The field, or the note's name.
  public let name: String
  /// The value.
  public let value: String

  /// A value to be sealed.
  public init(scope: String, name: String, value: String) {
    self.scope = scope
    self.name = name
    self.value = value
  }

  /// Where it belongs, never what it is.
  public var description: String { "\(scope)/\(name)" }
  /// Has no children, so that `dump` shows nothing of the value.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
