public import Casework

extension Step {
  /// The keys of the reasons that an answer to this step can be met with: each needs its words in the flow's
  /// file.
  public var reasons: [String] {
    switch self {
    case .consent, .confirm, .pay: []
    case .field(let field): field.reasons
    }
  }
}

extension Field {
  private static let ofNames = [
    "empty", "latin", "character", "dot", "too_short", "too_long", "honorific", "not_a_name",
  ]
  private static let ofNumbers = [
    "empty", "first_generation", "length", "not_a_digit", "last_may_be_x", "last_character",
    "province", "residence_permit", "foreign_residence", "birth_date", "born_in_future",
    "born_long_ago", "check_character",
  ]
  private static let ofOpening = [
    "missing", "directory", "no_permission", "not_regular", "symlink_loop", "unreadable",
    "too_long",
  ]

  /// Those of `LicencePathRefusal` that no other reason of a file is called like.
  private static let ofPaths = LicencePathRefusal.keys.filter { $0 != "empty" && $0 != "too_long" }

  fileprivate var reasons: [String] {
    switch self {
    case .name, .legalName: Field.ofNames
    case .idNumber: Field.ofNumbers + ["guardian", "too_young"]
    case .legalID: Field.ofNumbers + ["representative_under_age"]
    case .mobile, .contact: ["empty", "not_digits", "landline", "abroad", "length", "prefix"]
    case .creditCode:
      [
        "empty", "registration_number", "length", "letter_not_used", "letter_offer", "character",
        "rare_department", "region", "check_character", "not_a_company", "organisation_code",
        "resident_id",
      ]
    case .companyName: ["no_letters", "too_short", "too_long"]
    case .entityKind: ["not_an_option", "not_a_company"]
    case .feeKind: ["not_an_option"]
    case .licenceValid: LicenceValidityRefusal.keys + LicenceValidityWarning.keys
    case .licenceFile:
      LicenceFileRefusal.keys + LicenceFileWarning.keys + Field.ofOpening + Field.ofPaths
    case .paidAt, .amount: []
    case .traffic, .discount, .highlights: ["empty", "too_long"]
    }
  }
}
