import Casework
import Policy

extension DeskVisit {
  // MARK: - Answers

  /// Answers everything in `heard`; what cannot be answered three times running goes to the next level.
  mutating func answerAll(_ heard: [Heard]) {
    guard case .connected(var contact) = next.phase else { return }
    var isMissed = false
    for one in heard {
      if let intent = one.intent { contact.topics.append(desk.pack.intents[intent].id) }
      isMissed = !answer(one) || isMissed
    }
    if words.says(.promise) { say([.desk(.noPromise)]) }
    guard case .connected(let now) = next.phase, now.agent == contact.agent else { return }
    contact.failures = isMissed ? contact.failures + 1 : 0
    next.phase = .connected(contact)
    if contact.failures >= Escalation.failures { transfer() }
  }

  /// Answers one thing; false when the agent could not.
  private mutating func answer(_ one: Heard) -> Bool {
    switch one.meaning {
    case .intent(let index): return answer(index, one)
    case .oneOf(let indices):
      ask(which: indices)
      return false
    case .outOfScope:
      say([.desk(.notMine)])
      return true
    case .unclear:
      say([.desk(.unclear)])
      return false
    case .agreed, .idleYes, .declined, .idleNo:
      say([.desk(.goAhead)])
      return true
    }
  }

  private mutating func answer(_ index: Int, _ one: Heard) -> Bool {
    let intent = desk.pack.intents[index]
    switch intent.kind {
    case .answer, .silent: answer(policy: index, one)
    case .flow:
      say([.desk(.byTheBot)])
      next.phase = .bot
      passesOn = true
    case .agent:
      say([.desk(.goAhead)])
      return false
    case .social:
      say([.desk(intent.id == "social.bot" ? .automatic : .smallTalk)])
    case .command:
      switch intent.id {
      case "control.status": say(standing())
      case "control.help": say([.desk(.goAhead)])
      case _: passesOn = true
      }
    case .outOfScope: say([.desk(.notMine)])
    case .privacy: say([.desk(.secret)])
    }
    return true
  }

  /// What the policy says, in the words and with the clauses of the pack: the agent's tongue has the same
  /// guard as Xiaoer's. What it does not say becomes a ticket.
  private mutating func answer(policy index: Int, _ one: Heard) {
    let intent = desk.pack.intents[index]
    var piece = PlannedReply.Piece.answer(index)
    if let primary = intent.answer?.cite.first,
      let start = desk.pack.policy[primary]?.effective, setting.asOf < start.moment
    {
      piece = .notYet(index, primary)
    }
    var reply = spoken([piece])
    reply.intent = index
    reply.score = one.score
    reply.cite = intent.answer?.cite ?? []
    reply.silent = intent.answer?.silent ?? []
    if !reply.silent.isEmpty {
      if standsOnReview(reply.silent) { reply.pieces += standing() }
      let question = DeskMemory.Question(intent: intent.id, items: reply.silent)
      reply.pieces += pieces(takingUp: question)
    }
    replies.append(reply)
  }

  /// Whether a question of how long it takes can be answered with where it stands.
  private func standsOnReview(_ items: [String]) -> Bool {
    !Set(items).isDisjoint(with: ["S01", "S03", "S16"])
      && book.record.cases.contains { !$0.isOver(at: setting.now) }
  }

  private mutating func ask(which indices: [Int]) {
    let options = indices.filter { desk.pack.intents[$0].kind.isAskable }.prefix(3)
    guard !options.isEmpty else { return say([.desk(.unclear)]) }
    let offered = options.enumerated().map { number, index in
      Suggestion(
        key: number + 1, intent: desk.pack.intents[index].id,
        text: desk.pack.intents[index].question[setting.tongue])
    }
    suggestions = offered
    say([.desk(.which)] + Decider.lines(of: offered))
  }

  // MARK: - Transfer

  /// Hands the talk to the next level with all that was said, or keeps it as a ticket at the highest.
  mutating func transfer() {
    guard case .connected(var contact) = next.phase,
      let (ticket, _) = ticket(on: subject(of: .failedAnswers), .escalation(.failedAnswers))
    else { return }
    contact.failures = 0
    guard contact.level < 3 else {
      next.phase = .connected(contact)
      return say([.desk(.topReached, arguments(of: ticket))])
    }
    contact.level += 1
    let owner = policy.owner(level: contact.level)
    book.write(
      .escalated(level: contact.level, owner: owner, priority: ticket.priority), to: ticket.id)
    let successor = contact.level == 3 ? desk.agents.supervisor : desk.agents.policy
    let after = book.record[ticket.id] ?? ticket
    say(
      [
        .desk(
          .transfer,
          arguments(of: after) + [
            .init("name", .agent(successor)), .init("number", .text(successor.number)),
          ])
      ], as: contact.agent)
    contact.agent = successor
    next.phase = .connected(contact)
  }
}
