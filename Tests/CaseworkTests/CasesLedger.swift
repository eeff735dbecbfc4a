import Policy

@testable import Casework

/// What must never be (2.7 of the flows, and what follows from it).
enum Never: String, Sendable {
  case paidTwice, chargedWhileUnknown, chargedAfterExpiry, soldToTheActive, twoOrders
  case activeUnpaid, reviewedUnpaid, approvedAfterTheEnd, roseFromTheEnd, lateMoneyRefused
  case orderLost, unpaidAgain, paymentAdrift
  case rejectedWithoutReason, resubmittedUnchanged, changedWhileNotADraft
  case handedInWithGaps, foreignField, upgradedForNoReason
  case valueBeforeConsent, twoOpenOfAKind, tooManyFailures
  case decidedByTheMerchant, actedForTheMerchant, refundedByAnother
  case ticketWithoutOwner, ticketWithoutDue, ticketTwice, surveyedTwice, reopenedTooLate
  case numberTwice, versionSkipped, logFoldsOtherwise
}

/// What was accepted, counted apart from the record and without its rules: the record is held against it.
struct Ledger {
  struct Money {
    var application: CaseID
    var amount: Int
    var offeredAt: Moment
    var sent = 0
    var isOut = false
    var successes = 0
    var wasInVain = false
    var isRefunding = false
    var isRefunded = false
  }

  var kinds: [CaseID: CaseKind] = [:]
  var findings: [CaseID: UpgradeFinding] = [:]
  var consented: Set<CaseID> = []
  var ended: Set<CaseID> = []
  var changed: [CaseID: Set<Field>] = [:]
  var failures: [Int: Int] = [:]
  var orders: [OrderNumber: Money] = [:]
  var orderOf: [CaseID: OrderNumber] = [:]
  var upgraded = 0
  var openKeys: [TicketID: String] = [:]
  var keys: [TicketID: String] = [:]
  var closedAt: [TicketID: Moment] = [:]
  var surveys: [TicketID: Int] = [:]
  var scores: [TicketID: Int] = [:]

  /// Notes an accepted `event`, and says what is forbidden in what came of it.
  mutating func note(
    _ event: CaseEvent, at moment: Moment, by actor: Actor, from before: MerchantRecord,
    to after: MerchantRecord
  ) -> Never? {
    if after.version != before.version + 1 { return .versionSkipped }
    if let wrong = Ledger.wrongActor(of: event, actor) { return wrong }
    switch event {
    case .ticket(let id, let event):
      return note(event, of: id, at: moment, in: after)
    case .told, .unanswered: return nil
    case .orderOpened, .chargeSent, .chargeAnswered, .lookedUp, .paidLate, .orderClosed,
      .orderReopened, .refundStarted, .refunded:
      if let wrong = noteMoney(event, at: moment, by: actor, from: before) { return wrong }
    case _:
      if let wrong = noteCase(event, at: moment, from: before, to: after) { return wrong }
    }
    guard let id = event.subject(in: after), let found = after[id] else { return .orderLost }
    return wrong(with: found) ?? wrong(among: after, of: found, at: moment)
  }

  /// What is lost at the end of a merchant's walk.
  func lost(in record: MerchantRecord) -> Never? {
    for (number, money) in orders {
      guard let order = record[number] else { return .orderLost }
      if order.application != money.application || order.amountInFen != money.amount
        || order.attempts.count != money.sent
      {
        return .orderLost
      }
      if let wrong = Ledger.wrong(with: order, money) { return wrong }
    }
    return nil
  }

  // MARK: - Cases

  private mutating func noteCase(
    _ event: CaseEvent, at moment: Moment, from before: MerchantRecord, to after: MerchantRecord
  ) -> Never? {
    switch event {
    case .opened(let id, let kind):
      if kinds[id] != nil { return .numberTwice }
      kinds[id] = kind
      if kind == .renew || kind == .upgrade { consented.insert(id) }
      if kind == .bluev, before.blueV(at: moment).isActive { return .soldToTheActive }
    case .consented(let id): consented.insert(id)
    case .erased(let id, nil):
      if kinds[id] != .renew, kinds[id] != .upgrade { consented.remove(id) }
    case .fieldGiven(let id, let field, let isNew):
      if !consented.contains(id) { return .valueBeforeConsent }
      guard let state = before[id]?.state, state == .draft || state == .checking else {
        return .changedWhileNotADraft
      }
      if kinds[id]?.fields.contains(field) != true { return .foreignField }
      if isNew { changed[id, default: []].insert(field) }
    case .verificationFailed:
      let day = moment.shanghaiDate.daysSinceEpoch
      failures[day, default: 0] += 1
      if failures[day, default: 0] > 3 { return .tooManyFailures }
    case .rejected(let id, let reasons):
      changed[id] = []
      if reasons.isEmpty { return .rejectedWithoutReason }
    case .submitted(let id), .recorded(let id):
      if before[id]?.missing.isEmpty != true { return .handedInWithGaps }
    case .resubmitted(let id):
      if before[id]?.missing.isEmpty != true { return .handedInWithGaps }
      let refused = Set((before[id]?.reasons ?? []).flatMap(\.fields))
      if !refused.isEmpty, changed[id, default: []].isDisjoint(with: refused) {
        return .resubmittedUnchanged
      }
    case .approved(let id):
      if ended.contains(id) { return .approvedAfterTheEnd }
    case .withdrawn(let id), .closed(let id): ended.insert(id)
    case .upgradeChecked(let id, let finding): findings[id] = finding
    case .upgraded(let id):
      upgraded += 1
      if findings[id] != .eligible { return .upgradedForNoReason }
      if upgraded > 1 { return .soldToTheActive }
    case _: break
    }
    return nil
  }

