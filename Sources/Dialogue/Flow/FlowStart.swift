import Casework
import Policy

extension FlowTurn {
  /// Begins the flow of `kind`, or says why it does not begin.
  mutating func start(_ kind: CaseKind) {
    guard situation.canSeal else { return say(.noKey, kind: .error) }
    if let open, open.step != nil {
      if open.kind == kind { return askAgain() }
      ask(.change(from: open.id, to: kind))
      return say(.askChange, [.init("now", title(of: open.kind)), .init("next", title(of: kind))])
    }
    if let found = record.open(kind, at: now) { return takeUp(found) }
    switch kind {
    case .realname: startRealName()
    case .bluev: startBlueV()
    case .renew: startRenewal()
    case .upgrade: startUpgrade()
    case .recruit: begin(.recruit)
    }
  }

  /// A case of the kind stands already: go on with it, mend it, or say how far it is.
  private mutating func takeUp(_ found: Case) {
    if found.state.isWithMerchant { return offerToResume(found) }
    if found.state == .rejected || found.state == .failed { return startRepair(of: found) }
    tellStatus(of: found)
  }

  /// Opens the case and asks its first question.
  mutating func begin(_ kind: CaseKind) {
    let id = CaseID(situation.counters.nextCase, on: now.shanghaiDate)
    guard happen(.opened(id, kind)) else { return say(.notPossible) }
    situation.counters.nextCase += 1
    focus = FlowFocus(id)
    let intent = decider.listener.index(of: "flow." + kind.rawValue)
    var reply = PlannedReply(
      kind: .flow, intent: intent, pieces: intent.map { [.answer($0)] } ?? [])
    reply.cite = intent.flatMap { pack.intents[$0].answer?.cite } ?? []
    reply.silent = intent.flatMap { pack.intents[$0].answer?.silent } ?? []
    if kind.steps.count > 3 { reply.pieces.append(.phrase(.anyTime, [])) }
    reply.pieces += asking()
    decision.replies.append(reply)
    clearOffers()
  }

  private mutating func startRealName() {
    if record.isVerified { return say(.alreadyVerified) }
    if let clause = notYetInForce("flow.realname") { return sayNotYet("flow.realname", clause) }
    begin(.realname)
  }

  private mutating func startBlueV() {
    if let clause = notYetInForce("flow.bluev") { return sayNotYet("flow.bluev", clause) }
    switch record.blueV(at: now) {
    case .upgraded: return say(.alreadyUpgraded, silent: ["S14"])
    case .bought(_, _, let until):
      guard record.canRenew(at: now) else {
        return say(.alreadyActive, [.init("until", .moment(until))])
      }
      ask(.begin(.renew))
      return say(.activeSoonOver, [.init("until", .moment(until))])
    case .ended(let end):
      ask(.begin(.renew))
      return say(.activeEnded, [.init("until", .moment(end))])
    case .none: break
    }
    guard record.isVerified else {
      ask(.begin(.realname))
      return say(.realNameFirst)
    }
    if mayBeUpgraded {
      ask(.payDespiteUpgrade)
      return say(.upgradeFirst, silent: [])
    }
    begin(.bluev)
  }

  /// Whether the merchant's own words, or an earlier check, point to the automatic upgrade: nobody is
  /// sold what is theirs without a fee.
  var mayBeUpgraded: Bool {
    if state.claimedVerdict == .eligible { return true }
    return record.latest(.upgrade)?.finding == .eligible
  }

  private mutating func startRenewal() {
    switch record.blueV(at: now) {
    case .none: say(.nothingToRenew)
    case .upgraded: sayWithAgent(.renewUpgraded, silent: ["S14"])
    case .bought(_, _, let until):
      guard record.canRenew(at: now) else {
        let opens = until.advanced(bySeconds: -BlueVStanding.renewalWindowInDays * 86_400)
        return say(
          .renewalNotOpen, [.init("until", .moment(until)), .init("opens", .moment(opens))])
      }
      beginRenewal()
    case .ended: beginRenewal()
    }
  }

  /// A renewal needs a licence that still runs (simulated).
  private mutating func beginRenewal() {
    if let bluev = record.latest(.bluev),
      let valid = situation.particulars[bluev.id]?[.licenceValid],
      FieldReader.isOver(valid, on: now.shanghaiDate)
    {
      return sayWithAgent(.renewalLicenceOver, silent: ["S10"])
    }
    begin(.renew)
  }

  private mutating func startUpgrade() {
    switch record.blueV(at: now) {
    case .upgraded: say(.alreadyUpgraded, silent: ["S14"])
    case .bought(_, _, let until): say(.alreadyActive, [.init("until", .moment(until))])
    case .none, .ended: begin(.upgrade)
    }
  }

  /// The clause that brings the intent into force only after the policy date; nil when it is in force.
  private func notYetInForce(_ id: String) -> ClauseID? {
    guard let index = decider.listener.index(of: id), let answer = pack.intents[index].answer else {
      return nil
    }
    return answer.cite.first { clause in
      pack.policy[clause]?.effective.map { asOf < $0.moment } ?? false
    }
  }

  private mutating func sayNotYet(_ id: String, _ clause: ClauseID) {
    let start = pack.policy[clause]?.effective?.moment
    var reply = PlannedReply(
      kind: .notInForce, intent: decider.listener.index(of: id),
      pieces: [.phrase(.notOpenYet, [.init("start", .moment(start ?? now))])])
    reply.cite = [clause]
    decision.replies.append(reply)
  }

  /// Says what only a person can go on with, and offers one.
  mutating func sayWithAgent(_ key: FlowPhrase, silent: [String]) {
    say(key, kind: silent.isEmpty ? .flow : .silent, silent: silent)
    decision.offer = Offer(suggestions: [], agent: true)
    if let last = decision.replies.indices.last {
      decision.replies[last].pieces.append(.phrase(PhraseKey.offerAgent, []))
    }
  }

  /// The noun of a flow.
  func title(of kind: CaseKind) -> PlannedReply.Value {
    guard let index = decider.listener.index(of: "flow." + kind.rawValue) else {
      return .text(kind.rawValue)
    }
    return .both(pack.intents[index].topic ?? pack.intents[index].title)
  }
}
