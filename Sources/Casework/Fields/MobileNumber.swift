/// A mobile number of mainland China: 11 digits, `^1[3-9][0-9]{9}$`.
public struct MobileNumber: Personal {
  /// The 11 digits, without +86.
  public let text: String

  /// The number that `text` holds, or the first reason against it.
  public static func parse(_ text: String) -> Result<MobileNumber, MobileNumberRefusal> {
    var scalars = FieldText.compact(text, labels: labels)
    scalars.removeAll { $0 == "(" || $0 == ")" }
    if scalars.isEmpty { return .failure(.empty) }
    if scalars[0] == "+", !scalars.starts(with: "+86".unicodeScalars) {
      return .failure(.abroad)
    }
    for prefix in ["+86", "0086", "86"] where scalars.starts(with: prefix.unicodeScalars) {
      // A number may itself begin with 86 only by mistake: the prefix counts when 11 digits follow.
      if prefix == "86", scalars.count != 13 { continue }
      scalars.removeFirst(prefix.unicodeScalars.count)
      break
    }
    if let refusal = refusal(of: scalars) { return .failure(refusal) }
    return .success(MobileNumber(text: String(scalars: scalars)))
  }

  /// `138****0000`.
  public var masked: String { Mask.mobile(text) }

  private init(text: String) { self.text = text }

  private static let labels =
    [
      "联系人", "联系电话", "联系方式", "手机", "电话", "TEL", "PHONENUMBER", "PHONE", "MOBILE", "NUMBER",
    ] + FieldText.commonLabels

  private static func refusal(of scalars: [Unicode.Scalar]) -> MobileNumberRefusal? {
    guard scalars.allSatisfy({ $0.digit != nil }), let first = scalars.first else {
      return .notDigits
    }
    let serviceLine =
      scalars.count == 10 && ["400", "800"].contains(String(scalars: scalars[..<3]))
    if first == "0" || serviceLine { return .landline }
    if scalars.count != 11 { return .length(scalars.count) }
    if first != "1" || (scalars[1].digit ?? 0) < 3 { return .prefix }
    return nil
  }
}
