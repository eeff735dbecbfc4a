import Policy

/// Whether a stated payment leads to the automatic upgrade (P21). It rests on what the
/// merchant says; the platform's record of payments decides.
public enum UpgradeVerdict: Hashable, Sendable {
  /// Paid before the cut-off.
  case eligible(Eligible)
  /// Not paid before the cut-off, or not this fee.
  case notEligible(NotEligible)
  /// The policy is silent; `silent` holds the ids of its silent items.
  case needsAgent(silent: [String], Handover)
  /// The time can be read in ways that lead to different verdicts.
  case askBack(Question)

  /// Why a payment counts.
  public enum Eligible: Hashable, Sendable {
    /// The instant or the whole day lies before the cut-off.
    case paidBefore
    /// Paid on the very day whose half-year ends at the cut-off: by the text before it (S15 note).
    case halfYearEndsAtCutoff
    /// Paid more than once, at least once in time; what becomes of the second is not said (S13).
    case paidTwice

    /// The silent item to name beside the verdict.
    public var silent: String? {
      switch self {
      case .paidBefore: nil
      case .halfYearEndsAtCutoff: "S15"
      case .paidTwice: "S13"
      }
    }
  }

  /// Why a payment does not count.
  public enum NotEligible: Hashable, Sendable {
    /// At the very instant of the cut-off: 「0点前」 excludes it (A10); an agent may be offered.
    case atCutoff
    /// After the cut-off.
    case paidAfter
    /// The Blue V certification fee (P11), paid after the cut-off: a normal Blue V, no upgrade.
    case certificationFee
  }

  /// Why a person has to look at it.
  public enum Handover: Hashable, Sendable {
    /// The half-year had run out before the cut-off (S15).
    case lapsed
    /// Ordered before the cut-off, paid at or after it (S18).
    case orderedBeforePaidAfter
    /// Refunded (S18).
    case refunded
    /// Another amount than the fee (S18).
    case otherAmount
    /// Paid by somebody else (S18).
    case paidByAgency
  }

  /// What to ask.
  public enum Question: Hashable, Sendable {
    /// 「19号晚上12点」: the midnight that begins the day, or the one that ends it?
    case whichMidnight
    /// On which day? None is stated, or a stretch that lies on both sides.
    case whichDay
    /// At what time of that day, or in which zone?
    case whichTime
    /// Which of several times is the payment's?
    case whichPayment
    /// The stated day has not come yet.
    case inFuture
    /// Which fee: certification is spoken of, but before the cut-off there was none to pay.
    case whichFee
  }

  /// The verdict on `claim`.
  ///
  /// `cutoff` is exclusive (P21); `feeInFen` is the old fee and `termInMonths` its term (P23): a
  /// payment lapsed if its day lies before the cut-off's by more than that many calendar months.
  public static func of(
    _ claim: PaymentClaim, cutoff: Moment, feeInFen: Int, termInMonths: Int
  ) -> UpgradeVerdict {
    let judge = UpgradeJudge(claim: claim, cutoff: cutoff, termInMonths: termInMonths)
    let verdict = judge.verdictOnTimes
    switch verdict {
    case .notEligible:
      return claim.fee == .certification ? .notEligible(.certificationFee) : verdict
    case .eligible, .needsAgent, .askBack: break
    }
    if claim.isRefunded { return .needsAgent(silent: ["S18"], .refunded) }
    if claim.isByAgency { return .needsAgent(silent: ["S18"], .paidByAgency) }
    if claim.amounts.contains(where: { $0 != feeInFen }) {
      return .needsAgent(silent: ["S18"], .otherAmount)
    }
    return claim.fee == .certification ? .askBack(.whichFee) : verdict
  }
}
