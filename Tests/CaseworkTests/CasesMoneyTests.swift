import Policy
import Testing

@testable import Casework

/// Orders: paid once, never lost, looked up before anything is tried again.
@Suite struct CasesMoneyTests {
  @Test func `a payment that came late finds its closed order`() throws {
    var history = History()
    let (id, number) = try history.ordered(.bluev)
    try history.happens(.chargeSent(number, attempt: 1))
    try history.happens(.chargeAnswered(number, attempt: 1, .timeout), .lookedUp(number, .unpaid))
    try history.happens(.orderClosed(number))
    #expect(history.state(of: id) == .draft)
    try history.happens(.paidLate(number), by: .simulator)
    #expect(history.state(of: id) == .underReview)
    #expect(history.record[number]?.state == .paid)
    #expect(history.refusal(of: .paidLate(number), by: .simulator) == .alreadyPaid)
  }

  @Test func `a payment that came late is taken although the order was offered again`() throws {
    var history = History()
    let (id, number) = try history.ordered(.bluev)
    try history.happens(.chargeSent(number, attempt: 1))
    try history.happens(.chargeAnswered(number, attempt: 1, .cancelled), .orderClosed(number))
    try history.happens(.orderReopened(number))
    #expect(history.refusal(of: .chargeSent(number, attempt: 1)) == .otherAttempt)
    try history.happens(.paidLate(number), by: .simulator)
    #expect(history.state(of: id) == .underReview)
    #expect(history.refusal(of: .chargeSent(number, attempt: 2)) == .alreadyPaid)
  }

  @Test func `what was never sent cannot be paid late`() throws {
    var history = History()
    let (_, number) = try history.ordered(.bluev)
    #expect(history.refusal(of: .paidLate(number), by: .simulator) == .notPaid)
    try history.happens(.orderClosed(number))
    #expect(history.refusal(of: .paidLate(number), by: .simulator) == .notPaid)
  }

