import Casework
import Dialogue
import Policy

extension Conversation {
  /// Decides about `text`, and makes durable what happens, before anything of it is seen.
  ///
  /// Where the world has to be asked, the first append comes before the question and the second after its
  /// answer: so an order is on disk before anything is charged.
  mutating func decide(_ text: String, at now: Moment) throws(StoreError) -> Decision {
    try lookUp(at: now)
    let asOf = settings.asOf ?? now
    var decision = assistant.decider.decide(
      text, in: state, of: try keeper.situation(at: now, seed: settings.seed), at: now, asOf: asOf)
    try append(decision, at: now)
    for _ in 0..<Conversation.passes {
      guard let effect = decision.effects.first(where: { $0.asksTheWorld }),
        let outcome = try outcome(of: effect, at: now)
      else { break }
      decision = try absorb(outcome, after: decision, at: now)
    }
    return decision
  }

  /// No turn asks the world more often.
  private static let passes = 4

  /// Reads the merchant's record on, and lets happen what the clock has brought.
  private mutating func lookUp(at now: Moment) throws(StoreError) {
    try keeper.refresh()
    let due = assistant.decider.due(keeper.record, at: now)
    try keeper.append(due, at: now, by: .simulator)
  }

  /// Takes in what the world answered. It has happened: when somebody else wrote first, it is decided anew
  /// until it is on record.
  private mutating func absorb(
    _ outcome: Outcome, after sofar: Decision, at now: Moment
  ) throws(StoreError) -> Decision {
    let state = state.applying(sofar.events)
    var next: Decision
    repeat {
      try keeper.refresh()
      next = assistant.decider.absorb(
        outcome, after: sofar, in: state, of: try keeper.situation(at: now, seed: settings.seed),
        at: now, asOf: settings.asOf ?? now)
    } while try !isAppended(next, at: now)
    next.events = sofar.events + next.events
    return next
  }

  private mutating func isAppended(_ decision: Decision, at now: Moment) throws(StoreError) -> Bool
  {
    do throws(StoreError) {
      try append(decision, at: now)
      return true
    } catch .conflict { return false }
  }

  private mutating func append(_ decision: Decision, at now: Moment) throws(StoreError) {
    try keeper.append(decision.happened, decision.seals, at: now, by: decision.actor)
  }

  /// Ends the conversation as `/quit` does: an open flow stays as a draft. What was given is durable already,
  /// so a store that fails now loses nothing.
  public mutating func end() {
    guard !state.hasEnded, let flow = state.flow, let open = keeper.record[flow.application],
      open.step != nil, !open.isSuspended
    else { return }
    try? keeper.append(
      [.suspended(open.id)], at: state.clock ?? settings.clock.now(), by: .merchant)
  }

  /// The flow in which something is asked now; nil while nothing is.
  public var position: FlowPosition? {
    let now = state.clock ?? settings.clock.now()
    guard state.flow != nil else { return nil }
    return FlowPosition(focus: state.flow, record: keeper.record, at: now)
  }

  /// Whether the open question asks for something that belongs in no history.
  public var asksForSecret: Bool {
    if case .field(let field)? = position?.step { field.isSensitive } else { false }
  }

  /// Says that a step was not saved. A plain question is answered all the same.
  mutating func unsaved(_ text: String, _ fault: StoreError, at now: Moment) -> Record {
    var situation = Situation(record: keeper.record, seed: settings.seed)
    if case .noKey = fault { situation.canSeal = false }
    var decision = assistant.decider.decide(
      text, in: state, of: situation, at: now, asOf: settings.asOf ?? now)
    let isStep = decision.happened.contains { !$0.isBookkeeping }
    let key = Conversation.phrase(of: fault)
    if isStep || decision.effects.contains(where: { $0.asksTheWorld }) {
      decision = Decision(heard: decision.heard, language: decision.language)
      decision.flow = nil
    }
    decision.happened = []
    decision.seals = []
    if isStep || decision.replies.isEmpty {
      decision.replies = [PlannedReply(kind: .error, pieces: [.phrase(key, [])])]
      decision.events = []
    }
    var record = self.record(of: decision, text)
    if isStep || decision.replies.contains(where: { $0.kind == .error }) {
      record.failure = Record.Failure(
        code: Conversation.code(of: fault), message: record.replies.last?.text ?? "", line: 0)
    }
    return record
  }

  private static func phrase(of fault: StoreError) -> FlowPhrase {
    switch fault {
    case .busy: .storeBusy
    case .conflict: .storeConflict
    case .noKey: .noKey
    case .forbidden, .notSaved, .damaged, .newer, .cannotOpen: .notSaved
    }
  }

  private static func code(of fault: StoreError) -> Record.Failure.Code {
    switch fault {
    case .busy, .conflict: .busy
    case .noKey: .noKey
    case .forbidden, .notSaved, .cannotOpen: .notSaved
    case .damaged, .newer: .badStore
    }
  }
}

extension Effect {
  /// Whether the world has to be asked, rather than the conversation itself.
  fileprivate var asksTheWorld: Bool {
    switch self {
    case .charge, .lookUp, .review, .openLicence, .forget: true
    case .saveScript, .listHistory, .reload: false
    }
  }
}

extension CaseEvent {
  /// Whether it only notes what was said, so that losing it loses nothing of the merchant's.
  fileprivate var isBookkeeping: Bool {
    switch self {
    case .told, .unanswered: true
    case .opened, .consented, .fieldGiven, .revisited, .suspended, .resumed, .erased, .closed,
      .submitted, .verifying, .verified, .verificationFailed, .revoked, .orderOpened,
      .chargeSent, .chargeAnswered, .lookedUp, .paidLate, .orderClosed, .orderReopened,
      .refundStarted, .refunded, .approved, .rejected, .repairStarted, .resubmitted, .withdrawn,
      .upgradeChecked, .upgraded, .recorded, .ticket:
      false
    }
  }
}
