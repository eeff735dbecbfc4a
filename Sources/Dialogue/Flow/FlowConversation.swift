import Casework
import Policy

extension FlowTurn {
  /// Answers `text` as what it is: an answer to our question, to the open step, or something else.
  mutating func take(_ text: String, _ numbers: [PersonalData]) {
    let isFirst = comesToDeskFirst(text)
    if isFirst, visitDesk(text, numbers) { return }
    if let asked = state.question, answer(asked, text) { return moveInQueue() }
    if open?.step != nil, takeAnswer(text) { return moveInQueue() }
    if takeWhileWaiting(text) { return }
    // Whoever asks is answered in the language of the question; a value is in none.
    if state.flow != nil { decision.language = languageOfQuestion(text) }
    if !isFirst, visitDesk(text, numbers) { return }
    converse(text, numbers)
  }

  /// The language of a question; in an English flow a word without Chinese stays English: a name in pinyin is
  /// no Chinese sentence.
  private func languageOfQuestion(_ text: String) -> Tongue {
    let hasHan = text.unicodeScalars.contains { (0x3400..<0xA000).contains($0.value) }
    if open?.step != nil, !hasHan, state.lastLanguage == .en { return state.chosenLanguage ?? .en }
    return decider.language(of: decision.heard, in: state)
  }

  /// While nothing is asked: mends what was sent back, and looks up a payment before it is tried again.
  private mutating func takeWhileWaiting(_ text: String) -> Bool {
    guard open?.step == nil else { return false }
    let folded = FoldedText(text)
    if let found = record.cases.last(where: { $0.state == .paymentUnknown }),
      let order = found.order,
      pack.lexicon.holds(folded, in: .pay) || pack.lexicon.holds(folded, in: .again)
    {
      lookUp(order)
      return true
    }
    if let found = record.cases.last(where: { $0.state == .awaitingPayment }), means(folded, .pay) {
      goOn(with: found)
      return true
    }
    if let found = record.cases.last(where: { $0.order?.isPaid == true }), means(folded, .pay) {
      if record.canRenew(at: now), found.state == .active { return false }
      say(.paidAlready)
      return true
    }
    if record.cases.contains(where: { $0.state == .underReview }), corrects(folded) {
      say(.noEditInReview)
      return true
    }
    if pack.lexicon.holds(folded, in: .resubmit),
      let found = record.cases.last(where: { $0.state == .rejected || $0.state == .failed })
    {
      startRepair(of: found)
      return true
    }
    return false
  }

  /// Whether `folded` wants a field of the last application changed.
  private func corrects(_ folded: FoldedText) -> Bool {
    guard pack.lexicon.stands(.change, in: folded),
      let found = record.cases.last(where: { $0.state == .underReview })
    else { return false }
    return calls(aFieldOf: found.kind, in: folded)
  }

  // MARK: - Anything that a merchant may say

  private mutating func converse(_ text: String, _ numbers: [PersonalData]) {
    let rest = numbers.isEmpty ? text : Decider.without(numbers, text)
    if !numbers.isEmpty { decider.warn(of: numbers.map(\.kind), in: &decision) }
    let heard = listen(to: rest)
    let claim = claim(in: heeded ?? rest)
    let isAsked = open?.step != nil
    let isAnswer =
      state.asksPaymentTime
      || decider.followUp(in: heeded ?? rest, state: state, today: now.shanghaiDate) != nil
    let before = focus
    var offer = Offer(suggestions: [], agent: false)
    var isUnderstood = !numbers.isEmpty
    for heard in heard {
      if !numbers.isEmpty, !heard.isSureQuestion(in: pack) { continue }
      guard let found = isAsked ? answerable(heard, rest) : heard else { continue }
      isUnderstood = true
      let heard = steering(found, rest)
      if begins(heard) { continue }
      decider.reply(
        to: heard, asOf: asOf, claim: claim, isAnswer: isAnswer, decision: &decision,
        offer: &offer)
    }
    if let claim, decision.verdict == nil { decision.verdict = decider.verdict(on: claim)?.verdict }
    if isAsked, focus == before, question == nil {
      return askAgain(afterAnswer: isUnderstood, offersAgent: offer.agent)
    }
    guard decision.offer == nil else { return }
    if offer.agent { decider.offerAgent(in: &decision) }
    decision.offer = offer
  }

  /// What can be answered in mid-flow: nothing that would be asked back, for the field is asked.
  private func answerable(_ heard: Heard, _ text: String) -> Heard? {
    if heard.isNoAnswer || FoldedText(text).digit != nil { return nil }
    guard case .oneOf(let indices) = heard.meaning else { return heard }
    guard asks(text), let first = indices.first else { return nil }
    return Heard(meaning: .intent(first), score: heard.score, trace: heard.trace)
  }

