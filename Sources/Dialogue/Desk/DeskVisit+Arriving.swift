import Casework
import Policy

extension DeskVisit {
  // MARK: - While Xiaoer answers

  /// A message while no agent is there; false when Xiaoer answers it alone.
  mutating func atBot() -> Bool {
    if answersAboutTickets() { return true }
    if let trigger {
      arrive(because: trigger)
      return true
    }
    if means(.agreed) { return agrees() }
    if asksForPerson {
      arrive()
      return true
    }
    if isAngry, isOpen || !state.desk.memory.hasApologised {
      arrive()
      passesOn = !isOpen && !questions.isEmpty
      return true
    }
    if isMissed, state.desk.memory.failures >= Escalation.failures - 1 {
      offerAfterFailures()
      return true
    }
    return false
  }

  /// Why somebody higher up has to see it. A question about complaints and the like is none: it is answered.
  var trigger: Escalation? {
    if words.says(.personalData) { return .personalData }
    guard questions.isEmpty else { return nil }
    if words.says(.doubleCharge) { return .doubleCharge }
    // 「律师能开直播吗」 asks about a trade, and threatens nobody.
    let mayComplain = (isMissed || state.desk.isWithAgent) && !words.says(.asking)
    guard asksForPerson || isAngry || mayComplain else { return nil }
    if words.says(.publicComplaint) { return .publicComplaint }
    return words.says(.complaint) ? .complaint : nil
  }

  /// "Yes" to the last offer: a ticket at once for what a person has to find out, else a person.
  private mutating func agrees() -> Bool {
    let questions = state.desk.memory.offered
    guard !questions.isEmpty else {
      arrive()
      return true
    }
    let tickets = questions.map { pieces(takingUp: $0) }.filter { !$0.isEmpty }
    say(Array(tickets.joined(separator: [.verbatim("\n")])))
    next.memory.offered = []
    return true
  }

  private mutating func offerAfterFailures() {
    var reply = spoken([.desk(.offerAfterFailures)])
    reply.kind = .notUnderstood
    replies.append(reply)
    offersAgent = true
  }

  /// A merchant wants, or needs, a person.
  private mutating func arrive(because trigger: Escalation? = nil) {
    if trigger != nil { next.memory.mood = .upset }
    guard isOpen else {
      if let trigger { escalate(trigger) } else { callBack(.closed) }
      return
    }
    // Whoever is upset, or has a case for the next level, waits for nobody.
    if next.memory.mood != .calm { return connect(because: trigger) }
    if next.tier == .dedicated {
      say([.desk(.handover)])
      return connect()
    }
    let queue = DeskQueue(
      next.tier, merchant: book.record.merchant, at: setting.now, seed: setting.seed)
    next.phase = .queued(queue)
    say([.desk(.handover), place(in: queue)])
  }

  // MARK: - In the queue

  /// A message while the merchant waits: it brings the agent a step nearer, and Xiaoer answers it.
  mutating func inQueue(_ queue: DeskQueue) -> Bool {
    let leaves = words.says(.leaveQueue) || words.says(.backToBot) || words.isOnly(.no)
    if leaves || heard.contains(where: { isMeant("social.bye", by: $0) }) {
      callBack(.queueLeft)
      return true
    }
    let queue = queue.afterMessage()
    if queue.isOver(at: setting.now) || !isOpen {
      callBack(.queueOver)
      passesOn = !asksForPerson
      return true
    }
    if answersAboutTickets() {
      next.phase = .queued(queue)
      return true
    }
    let trigger = trigger
    if trigger != nil { next.memory.mood = .upset }
    if queue.remaining(at: setting.now) == 0 || trigger != nil || isAngry
      || next.tier == .dedicated
    {
      connect(because: trigger)
      return true
    }
    next.phase = .queued(queue)
    say([place(in: queue)])
    passesOn = !asksForPerson && !means(.idleYes)
    return true
  }

  private func place(in queue: DeskQueue) -> PlannedReply.Piece {
    let ahead = queue.remaining(at: setting.now)
    let minutes = queue.isJammed ? DeskQueue.patience : ahead
    return .desk(
      queue.isJammed ? .queueJammed : .queued,
      [.init("ahead", .text("\(ahead)")), .init("minutes", .text("\(minutes)"))])
  }

  // MARK: - An agent comes

  /// An agent begins: greets, remembers, takes up what was left open, and answers what was just asked.
  mutating func connect(because trigger: Escalation? = nil) {
    let agent = agentOnDuty
    let contact = DeskState.Contact(agent: agent, since: setting.now, lastHeard: setting.now)
    next.phase = .connected(contact)
    next.memory.failures = 0
    // What has a ticket already is remembered, not taken up again.
    let open = next.memory.open.filter { book.record.openTicket(on: $0.key) == nil }
    let questions = plainQuestions.filter { one in
      !open.contains { $0.intent == one.intent.map { desk.pack.intents[$0].id } }
    }
    var pieces = apology() + [greeting(of: agent)]
    if next.tier == .dedicated { pieces += memories }
    if trigger == nil, open.isEmpty, questions.isEmpty {
      pieces += [tookOver, .desk(.whatIsIt)].compactMap(\.self)
    }
    say(pieces)
    if let trigger { escalate(trigger) }
    for question in open {
      let pieces = self.pieces(takingUp: question)
      if !pieces.isEmpty { say(pieces) }
    }
    if !questions.isEmpty { answerAll(questions) }
  }
}
