import Casework
import Policy

/// Says whether a payment whose time was stated leads to the automatic upgrade (P21, P22, P23).
struct VerdictReply {
  /// What is said.
  let phrase: PhraseKey
  /// What the record says; nil where the merchant is asked back.
  let verdict: Verdict?
  /// The silent items that it owns up to.
  let silent: [String]

  init(_ verdict: UpgradeVerdict) {
    switch verdict {
    case .eligible(let reason):
      self.verdict = .eligible
      silent = reason.silent.map { [$0] } ?? []
      switch reason {
      case .paidBefore: phrase = .verdictEligible
      case .halfYearEndsAtCutoff: phrase = .verdictHalfYearEnds
      case .paidTwice: phrase = .verdictPaidTwice
      }
    case .notEligible(let reason):
      self.verdict = .notEligible
      silent = []
      switch reason {
      case .atCutoff: phrase = .verdictAtCutoff
      case .paidAfter: phrase = .verdictPaidAfter
      case .certificationFee: phrase = .verdictCertification
      }
    case .needsAgent(let items, let reason):
      self.verdict = .needsAgent
      silent = items
      switch reason {
      case .lapsed: phrase = .verdictLapsed
      case .orderedBeforePaidAfter: phrase = .verdictTwoTimes
      case .refunded: phrase = .verdictRefunded
      case .otherAmount: phrase = .verdictAmount
      case .paidByAgency: phrase = .verdictAgency
      }
    case .askBack(let question):
      self.verdict = nil
      silent = []
      phrase = VerdictReply.phrase(asking: question)
    }
  }

  private static func phrase(asking question: UpgradeVerdict.Question) -> PhraseKey {
    switch question {
    case .whichMidnight: .askMidnight
    case .whichDay: .askDay
    case .whichTime: .askTime
    case .whichPayment: .askPayment
    case .inFuture: .askFuture
    case .whichFee: .askFee
    }
  }
}

/// The facts of the policy that decide about the automatic upgrade.
struct UpgradeFacts: Sendable {
  /// The exclusive cut-off (P21).
  let cutoff: Moment
  /// The old fee (P23).
  let oldFee: Fee

  /// Nil when the policy does not hold them: then no verdict is given.
  init?(_ policy: PolicyModel) {
    guard let at = try? ValuePath("P21.cutoff"),
      case .instant(let cutoff, _)? = try? policy.value(at: at),
      let fee = try? ValuePath("P23.fee"), case .fee(let oldFee)? = try? policy.value(at: fee)
    else { return nil }
    self.cutoff = cutoff
    self.oldFee = oldFee
  }
}

extension Decider {
  /// What `text` claims about when the old fee was paid. Right after Xiaoer asked for that time, or
  /// spoke of the cut-off, the time alone will do.
  func claim(in text: String, state: ConversationState, today: CivilDate) -> PaymentClaim? {
    if let claim = PaymentClaim.read(text, today: today) { return claim }
    if state.asksPaymentTime { return PaymentClaim.readAnswer(text, today: today) }
    return followUp(in: text, state: state, today: today)
  }

  /// What `text` claims by naming nothing but a time, right after something about payments before the
  /// cut-off.
  func followUp(
    in text: String, state: ConversationState, today: CivilDate
  ) -> PaymentClaim? {
    guard state.flow == nil, let index = state.topic.flatMap({ listener.index(of: $0) }),
      weighsClaims(index)
    else { return nil }
    return PaymentClaim.readFollowUp(text, today: today)
  }

  /// Whether a claim made in what was `heard` is to be judged: an intent that is about such payments is
  /// meant, or might be, or a short message is nothing else.
  func wantsVerdict(_ heard: Heard) -> Bool {
    switch heard.meaning {
    case .intent(let index): weighsClaims(index)
    case .oneOf(let indices): indices.contains { weighsClaims($0) }
    case .unclear(let indices):
      heard.trace.text.utf8.count <= 160 || indices.contains { weighsClaims($0) }
    case .outOfScope, .agreed, .declined, .idleYes, .idleNo: false
    }
  }

  /// Whether `heard` asks for something that no verdict answers: what becomes of the months that were
  /// paid for (S13).
  func asksBesides(_ heard: Heard) -> Bool {
    guard let intent = heard.intent, (heard.score ?? 0) >= 0.5,
      weighsClaims(intent), let answer = pack.intents[intent].answer
    else { return false }
    return !answer.silent.isEmpty && Decider.judged.isDisjoint(with: answer.silent)
  }

  /// Whether the intent rests on the clause of the cut-off, or is about payments that the policy
  /// leaves open.
  private func weighsClaims(_ index: Int) -> Bool {
    guard let answer = pack.intents[index].answer, let rule = ClauseID("P21") else { return false }
    return answer.cite.contains(rule) || !Decider.judged.isDisjoint(with: answer.silent)
  }

  /// The silent items that a verdict itself speaks of.
  private static let judged: Set<String> = ["S15", "S18"]

  /// The reply to a claim; nil when the policy has no rule for it.
  func verdict(on claim: PaymentClaim) -> VerdictReply? {
    UpgradeFacts(pack.policy).map { facts in
      VerdictReply(
        UpgradeVerdict.of(
          claim, cutoff: facts.cutoff, feeInFen: facts.oldFee.amount.fen,
          termInMonths: facts.oldFee.per.months))
    }
  }

  /// Adds the verdict on `claim` to `decision`; false when there is none to give.
  func add(
    verdictOn claim: PaymentClaim, _ heard: Heard, to decision: inout Decision, offer: inout Offer
  ) -> Bool {
    guard let reply = verdict(on: claim) else { return false }
    // Two questions of one message may rest on one claim: it is judged once.
    if decision.replies.contains(where: { $0.pieces == [.phrase(reply.phrase, [])] }) {
      return true
    }
    let index = listener.index(of: "upgrade.cutoff")
    let kind: Reply.Kind =
      reply.verdict == nil ? .clarify : reply.silent.isEmpty ? .answer : .silent
    var planned = PlannedReply(
      kind: kind, intent: index, score: heard.score,
      pieces: [.phrase(reply.phrase, [])])
    planned.cite = ["P21", "P22", "P23"].compactMap { ClauseID($0) }
    planned.silent = reply.silent
    decision.replies.append(planned)
    decision.verdict = reply.verdict
    decision.topic = "upgrade.cutoff"
    offer.asksPaymentTime = reply.verdict == nil
    let follow = index.map { pack.intents[$0].follow } ?? []
    offer.suggestions = suggestions(follow, in: decision.language)
    if kind == .silent || reply.phrase == .verdictAtCutoff { offer.agent = true }
    return true
  }
}