  @Test func `a draft that was paid late is made whole, and handed in without a second charge`()
    throws
  {
    var history = History()
    let (id, number) = try history.ordered(.bluev)
    try history.happens(.chargeSent(number, attempt: 1))
    try history.happens(.chargeAnswered(number, attempt: 1, .declined), .orderClosed(number))
    try history.happens(.erased(id, [.legalID]), .paidLate(number))
    #expect(history.state(of: id) == .draft)
    #expect(history.refusal(of: .resubmitted(id)) == .incomplete)
    try history.fill(id)
    let other = OrderNumber(9, on: cutoffDay)
    #expect(
      history.refusal(of: .orderOpened(other, id, period: 1, amountInFen: 59_900)) == .alreadyPaid)
    try history.happens(.resubmitted(id))
    #expect(history.state(of: id) == .underReview)
  }

  @Test func `late money for a case that is over goes back, by the simulator too`() throws {
    var history = History()
    let (id, number) = try history.ordered(.bluev)
    try history.happens(.chargeSent(number, attempt: 1))
    try history.happens(.chargeAnswered(number, attempt: 1, .limit), .orderClosed(number))
    try history.happens(.closed(id), .paidLate(number))
    #expect(history.state(of: id) == .closed)
    #expect(history.refusal(of: .refundStarted(number)) == .notBy(.merchant))
    try history.happens(.refundStarted(number), .refunded(number), by: .simulator)
    #expect(history.record[number]?.state == .refunded)
    #expect(history.refusal(of: .paidLate(number), by: .simulator) == .alreadyPaid)
  }

  @Test func `any other money goes back by an operator alone`() throws {
    var history = History()
    let (id, number) = try history.paid(.bluev)
    #expect(history.refusal(of: .refundStarted(number), by: clerk) == .notFrom(.underReview))
    try history.happens(.withdrawn(id))
    #expect(history.refusal(of: .refundStarted(number), by: .simulator) == .notBy(.simulator))
    try history.happens(.refundStarted(number), by: clerk)
    #expect(history.refusal(of: .approved(id), by: clerk) == .notFrom(.withdrawn))
    try history.happens(.refunded(number), by: clerk)
    #expect(history.refusal(of: .refundStarted(number), by: clerk) == .notPaid)
  }

  @Test func `an answer that comes twice changes nothing, nor does a failure after a success`()
    throws
  {
    var history = History()
    let (_, number) = try history.paid(.bluev)
    for outcome in ChargeOutcome.allCases {
      #expect(
        history.refusal(of: .chargeAnswered(number, attempt: 1, outcome)) == .alreadyPaid)
    }
    for outcome in LookUpOutcome.allCases {
      #expect(history.refusal(of: .lookedUp(number, outcome)) == .alreadyPaid)
    }
    #expect(history.refusal(of: .orderClosed(number)) == .alreadyPaid)
  }

  @Test func `while nobody knows, nothing is sent, closed or given up`() throws {
    var history = History()
    let (id, number) = try history.ordered(.bluev)
    try history.happens(.chargeSent(number, attempt: 1))
    for _ in 0..<2 {
      #expect(history.state(of: id) == .paymentUnknown)
      #expect(history.refusal(of: .chargeSent(number, attempt: 2)) == .unsettled)
      #expect(history.refusal(of: .orderClosed(number)) == .unsettled)
      #expect(history.refusal(of: .closed(id)) == .unsettled)
      if history.record[number]?.state == .pending {
        try history.happens(.chargeAnswered(number, attempt: 1, .timeout))
      }
    }
    try history.happens(.lookedUp(number, .unknown))
    #expect(history.state(of: id) == .paymentUnknown)
    try history.happens(.lookedUp(number, .unpaid), .chargeSent(number, attempt: 2))
    #expect(history.record[number]?.attempts.map(\.state) == [.closed, .pending])
  }

  @Test(arguments: [(86_399, nil), (86_400, ForbiddenEvent.orderExpired), (86_401, .orderExpired)])
  func `an offer ends after 24 hours, exclusive`(seconds: Int, refusal: ForbiddenEvent?) throws {
    var history = History()
    let (_, number) = try history.ordered(.bluev)
    history.now = cutoff.advanced(bySeconds: seconds)
    #expect(history.refusal(of: .chargeSent(number, attempt: 1)) == refusal)
    #expect(history.record[number]?.isExpired(at: history.now) == (refusal != nil))
    try history.happens(.orderClosed(number), .orderReopened(number))
    #expect(history.refusal(of: .chargeSent(number, attempt: 1)) == nil)
  }

  @Test func `an expired order keeps the data, and nothing is edited before it is closed`() throws {
    var history = History()
    let (id, number) = try history.ordered(.bluev)
    let edit = CaseEvent.fieldGiven(id, .mobile, isNew: true)
    #expect(history.refusal(of: edit) == .notFrom(.awaitingPayment))
    #expect(history.refusal(of: .revisited(id, .mobile)) == .notFrom(.awaitingPayment))
    #expect(history.refusal(of: .closed(id)) == .unsettled)
    try history.happens(.orderClosed(number), by: .simulator)
    #expect(history.record[id]?.step == .confirm)
    #expect(history.refusal(of: edit) == nil)
    #expect(history.refusal(of: .orderClosed(number)) == .notFrom(.draft))
  }

  @Test func `a second order of one application is refused, whatever its period`() throws {
    var history = History()
    let (id, number) = try history.ordered(.bluev)
    try history.happens(.orderClosed(number))
    let other = OrderNumber(2, on: cutoffDay)
    for period in 1...2 {
      #expect(
        history.refusal(of: .orderOpened(other, id, period: period, amountInFen: 59_900))
          == .orderExists)
      #expect(
        history.refusal(of: .orderOpened(other, id, period: period, amountInFen: 29_900))
          == .otherAmount)
    }
  }

  @Test func `what was erased has to be given again before it is paid`() throws {
    var history = History()
    let (id, number) = try history.ordered(.bluev)
    try history.happens(.erased(id, [.mobile]), by: .simulator)
    #expect(history.refusal(of: .chargeSent(number, attempt: 1)) == .incomplete)
  }

  @Test func `Blue V is not sold to whom the upgrade came meanwhile`() throws {
    var history = History()
    let (_, number) = try history.ordered(.bluev)
    let upgrade = try history.filled(.upgrade)
    try history.happens(.upgradeChecked(upgrade, .eligible))
    try history.happens(.upgraded(upgrade), by: .simulator)
    #expect(history.refusal(of: .chargeSent(number, attempt: 1)) == .alreadyActive)
    try history.happens(.orderClosed(number))
    #expect(history.refusal(of: .orderReopened(number)) == .alreadyActive)
  }
}
