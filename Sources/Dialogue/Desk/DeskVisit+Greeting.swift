import Casework
import Policy

extension DeskVisit {
  /// Who serves the merchant now.
  var agentOnDuty: Agent {
    let (merchant, day) = (book.record.merchant, setting.now.shanghaiDate)
    switch next.tier {
    case .dedicated: return desk.agents.onDuty(for: merchant, on: day)
    case .ordinary: return desk.agents.drawn(for: merchant, on: day, seed: setting.seed)
    }
  }

  /// The word 专属 is said to nobody but a merchant whose Blue V is in force now.
  func greeting(of agent: Agent) -> PlannedReply.Piece {
    let common: [PlannedReply.Argument] = [
      .init("name", .agent(agent)), .init("number", .text(agent.number)),
    ]
    guard next.tier == .dedicated else { return .desk(.greetOrdinary, common) }
    let fixed = desk.agents.fixed(for: book.record.merchant)
    let arguments = common + [.init("who", who), .init("fixed", .agent(fixed))]
    return .desk(agent == fixed ? .greetDedicated : .greetDeputy, arguments)
  }

  /// How the merchant is addressed: 林老板, if the surname is on record.
  private var who: PlannedReply.Value {
    guard let surname = setting.surname else { return .desk(.whoThere) }
    let words = desk.pack.phrases.words(of: Phrase(DeskPhrase.whoNamed))
    let filled = { (text: String) in Phrasebook.fill(text) { _ in surname } }
    return (try? Bilingual(zh: filled(words.zh), en: filled(words.en))).map { .both($0) }
      ?? .desk(.whoThere)
  }

  /// The last ticket and the case that is under way: what the dedicated agent knows of old.
  var memories: [PlannedReply.Piece] {
    var pieces: [PlannedReply.Piece] = []
    let before = book.record.tickets.last { ticket in
      !book.events.contains { if case .ticket(ticket.id, _) = $0 { true } else { false } }
    }
    if let before {
      let key: DeskPhrase = before.state == .closed ? .memoryTicketClosed : .memoryTicketOpen
      if before.state == .closed || before.due > setting.now {
        pieces.append(.desk(key, arguments(of: before)))
      }
    }
    if let open = book.record.cases.last(where: { !$0.isOver(at: setting.now) }) {
      pieces.append(.desk(.memoryCase, arguments(of: open)))
    }
    return pieces
  }

  /// That the agent has seen what was asked before; nil when nothing was.
  var tookOver: PlannedReply.Piece? {
    guard let index = next.memory.topic.flatMap({ desk.intent($0) }),
      desk.pack.intents[index].kind == .answer || desk.pack.intents[index].kind == .silent
    else { return nil }
    return .desk(.tookOver, [.init("topic", .both(desk.pack.intents[index].title))])
  }

  /// One apology, to somebody upset; a calm word to somebody in distress.
  mutating func apology() -> [PlannedReply.Piece] {
    guard !next.memory.hasApologised else { return [] }
    switch next.memory.mood {
    case .calm: return []
    case .upset:
      next.memory.hasApologised = true
      return [.desk(.apology)]
    case .distressed:
      next.memory.hasApologised = true
      return [.desk(.concern)]
    }
  }
}
