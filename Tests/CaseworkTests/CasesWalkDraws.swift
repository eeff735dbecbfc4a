import Policy

@testable import Casework

extension Walk {
  static let caseIDs = (1...8).map { CaseID($0, on: cutoffDay) }
  static let orderNumbers = (1...9).map { OrderNumber($0, on: cutoffDay) }
  static let ticketIDs = (1...8).map { TicketID($0, on: cutoffDay) }
  static let keys = ["silent.refund", "bluev.fee", "order"]
  static let actors: [Actor] = [.merchant, .simulator, clerk]
  static let price = 59_900

  /// The next event and who does it.
  mutating func draw() -> (CaseEvent, Actor) {
    if lots.once(in: 30) { return ticketDraw() }
    guard let found = record.cases.last, !lots.once(in: 25) else { return opening() }
    if lots.below(5) < 3 {
      let older = record.cases[lots.below(record.cases.count)]
      if let next = likely(lots.once(in: 4) ? older : found) { return next }
      if lots.once(in: 2) { return opening() }
    }
    let actor = lots.one(of: Walk.actors)
    return (lots.once(in: 2) ? anything() : anythingOfMoney(), actor)
  }

  private mutating func opening() -> (CaseEvent, Actor) {
    let taken = record.cases.count
    let id = Walk.caseIDs[lots.once(in: 9) ? lots.below(8) : min(taken, 7)]
    let kind = lots.once(in: 12) ? lots.one(of: CaseKind.allCases) : lots.one(of: machine.kinds)
    return (.opened(id, kind), .merchant)
  }

  /// What would come next in a case; nil when nothing would.
  private mutating func likely(_ found: Case) -> (CaseEvent, Actor)? {
    let id = found.id
    switch found.state {
    case .draft: return (filling(found), .merchant)
    case .submitted: return (.verifying(id), .simulator)
    case .verifying:
      return lots.once(in: 4)
        ? (.verified(id), .simulator)
        : (.verificationFailed(id, lots.one(of: VerificationFailure.allCases)), .simulator)
    case .verified: return lots.once(in: 4) ? (.revoked(id), clerk) : nil
    case .failed: return (.repairStarted(id), .merchant)
    case .underReview:
      switch lots.below(8) {
      case 0: return (.withdrawn(id), .merchant)
      case 1...4: return (.rejected(id, [lots.one(of: ReviewReason.allCases)]), .simulator)
      case _: return (.approved(id), lots.once(in: 2) ? clerk : .simulator)
      }
    case .rejected:
      return lots.once(in: 6) ? (.closed(id), .merchant) : (.repairStarted(id), .merchant)
    case .awaitingPayment, .paymentUnknown, .withdrawn, .closed:
      guard let order = found.order else { return nil }
      return paying(order)
    case .checking: return (.upgradeChecked(id, lots.one(of: UpgradeFinding.allCases)), .merchant)
    case .checked: return lots.once(in: 4) ? (.upgraded(id), .simulator) : nil
    case .active, .expired, .recorded: return nil
    }
  }

  private mutating func filling(_ found: Case) -> CaseEvent {
    let id = found.id
    if !found.hasConsent { return .consented(id) }
    if let field = found.missing.first {
      return .fieldGiven(id, field, isNew: !lots.once(in: 3))
    }
    switch found.kind {
    case .realname: return .submitted(id)
    case .recruit: return .recorded(id)
    case .upgrade: return .upgradeChecked(id, .eligible)
    case .bluev, .renew:
      if found.isRepair { return .resubmitted(id) }
      if let order = found.order { return .orderReopened(order.number) }
      let number = Walk.orderNumbers[lots.once(in: 9) ? lots.below(9) : Walk.place(of: id)]
      return .orderOpened(number, id, period: 1, amountInFen: Walk.price)
    }
  }

  /// The order's number for a case, one each.
  private static func place(of id: CaseID) -> Int { caseIDs.firstIndex(of: id) ?? 8 }

  private mutating func paying(_ order: Order) -> (CaseEvent, Actor)? {
    let number = order.number
    switch order.state {
    case .created, .failed:
      return lots.once(in: 4)
        ? (.orderClosed(number), .simulator)
        : (.chargeSent(number, attempt: order.attempts.count + 1), .merchant)
    case .pending:
      let outcome = lots.one(of: ChargeOutcome.allCases)
      return (.chargeAnswered(number, attempt: order.attempts.count, outcome), .simulator)
    case .unknown: return (.lookedUp(number, lots.one(of: LookUpOutcome.allCases)), .simulator)
    case .closed: return lots.once(in: 3) ? (.paidLate(number), .simulator) : nil
    case .paid: return (.refundStarted(number), lots.once(in: 2) ? clerk : .simulator)
    case .refunding: return (.refunded(number), clerk)
    case .refunded: return nil
    }
  }

