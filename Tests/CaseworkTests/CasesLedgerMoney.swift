import Policy

@testable import Casework

extension Ledger {
  mutating func noteMoney(
    _ event: CaseEvent, at moment: Moment, by actor: Actor, from before: MerchantRecord
  ) -> Never? {
    switch event {
    case .orderOpened(let number, let id, _, let amount):
      if orders[number] != nil || orderOf[id] != nil { return .twoOrders }
      if before[id]?.missing.isEmpty != true || !consented.contains(id) { return .handedInWithGaps }
      orders[number] = Money(application: id, amount: amount, offeredAt: moment)
      orderOf[id] = number
      return soldToTheActive(id, at: moment, before)
    case .orderReopened(let number):
      orders[number]?.offeredAt = moment
      return orders[number].flatMap { soldToTheActive($0.application, at: moment, before) }
    case .chargeSent(let number, _):
      guard let money = orders[number] else { return .orderLost }
      if money.isOut { return .chargedWhileUnknown }
      if before[money.application]?.missing.isEmpty != true { return .handedInWithGaps }
      if money.successes > 0 { return .paidTwice }
      if moment.milliseconds - money.offeredAt.milliseconds >= 86_400_000 {
        return .chargedAfterExpiry
      }
      orders[number]?.sent += 1
      orders[number]?.isOut = true
      return soldToTheActive(money.application, at: moment, before)
    case .chargeAnswered(let number, _, let outcome):
      if outcome == .paid { return succeed(number) }
      orders[number]?.isOut = outcome == .timeout
    case .lookedUp(let number, let outcome):
      if outcome == .paid { return succeed(number) }
      orders[number]?.isOut = outcome == .unknown
    case .paidLate(let number): return succeed(number)
    case .refundStarted(let number):
      guard let money = orders[number], money.successes == 1, !money.isRefunding else {
        return .unpaidAgain
      }
      orders[number]?.isRefunding = true
      if actor != clerk, !money.wasInVain { return .refundedByAnother }
    case .refunded(let number):
      guard let money = orders[number], money.isRefunding, !money.isRefunded else {
        return .unpaidAgain
      }
      orders[number]?.isRefunded = true
    case _: break
    }
    return nil
  }

  /// Whether the table had to take `event`, which it refused: money that came is never turned away.
  func wronglyRefused(_ event: CaseEvent) -> Never? {
    guard case .paidLate(let number) = event, let money = orders[number] else { return nil }
    return money.sent > 0 && money.successes == 0 ? .lateMoneyRefused : nil
  }

  private mutating func succeed(_ number: OrderNumber) -> Never? {
    guard let money = orders[number], money.sent > 0 else { return .orderLost }
    orders[number]?.successes += 1
    orders[number]?.isOut = false
    orders[number]?.wasInVain = ended.contains(money.application)
    return money.successes > 0 ? .paidTwice : nil
  }

  private func soldToTheActive(
    _ id: CaseID, at moment: Moment, _ before: MerchantRecord
  ) -> Never? {
    switch before.blueV(at: moment) {
    case .bought: kinds[id] == .bluev ? .soldToTheActive : nil
    case .upgraded: .soldToTheActive
    case .none, .ended: nil
    }
  }

  // MARK: - Tickets

  mutating func note(
    _ event: TicketEvent, of id: TicketID, at moment: Moment, in record: MerchantRecord
  ) -> Never? {
    switch event {
    case .opened(let subject, _, _, _, _):
      if keys[id] != nil { return .numberTwice }
      if openKeys.values.contains(subject.key) { return .ticketTwice }
      (openKeys[id], keys[id]) = (subject.key, subject.key)
    case .closed: (openKeys[id], closedAt[id]) = (nil, moment)
    case .reopened:
      guard let key = keys[id], let closed = closedAt[id] else { return .ticketTwice }
      if openKeys.values.contains(key) { return .ticketTwice }
      if moment.milliseconds - closed.milliseconds > 7 * 86_400_000 { return .reopenedTooLate }
      openKeys[id] = key
    case .surveyOffered:
      surveys[id, default: 0] += 1
      if surveys[id, default: 0] > 1 { return .surveyedTwice }
    case .surveyed:
      scores[id, default: 0] += 1
      if surveys[id] == nil || scores[id, default: 0] > 1 { return .surveyedTwice }
    case .taken, .noted, .escalated: break
    case .reported(let next):
      if next < moment { return .ticketWithoutDue }
    }
    guard let ticket = record[id] else { return .ticketWithoutOwner }
    if ticket.owner.isEmpty { return .ticketWithoutOwner }
    if ticket.due < ticket.openedAt || !Ticket.levels.contains(ticket.level) {
      return .ticketWithoutDue
    }
    let isOpen = openKeys[id] != nil
    return isOpen == (ticket.state == .closed) || isOpen == (ticket.closedAt != nil)
      ? .ticketTwice : nil
  }
}
