import Policy

/// A resident identity number: 18 characters (GB 11643-1999).
///
/// A right check character proves that it was typed rightly, not that the person exists.
public struct ResidentID: Personal {
  /// The 18 characters: 17 digits, then a digit or `X`.
  public let text: String
  /// The day of birth that the number states (characters 7–14, GB 11643-1999 section 4.2.2).
  public let birthDate: CivilDate

  /// The number that `text` holds, or the first reason against it, in the order in which its cases stand.
  ///
  /// `today` is the Shanghai day on which it is checked: a birth on it is not in the future.
  /// The age is not judged here; see `AgeGuard`.
  public static func parse(
    _ text: String, today: CivilDate
  ) -> Result<ResidentID, ResidentIDRefusal> {
    let scalars = FieldText.compact(text, labels: labels)
    if let refusal = refusalOfForm(scalars) { return .failure(refusal) }
    if let refusal = refusalOfProvince(scalars) { return .failure(refusal) }
    guard let birth = birthDate(in: scalars) else { return .failure(.birthDate) }
    if birth > today { return .failure(.bornInFuture) }
    if birth.year < 1900 { return .failure(.bornBefore1900) }
    guard scalars.last == checkCharacter(of: scalars) else { return .failure(.checkCharacter) }
    return .success(ResidentID(text: String(scalars: scalars), birthDate: birth))
  }

  /// The first and the last character, 16 stars between: the date of birth must never be readable
  ///.
  public var masked: String { Mask.ends(of: text) }

  private init(text: String, birthDate: CivilDate) {
    self.text = text
    self.birthDate = birthDate
  }

  private static let labels =
    ["公民身份号码", "居民身份证", "身份证", "证件号码", "法人", "IDCARD", "IDNUMBER", "IDNO.", "ID"]
    + FieldText.commonLabels

  private static func refusalOfForm(_ scalars: [Unicode.Scalar]) -> ResidentIDRefusal? {
    if scalars.isEmpty { return .empty }
    guard scalars.count == 18 else {
      let onlyDigits = scalars.allSatisfy { $0.digit != nil }
      return scalars.count == 15 && onlyDigits ? .firstGeneration : .length(scalars.count)
    }
    if let position = scalars.prefix(17).firstIndex(where: { $0.digit == nil }) {
      return .notADigit(position: position + 1)
    }
    let last = scalars[17]
    if last.digit != nil || last == "X" { return nil }
    return lookalikesOfX.contains(last) ? .lastMayBeX : .lastCharacter
  }

  /// Cyrillic Х and х, Greek Χ and χ, ×, *.
  static let lookalikesOfX: [Unicode.Scalar] = [
    "\u{425}", "\u{445}", "\u{3A7}", "\u{3C7}", "\u{D7}", "*", "\u{2715}", "\u{2716}",
  ]

  private static func refusalOfProvince(_ scalars: [Unicode.Scalar]) -> ResidentIDRefusal? {
    switch number(in: scalars[0..<2]) {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65: nil
    case 71, 81, 82, 83: .residencePermit
    case 90...99: .foreignPermanentResidence
    case _: .province
    }
  }

  /// The number that the digits of `scalars` spell.
  static func number(in scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 * 10 + ($1.digit ?? 0) }
  }

  /// The day that characters 7–14 name; nil when there is no such day.
  static func birthDate(in scalars: [Unicode.Scalar]) -> CivilDate? {
    CivilDate(
      year: number(in: scalars[6..<10]), month: number(in: scalars[10..<12]),
      day: number(in: scalars[12..<14]))
  }

  /// The check character of the first 17 digits: ISO 7064 MOD 11-2 (GB 11643-1999 section 4.2.4).
  static func checkCharacter(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(scalars, weights).reduce(0) { $0 + ($1.0.digit ?? 0) * $1.1 }
    let characters: [Unicode.Scalar] = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"]
    return characters[sum % 11]
  }
}
