import Casework
import Policy
import Testing

@Suite struct TicketBookTests {
  private let now: Moment
  private let agents: Agents

  init() throws {
    now = try #require(Moment(iso8601: "2020-08-03T10:00:00+08:00"))
    let agent = Agent(number: "1024", zh: "晓琳", en: "Lin")
    let policy = Agent(number: "3001", zh: "周", en: "Zhou")
    agents = try #require(
      Agents(dedicated: [agent], ordinary: [agent], policy: policy, supervisor: agent))
  }

  private func policy(_ tier: DeskTier = .ordinary, _ mood: Ticket.Mood = .calm) -> TicketPolicy {
    TicketPolicy(tier: tier, mood: mood, agents: agents)
  }

  private func book(_ record: MerchantRecord, at moment: Moment) -> TicketBook {
    TicketBook(record: record, counters: Counters(), at: moment)
  }

  private let subject = Ticket.Subject(key: "S01", intent: "silent.refund", items: ["S01"])

  private func ticket(
    in book: inout TicketBook
  ) throws -> (ticket: Ticket, outcome: TicketBook.Outcome) {
    let found = book.ticket(on: subject, .question, policy())
    return try #require(found)
  }

  @Test func `one question has one ticket, however often it is asked`() throws {
    var book = book(MerchantRecord(merchant: "lin"), at: now)
    let first = try ticket(in: &book)
    let second = try ticket(in: &book)
    #expect(first.outcome == .opened)
    #expect(second.outcome == .kept)
    #expect(first.ticket.id.rawValue == "T20200803-0001")
    #expect(book.record.tickets.count == 1)
  }

  @Test(arguments: [(7 * 86_400, TicketBook.Outcome.reopened), (7 * 86_400 + 1, .opened)])
  func `a ticket is opened again up to seven days after it was closed`(
    _ seconds: Int, _ expected: TicketBook.Outcome
  ) throws {
    var book = book(MerchantRecord(merchant: "lin"), at: now)
    let id = try ticket(in: &book).ticket.id
    book.write(.closed, to: id)
    var later = self.book(book.record, at: now.advanced(bySeconds: seconds))
    let again = try ticket(in: &later)
    #expect(again.outcome == expected)
  }

  @Test func `a promise whose time has come is made anew`() throws {
    var book = book(MerchantRecord(merchant: "lin"), at: now)
    let due = try ticket(in: &book).ticket.due
    var later = self.book(book.record, at: due)
    let kept = try ticket(in: &later)
    #expect(kept.outcome == .kept)
    #expect(kept.ticket.due > due)
  }

  @Test(
    arguments: [
      (DeskTier.ordinary, Ticket.Mood.calm, Ticket.Priority.p3), (.dedicated, .calm, .p2),
      (.ordinary, .upset, .p2), (.dedicated, .distressed, .p2),
    ])
  func `tier and mood raise a priority, but not to P1`(
    _ tier: DeskTier, _ mood: Ticket.Mood, _ expected: Ticket.Priority
  ) {
    #expect(policy(tier, mood).priority(of: .question) == expected)
  }

  @Test(arguments: Escalation.allCases)
  func `whoever escalates gets the same priority at both desks, P1 for money, data and danger`(
    _ trigger: Escalation
  ) {
    let isSerious: Bool =
      switch trigger {
      case .failedAnswers, .complaint: false
      case .publicComplaint, .paymentUnknown, .doubleCharge, .personalData, .selfHarm: true
      }
    #expect((policy().priority(of: .escalation(trigger)) == .p1) == isSerious)
    #expect((policy(.dedicated).priority(of: .escalation(trigger)) == .p1) == isSerious)
  }

  @Test(arguments: Ticket.Priority.allCases, DeskTier.allCases)
  func `a promise falls into the desk's hours, also at night and before a weekend`(
    _ priority: Ticket.Priority, _ tier: DeskTier
  ) throws {
    for hour in 0..<24 * 7 {
      let moment = now.advanced(bySeconds: hour * 3600 + 1234)
      let due = policy(tier).due(priority, from: moment)
      #expect(due > moment)
      #expect(DeskHours(of: tier).isOpen(at: due))
      #expect(DeskHours(of: tier).isOpen(at: policy(tier).callBack(from: moment)))
    }
  }

  @Test func `a ticket is taken by one person only`() throws {
    var book = book(MerchantRecord(merchant: "lin"), at: now)
    let id = try ticket(in: &book).ticket.id
    let taken = try book.record.after(.ticket(id, .taken(by: "wu")), at: now, by: .operator("wu"))
    #expect(throws: ForbiddenEvent.ticketNotFrom(.taken)) {
      try taken.after(.ticket(id, .taken(by: "qin")), at: now, by: .operator("qin"))
    }
    #expect(taken[id]?.owner == "wu")
  }

  @Test func `words are sealed under the ticket, never in an event`() throws {
    var book = book(MerchantRecord(merchant: "lin"), at: now)
    let id = try ticket(in: &book).ticket.id
    book.note("请尽快", on: id)
    book.note("还没好吗", on: id)
    #expect(book.seals.map(\.name) == ["summary", "note-2"])
    #expect(book.seals.allSatisfy { $0.scope == id.rawValue })
    #expect(!"\(book.events)".contains("请尽快"))
  }
}
