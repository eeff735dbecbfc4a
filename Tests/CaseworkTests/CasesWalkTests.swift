import Policy
import Testing

@testable import Casework

/// Random walks of 100,000 events over each machine never reach what must never be.
@Suite struct CasesWalkTests {
  @Test(arguments: Walk.Machine.allCases)
  func `a hundred thousand events reach nothing that is forbidden`(machine: Walk.Machine) {
    var walk = Walk(machine, seed: 20_200_720)
    let wrong = walk.run(100_000)
    #expect(wrong == nil, "\(String(describing: wrong)) after \(walk.entries.suffix(30))")
    // A walk that never got anywhere proves nothing.
    let missed = machine.mustReach.subtracting(walk.places)
    #expect(missed.isEmpty, "never reached: \(missed)")
    #expect(walk.accepted > 20_000)
  }
}

extension Walk.Machine {
  /// The states that the walk has to have been in, and the refusals it has to have met.
  var mustReach: Set<Walk.Place> {
    switch self {
    case .realname:
      at(.realname, [.draft, .submitted, .verifying, .verified, .failed, .closed])
        .union(
          refused([
            .alreadyVerified, .noConsent, .noSuchField, .incomplete, .tooManyFailures, .alreadyOpen,
            .numberTaken, .unknownCase, .notFrom(.verified), .notBy(.merchant), .notBy(clerk),
          ]))
    case .bluev:
      at(
        .bluev,
        [
          .draft, .awaitingPayment, .paymentUnknown, .underReview, .rejected, .active, .expired,
          .withdrawn, .closed,
        ]
      ).union(
        refused([
          .noReason, .unchanged, .notPaid, .alreadyActive, .nothingToRenew, .notFrom(.withdrawn),
          .notFrom(.underReview), .notFrom(.active), .unsettled,
        ]))
    case .upgrade:
      at(.upgrade, [.checking, .checked, .active, .closed])
        .union(refused([.alreadyActive, .notFrom(.checking), .notFrom(.checked)]))
    case .renew:
      at(
        .renew, [.draft, .awaitingPayment, .paymentUnknown, .active, .expired, .closed]
      ).union(refused([.nothingToRenew, .alreadyOpen, .orderExpired]))
    case .recruit:
      at(.recruit, [.draft, .recorded, .closed])
        .union(refused([.noConsent, .incomplete, .notFrom(.recorded)]))
    case .orders:
      Set(Order.State.allCases.map { .order($0) })
        .union(Order.Attempt.State.allCases.map { .attempt($0) })
        .union(
          refused([
            .unknownOrder, .numberTaken, .orderExists, .otherAmount, .unsettled, .alreadyPaid,
            .notPaid, .orderExpired, .otherAttempt, .notBy(.simulator), .notBy(.merchant),
          ]))
    case .tickets:
      Set(Ticket.State.allCases.map { .ticket($0) })
        .union(
          refused([
            .unknownTicket, .numberTaken, .ticketExists, .noOwner, .promiseInPast,
            .ticketNotFrom(.closed), .ticketNotFrom(.open),
          ]))
    }
  }

  private func at(_ kind: CaseKind, _ states: [CaseState]) -> Set<Walk.Place> {
    Set(states.map { .at(kind, $0) })
  }

  private func refused(_ reasons: [ForbiddenEvent]) -> [Walk.Place] {
    reasons.map { .refused($0) }
  }
}
