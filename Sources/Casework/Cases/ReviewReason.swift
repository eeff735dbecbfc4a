/// Why the simulated reviewer sends an application back; several at a time. Simulated: the article
/// knows no review.
public enum ReviewReason: String, Sendable, CaseIterable, Codable {
  /// The licence is blurred, cut off or reflects.
  case blurred = "R1"
  /// The name differs from the licence.
  case nameDiffers = "R2"
  /// The credit code differs from the licence.
  case codeDiffers = "R3"
  /// The legal representative's name differs from the ID.
  case representativeDiffers = "R4"
  /// The licence has expired or was revoked.
  case licenceEnded = "R5"
  /// This kind of entity is not supported; for an agent.
  case entityUnsupported = "R6"
  /// The ID's data are wrong.
  case idWrong = "R7"
  /// The file is no licence.
  case notALicence = "R8"
  /// Probably photographed from a screen, or edited.
  case doctored = "R9"

  /// The fields of which at least one has to change before it is handed in again.
  public var fields: [Field] {
    switch self {
    case .blurred, .notALicence, .doctored: [.licenceFile]
    case .nameDiffers: [.companyName]
    case .codeDiffers: [.creditCode]
    case .representativeDiffers: [.legalName]
    case .licenceEnded: [.licenceValid, .licenceFile]
    case .entityUnsupported: [.entityKind]
    case .idWrong: [.legalID]
    }
  }
}

/// Why a real-name verification was refused. Simulated.
public enum VerificationFailure: String, Sendable, CaseIterable, Codable {
  /// Name and number do not belong together.
  case mismatch
  /// The number already stands behind another account.
  case usedElsewhere = "used_elsewhere"
  /// Too young.
  case underAge = "under_age"

  /// The fields that are asked again when it is mended; the rest are kept.
  public var fields: [Field] {
    switch self {
    case .mismatch: [.name, .idNumber]
    case .usedElsewhere, .underAge: [.idNumber]
    }
  }
}
