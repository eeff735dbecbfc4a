public import Policy

/// All that is on record about one merchant: the fold of the merchant's log.
///
/// Every door (the prompt, the operator, the simulated reviewer, the payment channel) goes through `after`,
/// which is the whole table of transitions and refuses the rest.
public struct MerchantRecord: Hashable, Sendable {
  /// Whose it is.
  public let merchant: String
  /// The version of the last entry; 0 before the first.
  public private(set) var version = 0
  /// The cases, in the order in which they were opened.
  public internal(set) var cases: [Case] = []
  /// The tickets, in the order in which they were opened.
  public internal(set) var tickets: [Ticket] = []
  /// News up to this version was told.
  public internal(set) var toldVersion = 0
  /// The versions at which something happened that the merchant has to hear.
  public internal(set) var news: [News] = []
  /// What the pack could not answer.
  public internal(set) var unanswered: [Asked] = []

  /// Something that the merchant has to be told at the next turn.
  public struct News: Hashable, Sendable {
    /// The version of the entry.
    public let version: Int
    /// What it was.
    public let event: CaseEvent
  }

  /// A question that the pack could not answer; its words stand sealed under `asked` and the version.
  public struct Asked: Hashable, Sendable {
    /// The version of the entry.
    public let version: Int
    /// When it was asked.
    public let at: Moment
    /// What came of it.
    public let what: Unanswered
  }

  /// A record of a merchant of whom nothing is known.
  public init(merchant: String) { self.merchant = merchant }

  /// The record after `entry`, which an earlier run wrote. An entry that the table forbids is left out
  /// of the fold, but counted: a log is never refused for what stands in it.
  public func applying(_ entry: Entry) -> MerchantRecord {
    var next = (try? after(entry.event, at: entry.at, by: entry.actor)) ?? self
    next.version = entry.version
    return next
  }

  /// The record after `event`, or why it cannot happen.
  public func after(
    _ event: CaseEvent, at moment: Moment, by actor: Actor
  ) throws(ForbiddenEvent) -> MerchantRecord {
    var next = self
    next.version += 1
    try next.apply(event, at: moment, by: actor)
    if MerchantRecord.isNews(event, by: actor) {
      next.news.append(News(version: next.version, event: event))
    }
    return next
  }

  /// The record after all of `events`, or why one cannot happen.
  public func after(
    _ events: [CaseEvent], at moment: Moment, by actor: Actor
  ) throws(ForbiddenEvent) -> MerchantRecord {
    var next = self
    for event in events { next = try next.after(event, at: moment, by: actor) }
    return next
  }

  /// The news that were not told yet.
  public var untold: [News] { news.filter { $0.version > toldVersion } }

  /// The case of this number.
  public subscript(id: CaseID) -> Case? { cases.first { $0.id == id } }
  /// The order of this number.
  public subscript(number: OrderNumber) -> Order? {
    cases.lazy.flatMap(\.orders).first { $0.number == number }
  }
  /// The ticket of this number.
  public subscript(id: TicketID) -> Ticket? { tickets.first { $0.id == id } }

  /// The last case of this kind that was opened.
  public func latest(_ kind: CaseKind) -> Case? { cases.last { $0.kind == kind } }

  /// The case of this kind that is not over.
  public func open(_ kind: CaseKind, at moment: Moment) -> Case? {
    cases.last { $0.kind == kind && !$0.isOver(at: moment) }
  }

  /// Whether the merchant's real name is verified.
  public var isVerified: Bool { cases.contains { $0.kind == .realname && $0.state == .verified } }

  /// What somebody else did, which the merchant could not see: told at the next turn.
  private static func isNews(_ event: CaseEvent, by actor: Actor) -> Bool {
    switch event {
    case .verified, .verificationFailed, .revoked, .approved, .rejected, .upgraded, .refunded,
      .refundStarted, .paidLate:
      true
    // Closed because its time was over, not because the merchant said so.
    case .orderClosed: actor == .simulator
    case .ticket(_, let event): event.isNews && actor != .merchant
    case .opened, .consented, .fieldGiven, .revisited, .suspended, .resumed, .erased, .closed,
      .submitted, .verifying, .orderOpened, .chargeSent, .chargeAnswered, .lookedUp,
      .orderReopened, .repairStarted, .resubmitted, .withdrawn, .upgradeChecked, .recorded, .told,
      .unanswered:
      false
    }
  }
}
