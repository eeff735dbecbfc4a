/// A number in free text that belongs to a person: found whether or not its check digit
/// is right, since a mistyped number is still personal.
public struct PersonalData: Hashable, Sendable {
  /// What the number seems to be. Between an identity number and a card the guess may be wrong; both
  /// are masked alike.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// A resident identity number, or a foreigner's permanent-residence number.
    case residentID
    /// A mobile number.
    case mobileNumber
    /// A bank card, whether or not Luhn's check holds.
    case bankCard
  }

  /// What it seems to be.
  public let kind: Kind
  /// Where it stands in the text, from its first to its last digit.
  public let range: Range<String.Index>
  /// What may be shown in its place: the first and last character, or `138****0000`.
  public let masked: String

  /// All personal numbers in `text`, in order, none overlapping; linear in the length of `text`.
  ///
  /// Order and ticket numbers (`BV20200812-000123K`, `T20200812-0001`) and valid credit codes are
  /// not personal. Of credit codes that are all digits only those count that begin with 91, 92 or 93
  /// and fail the check of an identity number; in any other doubt a number is personal.
  public static func find(in text: String) -> [PersonalData] {
    guard mayHoldNumber(text) else { return [] }
    var search = NumberSearch(groups: DigitGroups(of: text))
    return search.run()
  }

  /// `text` with every personal number masked, and what was found, in order.
  public static func mask(_ text: String) -> (masked: String, found: [Kind]) {
    let found = find(in: text)
    if found.isEmpty { return (text, []) }
    var masked = String.UnicodeScalarView()
    var start = text.startIndex
    for number in found {
      masked.append(contentsOf: text.unicodeScalars[start..<number.range.lowerBound])
      masked.append(contentsOf: number.masked.unicodeScalars)
      start = number.range.upperBound
    }
    masked.append(contentsOf: text.unicodeScalars[start...])
    return (String(masked), found.map(\.kind))
  }

  /// Whether the text holds the 11 digits that the shortest number has. Most messages do not, and
  /// are done here.
  private static func mayHoldNumber(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars where DigitGroups.digit(of: scalar) != nil {
      count += 1
      if count == 11 { return true }
    }
    return false
  }
}
