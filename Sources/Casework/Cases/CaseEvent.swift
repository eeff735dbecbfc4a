public import Policy

/// Something that happened to a merchant's cases, orders or tickets. Personal values are never in it: they
/// stand sealed beside the log, under the case and the field that an event names.
public enum CaseEvent: Hashable, Sendable, Codable {
  // MARK: Filling in
  case opened(CaseID, CaseKind)
  case consented(CaseID)
  /// A field got a value; `isNew` unless it is the value it had before.
  case fieldGiven(CaseID, Field, isNew: Bool)
  /// The merchant goes back to a field; nil: to where the case stands.
  case revisited(CaseID, Field?)
  /// Put aside as a draft.
  case suspended(CaseID)
  case resumed(CaseID)
  /// What was given is erased, and has to be given again; nil fields: all of it.
  case erased(CaseID, [Field]?)
  /// Ended by the merchant without a result.
  case closed(CaseID)

  // MARK: Real name
  case submitted(CaseID)
  case verifying(CaseID)
  case verified(CaseID)
  case verificationFailed(CaseID, VerificationFailure)
  /// Taken away again by an operator.
  case revoked(CaseID)

  // MARK: Money
  case orderOpened(OrderNumber, CaseID, period: Int, amountInFen: Int)
  /// A payment is about to be sent: on disk before the channel hears of it.
  case chargeSent(OrderNumber, attempt: Int)
  case chargeAnswered(OrderNumber, attempt: Int, ChargeOutcome)
  case lookedUp(OrderNumber, LookUpOutcome)
  /// The channel says, unasked, that the order was paid after all.
  case paidLate(OrderNumber)
  case orderClosed(OrderNumber)
  /// The same order is offered for payment again.
  case orderReopened(OrderNumber)
  case refundStarted(OrderNumber)
  case refunded(OrderNumber)

  // MARK: Review
  case approved(CaseID)
  case rejected(CaseID, [ReviewReason])
  /// The merchant mends what was refused.
  case repairStarted(CaseID)
  case resubmitted(CaseID)
  case withdrawn(CaseID)

  // MARK: Upgrade, recruitment
  case upgradeChecked(CaseID, UpgradeFinding)
  /// Blue V without a fee and without a stated end (P22, S14).
  case upgraded(CaseID)
  case recorded(CaseID)

  // MARK: What was said about it
  /// News up to this version of the record was told to the merchant.
  case told(version: Int)
  /// The merchant asked something that the pack could not answer; the words stand sealed.
  case unanswered(Unanswered)
  /// A ticket's event.
  case ticket(TicketID, TicketEvent)
}

/// What the judge of the automatic upgrade found.
public enum UpgradeFinding: String, Sendable, CaseIterable, Codable {
  case eligible
  case notEligible = "not_eligible"
  case needsAgent = "needs_agent"
}

/// A question that the pack could not answer.
public struct Unanswered: Hashable, Sendable, Codable {
  /// Why: `silent`, `not_understood` or `clarify`.
  public var kind: String
  /// The intent that came nearest; nil when none did.
  public var nearest: String?
  /// The silent items of the answer.
  public var items: [String]

  /// A question of these parts.
  public init(kind: String, nearest: String?, items: [String]) {
    self.kind = kind
    self.nearest = nearest
    self.items = items
  }
}

/// Who did something; the raw text stands in the audit.
public enum Actor: Hashable, Sendable, Codable {
  /// The merchant, at the prompt.
  case merchant
  /// The program: a clock's due, the simulated reviewer.
  case simulator
  /// A person at the platform, by the name of the account.
  case `operator`(String)

  /// `merchant`, `simulator`, `operator:NAME`.
  public var name: String {
    switch self {
    case .merchant: "merchant"
    case .simulator: "simulator"
    case .operator(let name): "operator:" + name
    }
  }
}

/// One line of the log.
public struct Entry: Hashable, Sendable {
  /// The line's place in the whole log, dense, from 1.
  public let sequence: Int
  /// The line's place in the merchant's own log, dense, from 1.
  public let version: Int
  /// Whose log.
  public let merchant: String
  /// When, by the clock of the program.
  public let at: Moment
  /// Who.
  public let actor: Actor
  /// What.
  public let event: CaseEvent

  /// A line of these parts.
  public init(
    sequence: Int, version: Int, merchant: String, at: Moment, actor: Actor, event: CaseEvent
  ) {
    self.sequence = sequence
    self.version = version
    self.merchant = merchant
    self.at = at
    self.actor = actor
    self.event = event
  }
}
