import Policy

/// What a merchant's message says about when the old fee was paid (P21, P23).
///
/// It is a claim: the bot has no ledger, and the platform's own record decides.
public struct PaymentClaim: Hashable, Sendable {
  /// Which fee the message speaks of; both are 599 in the policy, so the words have to tell.
  public enum Fee: Hashable, Sendable {
    /// The old half-year technical service fee (P23).
    case technicalService
    /// The yearly Blue V certification fee (P11).
    case certification
    /// Neither is named.
    case unstated
  }

  /// When it was paid, as stated: at least one time, or an order's.
  let paid: [StatedTime]
  /// When the order was placed, where that is told apart from the payment.
  let ordered: [StatedTime]
  /// The Shanghai day of the message, for what it leaves out.
  let today: CivilDate
  /// Which fee is spoken of.
  public let fee: Fee
  /// The amounts that were paid as stated, in fen; empty when none is stated.
  public let amounts: [Int]
  /// Whether the message says that the money came back.
  public let isRefunded: Bool
  /// Whether the message says that somebody else paid.
  public let isByAgency: Bool
  /// Whether the message says that it was paid more than once.
  public let isRepeated: Bool

  /// The claim in a merchant's message, anywhere in a conversation.
  ///
  /// Nil unless the message both says that somebody paid (or asks whether a payment at a time would
  /// count) and states when. The rule itself (「7月20日0点前缴纳的才能升级吗」), plans, denials, and
  /// payments for other things are no claims. `today` is the Shanghai day on which it was said.
  public static func read(_ text: String, today: CivilDate) -> PaymentClaim? {
    guard ClaimHints.mayClaim(text) else { return nil }
    return ClaimReader(text, today: today).claim(isAnswer: false)
  }

  /// The claim in the answer to the question when the fee was paid, where no verb is needed:
  /// 「7月19号晚上」. Nil when it states no time.
  public static func readAnswer(_ text: String, today: CivilDate) -> PaymentClaim? {
    ClaimReader(text, today: today).claim(isAnswer: true)
  }

  /// The claim in a short message that only names another time, after one about the upgrade or its
  /// cut-off: 「那20号凌晨一点呢」, "and the 18th?". Nil when it says more.
  public static func readFollowUp(_ text: String, today: CivilDate) -> PaymentClaim? {
    text.utf8.count > 80 ? nil : ClaimReader(text, today: today).followUp
  }

  /// The same claim, with the fee and the amount as they were asked for; nil leaves the amount unstated.
  public func stating(fee: Fee, amountInFen: Int?) -> PaymentClaim {
    PaymentClaim(
      paid: paid, ordered: ordered, today: today, fee: fee, amounts: amountInFen.map { [$0] } ?? [],
      isRefunded: isRefunded, isByAgency: isByAgency, isRepeated: isRepeated)
  }

  /// A claim of these parts.
  init(
    paid: [StatedTime], ordered: [StatedTime], today: CivilDate, fee: Fee, amounts: [Int],
    isRefunded: Bool, isByAgency: Bool, isRepeated: Bool
  ) {
    self.paid = paid
    self.ordered = ordered
    self.today = today
    self.fee = fee
    self.amounts = amounts
    self.isRefunded = isRefunded
    self.isByAgency = isByAgency
    self.isRepeated = isRepeated
  }
}