  private mutating func anyCase() -> CaseID {
    lots.once(in: 15) || record.cases.isEmpty
      ? lots.one(of: Walk.caseIDs) : record.cases[lots.below(record.cases.count)].id
  }

  /// Any event of a case, whether or not it is allowed.
  private mutating func anything() -> CaseEvent {
    let id = anyCase()
    switch lots.below(26) {
    case 0: return .consented(id)
    case 1: return .fieldGiven(id, lots.one(of: Field.allCases), isNew: lots.once(in: 2))
    case 2: return .revisited(id, lots.once(in: 3) ? nil : lots.one(of: Field.allCases))
    case 3: return .suspended(id)
    case 4: return .resumed(id)
    case 5: return .erased(id, lots.once(in: 3) ? nil : [lots.one(of: Field.allCases)])
    case 6: return .closed(id)
    case 7: return .submitted(id)
    case 8: return .verifying(id)
    case 9: return .verified(id)
    case 10: return .verificationFailed(id, .mismatch)
    case 11: return .revoked(id)
    case 12, 13: return .approved(id)
    case 14: return .rejected(id, [])
    case 15: return .rejected(id, [.blurred, .nameDiffers])
    case 16: return .repairStarted(id)
    case 17, 18: return .resubmitted(id)
    case 19, 20: return .withdrawn(id)
    case 21: return .upgradeChecked(id, lots.one(of: UpgradeFinding.allCases))
    case 22: return .upgraded(id)
    case 23: return .recorded(id)
    case 24: return .told(version: lots.below(200))
    case _: return .unanswered(Unanswered(kind: "silent", nearest: nil, items: []))
    }
  }

  /// Any event of money, whether or not it is allowed.
  private mutating func anythingOfMoney() -> CaseEvent {
    let orders = record.cases.compactMap(\.order)
    let order = orders.isEmpty || lots.once(in: 15) ? nil : lots.one(of: orders)
    let number = order?.number ?? lots.one(of: Walk.orderNumbers)
    let attempt = (order?.attempts.count ?? 0) + lots.below(3) - 1
    switch lots.below(12) {
    case 0, 1:
      return .orderOpened(
        number, anyCase(), period: 1 + lots.below(2),
        amountInFen: lots.once(in: 4) ? 0 : Walk.price + lots.below(2))
    case 2, 3: return .chargeSent(number, attempt: attempt)
    case 4, 5:
      return .chargeAnswered(number, attempt: attempt, lots.one(of: ChargeOutcome.allCases))
    case 6: return .lookedUp(number, lots.one(of: LookUpOutcome.allCases))
    case 7: return lots.once(in: 2) ? .paidLate(number) : .lookedUp(number, .unpaid)
    case 8: return .orderClosed(number)
    case 9: return .orderReopened(number)
    case 10: return .refundStarted(number)
    case _: return .refunded(number)
    }
  }

  /// Any event of a ticket.
  mutating func ticketDraw() -> (CaseEvent, Actor) {
    let tickets = record.tickets
    let actor = lots.one(of: Walk.actors)
    if tickets.isEmpty || lots.once(in: 6) {
      let id = Walk.ticketIDs[lots.once(in: 5) ? lots.below(8) : min(tickets.count, 7)]
      let owner = lots.once(in: 12) ? "" : "desk"
      return (
        .ticket(
          id,
          .opened(
            Ticket.Subject(key: lots.one(of: Walk.keys)), priority: .p3, owner: owner,
            due: promise(), mood: .calm)), actor
      )
    }
    let id = lots.once(in: 20) ? lots.one(of: Walk.ticketIDs) : lots.one(of: tickets).id
    return (.ticket(id, ticketEvent()), actor)
  }

  private mutating func ticketEvent() -> TicketEvent {
    switch lots.below(10) {
    case 0: .taken(by: lots.once(in: 6) ? "" : "wang")
    case 1, 2: .noted(name: "note")
    case 3: .reported(next: promise())
    case 4:
      .escalated(
        level: lots.below(5), owner: lots.once(in: 6) ? "" : "desk",
        priority: lots.one(of: Ticket.Priority.allCases))
    case 5: .closed
    case 6, 7: .reopened(due: promise())
    case 8: .surveyOffered
    case _: .surveyed(score: lots.below(7))
    }
  }

  private mutating func promise() -> Moment {
    now.advanced(bySeconds: lots.once(in: 8) ? -lots.below(3600) : lots.below(86_400))
  }
}
