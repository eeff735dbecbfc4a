import Policy
import Testing

@testable import Casework

/// Tickets: one for one subject, always somebody's, always with a promised time.
@Suite struct CasesTicketTests {
  private let first = TicketID(1, on: cutoffDay)
  private let second = TicketID(2, on: cutoffDay)

  private func opening(
    _ key: String = "silent.refund", owner: String = "desk", due: Moment = cutoff
  ) -> TicketEvent {
    .opened(.init(key: key), priority: .p3, owner: owner, due: due, mood: .calm)
  }

  @Test func `one subject has one open ticket, also after one is opened again`() throws {
    var history = History()
    try history.happens(.ticket(first, opening()))
    #expect(history.refusal(of: .ticket(second, opening())) == .ticketExists)
    #expect(history.refusal(of: .ticket(first, opening("other"))) == .numberTaken)
    try history.happens(.ticket(first, .closed), .ticket(second, opening()))
    #expect(history.refusal(of: .ticket(first, .reopened(due: cutoff))) == .ticketExists)
    try history.happens(.ticket(second, .closed), .ticket(first, .reopened(due: cutoff)))
    #expect(history.record.openTicket(on: "silent.refund")?.id == first)
  }

  @Test func `no ticket is nobody's, and no promise is over when it is made`() throws {
    var history = History()
    let past = cutoff.advanced(bySeconds: -1)
    #expect(history.refusal(of: .ticket(first, opening(owner: ""))) == .noOwner)
    #expect(history.refusal(of: .ticket(first, opening(due: past))) == .promiseInPast)
    try history.happens(.ticket(first, opening()))
    #expect(history.refusal(of: .ticket(first, .taken(by: "")), by: clerk) == .noOwner)
    #expect(
      history.refusal(of: .ticket(first, .escalated(level: 2, owner: "", priority: .p1)))
        == .noOwner)
    #expect(history.refusal(of: .ticket(first, .reported(next: past))) == .promiseInPast)
    for level in [0, 4] {
      #expect(
        history.refusal(of: .ticket(first, .escalated(level: level, owner: "x", priority: .p1)))
          == .ticketNotFrom(.open))
    }
    #expect(history.refusal(of: .ticket(second, .closed)) == .unknownTicket)
  }

  @Test(arguments: [(-1, nil), (0, nil), (1, ForbiddenEvent.ticketNotFrom(.closed))])
  func `a closed ticket is opened again within seven days, inclusive`(
    seconds: Int, refusal: ForbiddenEvent?
  ) throws {
    var history = History()
    try history.happens(.ticket(first, opening()), .ticket(first, .closed))
    history.now = cutoff.advanced(bySeconds: 7 * 86_400 + seconds)
    #expect(history.refusal(of: .ticket(first, .reopened(due: history.now))) == refusal)
  }

  @Test func `it rises in level and in haste and never sinks`() throws {
    var history = History()
    try history.happens(
      .ticket(first, opening()),
      .ticket(first, .escalated(level: 3, owner: "supervisor", priority: .p1)),
      .ticket(first, .escalated(level: 2, owner: "policy", priority: .p4)))
    #expect(history.record[first]?.level == 3)
    #expect(history.record[first]?.priority == .p1)
    let later = cutoff.advanced(bySeconds: 60)
    try history.happens(
      .ticket(first, .reported(next: later)), .ticket(first, .reported(next: cutoff)))
    #expect(history.record[first]?.due == later)
  }

  @Test(arguments: [(0, false), (1, true), (5, true), (6, false)])
  func `the survey is offered once, answered once, with one to five`(
    score: Int, isTaken: Bool
  ) throws {
    var history = History()
    try history.happens(.ticket(first, opening()))
    let survey = CaseEvent.ticket(first, .surveyed(score: score))
    #expect(history.refusal(of: survey) == .ticketNotFrom(.open))
    try history.happens(.ticket(first, .closed), .ticket(first, .surveyOffered))
    #expect((history.refusal(of: survey) == nil) == isTaken)
    #expect(history.refusal(of: .ticket(first, .surveyOffered)) == .ticketNotFrom(.closed))
    guard isTaken else { return }
    try history.happens(survey)
    #expect(history.refusal(of: survey) == .ticketNotFrom(.closed))
  }

  @Test func `only what somebody else did is news`() throws {
    var history = History()
    try history.happens(.ticket(first, opening()), .ticket(first, .noted(name: "note-1")))
    #expect(history.record.untold.isEmpty)
    #expect(history.record[first]?.state == .open)
    try history.happens(.ticket(first, .noted(name: "note-2")), by: clerk)
    #expect(history.record.untold.count == 1)
    #expect(history.record[first]?.state == .answered)
    #expect(history.record[first]?.notes.map(\.name) == ["note-1", "note-2"])
  }
}
