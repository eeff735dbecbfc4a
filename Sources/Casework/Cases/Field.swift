/// What a merchant is asked to give; the raw value is the id of the step.
public enum Field: String, Sendable, CaseIterable, Codable {
  case name
  case idNumber = "id_number"
  case mobile
  case entityKind = "entity_kind"
  case companyName = "company_name"
  case creditCode = "credit_code"
  case legalName = "legal_name"
  case legalID = "legal_id"
  case licenceValid = "licence_valid"
  case licenceFile = "licence_file"
  case paidAt = "paid_at"
  case feeKind = "fee_kind"
  case amount
  case traffic
  case discount
  case highlights
  case contact

  /// Whether a draft older than a day loses it, and a line typed into it is kept out of every history.
  public var isSensitive: Bool {
    switch self {
    case .name, .idNumber, .mobile, .legalName, .legalID, .contact, .licenceFile: true
    case .entityKind, .companyName, .creditCode, .licenceValid, .paidAt, .feeKind, .amount,
      .traffic, .discount, .highlights:
      false
    }
  }
}

/// One question of a flow.
public enum Step: Hashable, Sendable {
  /// Whether personal data may be taken at all.
  case consent
  /// One field.
  case field(Field)
  /// Whether everything is right, shown masked.
  case confirm
  /// Whether to pay now.
  case pay

  /// The id, as records name it.
  public var id: String {
    switch self {
    case .consent: "consent"
    case .field(let field): field.rawValue
    case .confirm: "confirm"
    case .pay: "pay"
    }
  }

  /// The step called `id`; nil when there is none.
  public init?(id: String) {
    switch id {
    case "consent": self = .consent
    case "confirm": self = .confirm
    case "pay": self = .pay
    case _:
      guard let field = Field(rawValue: id) else { return nil }
      self = .field(field)
    }
  }

  /// Whether it asks for a field.
  public var isField: Bool {
    if case .field = self { true } else { false }
  }

  static func fields(_ fields: [Field]) -> [Step] { fields.map { .field($0) } }
}
