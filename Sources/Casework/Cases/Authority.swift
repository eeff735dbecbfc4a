extension CaseEvent {
  /// Whether `actor` may do it: nobody decides in the merchant's place, and no merchant about himself.
  /// Money goes back by an operator alone; the one exception is in the table of money.
  func mayBeDone(by actor: Actor) -> Bool {
    switch self {
    case .consented, .fieldGiven, .revisited, .submitted, .orderOpened, .orderReopened, .chargeSent,
      .repairStarted, .resubmitted, .withdrawn, .recorded:
      !actor.isOperator
    case .verifying, .verified, .verificationFailed, .approved, .rejected, .upgraded,
      .refundStarted, .refunded:
      actor != .merchant
    case .revoked: actor.isOperator
    case .opened, .suspended, .resumed, .erased, .closed, .chargeAnswered, .lookedUp, .paidLate,
      .orderClosed, .upgradeChecked, .told, .unanswered, .ticket:
      true
    }
  }
}

extension Actor {
  /// Whether it is a person at the platform.
  public var isOperator: Bool {
    if case .operator = self { true } else { false }
  }
}
