import Casework
import Policy

extension FlowTurn {
  /// Asks on, or judges, once when, what and how much was paid is known (P21–P23).
  mutating func judgeUpgrade(after pieces: [PlannedReply.Piece]) -> Bool {
    guard let open, let facts = UpgradeFacts(pack.policy) else { return true }
    let values = situation.particulars[open.id] ?? [:]
    guard let paidAt = values[.paidAt],
      let claim = FieldReader.claim(kept: paidAt)
    else { return true }
    let onTimes = verdict(on: claim, facts)
    if onTimes.verdict == nil, onTimes.phrase != .askFee {
      happen(.erased(open.id, [.paidAt]))
      situation.particulars[open.id]?[.paidAt] = nil
      say([.phrase(onTimes.phrase, [])], kind: .clarify)
      return true
    }
    decision.verdict = onTimes.verdict
    guard open.missing.isEmpty else {
      say(pieces + asking())
      return true
    }
    conclude(open, claim, values, facts)
    return true
  }

  private func verdict(on claim: PaymentClaim, _ facts: UpgradeFacts) -> VerdictReply {
    VerdictReply(
      UpgradeVerdict.of(
        claim, cutoff: facts.cutoff, feeInFen: facts.oldFee.amount.fen,
        termInMonths: facts.oldFee.per.months))
  }

  private mutating func conclude(
    _ open: Case, _ claim: PaymentClaim, _ values: [Field: String], _ facts: UpgradeFacts
  ) {
    let fen = values[.amount].flatMap { Int($0) }
    let whole = claim.stating(
      fee: values[.feeKind] == "certification" ? .certification : .technicalService,
      amountInFen: values[.feeKind] == "other" ? 0 : fen)
    var found = verdict(on: whole, facts)
    // The merchant has just said which fee it was: nothing is asked any more.
    if found.verdict == nil, values[.feeKind] == "certification" {
      found = VerdictReply(.notEligible(.certificationFee))
    }
    let finding: UpgradeFinding =
      switch found.verdict {
      case .eligible?: .eligible
      case .notEligible?: .notEligible
      case .needsAgent?, nil: .needsAgent
      }
    happen(.upgradeChecked(open.id, finding))
    focus = nil
    decision.verdict = Verdict(rawValue: finding.rawValue)
    var reply = PlannedReply(
      kind: found.silent.isEmpty ? .flow : .silent,
      intent: decider.listener.index(of: "flow.upgrade"), pieces: [.phrase(found.phrase, [])])
    reply.cite = ["P21", "P22", "P23"].compactMap { ClauseID($0) }
    reply.silent = found.silent
    if finding != .eligible {
      reply.pieces.append(.phrase(PhraseKey.offerAgent, []))
      decision.offer = Offer(suggestions: [], agent: true)
    }
    decision.replies.append(reply)
  }
}
