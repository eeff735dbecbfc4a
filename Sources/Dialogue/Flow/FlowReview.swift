import Casework
import Policy

extension FlowTurn {
  // MARK: - Decided by the reviewer

  /// Lets the simulated reviewer decide about `found`, as it was told to; the same door as the operator's.
  mutating func review(_ found: Case, _ verdict: SimulatorArms.Review) {
    arms.review = nil
    switch (found.kind, verdict) {
    case (.realname, .approve):
      if found.state == .submitted { happen(.verifying(found.id)) }
      happen(.verified(found.id))
    case (.realname, .reject):
      if found.state == .submitted { happen(.verifying(found.id)) }
      happen(.verificationFailed(found.id, .mismatch))
    case (.bluev, .approve): happen(.approved(found.id))
    case (.bluev, .reject(let reasons)):
      happen(.rejected(found.id, reasons))
    case (.upgrade, .approve): happen(.upgraded(found.id))
    case (.upgrade, .reject), (.renew, _), (.recruit, _): break
    }
  }

  // MARK: - News

  /// Tells what happened since the merchant last looked.
  mutating func tellNews() {
    let untold = record.untold
    guard let last = untold.last else { return }
    for news in untold { tell(news.event) }
    happen(.told(version: last.version))
  }

  private mutating func tell(_ event: CaseEvent) {
    switch event {
    case .verified(let id):
      leave(id)
      say(.verified)
    case .verificationFailed(let id, let failure):
      leave(id)
      sayWithRepair(failure)
    case .revoked(let id):
      leave(id)
      sayWithAgent(.revoked, silent: [])
    case .approved(let id):
      leave(id)
      if case .until(let until)? = record[id]?.expiry {
        say(.approved, [.init("until", .moment(until))])
      }
    case .rejected(let id, let reasons): tellRejection(of: id, reasons)
    case .upgraded(let id):
      leave(id)
      say(.upgraded, silent: ["S14"])
    case .refundStarted(let number):
      say(.refundStarted, [.init("order", .text(number.rawValue))])
    case .refunded(let number): say(.refunded, [.init("order", .text(number.rawValue))])
    case .paidLate(let number): paid(number)
    case .orderClosed: say(.orderExpired)
    case .opened, .consented, .fieldGiven, .revisited, .suspended, .resumed, .erased, .closed,
      .submitted, .verifying, .orderOpened, .chargeSent, .chargeAnswered, .lookedUp,
      .orderReopened, .repairStarted, .resubmitted, .withdrawn, .upgradeChecked,
      .recorded, .told, .unanswered, .ticket:
      break
    }
  }

  /// A case that is over is no longer what the conversation is in.
  private mutating func leave(_ id: CaseID) {
    if focus?.application == id { focus = nil }
  }

  private mutating func sayWithRepair(_ failure: VerificationFailure) {
    switch failure {
    case .mismatch: say(.failedMismatch)
    case .usedElsewhere: sayWithAgent(.failedUsedElsewhere, silent: [])
    case .underAge: say(.failedUnderAge, silent: ["S26"])
    }
  }

  private mutating func tellRejection(of id: CaseID, _ reasons: [ReviewReason]) {
    leave(id)
    say(
      [.phrase(.rejected, [])] + lines(of: reasons) + [.verbatim("\n"), .phrase(.rejectedNext, [])])
  }

  /// The reasons, one a line, each with how to mend it.
  func lines(of reasons: [ReviewReason]) -> [PlannedReply.Piece] {
    reasons.flatMap { reason -> [PlannedReply.Piece] in
      [.verbatim("\n"), .phrase(FlowPhrase.of(reason), [.init("code", .text(reason.rawValue))])]
    }
  }

  // MARK: - Mending

  /// Opens what was sent back for mending: what was right stays.
  mutating func startRepair(of found: Case) {
    if found.state == .failed, record.failuresToday(at: now) >= MerchantRecord.failuresADay {
      return sayWithAgent(.tooManyFailures, silent: [])
    }
    if found.reasons.contains(.entityUnsupported) {
      return sayWithAgent(.entityForAgent, silent: ["S24"])
    }
    guard happen(.repairStarted(found.id)) else { return say(.notPossible) }
    focus = FlowFocus(found.id)
    if found.state == .failed { happen(.revisited(found.id, .name)) }
    goOn(.repairStarted)
  }

  // MARK: - Due by the clock

  /// What the clock has brought since: simulated deadlines.
  static func due(_ record: MerchantRecord, at now: Moment) -> [CaseEvent] {
    record.cases.flatMap { found -> [CaseEvent] in
      switch found.state {
      case .submitted, .verifying: verification(of: found, at: now)
      case .awaitingPayment:
        found.orders.filter {
          $0.isPayable && now >= $0.offeredAt.advanced(bySeconds: Order.lifetime)
        }.map { .orderClosed($0.number) }
      case .draft, .checking: erasure(of: found, at: now)
      case .verified, .failed, .paymentUnknown, .underReview, .rejected, .active, .expired,
        .withdrawn, .closed, .checked, .recorded:
        []
      }
    }
  }

  /// Seconds after which a real-name verification is decided (simulated).
  private static let verificationTime = 60
  /// Seconds after which a draft loses its sensitive fields (simulated).
  private static let draftTime = 24 * 3600

  private static func verification(of found: Case, at now: Moment) -> [CaseEvent] {
    guard let submitted = found.submittedAt, now > submitted else { return [] }
    let start: [CaseEvent] = found.state == .submitted ? [.verifying(found.id)] : []
    let isDue = now >= submitted.advanced(bySeconds: verificationTime)
    return isDue ? start + [.verified(found.id)] : start
  }

  private static func erasure(of found: Case, at now: Moment) -> [CaseEvent] {
    let fields = Field.allCases.filter { $0.isSensitive && found.given.contains($0) }
    guard !fields.isEmpty, now >= found.changedAt.advanced(bySeconds: draftTime),
      !found.orders.contains(where: { $0.isUnsettled || $0.isPaid })
    else { return [] }
    return [.erased(found.id, fields)]
  }
}
