/// The number of a clause of the policy: `P01`…`P99`.
public struct ClauseID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1…99.
  public let number: Int

  /// Nil unless `text` is `P` and two digits that are not `00`.
  public init?(_ text: String) {
    guard let number = twoDigits(of: text, after: "P") else { return nil }
    self.number = number
  }

  /// `P11`.
  public var description: String { "P" + padded(number) }

  /// By number.
  public static func < (left: ClauseID, right: ClauseID) -> Bool { left.number < right.number }
}

/// The number 1…99 of an identifier of one letter and two ASCII digits, nil of anything else.
func twoDigits(of text: String, after letter: Unicode.Scalar) -> Int? {
  let scalars = Array(text.unicodeScalars)
  guard scalars.count == 3, scalars[0] == letter,
    scalars[1...].allSatisfy({ ("0"..."9").contains($0) })
  else { return nil }
  let number = Int(scalars[1].value - 48) * 10 + Int(scalars[2].value - 48)
  return number == 0 ? nil : number
}

/// `number` (0…99) with two digits.
func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
