public import Policy

/// One thing that a merchant has done here: the fold of its events.
public struct Case: Hashable, Sendable {
  /// Its number.
  public let id: CaseID
  /// What it is.
  public let kind: CaseKind
  /// When it was opened.
  public let openedAt: Moment
  /// When something last happened to it.
  public internal(set) var changedAt: Moment
  /// How far it is. An active case says so even past its end; see `state(at:)`.
  public internal(set) var state: CaseState
  /// Whether personal data may be taken.
  public internal(set) var hasConsent = false
  /// The fields that have a value.
  public internal(set) var given: Set<Field> = []
  /// The field that is asked again before the rest; nil: the first that is missing.
  public internal(set) var revisiting: Field?
  /// Whether it lies aside as a draft.
  public internal(set) var isSuspended = false
  /// Whether some of what was given was erased, so that it is asked for again.
  public internal(set) var isStale = false
  /// The orders, in order of their periods.
  public internal(set) var orders: [Order] = []
  /// Why the reviewer last sent it back.
  public internal(set) var reasons: [ReviewReason] = []
  /// Whether the draft is a repair of what was sent back.
  public internal(set) var isRepair = false
  /// The fields whose value changed since it was sent back.
  public internal(set) var changed: Set<Field> = []
  /// When it was handed in last.
  public internal(set) var submittedAt: Moment?
  /// When failed verifications happened.
  public internal(set) var failures: [Moment] = []
  /// Why it failed last.
  public internal(set) var failure: VerificationFailure?
  /// What the judge of the upgrade found.
  public internal(set) var finding: UpgradeFinding?
  /// When it came into force; nil before.
  public internal(set) var activeFrom: Moment?
  /// Until when it is in force; nil before it is.
  public internal(set) var expiry: Expiry?

  init(id: CaseID, kind: CaseKind, at moment: Moment) {
    self.id = id
    self.kind = kind
    openedAt = moment
    changedAt = moment
    state = kind == .upgrade ? .checking : .draft
    hasConsent = !kind.asksConsent
  }

  /// The fields that still have to be given, in the order in which they are asked.
  public var missing: [Field] { kind.fields.filter { !given.contains($0) } }

  /// The fields that a reason of the reviewer names, of which one at least has to change.
  public var refusedFields: Set<Field> { Set(reasons.flatMap(\.fields)) }

  /// The question that is open; nil while nothing is asked of the merchant.
  public var step: Step? {
    guard state.isWithMerchant else { return nil }
    if state == .awaitingPayment { return .pay }
    if !hasConsent { return .consent }
    if let revisiting { return .field(revisiting) }
    if let field = missing.first { return .field(field) }
    return kind.steps.contains(.confirm) ? .confirm : nil
  }

  /// The order that can still be paid or looked up, or was paid last; nil without one.
  public var order: Order? { orders.last }

  /// The state at `moment`: what was active has expired once its end is reached (exclusive).
  public func state(at moment: Moment) -> CaseState {
    if state == .active, case .until(let end)? = expiry, moment >= end { return .expired }
    return state
  }

  /// Whether it is over for good, so that another of its kind may be opened.
  public func isOver(at moment: Moment) -> Bool {
    switch state(at: moment) {
    case .verified, .active, .expired, .withdrawn, .closed, .checked, .recorded: true
    case .draft, .submitted, .verifying, .failed, .awaitingPayment, .paymentUnknown, .underReview,
      .rejected, .checking:
      false
    }
  }
}

/// Until when a Blue V is in force.
public enum Expiry: Hashable, Sendable {
  /// Until this instant, exclusive (simulated: the policy says only "a year", P11).
  case until(Moment)
  /// The policy names no end for an automatic upgrade (S14): none may be printed.
  case notStatedByPolicy
}
