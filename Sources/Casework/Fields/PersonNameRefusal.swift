/// Why a text is not taken as a person's name. No case carries the name.
public enum PersonNameRefusal: Error, Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// A name in Latin letters: for an agent, the policy is silent (S25).
  case latin
  /// A digit, a sign, an emoji or letters among the Han characters.
  case character
  /// A middle dot stands first, last, or twice in a row.
  case dot
  /// One character only.
  case tooShort
  /// More than 30 characters.
  case tooLong
  /// A surname with a title, 王先生: ask for the full name.
  case honorific
  /// An evasion, 不想说: ask again, kindly.
  case notAName

  /// The silent item for which a person has to look at this; nil when retyping is what helps.
  public var handsOverFor: String? {
    switch self {
    case .latin: "S25"
    case .empty, .character, .dot, .tooShort, .tooLong, .honorific, .notAName: nil
    }
  }
}
