import Policy

extension Case {
  // MARK: - Real name

  mutating func verify(_ event: CaseEvent, at moment: Moment) throws(ForbiddenEvent) {
    switch event {
    case .submitted:
      try must(be: .draft, kind: .realname)
      guard hasConsent else { throw .noConsent }
      guard missing.isEmpty else { throw .incomplete }
      (state, submittedAt, revisiting, isRepair) = (.submitted, moment, nil, false)
      isSuspended = false
    case .verifying:
      try must(be: .submitted)
      state = .verifying
    case .verified:
      guard state == .submitted || state == .verifying else { throw .notFrom(state) }
      (state, activeFrom, failure) = (.verified, moment, nil)
    case .verificationFailed(_, let failure):
      guard state == .submitted || state == .verifying else { throw .notFrom(state) }
      (state, self.failure) = (.failed, failure)
      failures.append(moment)
    case .revoked:
      try must(be: .verified)
      (state, activeFrom, failure) = (.failed, nil, nil)
    case _: break
    }
  }

  /// How many verifications of this case failed on the Shanghai day of `moment`.
  public func failuresToday(at moment: Moment) -> Int {
    failures.filter { $0.shanghaiDate == moment.shanghaiDate }.count
  }

  // MARK: - Review

  mutating func review(_ event: CaseEvent, at moment: Moment) throws(ForbiddenEvent) {
    switch event {
    case .approved:
      try must(be: .underReview, kind: .bluev)
      guard let order, order.isPaid else { throw .notPaid }
      (state, activeFrom, expiry) = (.active, moment, .until(moment.addingYears(1)))
      reasons = []
    case .rejected(_, let reasons):
      try must(be: .underReview, kind: .bluev)
      guard !reasons.isEmpty else { throw .noReason }
      (state, self.reasons, changed) = (.rejected, reasons, [])
    case .repairStarted:
      guard state == .rejected || state == .failed else { throw .notFrom(state) }
      given.subtract(state == .rejected ? refusedFields : Set(failure?.fields ?? []))
      (state, isRepair, isSuspended) = (.draft, true, false)
    case .resubmitted:
      try must(be: .draft, kind: .bluev)
      guard isRepair, let order, order.isPaid else { throw .notPaid }
      guard missing.isEmpty else { throw .incomplete }
      guard reasons.isEmpty || !changed.isDisjoint(with: refusedFields) else { throw .unchanged }
      (state, submittedAt, isRepair, revisiting) = (.underReview, moment, false, nil)
      isSuspended = false
    case .withdrawn:
      try must(be: .underReview)
      state = .withdrawn
    case _: break
    }
  }
}