  /// The same, or that something is to be cancelled: where an application is open or waits, whoever
  /// wants to withdraw one means that. Whether it can be done is a question while a form is open.
  private func steering(_ heard: Heard, _ text: String) -> Heard {
    guard open?.step == nil || !endsLikeQuestion(text), let intent = heard.intent,
      pack.intents[intent].id == "silent.withdraw",
      !isIdle("control.cancel"), let cancel = decider.listener.index(of: "control.cancel")
    else { return heard }
    return Heard(meaning: .intent(cancel), score: heard.score, trace: heard.trace)
  }

  /// Starts or steers a flow, if `heard` asks for it.
  private mutating func begins(_ heard: Heard) -> Bool {
    guard let index = heard.intent else { return false }
    let intent = pack.intents[index]
    switch intent.kind {
    case .flow:
      guard let kind = CaseKind(rawValue: String(intent.id.dropFirst(5))) else { return false }
      let count = decision.replies.count
      start(kind)
      // Where something else comes first, what is asked next is still about this.
      if open?.step == nil { decision.topic = intent.id }
      note(heard, at: count)
      return true
    case .command:
      guard !isIdle(intent.id) else { return false }
      let count = decision.replies.count
      guard control(intent.id) else { return false }
      note(heard, at: count)
      return true
    case .answer, .silent, .agent, .social, .outOfScope, .privacy: return false
    }
  }

  /// Whether steering would have nothing to steer, so that the intent's own answer is what helps.
  private func isIdle(_ id: String) -> Bool {
    guard open?.step == nil else { return false }
    return switch id {
    case "control.back", "control.pause": true
    case "control.cancel": !record.cases.contains { $0.state.isWaiting }
    case "control.resume":
      !record.cases.contains {
        $0.state.isWaiting || $0.state.isWithMerchant || $0.state == .failed
      }
    case "control.status": record.cases.isEmpty
    case _: false
    }
  }

  /// Notes how the message was read on the replies that came of it.
  private mutating func note(_ heard: Heard, at start: Int) {
    decision.reading = heard.trace
    guard decision.replies.indices.contains(start) else { return }
    decision.replies[start].score = heard.score
    if let index = heard.intent { decision.replies[start].intent = index }
  }

  /// After a question in mid-flow: the same field again. What was no question is a miss.
  private mutating func askAgain(afterAnswer isUnderstood: Bool, offersAgent: Bool) {
    clearOffers()
    guard let open, let step = open.step, let script = script(of: step, in: open.kind) else {
      return
    }
    let asking = asking()
    if let last = decision.replies.last, last.pieces.suffix(asking.count) == asking[...] { return }
    guard isUnderstood else {
      // What was not understood is in no language.
      decision.language = state.chosenLanguage ?? state.lastLanguage ?? decision.language
      return miss(nil, script)
    }
    if offersAgent, let last = decision.replies.lastIndex(where: { !$0.silent.isEmpty }) {
      decision.replies[last].pieces.append(.phrase(FlowPhrase.agentInFlow, []))
    }
    focus?.isInterrupted = true
    say(asking)
  }

  // MARK: - The start of a conversation

  /// At the first message: what lies unfinished, and what runs out soon, is told before the rest.
  mutating func tellAtStart() {
    if let open, let last = state.lastHeard, now >= last.advanced(bySeconds: FlowTurn.patience) {
      happen(.suspended(open.id))
      (focus, draft) = (nil, open.id)
    }
    guard state.turn == 0 else { return }
    if case .bought(_, _, let until) = record.blueV(at: now), record.canRenew(at: now) {
      say(.expiringSoon, [.init("until", .moment(until))])
    }
    guard focus == nil, state.question == nil else { return }
    if let found = record.cases.last(where: { $0.state.isWithMerchant }) {
      draft = found.id
    } else if let found = record.cases.last(where: { $0.state == .rejected }) {
      tellStatus(of: found)
    }
  }

  /// Seconds of silence after which a flow is put aside (simulated).
  private static let patience = 30 * 60

  /// Offers to go on with what lies unfinished, unless the message did so itself.
  mutating func offerDraft() {
    guard let draft, focus == nil, question == nil, let found = record[draft],
      found.state.isWithMerchant
    else { return }
    let replies = decision.replies
    decision.replies = []
    offerToResume(found)
    decision.replies += replies
  }
}

extension Heard {
  /// Whether it is nothing that could be answered in mid-flow: the open step then says so.
  fileprivate var isNoAnswer: Bool {
    switch meaning {
    case .unclear, .idleYes, .idleNo, .agreed, .declined: true
    case .intent, .oneOf, .outOfScope: false
    }
  }
}
