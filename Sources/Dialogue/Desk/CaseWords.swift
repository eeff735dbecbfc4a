import Casework
import Policy

extension DeskVisit {
  /// What fills a sentence about a case: its number, kind and state.
  func arguments(of found: Case) -> [PlannedReply.Argument] {
    [
      .init("case", .text(found.id.rawValue)), .init("kind", .desk(kind(of: found))),
      .init("state", .desk(state(of: found))),
    ]
  }

  private func kind(of found: Case) -> DeskPhrase {
    switch found.kind {
    case .realname: .kindRealname
    case .bluev: .kindBluev
    case .upgrade: .kindUpgrade
    case .renew: .kindRenew
    case .recruit: .kindRecruit
    }
  }

  private func state(of found: Case) -> DeskPhrase {
    switch found.state(at: setting.now) {
    case .draft: .caseDraft
    case .submitted: .caseSubmitted
    case .verifying: .caseVerifying
    case .verified: .caseVerified
    case .failed: .caseFailed
    case .awaitingPayment: .caseAwaitingPayment
    case .paymentUnknown: .casePaymentUnknown
    case .underReview: .caseUnderReview
    case .rejected: .caseRejected
    case .active: .caseActive
    case .expired: .caseExpired
    case .withdrawn: .caseWithdrawn
    case .closed: .caseClosed
    case .checking: .caseChecking
    case .checked: .caseChecked
    case .recorded: .caseRecorded
    }
  }

  /// What fills a sentence about an order: its number, amount and state.
  func arguments(of order: Order) -> [PlannedReply.Argument] {
    let money = try? Money(fen: order.amountInFen)
    let amount = money.flatMap {
      try? Bilingual(zh: $0.rendered(in: .zh), en: $0.rendered(in: .en))
    }
    return [
      .init("order", .text(order.number.rawValue)),
      .init("amount", amount.map { .both($0) } ?? .text("")),
      .init("state", .desk(state(of: order))),
    ]
  }

  private func state(of order: Order) -> DeskPhrase {
    switch order.state {
    case .created: .orderCreated
    case .pending: .orderPending
    case .paid: .orderPaid
    case .failed: .orderFailed
    case .unknown: .orderUnknownOutcome
    case .closed: .orderClosed
    case .refunding: .orderRefunding
    case .refunded: .orderRefunded
    }
  }

  /// All that is on record and not over, or over last: looked up, never guessed.
  func standing() -> [PlannedReply.Piece] {
    if let number = words.order {
      guard let order = book.record[number] else {
        return [.desk(.orderUnknown, [.init("order", .text(number.rawValue))])]
      }
      return [.desk(.statusOrder, arguments(of: order))]
    }
    let open = book.record.cases.filter { !$0.isOver(at: setting.now) }
    let shown = open.isEmpty ? Array(book.record.cases.suffix(1)) : Array(open.suffix(3))
    guard !shown.isEmpty else { return [.desk(.statusNone)] }
    return shown.flatMap { found -> [PlannedReply.Piece] in
      let order = found.order.map { [PlannedReply.Piece.desk(.statusOrder, arguments(of: $0))] }
      return [.desk(.statusCase, arguments(of: found))] + (order ?? [])
    }
  }
}
