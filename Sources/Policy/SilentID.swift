/// The number of a question on which the policy is silent: `S01`…`S99`.
public struct SilentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1…99.
  public let number: Int

  /// Nil unless `text` is `S` and two digits that are not `00`.
  public init?(_ text: String) {
    guard let number = twoDigits(of: text, after: "S") else { return nil }
    self.number = number
  }

  /// `S01`.
  public var description: String { "S" + padded(number) }

  /// By number.
  public static func < (left: SilentID, right: SilentID) -> Bool { left.number < right.number }
}
