import Casework
import Policy

extension DeskVisit {
  // MARK: - Opening

  /// The ticket on `subject`, with all that is known handed over when it is new.
  mutating func ticket(
    on subject: Ticket.Subject, _ matter: TicketPolicy.Matter, due: Moment? = nil
  ) -> (ticket: Ticket, outcome: TicketBook.Outcome)? {
    guard let found = book.ticket(on: subject, matter, policy, due: due) else { return nil }
    if found.outcome == .opened { book.note(handover, on: found.ticket.id) }
    return found
  }

  /// A ticket on `question`, and the sentence that says so; empty when none can be.
  mutating func pieces(takingUp question: DeskMemory.Question) -> [PlannedReply.Piece] {
    let subject = Ticket.Subject(
      key: question.key, intent: question.intent, items: question.items,
      order: book.record.cases.last?.order?.number, application: book.record.cases.last?.id)
    guard let (ticket, outcome) = ticket(on: subject, .question) else { return [] }
    let key: DeskPhrase =
      switch outcome {
      case .opened: .ticketOpened
      case .kept: .ticketKept
      case .reopened: .ticketReopened
      }
    return [.desk(key, arguments(of: ticket))]
  }

  /// Goes to the next level: a ticket there, and a sentence about it.
  mutating func escalate(_ trigger: Escalation, as agent: Agent? = nil) {
    guard let (ticket, outcome) = ticket(on: subject(of: trigger), .escalation(trigger)) else {
      return
    }
    let isHigher = ticket.level < trigger.level
    if isHigher {
      let owner = policy.owner(level: trigger.level)
      book.write(
        .escalated(level: trigger.level, owner: owner, priority: trigger.priority), to: ticket.id)
    }
    let key: DeskPhrase = outcome == .kept && !isHigher ? .alreadyEscalated : .escalated
    say(
      (trigger == .selfHarm ? [] : apology())
        + [.desk(key, arguments(of: book.record[ticket.id] ?? ticket))], as: agent)
  }

  /// What a ticket of `trigger` is about: money belongs to its order.
  func subject(of trigger: Escalation) -> Ticket.Subject {
    let order = book.record.cases.last { $0.order != nil }?.order?.number
    switch trigger {
    case .doubleCharge, .paymentUnknown:
      let key = order.map { trigger.rawValue + ":" + $0.rawValue } ?? trigger.rawValue
      return Ticket.Subject(key: key, order: order)
    case .complaint, .publicComplaint:
      // One complaint, even if it becomes louder.
      return Ticket.Subject(key: Escalation.complaint.rawValue)
    case .failedAnswers, .personalData, .selfHarm: return Ticket.Subject(key: trigger.rawValue)
    }
  }

  /// A ticket that promises a call back, because nobody is there or the merchant does not wait.
  mutating func callBack(_ key: DeskPhrase) {
    let open = next.memory.open
    let subject = Ticket.Subject(
      key: "agent.request", intent: "agent.request", items: open.flatMap(\.items))
    let due = isOpen ? nil : policy.callBack(from: setting.now)
    next.phase = .bot
    guard let (ticket, _) = ticket(on: subject, .person, due: due) else { return }
    var arguments = arguments(of: ticket)
    arguments.append(
      .init("hours", .desk(next.tier == .dedicated ? .hoursDedicated : .hoursOrdinary)))
    say(apology() + [.desk(key, arguments)])
  }

  // MARK: - Asking about tickets

  /// Answers a question about tickets; false when there is none.
  mutating func answersAboutTickets() -> Bool {
    if let id = words.ticket {
      answer(about: id)
      return true
    }
    guard words.says(.myTickets) else { return false }
    listTickets()
    return true
  }

  private mutating func answer(about id: TicketID) {
    guard let ticket = book.record[id] else {
      return say([.desk(.ticketUnknown, [.init("ticket", .text(id.rawValue))])])
    }
    if ticket.state == .closed { return answer(aboutClosed: ticket) }
    if words.says(.closeTicket) {
      book.write(.closed, to: id)
      return say([.desk(.ticketWithdrawn, arguments(of: ticket))])
    }
    renew(ticket)
    say([.desk(.ticketState, arguments(of: book.record[id] ?? ticket))])
  }

  private mutating func answer(aboutClosed ticket: Ticket) {
    guard words.says(.reopen) else {
      return say([.desk(.ticketClosed, arguments(of: ticket))])
    }
    let due = policy.due(ticket.priority, from: setting.now)
    let isOpen = book.write(.reopened(due: due), to: ticket.id)
    let after = book.record[ticket.id] ?? ticket
    say([.desk(isOpen ? .ticketReopened : .ticketTooOld, arguments(of: after))])
  }

  /// A promise whose time has come is made anew.
  private mutating func renew(_ ticket: Ticket) {
    guard ticket.due <= setting.now else { return }
    book.write(.reported(next: policy.due(ticket.priority, from: setting.now)), to: ticket.id)
  }

  /// At most so many tickets are listed.
  private static let listed = 8

  private mutating func listTickets() {
    for ticket in book.record.tickets where ticket.state != .closed { renew(ticket) }
    let tickets = book.record.tickets.filter { $0.state != .closed }.suffix(DeskVisit.listed)
    let closed = book.record.tickets.filter { $0.state == .closed }
      .suffix(max(0, 3 - tickets.count))
    guard !tickets.isEmpty || !closed.isEmpty else { return say([.desk(.ticketsNone)]) }
    var pieces: [PlannedReply.Piece] = [.desk(.ticketsHeading)]
    for ticket in tickets + closed {
      let key: DeskPhrase = ticket.state == .closed ? .ticketLineClosed : .ticketLine
      pieces += [.verbatim("\n"), .desk(key, arguments(of: ticket))]
    }
    say(pieces)
  }
}
