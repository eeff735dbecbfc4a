import Policy

extension MerchantRecord {
  /// Opens the one order of an application and period; the store holds its key unique too.
  mutating func openOrder(
    _ number: OrderNumber, of id: CaseID, period: Int, amountInFen: Int, at moment: Moment
  ) throws(ForbiddenEvent) {
    guard let index = cases.firstIndex(where: { $0.id == id }) else { throw .unknownCase }
    guard self[number] == nil else { throw .numberTaken }
    let found = cases[index]
    guard found.kind.costsMoney else { throw .notFrom(found.state) }
    try found.must(be: .draft)
    guard found.hasConsent else { throw .noConsent }
    guard found.missing.isEmpty else { throw .incomplete }
    guard amountInFen > 0 else { throw .otherAmount }
    // One order is all that is ever paid for a case: a second beside it could be paid too.
    if let same = found.orders.first {
      if same.isPaid { throw .alreadyPaid }
      throw same.amountInFen == amountInFen ? .orderExists : .otherAmount
    }
    try checkSale(of: found.kind, at: moment)
    cases[index].orders.append(
      Order(number: number, application: id, period: period, amountInFen: amountInFen, at: moment))
    cases[index].state = .awaitingPayment
    (cases[index].revisiting, cases[index].isSuspended) = (nil, false)
    cases[index].changedAt = moment
  }

  /// Nothing is sold to somebody who has it: in between the upgrade may have come, or another sale.
  private func checkSale(of kind: CaseKind, at moment: Moment) throws(ForbiddenEvent) {
    switch kind {
    case .bluev: if blueV(at: moment).isActive { throw .alreadyActive }
    case .renew: if !canRenew(at: moment) { throw .nothingToRenew }
    case .realname, .upgrade, .recruit: break
    }
  }

  mutating func apply(
    money event: CaseEvent, of number: OrderNumber, at moment: Moment, by actor: Actor
  ) throws(ForbiddenEvent) {
    guard let index = cases.firstIndex(where: { $0.orders.contains { $0.number == number } }),
      let place = cases[index].orders.firstIndex(where: { $0.number == number })
    else { throw .unknownOrder }
    let kind = cases[index].kind
    try cases[index].apply(money: event, orderAt: place, at: moment, by: actor)
    cases[index].changedAt = moment
    switch event {
    case .chargeSent, .orderReopened: try checkSale(of: kind, at: moment)
    case _: break
    }
    if cases[index].kind == .renew, cases[index].state == .underReview {
      renew(by: index, at: moment)
    }
  }

  /// A paid renewal needs no review: the Blue V it is for runs on (simulated).
  private mutating func renew(by index: Int, at moment: Moment) {
    let standing = blueV(at: moment)
    cases[index].state = .active
    cases[index].activeFrom = standing.renewalStart(at: moment)
    cases[index].expiry = standing.renewedExpiry(at: moment)
  }
}

extension Case {
  mutating func apply(
    money event: CaseEvent, orderAt place: Int, at moment: Moment, by actor: Actor
  ) throws(ForbiddenEvent) {
    let order = orders[place]
    switch event {
    case .chargeSent(_, let attempt): try send(attempt, orderAt: place, at: moment)
    case .chargeAnswered(_, let attempt, let outcome):
      try answer(attempt, outcome, orderAt: place, at: moment)
    case .lookedUp(_, let outcome): try lookUp(outcome, orderAt: place, at: moment)
    case .paidLate:
      // Whatever became of the order since: what was once sent may still succeed.
      guard order.paidAt == nil else { throw .alreadyPaid }
      guard !order.attempts.isEmpty else { throw .notPaid }
      pay(orderAt: place, at: moment)
    case .orderClosed:
      if order.isUnsettled { throw .unsettled }
      if order.state == .closed { throw .notFrom(state) }
      guard order.isPayable else { throw .alreadyPaid }
      (orders[place].state, state) = (.closed, .draft)
    case .orderReopened:
      try must(be: .draft)
      guard order.state == .closed else { throw .orderExists }
      guard missing.isEmpty else { throw .incomplete }
      (orders[place].state, orders[place].offeredAt) = (.created, moment)
      (state, revisiting, isSuspended) = (.awaitingPayment, nil, false)
    case .refundStarted:
      guard order.isPaid else { throw .notPaid }
      if actor == .simulator, !order.isPaidInVain { throw .notBy(actor) }
      guard state == .withdrawn || state == .closed || state == .rejected else {
        throw .notFrom(state)
      }
      orders[place].state = .refunding
      if state == .rejected { state = .closed }
    case .refunded:
      guard order.state == .refunding else { throw .notPaid }
      orders[place].state = .refunded
    case _: break
    }
  }

