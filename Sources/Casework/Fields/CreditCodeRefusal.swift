/// Why a text is not taken as a unified social credit code.
public enum CreditCodeRefusal: Error, Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// 15 digits: the old registration number of a licence; ask for the 18-character code.
  case registrationNumber
  /// Not 18 characters, but `count` of them.
  case length(Int)
  /// I, O, S, V or Z, which the standard does not use; `position` counts from 1. `offer` is the code
  /// with this one letter replaced (1, 0, 5, 2) if it then passes: to be confirmed, never assumed.
  case letterNotUsed(Character, position: Int, offer: String?)
  /// Another character outside the alphabet; `position` counts from 1.
  case character(position: Int)
  /// A registering department that only some of the standard's rare codes have: for an agent (S24).
  case rareDepartment
  /// One of characters 3–8 is no digit; `position` counts from 1.
  case region(position: Int)
  /// The check character does not follow from the others.
  case checkCharacter

  /// The silent item for which a person has to look at this; nil when retyping is what helps.
  public var handsOverFor: String? {
    switch self {
    case .rareDepartment: "S24"
    case .empty, .registrationNumber, .length, .letterNotUsed, .character, .region,
      .checkCharacter:
      nil
    }
  }
}
