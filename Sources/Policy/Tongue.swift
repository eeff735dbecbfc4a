/// A language in which a merchant is answered.
public enum Tongue: String, CaseIterable, Sendable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en
}
