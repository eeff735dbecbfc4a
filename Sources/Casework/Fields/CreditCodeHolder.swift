/// Whose unified social credit code it is (GB 32100-2015 table 2).
///
/// A valid code is not yet a right to Blue V: only a company clearly has the 企业营业执照 of P10.
public enum CreditCodeHolder: Hashable, Sendable {
  /// 91: a company (企业).
  case company
  /// 92: a sole trader (个体工商户).
  case soleTrader
  /// 93: a farmers' cooperative (农民专业合作社).
  case cooperative
  /// 51: an association (社会团体).
  case association
  /// 12: a public institution (事业单位).
  case publicInstitution
  /// Any other: the rest of 1, 5 and 9, and Y.
  case other

  /// The holder that the first two characters of a code name.
  init(prefix: some StringProtocol) {
    switch String(prefix) {
    case "91": self = .company
    case "92": self = .soleTrader
    case "93": self = .cooperative
    case "51": self = .association
    case "12": self = .publicInstitution
    case _: self = .other
    }
  }

  /// The silent item that leaves Blue V open for this holder; nil for a company (P10).
  public var silent: String? {
    switch self {
    case .company: nil
    case .soleTrader, .cooperative, .association, .publicInstitution, .other: "S24"
    }
  }
}
