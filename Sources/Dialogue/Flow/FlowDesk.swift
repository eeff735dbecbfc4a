import Casework
import Policy

/// Where a turn passes the desk.
extension FlowTurn {
  // MARK: - News

  /// Tells what the desk has to tell unasked: promises that are due, and what people wrote.
  mutating func tellOfTickets() {
    guard let desk = decider.desk else { return }
    let notes = situation.notes
    let turn = desk.news(
      in: state, record: record, counters: situation.counters, at: now, language: tongue,
      surname: surname, words: { notes[$0]?[$1] })
    if let turn { take(turn) }
  }

  // MARK: - A message

  /// Whether the desk hears `text` before any flow does: an agent is there, or somebody is in danger.
  func comesToDeskFirst(_ text: String) -> Bool {
    state.desk.isWithAgent || decider.desk?.isEmergency(text) ?? false
  }

  /// What `text` says, of the whole message but for its numbers; it is listened to only once.
  mutating func listen(to text: String) -> [Heard] {
    if let heard { return heard }
    let found = decider.listener.listen(to: text, in: stateToListen(to: text))
    (heard, heeded) = (found.heard, found.heeded)
    return found.heard
  }

  /// What `text` claims about an old payment; looked for only once.
  func claim(in text: String) -> PaymentClaim? {
    if let known = readings.claims[text] { return known }
    let claim = decider.claim(in: text, state: state, today: now.shanghaiDate)
    readings.claims[text] = .some(claim)
    return claim
  }

  /// Lets the desk hear `text`; whether that is all that is to be said.
  mutating func visitDesk(_ text: String, _ numbers: [PersonalData]) -> Bool {
    guard let desk = decider.desk else { return false }
    if state.flow != nil || state.desk.isWithAgent {
      decision.language = decider.language(of: decision.heard, in: state)
    }
    let rest = numbers.isEmpty ? text : Decider.without(numbers, text)
    var heard = listen(to: rest)
    if !numbers.isEmpty { heard = heard.filter { $0.isSureQuestion(in: pack) } }
    if heard.contains(where: { decider.wantsVerdict($0) }), claim(in: rest) != nil {
      // When an old payment was made decides about the upgrade, whoever is asked: that is judged elsewhere.
      if state.desk.isWithAgent { return false }
      heard = heard.filter(\.isIntent)
    }
    return visit(desk, rest, heard, numbers)
  }

  private mutating func visit(
    _ desk: DeskAgent, _ text: String, _ heard: [Heard], _ numbers: [PersonalData]
  ) -> Bool {
    let turn = desk.reply(
      to: text, heard: heard, in: state, record: record, counters: situation.counters, at: now,
      asOf: asOf, seed: situation.seed, language: tongue, surname: surname)
    guard let turn else { return false }
    if !turn.passesOn, !numbers.isEmpty { decider.warn(of: numbers.map(\.kind), in: &decision) }
    decision.reading = heard.first?.trace
    take(turn)
    if turn.passesOn { return false }
    decision.offer = Offer(suggestions: turn.suggestions ?? [], agent: turn.offersAgent)
    if turn.restoresFlow, self.open?.step != nil { say(asking()) }
    return true
  }

  /// `/agent`; false when nobody works at the desk.
  mutating func callAgent() -> Bool {
    guard let desk = decider.desk, let index = decider.listener.index(of: "agent.request") else {
      return false
    }
    let trace = ReadingTrace(text: "/agent", intent: "agent.request", way: .chosen)
    return visit(desk, "", [Heard(meaning: .intent(index), score: nil, trace: trace)], [])
  }

  /// A message that went into a flow brings the agent nearer, too.
  mutating func moveInQueue() {
    guard case .queued = state.desk.phase, decision.effects.isEmpty, let desk = decider.desk else {
      return
    }
    let (offer, reading) = (decision.offer, decision.reading)
    _ = visit(desk, "", [], [])
    (decision.offer, decision.reading) = (offer, reading)
  }

  /// Whoever leaves while waiting is called back.
  mutating func leaveQueue() {
    guard case .queued = state.desk.phase, let desk = decider.desk,
      let word = pack.lexicon.written(.leaveQueue, in: .zh).first
    else { return }
    _ = visit(desk, word, [], [])
  }

  /// Does what the desk decided.
  private mutating func take(_ turn: DeskTurn) {
    for event in turn.events {
      // Without a key no words are kept, and the ticket stands without its summary.
      if case .ticket(_, .noted) = event, !situation.canSeal { continue }
      if happen(event), case .ticket(_, .opened) = event { situation.counters.nextTicket += 1 }
    }
    if situation.canSeal { decision.seals += turn.seals }
    decision.replies += turn.replies
    desk = turn.next
  }

  /// What the merchant is called, from the name that was given: a compound surname whole. Nil for a name
  /// that has none, and where no name is kept.
  private var surname: String? {
    let names = situation.particulars.values.lazy.compactMap { $0[.name] ?? $0[.legalName] }
    guard let name = names.min(), !name.contains("·") else { return nil }
    let folded = FoldedText(name)
    guard !folded.isLatin else { return nil }
    return pack.lexicon.words(.surname)
      .first { folded.scalars.starts(with: $0.scalars) }?.text
  }

  // MARK: - The end of a turn

  /// Notes what the pack could not answer, so that its authors learn of it.
  mutating func noteUnanswered() {
    guard situation.isKept, situation.canSeal, !state.isPrivate, !decision.isSensitive,
      !DeskWords(decision.heard, pack.lexicon).says(.secret)
    else { return }
    for reply in decision.replies {
      let isOpen = reply.kind == .silent || reply.kind == .notUnderstood || reply.kind == .clarify
      guard isOpen else { continue }
      let nearest = reply.intent.map { pack.intents[$0].id } ?? decision.reading?.intent
      let what = Unanswered(kind: reply.kind.rawValue, nearest: nearest, items: reply.silent)
      guard happen(.unanswered(what)) else { return }
      decision.seals.append(
        Seal(scope: "asked", name: "\(record.version)", value: decision.heard))
    }
  }

  /// Moves the conversation on at the desk.
  mutating func moveAtDesk() {
    let next = desk.after(decision, pack: pack)
    if next != state.desk { decision.events.append(.deskMoved(next)) }
  }
}

extension CaseEvent {
  /// The ticket that it is about.
  public var ticket: TicketID? {
    if case .ticket(let id, _) = self { id } else { nil }
  }
}
