import Policy

extension MerchantRecord {
  /// Failed verifications within a day after which a person has to look at it (simulated).
  public static let failuresADay = 3

  mutating func apply(
    _ event: CaseEvent, at moment: Moment, by actor: Actor
  ) throws(ForbiddenEvent) {
    guard event.mayBeDone(by: actor) else { throw .notBy(actor) }
    switch event {
    case .opened(let id, let kind): try open(id, kind, at: moment)
    case .told(let version): toldVersion = max(toldVersion, min(version, self.version))
    case .unanswered(let what): unanswered.append(Asked(version: version, at: moment, what: what))
    case .ticket(let id, let event): try apply(event, to: id, at: moment, by: actor)
    case .orderOpened(let number, let id, let period, let amount):
      try openOrder(number, of: id, period: period, amountInFen: amount, at: moment)
    case .chargeSent(let number, _), .chargeAnswered(let number, _, _), .lookedUp(let number, _),
      .paidLate(let number), .orderClosed(let number), .orderReopened(let number),
      .refundStarted(let number), .refunded(let number):
      try apply(money: event, of: number, at: moment, by: actor)
    case .consented(let id), .fieldGiven(let id, _, _), .revisited(let id, _), .suspended(let id),
      .resumed(let id), .erased(let id, _), .closed(let id), .submitted(let id),
      .verifying(let id), .verified(let id), .verificationFailed(let id, _), .revoked(let id),
      .approved(let id), .rejected(let id, _), .repairStarted(let id), .resubmitted(let id),
      .withdrawn(let id), .upgradeChecked(let id, _), .upgraded(let id), .recorded(let id):
      guard let index = cases.firstIndex(where: { $0.id == id }) else { throw .unknownCase }
      cases[index].changedAt = moment
      try check(event, of: cases[index], at: moment)
      try cases[index].apply(event, at: moment)
    }
  }

  /// What the merchant's other cases say against an event of `found`.
  private func check(
    _ event: CaseEvent, of found: Case, at moment: Moment
  ) throws(ForbiddenEvent) {
    switch event {
    case .upgraded:
      if hasUpgrade { throw .alreadyActive }
    case .submitted where found.state == .draft, .repairStarted where found.state == .failed:
      if failuresToday(at: moment) >= MerchantRecord.failuresADay { throw .tooManyFailures }
    case _: break
    }
  }

  /// How many verifications of the merchant failed on the Shanghai day of `moment`, in whatever case: one
  /// that is closed and opened again gets no new tries.
  public func failuresToday(at moment: Moment) -> Int {
    cases.reduce(0) { $0 + $1.failuresToday(at: moment) }
  }

  private mutating func open(
    _ id: CaseID, _ kind: CaseKind, at moment: Moment
  ) throws(ForbiddenEvent) {
    guard self[id] == nil else { throw .numberTaken }
    guard open(kind, at: moment) == nil else { throw .alreadyOpen }
    switch kind {
    case .realname: if isVerified { throw .alreadyVerified }
    case .bluev:
      if blueV(at: moment).isActive { throw .alreadyActive }
      if open(.renew, at: moment) != nil { throw .alreadyOpen }
    case .renew: if !canRenew(at: moment) { throw .nothingToRenew }
    case .upgrade, .recruit: break
    }
    cases.append(Case(id: id, kind: kind, at: moment))
  }
}

extension Case {
  /// Applies what happens to the case alone; money has its own table.
  mutating func apply(_ event: CaseEvent, at moment: Moment) throws(ForbiddenEvent) {
    switch event {
    case .consented:
      try must(be: .draft)
      (hasConsent, isSuspended) = (true, false)
    case .fieldGiven(_, let field, let isNew): try give(field, isNew: isNew)
    case .revisited(_, let field): try revisit(field)
    case .suspended:
      guard state.isWithMerchant else { throw .notFrom(state) }
      isSuspended = true
    case .resumed:
      guard state.isWithMerchant else { throw .notFrom(state) }
      (isSuspended, isStale) = (false, false)
    case .erased(_, let fields): erase(fields)
    case .closed: try close()
    case .submitted, .verifying, .verified, .verificationFailed, .revoked:
      try verify(event, at: moment)
    case .approved, .rejected, .repairStarted, .resubmitted, .withdrawn:
      try review(event, at: moment)
    case .upgradeChecked(_, let finding):
      try must(be: .checking)
      (state, self.finding, isSuspended) = (.checked, finding, false)
    case .upgraded:
      guard kind == .upgrade, finding == .eligible else { throw .notFrom(state) }
      try must(be: .checked)
      (state, activeFrom, expiry) = (.active, moment, .notStatedByPolicy)
    case .recorded:
      try must(be: .draft, kind: .recruit)
      guard missing.isEmpty else { throw .incomplete }
      (state, submittedAt, revisiting, isSuspended) = (.recorded, moment, nil, false)
    case .opened, .orderOpened, .chargeSent, .chargeAnswered, .lookedUp, .paidLate, .orderClosed,
      .orderReopened, .refundStarted, .refunded, .told, .unanswered, .ticket:
      break
    }
  }

  func must(be expected: CaseState, kind: CaseKind? = nil) throws(ForbiddenEvent) {
    guard state == expected, kind == nil || kind == self.kind else { throw .notFrom(state) }
  }

  // MARK: - Filling in

  private mutating func give(_ field: Field, isNew: Bool) throws(ForbiddenEvent) {
    guard state == .draft || state == .checking else { throw .notFrom(state) }
    guard hasConsent else { throw .noConsent }
    guard kind.fields.contains(field) else { throw .noSuchField }
    given.insert(field)
    if isNew { changed.insert(field) }
    if revisiting == field { revisiting = nil }
    isSuspended = false
  }

  private mutating func revisit(_ field: Field?) throws(ForbiddenEvent) {
    guard state == .draft || state == .checking else { throw .notFrom(state) }
    if let field {
      guard hasConsent else { throw .noConsent }
      guard kind.fields.contains(field) else { throw .noSuchField }
    }
    (revisiting, isSuspended) = (field, false)
  }

  /// Erases values; whoever has everything erased is asked for consent again.
  private mutating func erase(_ fields: [Field]?) {
    given.subtract(fields ?? Field.allCases)
    isStale = fields != nil
    if fields == nil { hasConsent = !kind.asksConsent }
    if let revisiting, !given.contains(revisiting) { self.revisiting = nil }
  }

  /// The merchant gives it up: never while money is on its way, and never what is in force.
  private mutating func close() throws(ForbiddenEvent) {
    switch state {
    case .draft, .checking, .failed, .rejected: break
    // The order is closed first, so that it is never lost in a case that is over.
    case .awaitingPayment, .paymentUnknown: throw .unsettled
    case .submitted, .verifying, .verified, .underReview, .active, .expired, .withdrawn, .closed,
      .checked, .recorded:
      throw .notFrom(state)
    }
    (state, revisiting, isSuspended) = (.closed, nil, false)
  }
}
