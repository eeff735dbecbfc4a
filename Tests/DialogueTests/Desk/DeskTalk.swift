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
  /// The name on record, if there is one.
  var name: String?
  var seals: [Seal] = []

  /// One turn as it was said and done.
  struct Said {
    var replies: [Reply] = []
    var events: [CaseEvent] = []
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
      .upgradeChecked(id, .eligible),
    ])
    try apply([.upgraded(id)], by: .simulator)
  }

  /// What happened elsewhere.
  mutating func apply(_ events: [CaseEvent], by actor: Actor = .merchant) throws {
    record = try record.after(events, at: now, by: actor)
  }

  /// Lets time pass.
  mutating func wait(minutes: Int) { now = now.advanced(bySeconds: minutes * 60) }

  private var counters: Counters {
    let day = now.shanghaiDate
    return Counters(nextTicket: record.tickets.count { $0.openedAt.shanghaiDate == day } + 1)
  }

  /// Says `text` as a merchant at the prompt does.
  @discardableResult mutating func say(_ text: String) throws -> Said {
    var situation = Situation(record: record, counters: counters, seed: seed)
    if let name { situation.particulars[CaseID(9, on: now.shanghaiDate)] = [.name: name] }
    let decision = decider.decide(text, in: state, of: situation, at: now, asOf: now)
    return try conclude(decision)
  }

  /// As `say`, to the desk alone, with what was heard given.
  mutating func take(_ text: String, _ heard: [Heard]) throws -> Said {
    var decision = Decision(heard: text, language: .zh)
    let turn = desk.reply(
      to: text, heard: heard, in: state, record: record, counters: counters, at: now, asOf: now,
      seed: seed, language: .zh)
    if let turn {
      (decision.replies, decision.happened, decision.seals) = (
        turn.replies, turn.events, turn.seals
      )
    }
    let next = (turn?.next ?? state.desk).after(decision, pack: pack)
    decision.events = [.deskMoved(next)]
    return try conclude(decision)
  }

  private mutating func conclude(_ decision: Decision) throws -> Said {
    record = try record.after(decision.happened, at: now, by: .merchant)
    seals += decision.seals
    let exchange = Exchange(
      text: decision.heard, language: decision.language, topic: decision.topic,
      offer: decision.offer, reading: decision.reading)
    state = state.applying([.exchanged(exchange)] + decision.events)
    return Said(
      replies: decision.replies.map { renderer.render($0, in: decision.language) },
      events: decision.happened)
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
      replies: turn.replies.map { renderer.render($0, in: .zh) }, events: turn.events)
  }
}
