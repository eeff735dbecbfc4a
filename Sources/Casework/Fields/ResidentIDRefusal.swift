/// Why a text is not taken as a resident identity number. No case carries the number.
public enum ResidentIDRefusal: Error, Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// 15 digits: a number of the first generation, no longer in use; 18 characters are needed.
  case firstGeneration
  /// Not 18 characters, but `count` of them.
  case length(Int)
  /// One of the first 17 characters is no digit; `position` counts from 1.
  case notADigit(position: Int)
  /// The last character looks like an X and is none (Х, Χ, ×, *): ask whether X is meant.
  case lastMayBeX
  /// The last character is neither a digit nor X.
  case lastCharacter
  /// The first two digits name no province.
  case province
  /// 71, 81, 82, 83: residents of Taiwan, Hong Kong, Macao; the policy is silent (S25).
  case residencePermit
  /// Begins with 9: a foreigner's permanent residence; the policy is silent (S25).
  case foreignPermanentResidence
  /// Characters 7–14 name no day of the calendar.
  case birthDate
  /// Born after the day on which it was checked.
  case bornInFuture
  /// Born before 1900.
  case bornBefore1900
  /// The check character does not follow from the others.
  case checkCharacter

  /// The silent item for which a person has to look at this; nil when retyping is what helps.
  public var handsOverFor: String? {
    switch self {
    case .residencePermit, .foreignPermanentResidence: "S25"
    case .empty, .firstGeneration, .length, .notADigit, .lastMayBeX, .lastCharacter, .province,
      .birthDate, .bornInFuture, .bornBefore1900, .checkCharacter:
      nil
    }
  }
}
