public import Casework
public import Policy

/// What the world answered to an effect.
public enum Outcome: Sendable, Equatable {
  /// The channel's answer to a payment; `isTwice` when it told the success a second time.
  case charged(OrderNumber, attempt: Int, ChargeOutcome, isTwice: Bool)
  /// The channel's answer to a look-up.
  case lookedUp(OrderNumber, LookUpOutcome)
  /// The reviewer's decision.
  case reviewed(CaseID, SimulatorArms.Review)
  /// What stood at the path of a licence.
  case licence(CaseID, LicenceFinding)
  /// The merchant's personal data are erased.
  case forgotten
}

extension Outcome {
  /// Who did it.
  fileprivate var actor: Actor {
    switch self {
    case .charged, .lookedUp, .reviewed: .simulator
    case .licence, .forgotten: .merchant
    }
  }
}

/// What was found at the path that a merchant gave.
public enum LicenceFinding: Sendable, Equatable {
  /// A file that is taken.
  case taken(LicenceFile)
  /// A file that is not.
  case refused(LicenceFileRefusal)
  /// Nothing that could be read; the key of the reason.
  case unopened(String)
}

extension Decider {
  /// What the world's answer changes and what is said about it. `sofar` is what was decided, and has been
  /// appended, before the world was asked: its replies and its conversation are taken up.
  public func absorb(
    _ outcome: Outcome, after sofar: Decision, in state: ConversationState,
    of situation: Situation, at now: Moment, asOf: Moment
  ) -> Decision {
    var next = sofar
    (next.happened, next.seals, next.effects, next.events) = ([], [], [], [])
    next.actor = outcome.actor
    var turn = FlowTurn(
      decider: self, state: state, situation: situation, at: now, asOf: asOf, decision: next)
    switch outcome {
    case .charged(let number, let attempt, let answer, let isTwice):
      turn.charged(number, attempt: attempt, answer, isTwice: isTwice)
    case .lookedUp(let number, let answer): turn.lookedUp(number, answer)
    case .reviewed(let id, let review):
      guard let found = turn.record[id] else { break }
      turn.review(found, review)
      turn.tellNews()
    case .licence(let id, let finding): turn.licence(id, finding)
    case .forgotten: turn.say(.forgotten, kind: .command)
    }
    return turn.finished()
  }

  /// What the clock has brought since the record was last looked at (simulated deadlines).
  public func due(_ record: MerchantRecord, at now: Moment) -> [CaseEvent] {
    FlowTurn.due(record, at: now)
  }
}
