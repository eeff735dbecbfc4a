import Policy

/// Holds the stated times of a claim against the cut-off.
struct UpgradeJudge {
  /// What is judged.
  let claim: PaymentClaim
  /// The cut-off, exclusive (P21).
  let cutoff: Moment
  /// The term of the old fee (P23).
  let termInMonths: Int

  /// What one instant leads to.
  private enum Outcome: Hashable { case lapsed, endsAtCutoff, before, atCutoff, after }

  /// The verdict by the times alone, whatever the amount and the fee.
  var verdictOnTimes: UpgradeVerdict {
    let paid = claim.paid.map(verdict)
    let ordered = claim.ordered.map(verdict)
    guard let first = paid.first else {
      return ordered.first ?? .askBack(.whichDay)
    }
    if let order = ordered.first {
      // The same side for both, or S18 (ordered 23:59:50, succeeded 00:00:05).
      return Set(paid + ordered).count == 1 && !isOpen(order)
        ? first : .needsAgent(silent: ["S18"], .orderedBeforePaidAfter)
    }
    return paid.count == 1 ? first : verdict(onSeveral: paid)
  }

  private func verdict(onSeveral verdicts: [UpgradeVerdict]) -> UpgradeVerdict {
    let closed = verdicts.filter { !isOpen($0) }
    if claim.isRepeated {
      if closed.contains(where: isEligible) { return .eligible(.paidTwice) }
      return closed.first(where: isHandover) ?? verdicts[0]
    }
    if Set(verdicts).count == 1 { return verdicts[0] }
    if !verdicts.isEmpty, verdicts.allSatisfy(isEligible) { return .eligible(.paidBefore) }
    return closed.count == 1 ? closed[0] : .askBack(.whichPayment)
  }

  private func verdict(on time: StatedTime) -> UpgradeVerdict {
    let stretches = time.stretches(today: claim.today, cutoff: cutoff)
    if stretches.isEmpty { return .askBack(.whichDay) }
    if stretches.allSatisfy(isFuture) { return .askBack(.inFuture) }
    let outcomes = stretches.reduce(into: Set<Outcome>()) { $0.formUnion(self.outcomes(of: $1)) }
    if outcomes.isSubset(of: [.atCutoff, .after]) {
      return .notEligible(outcomes == [.atCutoff] ? .atCutoff : .paidAfter)
    }
    if outcomes == [.lapsed] { return .needsAgent(silent: ["S15"], .lapsed) }
    if outcomes == [.endsAtCutoff] { return .eligible(.halfYearEndsAtCutoff) }
    if outcomes.isSubset(of: [.before, .endsAtCutoff]) { return .eligible(.paidBefore) }
    return .askBack(question(about: time))
  }

  private func question(about time: StatedTime) -> UpgradeVerdict.Question {
    guard let clock = time.clock else {
      return time.zone == nil ? .whichDay : .whichTime
    }
    return clock.readings.count > 1 ? .whichMidnight : .whichTime
  }

  /// All outcomes that a stretch leaves open.
  private func outcomes(of stretch: Stretch) -> Set<Outcome> {
    let lapse = Moment(lastLapsedDay.advanced(byDays: 1))
    let dayAfterLapse = Moment(lastLapsedDay.advanced(byDays: 2))
    switch stretch {
    case .exact(let moment): return [outcome(of: moment)]
    case .before(let moment):
      if moment > cutoff { return [.before, .after] }
      return moment <= lapse ? [.lapsed] : [.before]
    case .from(let moment):
      return moment >= cutoff ? [outcome(of: moment), .after] : [.before, .after]
    case .within(let from, let until):
      var outcomes: Set<Outcome> = []
      if from < lapse { outcomes.insert(.lapsed) }
      if from < dayAfterLapse, until > lapse { outcomes.insert(.endsAtCutoff) }
      if from < cutoff, until > dayAfterLapse { outcomes.insert(.before) }
      if until > cutoff { outcomes.insert(.after) }
      return outcomes
    }
  }

  private func outcome(of moment: Moment) -> Outcome {
    if moment > cutoff { return .after }
    if moment == cutoff { return .atCutoff }
    let day = moment.shanghaiDate
    if day <= lastLapsedDay { return .lapsed }
    return day == lastLapsedDay.advanced(byDays: 1) ? .endsAtCutoff : .before
  }

  /// The last day on which a payment's half-year ended before the cut-off's day; months are the
  /// calendar's. Where their ends differ (31 August) the policy gives no definition, and such a payment
  /// lapsed either way.
  private var lastLapsedDay: CivilDate {
    cutoff.shanghaiDate.earlier(byMonths: termInMonths).advanced(byDays: -1)
  }

  /// Whether a stretch begins after the end of the claim's own day, or the next: clocks abroad differ.
  private func isFuture(_ stretch: Stretch) -> Bool {
    let end = Moment(claim.today.advanced(byDays: 2))
    switch stretch {
    case .exact(let moment), .from(let moment): return moment >= end
    case .within(let from, _): return from >= end
    case .before: return false
    }
  }

  private func isOpen(_ verdict: UpgradeVerdict) -> Bool {
    switch verdict {
    case .askBack: true
    case .eligible, .notEligible, .needsAgent: false
    }
  }

  private func isEligible(_ verdict: UpgradeVerdict) -> Bool {
    switch verdict {
    case .eligible: true
    case .notEligible, .needsAgent, .askBack: false
    }
  }

  private func isHandover(_ verdict: UpgradeVerdict) -> Bool {
    switch verdict {
    case .needsAgent: true
    case .eligible, .notEligible, .askBack: false
    }
  }
}