  private mutating func send(
    _ attempt: Int, orderAt place: Int, at moment: Moment
  ) throws(ForbiddenEvent) {
    let order = orders[place]
    if order.isUnsettled { throw .unsettled }
    guard order.isPayable else { throw order.state == .closed ? .notPaid : .alreadyPaid }
    try must(be: .awaitingPayment)
    guard missing.isEmpty else { throw .incomplete }
    if order.isExpired(at: moment) { throw .orderExpired }
    guard attempt == order.attempts.count + 1 else { throw .otherAttempt }
    orders[place].attempts.append(Order.Attempt(number: attempt, state: .pending, sentAt: moment))
    orders[place].state = .pending
    (state, isSuspended) = (.paymentUnknown, false)
  }

  private mutating func answer(
    _ attempt: Int, _ outcome: ChargeOutcome, orderAt place: Int, at moment: Moment
  ) throws(ForbiddenEvent) {
    let order = orders[place]
    guard order.state == .pending else { throw order.isPaid ? .alreadyPaid : .notPaid }
    guard let last = order.attempts.indices.last, order.attempts[last].number == attempt else {
      throw .otherAttempt
    }
    switch outcome {
    case .paid: pay(orderAt: place, at: moment)
    case .declined, .limit, .cancelled:
      orders[place].attempts[last].state = outcome.attempt
      (orders[place].state, state) = (.failed, .awaitingPayment)
    case .timeout:
      orders[place].attempts[last].state = .unknown
      (orders[place].state, state) = (.unknown, .paymentUnknown)
    }
  }

  private mutating func lookUp(
    _ outcome: LookUpOutcome, orderAt place: Int, at moment: Moment
  ) throws(ForbiddenEvent) {
    guard orders[place].isUnsettled, let last = orders[place].attempts.indices.last else {
      throw orders[place].isPaid ? .alreadyPaid : .notPaid
    }
    switch outcome {
    case .paid: pay(orderAt: place, at: moment)
    case .unpaid:
      orders[place].attempts[last].state = .closed
      (orders[place].state, state) = (.failed, .awaitingPayment)
    case .unknown:
      orders[place].attempts[last].state = .unknown
      (orders[place].state, state) = (.unknown, .paymentUnknown)
    }
  }

  /// Takes the money of the last attempt. A case that was ended meanwhile stays ended: its money is
  /// given back. One that was edited or erased meanwhile stays a draft, and is handed in without a
  /// second charge once it is whole again.
  private mutating func pay(orderAt place: Int, at moment: Moment) {
    if let last = orders[place].attempts.indices.last { orders[place].attempts[last].state = .paid }
    (orders[place].state, orders[place].paidAt) = (.paid, moment)
    switch state {
    case .draft, .awaitingPayment, .paymentUnknown:
      guard missing.isEmpty else {
        (state, isRepair) = (.draft, true)
        return
      }
      (state, submittedAt, revisiting, isSuspended) = (.underReview, moment, nil, false)
    case .closed: orders[place].isPaidInVain = true
    case .submitted, .verifying, .verified, .failed, .underReview, .rejected, .active, .expired,
      .withdrawn, .checking, .checked, .recorded:
      break
    }
  }
}
