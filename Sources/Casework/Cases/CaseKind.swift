/// What a merchant can have done here; the raw value is the id of the flow.
public enum CaseKind: String, Sendable, CaseIterable, Codable {
  /// Real-name verification (P06).
  case realname
  /// Blue V certification (P10–P12).
  case bluev
  /// Whether the automatic upgrade applies (P21–P23).
  case upgrade
  /// Another year of Blue V; simulated, the policy names no renewal (S10).
  case renew
  /// Entering the merchant recruitment (P32–P35).
  case recruit

  /// The steps, in the order in which they are asked.
  public var steps: [Step] {
    switch self {
    case .realname: [.consent] + Step.fields([.name, .idNumber, .mobile]) + [.confirm]
    case .bluev:
      [.consent]
        + Step.fields([
          .entityKind, .companyName, .creditCode, .legalName, .legalID, .licenceValid,
          .licenceFile, .mobile,
        ]) + [.confirm, .pay]
    case .upgrade: Step.fields([.paidAt, .feeKind, .amount])
    case .renew: [.confirm, .pay]
    case .recruit:
      [.consent] + Step.fields([.traffic, .discount, .highlights, .contact]) + [.confirm]
    }
  }

  /// The fields among `steps`, in their order.
  public var fields: [Field] {
    steps.compactMap { if case .field(let field) = $0 { field } else { nil } }
  }

  /// Whether it costs money, and so ends with `pay`.
  public var costsMoney: Bool { self == .bluev || self == .renew }

  /// Whether it asks for consent before anything else.
  public var asksConsent: Bool { steps.first == .consent }
}
