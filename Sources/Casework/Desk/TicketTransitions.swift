import Policy

extension TicketEvent {
  /// Whether the merchant has to hear of it when somebody else did it.
  var isNews: Bool {
    switch self {
    case .noted, .closed, .escalated: true
    case .opened, .taken, .reported, .reopened, .surveyOffered, .surveyed: false
    }
  }

  /// Somebody answers for a ticket, at a time that is still to come (inclusive).
  func checkPromise(at moment: Moment) throws(ForbiddenEvent) {
    switch self {
    case .opened(_, _, let owner, let due, _):
      if owner.isEmpty { throw .noOwner }
      if due < moment { throw .promiseInPast }
    case .taken(let owner), .escalated(_, let owner, _):
      if owner.isEmpty { throw .noOwner }
    case .reported(let due), .reopened(let due):
      if due < moment { throw .promiseInPast }
    case .noted, .closed, .surveyOffered, .surveyed: break
    }
  }
}

extension MerchantRecord {
  /// Days within which a closed ticket may be opened again (simulated).
  public static let reopeningDays = 7

  /// The open ticket on `key`; nil when there is none.
  public func openTicket(on key: String) -> Ticket? {
    tickets.last { $0.subject.key == key && $0.state != .closed }
  }

  mutating func apply(
    _ event: TicketEvent, to id: TicketID, at moment: Moment, by actor: Actor
  ) throws(ForbiddenEvent) {
    if case .opened(let subject, let priority, let owner, let due, let mood) = event {
      guard self[id] == nil else { throw .numberTaken }
      guard openTicket(on: subject.key) == nil else { throw .ticketExists }
      try event.checkPromise(at: moment)
      tickets.append(
        Ticket(
          id: id, subject: subject, priority: priority, owner: owner, due: due, mood: mood,
          openedAt: moment))
      return
    }
    guard let index = tickets.firstIndex(where: { $0.id == id }) else { throw .unknownTicket }
    try event.checkPromise(at: moment)
    if case .reopened = event, tickets[index].state == .closed,
      openTicket(on: tickets[index].subject.key) != nil
    {
      throw .ticketExists
    }
    try tickets[index].apply(event, at: moment, by: actor)
  }
}

extension Ticket {
  mutating func apply(
    _ event: TicketEvent, at moment: Moment, by actor: Actor
  ) throws(ForbiddenEvent) {
    switch event {
    case .opened: break
    case .taken(let person):
      // Two people never work on one ticket without knowing of each other.
      guard state == .open else { throw .ticketNotFrom(state) }
      (state, owner) = (.taken, person)
    case .noted(let name):
      try mustBeOpen()
      notes.append(Note(name: name, by: actor, at: moment))
      if case .operator = actor { state = .answered }
    case .reported(let next):
      try mustBeOpen()
      due = max(due, next)
    case .escalated(let level, let owner, let priority):
      try mustBeOpen()
      guard Ticket.levels.contains(level) else { throw .ticketNotFrom(state) }
      (self.level, self.owner) = (max(self.level, level), owner)
      self.priority = min(self.priority, priority)
    case .closed:
      try mustBeOpen()
      (state, closedAt) = (.closed, moment)
    case .reopened(let due):
      guard state == .closed, let closedAt,
        moment <= closedAt.advanced(bySeconds: MerchantRecord.reopeningDays * 86_400)
      else { throw .ticketNotFrom(state) }
      (state, self.closedAt, self.due) = (.open, nil, due)
    case .surveyOffered:
      guard !wasSurveyed else { throw .ticketNotFrom(state) }
      wasSurveyed = true
    case .surveyed(let score):
      guard wasSurveyed, self.score == nil, (1...5).contains(score) else {
        throw .ticketNotFrom(state)
      }
      self.score = score
    }
  }

  private func mustBeOpen() throws(ForbiddenEvent) {
    if state == .closed { throw .ticketNotFrom(state) }
  }
}
