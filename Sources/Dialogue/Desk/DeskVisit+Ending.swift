import Casework
import Policy

extension DeskVisit {
  // MARK: - Wrapping up

  /// Sums up and asks whether there is anything else.
  mutating func wrapUp(_ contact: DeskState.Contact) {
    next.phase = .wrapUp(contact)
    say(summary(of: contact) + [.desk(.anythingElse)])
  }

  /// What was talked about, and the tickets that came of it.
  func summary(of contact: DeskState.Contact) -> [PlannedReply.Piece] {
    var pieces: [PlannedReply.Piece] = []
    var seen: Set<String> = []
    let titles = contact.topics.filter { seen.insert($0).inserted }
      .compactMap { desk.intent($0) }
      .filter { [.answer, .silent].contains(desk.pack.intents[$0].kind) }
      .map { desk.pack.intents[$0].title[setting.tongue] }
    if !titles.isEmpty {
      let joined = titles.suffix(5).map { setting.tongue == .zh ? "「\($0)」" : $0 }
        .joined(separator: setting.tongue == .zh ? "" : ", ")
      pieces.append(.desk(.wrapUp, [.init("topics", .text(joined))]))
    }
    let open = book.record.tickets.filter { $0.state != .closed && $0.openedAt >= contact.since }
    if !open.isEmpty {
      let joined = open.map(\.id.rawValue).joined(separator: setting.tongue == .zh ? "、" : ", ")
      pieces.append(.desk(.wrapUpTickets, [.init("tickets", .text(joined))]))
    }
    return pieces
  }

  /// The answer to "anything else?".
  mutating func wrappingUp(_ contact: DeskState.Contact) -> Bool {
    if seconds(since: contact.lastHeard) >= Silence.end { return withAgent(contact) }
    if words.says(.backToBot) { return withAgent(contact) }
    if isFarewell || words.isOnly(.no) {
      say([.desk(.closing)])
      finish(contact)
      return true
    }
    if words.isOnly(.yes) {
      var contact = contact
      contact.lastHeard = setting.now
      next.phase = .connected(contact)
      say([.desk(.goAhead)])
      return true
    }
    return withAgent(contact)
  }

  /// Ends the talk: it becomes a ticket with its summary, and a rating is asked for once, but not of
  /// somebody who is upset.
  mutating func finish(_ contact: DeskState.Contact) {
    if let asked = book.record.openTicket(on: "agent.request") {
      book.write(.closed, to: asked.id)
    }
    let key = TicketKey.contact + "\(contact.since.milliseconds)"
    let items = Set(next.memory.open.flatMap(\.items)).sorted()
    guard
      let (ticket, _) = ticket(on: Ticket.Subject(key: key, items: items), .person),
      next.memory.mood == .calm, !ticket.wasSurveyed, book.write(.surveyOffered, to: ticket.id)
    else {
      if let ticket = book.record.openTicket(on: key) { book.write(.closed, to: ticket.id) }
      return end()
    }
    next.phase = .survey(
      DeskState.Survey(ticket: ticket.id, agent: contact.agent, since: setting.now))
    replies[replies.count - 1].pieces.append(.desk(.survey))
  }

  /// Xiaoer answers again, and the flow that was open goes on.
  private mutating func end() {
    next.phase = .bot
    restoresFlow = true
  }

  // MARK: - The survey

  /// The answer to the survey; anything that is none skips it.
  mutating func rated(_ survey: DeskState.Survey) -> Bool {
    if survey.asksWhy { return explained(survey) }
    let isLate = seconds(since: survey.since) >= Silence.end
    guard !isLate, let score = words.score, !isNewQuestion else { return unrated(survey, isLate) }
    book.write(.surveyed(score: score), to: survey.ticket)
    if words.folded.scalars.count > 2 { book.note(text, on: survey.ticket) }
    if score <= 2 {
      // A supervisor sees it, whether or not the merchant says why.
      book.write(
        .escalated(level: 3, owner: policy.owner(level: 3), priority: .p2), to: survey.ticket)
      var survey = survey
      survey.asksWhy = true
      next.phase = .survey(survey)
      say([.desk(.surveyWhy)])
    } else {
      book.write(.closed, to: survey.ticket)
      say([.desk(.surveyThanks)])
      end()
    }
    return true
  }

  private var isNewQuestion: Bool { !questions.isEmpty && !words.isShort }

  private mutating func unrated(_ survey: DeskState.Survey, _ isLate: Bool) -> Bool {
    book.write(.closed, to: survey.ticket)
    if !isLate, words.says(.noRating) || words.isOnly(.no) || isFarewell {
      say([.desk(.surveySkipped)])
      end()
      return true
    }
    end()
    if !atBot() { passesOn = true }
    return true
  }

  /// Why the rating was low: for the supervisor, with a promise of an answer.
  private mutating func explained(_ survey: DeskState.Survey) -> Bool {
    let isLate = seconds(since: survey.since) >= Silence.end
    if isLate {
      end()
      if !atBot() { passesOn = true }
      return true
    }
    if words.says(.noRating) || words.isOnly(.no) {
      say([.desk(.surveySkipped)])
    } else {
      let isSecret = words.says(.secret)
      if !isSecret { book.note(text, on: survey.ticket) }
      if let ticket = book.record[survey.ticket] {
        say([.desk(.surveyReason, arguments(of: ticket))])
      }
    }
    end()
    return true
  }
}