  /// What is forbidden in one case.
  private func wrong(with found: Case) -> Never? {
    if found.state == .rejected, found.reasons.isEmpty { return .rejectedWithoutReason }
    if ended.contains(found.id), found.state != .withdrawn, found.state != .closed {
      return .roseFromTheEnd
    }
    let money = orderOf[found.id].flatMap { orders[$0] }
    if found.state == .active, found.kind != .upgrade {
      guard let money, money.successes == 1, !money.isRefunding else { return .activeUnpaid }
    }
    if found.state == .underReview {
      guard let money, money.successes == 1, !money.isRefunding else { return .reviewedUnpaid }
    }
    guard let money else { return found.orders.isEmpty ? nil : .orderLost }
    guard let order = found.order else { return .orderLost }
    if let wrong = Ledger.wrong(with: order, money) { return wrong }
    // Nobody may lose sight of a payment that is out, or be asked to pay what cannot be paid.
    if money.isOut != (found.state == .paymentUnknown) { return .paymentAdrift }
    if order.isPayable != (found.state == .awaitingPayment) { return .paymentAdrift }
    return nil
  }

  /// What is forbidden between the cases of a merchant.
  private func wrong(
    among record: MerchantRecord, of found: Case, at moment: Moment
  ) -> Never? {
    if found.isOver(at: moment) { return nil }
    for other in record.cases where other.id != found.id && !other.isOver(at: moment) {
      if other.kind == found.kind { return .twoOpenOfAKind }
      if other.kind.costsMoney, found.kind.costsMoney { return .soldToTheActive }
    }
    return nil
  }

  private static func wrong(with order: Order, _ money: Money) -> Never? {
    if order.attempts.count != money.sent { return .orderLost }
    if money.successes > 0 {
      let expected: Order.State =
        money.isRefunded ? .refunded : money.isRefunding ? .refunding : .paid
      if order.state != expected || order.paidAt == nil { return .unpaidAgain }
    } else if order.isPaid || order.paidAt != nil {
      return .activeUnpaid
    }
    return nil
  }

  private static func wrongActor(of event: CaseEvent, _ actor: Actor) -> Never? {
    switch event {
    case .verifying, .verified, .verificationFailed, .approved, .rejected, .upgraded, .revoked:
      if actor == .merchant { return .decidedByTheMerchant }
    case .consented, .fieldGiven, .submitted, .orderOpened, .chargeSent, .resubmitted, .withdrawn:
      if actor == clerk { return .actedForTheMerchant }
    case .refundStarted, .refunded:
      if actor == .merchant { return .refundedByAnother }
    case _: break
    }
    return nil
  }
}

/// The operator of the walks.
let clerk = Actor.operator("wang")

extension CaseEvent {
  /// The case that the event is about, through its order if need be.
  func subject(in record: MerchantRecord) -> CaseID? {
    switch self {
    case .opened(let id, _), .consented(let id), .fieldGiven(let id, _, _), .revisited(let id, _),
      .suspended(let id), .resumed(let id), .erased(let id, _), .closed(let id),
      .submitted(let id), .verifying(let id), .verified(let id), .verificationFailed(let id, _),
      .revoked(let id), .approved(let id), .rejected(let id, _), .repairStarted(let id),
      .resubmitted(let id), .withdrawn(let id), .upgradeChecked(let id, _), .upgraded(let id),
      .recorded(let id), .orderOpened(_, let id, _, _):
      id
    case .chargeSent(let number, _), .chargeAnswered(let number, _, _), .lookedUp(let number, _),
      .paidLate(let number), .orderClosed(let number), .orderReopened(let number),
      .refundStarted(let number), .refunded(let number):
      record[number]?.application
    case .told, .unanswered, .ticket: nil
    }
  }
}
