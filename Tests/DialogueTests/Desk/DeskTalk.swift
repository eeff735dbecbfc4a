import Casework
@testable import Dialogue
import Fixtures
import Policy
import Testing

/// A merchant at the desk, with a record and a clock, and nothing else of the program.
struct DeskTalk {
  let pack: Pack
  let decider: Decider
  let desk: DeskAgent
  let renderer: Renderer
  var state = ConversationState()
  var record: MerchantRecord
  var now: Moment
  var seed: UInt64 = 7
  var surname: String?
  var seals: [Seal] = []

  /// One turn as it was said and done.
  struct Said {
    var replies: [Reply] = []
    var events: [CaseEvent] = []
    var fromDesk = false
    var restoresFlow = false
    var words: String { replies.map(\.text).joined(separator: "\n") }
    var tickets: [TicketID] {
      events.compactMap { if case .ticket(let id, _) = $0 { id } else { nil } }
    }
    /// The tickets that were opened.
    var opened: [TicketID] {
      events.compactMap { if case .ticket(let id, .opened) = $0 { id } else { nil } }
    }
  }

  init(_ merchant: String = "lin", at day: String, _ assistant: Shared = .house) throws {
    pack = assistant.pack
    decider = assistant.decider
    desk = assistant.desk
    renderer = assistant.renderer
    record = MerchantRecord(merchant: merchant)
    now = try #require(Moment(iso8601: day))
  }

  /// What all talks share.
  struct Shared {
    let pack: Pack
    let decider: Decider
    let desk: DeskAgent
    let renderer: Renderer

    static let house = Shared(House.pack)

    init(_ pack: Pack) {
      guard let desk = DeskAgent(pack: pack) else { fatalError("nobody at the desk") }
      self.pack = pack
      self.desk = desk
      decider = Decider(pack: pack)
      renderer = Renderer(pack: pack)
    }
  }

  /// Gives the merchant a Blue V that is in force from `now` on: by the upgrade, or bought.
  mutating func upgrade() throws {
    let id = CaseID(1, on: now.shanghaiDate)
    try apply([
      .opened(id, .upgrade), .fieldGiven(id, .paidAt, isNew: true),
      .upgradeChecked(id, .eligible), .upgraded(id),
    ])
  }

  /// What happened elsewhere.
  mutating func apply(_ events: [CaseEvent], by actor: Actor = .merchant) throws {
    record = try record.after(events, at: now, by: actor)
  }

  /// Lets time pass.
  mutating func wait(minutes: Int) { now = now.advanced(bySeconds: minutes * 60) }

  @discardableResult mutating func say(_ text: String) throws -> Said {
    let heard = decider.listener.listen(to: text, in: state)
    return try take(text, heard)
  }

  /// As `say`, with what was heard given.
  mutating func take(_ text: String, _ heard: [Heard]) throws -> Said {
    let day = now.shanghaiDate
    let counters = Counters(
      nextTicket: record.tickets.count { $0.openedAt.shanghaiDate == day } + 1)
    let language = state.lastLanguage ?? .zh
    let turn = desk.reply(
      to: text, heard: heard, in: state, record: record, counters: counters, at: now, asOf: now,
      seed: seed, language: language, surname: surname)
    var decision = Decision(heard: text, language: language)
    if turn?.passesOn ?? true {
      decision = decider.decide(
        text, in: state, of: Situation(record: record, counters: counters), at: now, asOf: now)
    }
    if let turn {
      decision.replies = turn.replies + decision.replies
      if turn.suggestions != nil || turn.offersAgent {
        decision.offer = Offer(suggestions: turn.suggestions ?? [], agent: turn.offersAgent)
      } else if decision.offer == nil {
        decision.offer = Offer(suggestions: [], agent: false)
      }
      record = try record.after(turn.events, at: now, by: .merchant)
      seals += turn.seals
    }
    return try conclude(decision, turn)
  }

  private mutating func conclude(_ decision: Decision, _ turn: DeskTurn?) throws -> Said {
    let desk = (turn?.next ?? state.desk).after(decision, pack: pack)
    let exchange = Exchange(
      text: decision.heard, language: decision.language, topic: decision.topic,
      offer: decision.offer, reading: decision.reading)
    state = state.applying([.exchanged(exchange), .deskMoved(desk)])
    return Said(
      replies: decision.replies.map { renderer.render($0, in: decision.language) },
      events: turn?.events ?? [], fromDesk: turn != nil,
      restoresFlow: turn?.restoresFlow ?? false)
  }

  /// What the desk tells unasked.
  mutating func news(_ words: (TicketID, String) -> String? = { _, _ in nil }) throws -> Said {
    let turn = desk.news(
      in: state, record: record, counters: Counters(nextTicket: 90), at: now, language: .zh,
      words: words)
    guard let turn else { return Said() }
    record = try record.after(
      turn.events + [.told(version: record.version)], at: now, by: .merchant)
    return Said(
      replies: turn.replies.map { renderer.render($0, in: .zh) }, events: turn.events,
      fromDesk: true)
  }
}
