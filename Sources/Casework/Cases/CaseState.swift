/// How far a case is; the raw value is its name in records.
public enum CaseState: String, Sendable, CaseIterable, Codable {
  /// Being filled in.
  case draft
  /// Handed in, not yet looked at.
  case submitted
  /// Being checked.
  case verifying
  /// Checked and right; live streaming and selling are granted (P07).
  case verified
  /// Checked and refused, or revoked.
  case failed
  /// An order stands, not paid yet.
  case awaitingPayment = "awaiting_payment"
  /// A payment was sent and its outcome is not known: it is looked up before anything else.
  case paymentUnknown = "payment_unknown"
  /// Paid, and with the simulated reviewer.
  case underReview = "under_review"
  /// Sent back with at least one reason.
  case rejected
  /// In force.
  case active
  /// Was in force; its end has come.
  case expired
  /// Taken back by the merchant during the review.
  case withdrawn
  /// Ended without a result.
  case closed
  /// An upgrade is being asked about.
  case checking
  /// An upgrade was judged.
  case checked
  /// An application to the recruitment was taken down.
  case recorded

  /// Whether the merchant fills something in or pays.
  public var isWithMerchant: Bool {
    self == .draft || self == .checking || self == .awaitingPayment
  }

  /// Whether somebody else has to act, or the merchant has to come back to it.
  public var isWaiting: Bool {
    switch self {
    case .submitted, .verifying, .paymentUnknown, .underReview, .rejected: true
    case .draft, .verified, .failed, .awaitingPayment, .active, .expired, .withdrawn, .closed,
      .checking, .checked, .recorded:
      false
    }
  }
}
