import Casework
import Policy

extension FlowTurn {
  /// The price of a year, in fen, as the policy has it (P11).
  private var yearlyFeeInFen: Int? {
    guard let path = try? ValuePath("P11.fee"),
      case .fee(let fee)? = try? pack.policy.value(at: path)
    else { return nil }
    return fee.amount.fen
  }

  /// Opens the one order of the application, or offers the closed one again: nothing is charged yet.
  mutating func openOrder(for open: Case) {
    guard let fee = yearlyFeeInFen else { return say(.notPossible) }
    let opened: Bool
    if let order = open.orders.first(where: { $0.period == 1 }) {
      opened = happen(.orderReopened(order.number))
    } else {
      let number = OrderNumber(situation.counters.nextOrder, on: now.shanghaiDate)
      opened = happen(.orderOpened(number, open.id, period: 1, amountInFen: fee))
      situation.counters.nextOrder += 1
    }
    guard opened else { return say(.notPossible) }
    startAfresh()
    clearOffers()
    say(asking())
    if let last = decision.replies.indices.last { decision.replies[last].cite = feeClause }
  }

  private var feeClause: [ClauseID] { ClauseID("P11").map { [$0] } ?? [] }

  /// Ends an application for what the merchant has by now: nobody is sold what came by the upgrade.
  mutating func endsAsPointless(_ found: Case) -> Bool {
    guard found.kind == .bluev, !found.isRepair, record.blueV(at: now).isActive else {
      return false
    }
    if let order = found.order, order.isPayable { happen(.orderClosed(order.number)) }
    happen(.closed(found.id))
    focus = nil
    clearOffers()
    switch record.blueV(at: now) {
    case .bought(_, _, let until): say(.alreadyActive, [.init("until", .moment(until))])
    case .upgraded, .none, .ended: say(.alreadyUpgraded, silent: ["S14"])
    }
    return true
  }

  /// At step `pay`: only the merchant's own words start a payment.
  mutating func takePayment(_ text: String, in open: Case) -> Bool {
    let folded = FoldedText(text)
    guard let order = open.order else { return false }
    if agrees(folded) || means(folded, .pay) {
      if endsAsPointless(open) { return true }
      charge(order)
      return true
    }
    if isYes(folded) {
      say(.fullYesNeeded)
      clearOffers()
      return true
    }
    if isNo(folded) {
      happen(.suspended(open.id))
      focus = nil
      say(.paymentPutOff, [.init("order", .text(order.number.rawValue))])
      return true
    }
    return false
  }

  /// Writes down that a payment is sent; the shell sends it once that is durable.
  private mutating func charge(_ order: Order) {
    let attempt = order.attempts.count + 1
    guard happen(.chargeSent(order.number, attempt: attempt)) else {
      return say(decision.forbidden == .alreadyPaid ? .paidAlready : .notPossible)
    }
    clearOffers()
    decision.effects.append(.charge(order.number, attempt: attempt, arms.charge))
    if arms.charge == .late { decision.events.append(.awaitsLate(order.number)) }
    arms.charge = nil
  }

  /// The channel tells belatedly that a payment went through after all.
  mutating func tellLate() {
    guard let number = state.lateOrder, let order = record[number] else { return }
    decision.events.append(.awaitsLate(nil))
    toldPaid(order)
  }

  /// Asks the channel what became of a payment of which nothing is known.
  mutating func lookUp(_ order: Order) {
    decision.effects.append(.lookUp(order.number, arms.lookUp))
    arms.lookUp = nil
  }

  // MARK: - The channel's answers

  /// What the channel answered to a payment.
  mutating func charged(
    _ number: OrderNumber, attempt: Int, _ outcome: ChargeOutcome, isTwice: Bool
  ) {
    happen(.chargeAnswered(number, attempt: attempt, outcome))
    if let found = record.cases.first(where: { $0.orders.contains { $0.number == number } }) {
      focus = FlowFocus(found.id)
    }
    let order: [PlannedReply.Argument] = [.init("order", .text(number.rawValue))]
    switch outcome {
    case .paid:
      paid(number)
      if isTwice { say(.paidTwiceIgnored, order) }
    case .declined: retry(.paymentDeclined)
    case .limit: retry(.paymentLimit)
    case .cancelled: retry(.paymentCancelled)
    case .timeout: say(.paymentUnknown, order)
    }
  }

  private mutating func retry(_ key: FlowPhrase) {
    say([.phrase(key, []), .phrase(.payAgain, [])])
  }

  /// Says that the money arrived, and what comes now.
  mutating func paid(_ number: OrderNumber) {
    guard let found = record.cases.first(where: { $0.orders.contains { $0.number == number } })
    else { return }
    let order = PlannedReply.Argument("order", .text(number.rawValue))
    if found.kind == .renew, case .until(let until)? = found.expiry {
      focus = nil
      return say(.renewed, [order, .init("until", .moment(until))])
    }
    switch found.state {
    case .underReview: say(.paid, [order])
    case .withdrawn, .closed: sayWithAgent(.paidAfterEnd, silent: ["S01"])
    case _: say(.paid, [order])
    }
  }

  /// What the channel answered to a look-up.
  mutating func lookedUp(_ number: OrderNumber, _ outcome: LookUpOutcome) {
    guard happen(.lookedUp(number, outcome)) else { return }
    if let found = record.cases.first(where: { $0.orders.contains { $0.number == number } }) {
      focus = FlowFocus(found.id)
    }
    switch outcome {
    case .paid: paid(number)
    case .unpaid: retry(.lookedUpUnpaid)
    case .unknown: say(.lookedUpUnknown, [.init("order", .text(number.rawValue))])
    }
  }

  /// A success that the channel tells unasked: `/pay late` and `/pay duplicate`.
  mutating func toldPaid(_ order: Order) {
    if happen(.paidLate(order.number)) {
      happen(.told(version: record.version))
      return paid(order.number)
    }
    say(.paidTwiceIgnored, [.init("order", .text(order.number.rawValue))])
  }
}
