/// A unified social credit code: 18 characters (GB 32100-2015). It is public, and shown.
public struct CreditCode: Hashable, Sendable {
  /// The 18 characters.
  public let text: String

  /// The code that `text` holds, or the first reason against it, in the order in which its cases stand.
  public static func parse(_ text: String) -> Result<CreditCode, CreditCodeRefusal> {
    let scalars = FieldText.compact(text, labels: labels)
    if scalars.isEmpty { return .failure(.empty) }
    guard scalars.count == 18 else {
      let onlyDigits = scalars.allSatisfy { $0.digit != nil }
      return .failure(
        scalars.count == 15 && onlyDigits ? .registrationNumber : .length(scalars.count))
    }
    if let refusal = refusalOfCharacters(scalars) { return .failure(refusal) }
    guard departments.contains(scalars[0]) else { return .failure(.rareDepartment) }
    if let position = (2..<8).first(where: { scalars[$0].digit == nil }) {
      return .failure(.region(position: position + 1))
    }
    guard scalars[17] == checkCharacter(of: scalars) else { return .failure(.checkCharacter) }
    return .success(CreditCode(text: String(scalars: scalars)))
  }

  /// Whose code it is, by its first two characters (GB 32100-2015 table 2).
  public var holder: CreditCodeHolder { CreditCodeHolder(prefix: text.prefix(2)) }

  /// Whether character 17 agrees with characters 9–16 (GB 11714-1997). Some real old codes do not,
  /// so this is a warning and never a reason to refuse.
  public var organisationCodeAgrees: Bool {
    let scalars = Array(text.unicodeScalars)
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(scalars[8..<16], weights).reduce(0) { $0 + organisationValue($1.0) * $1.1 }
    let expected: Unicode.Scalar =
      switch 11 - sum % 11 {
      case 10: "X"
      case 11: "0"
      case let value: Unicode.Scalar(UInt8(0x30 + value))
      }
    return scalars[16] == expected
  }

  private init(text: String) { self.text = text }

  private static let labels =
    ["统一社会信用代码", "社会信用代码", "信用代码", "代码", "税号", "USCC", "CREDITCODE", "CODE"]
    + FieldText.commonLabels

  /// The 31 characters, valued 0–30 in this order: no I, O, S, V, Z (GB 32100-2015 table 1).
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)

  /// 机构编制, 民政, 市场监管, 其他; the standard's rare ones go to an agent.
  private static let departments: [Unicode.Scalar] = ["1", "5", "9", "Y"]

  /// The value of a letter in GB 11714, where A is 10 and Z is 35: another table than the one above.
  private func organisationValue(_ scalar: Unicode.Scalar) -> Int {
    scalar.digit ?? Int(scalar.value) - 0x41 + 10
  }

  /// The check character of the first 17 (GB 32100-2015 section 6). The outer remainder matters: a
  /// sum that 31 divides gives 0.
  static func checkCharacter(of scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    var sum = 0
    for (scalar, weight) in zip(scalars, weights) {
      guard let value = alphabet.firstIndex(of: scalar) else { return nil }
      sum += value * weight
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  private static func refusalOfCharacters(_ scalars: [Unicode.Scalar]) -> CreditCodeRefusal? {
    guard let index = scalars.firstIndex(where: { !alphabet.contains($0) }) else { return nil }
    guard let meant = meantBy(scalars[index]) else {
      return .character(position: index + 1)
    }
    let others = scalars.filter { !alphabet.contains($0) }.count - 1
    return .letterNotUsed(
      Character(scalars[index]), position: index + 1,
      offer: others == 0 ? meant.flatMap { corrected(scalars, at: index, to: $0) } : nil)
  }

  /// I, O, S, Z stand for 1, 0, 5, 2; V stands for nothing known (inner nil); nil: no such letter.
  private static func meantBy(_ scalar: Unicode.Scalar) -> Unicode.Scalar?? {
    switch scalar {
    case "I": .some("1")
    case "O": .some("0")
    case "S": .some("5")
    case "Z": .some("2")
    case "V": .some(nil)
    case _: nil
    }
  }

  /// The whole code with that one letter replaced, if it is then right in every respect.
  private static func corrected(
    _ scalars: [Unicode.Scalar], at index: Int, to scalar: Unicode.Scalar
  ) -> String? {
    var corrected = scalars
    corrected[index] = scalar
    guard case .success(let code) = parse(String(scalars: corrected)) else { return nil }
    return code.text
  }
}
