public import Policy

/// Writes to a merchant's tickets: gathers the events of one turn, each of which the record has allowed.
public struct TicketBook: Sendable {
  /// The record with all of `events` in it.
  public private(set) var record: MerchantRecord
  /// What happened, in order.
  public private(set) var events: [CaseEvent] = []
  /// The words to be sealed with it.
  public private(set) var seals: [Seal] = []
  private var nextTicket: Int
  private let moment: Moment

  /// A book over `record` in which nothing was written at `moment`.
  public init(record: MerchantRecord, counters: Counters, at moment: Moment) {
    self.record = record
    self.moment = moment
    nextTicket = counters.nextTicket
  }

  /// What became of a wish for a ticket.
  public enum Outcome: Hashable, Sendable {
    case opened, kept, reopened
  }

  /// The ticket on `subject`: the open one, or the one closed within a week, opened again, or a new one.
  public mutating func ticket(
    on subject: Ticket.Subject, _ matter: TicketPolicy.Matter, _ policy: TicketPolicy,
    due promised: Moment? = nil
  ) -> (ticket: Ticket, outcome: Outcome)? {
    let priority = policy.priority(of: matter)
    let due = promised ?? policy.due(priority, from: moment)
    if let open = record.openTicket(on: subject.key) {
      // A promise whose time has come is made anew, so that nobody hears of a day that is past.
      if open.due <= moment { write(.reported(next: due), to: open.id) }
      return record[open.id].map { ($0, .kept) }
    }
    if let last = record.tickets.last(where: { $0.subject.key == subject.key }),
      write(.reopened(due: due), to: last.id), let again = record[last.id]
    {
      return (again, .reopened)
    }
    let id = TicketID(nextTicket, on: moment.shanghaiDate)
    let owner = policy.owner(of: matter, merchant: record.merchant)
    let event = TicketEvent.opened(
      subject, priority: priority, owner: owner, due: due, mood: policy.mood)
    guard write(event, to: id) else { return nil }
    nextTicket += 1
    if case .escalation(let trigger) = matter {
      write(.escalated(level: trigger.level, owner: owner, priority: priority), to: id)
    }
    return record[id].map { ($0, .opened) }
  }

  /// Writes `event` to the ticket, if the record allows it.
  @discardableResult
  public mutating func write(_ event: TicketEvent, to id: TicketID) -> Bool {
    append(.ticket(id, event))
  }

  /// Seals `words` under the ticket: the first is its summary.
  public mutating func note(_ words: String, on id: TicketID) {
    let count = record[id]?.notes.count ?? 0
    // Counted as the operators count theirs, so that no two notes share a name.
    let name = count == 0 ? "summary" : "note-\(count + 1)"
    guard write(.noted(name: name), to: id) else { return }
    seals.append(Seal(scope: id.rawValue, name: name, value: words))
  }

  private mutating func append(_ event: CaseEvent) -> Bool {
    guard let next = try? record.after(event, at: moment, by: .merchant) else { return false }
    record = next
    events.append(event)
    return true
  }
}
