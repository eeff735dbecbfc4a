/// Why a text is not taken as a mobile number. No case carries the number.
public enum MobileNumberRefusal: Error, Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// Something else than ASCII digits stands in it: letters, words, Arabic digits.
  case notDigits
  /// A landline (leading 0) or a 400/800 service line.
  case landline
  /// A number of another country or region, +852 for example: for an agent.
  case abroad
  /// Not 11 digits, but `count` of them.
  case length(Int)
  /// 11 digits that do not begin with 13 to 19.
  case prefix

  /// Whether a person has to look at this, since retyping does not help.
  public var needsAgent: Bool {
    switch self {
    case .abroad: true
    case .empty, .notDigits, .landline, .length, .prefix: false
    }
  }
}
