import Casework
@testable import Dialogue
import Fixtures
import Policy
import Testing

/// Random walks over conversation, clock, operators and tickets.
@Suite struct DeskWalkTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `nobody waits for ever, and no promise is lost, in a hundred thousand events`(
    _ seed: UInt64
  ) throws {
    var lot = Dice(seed: seed)
    var seen: Set<String> = []
    for merchant in 0..<100 {
      var walk = try DeskWalk(merchant: "m\(merchant)", isCalm: merchant % 3 == 0, lot: lot)
      for _ in 0..<250 { try walk.step() }
      lot = walk.lot
      seen.formUnion(walk.seen)
    }
    // A walk that never came there would prove nothing.
    let wanted: Set = [
      "queued", "connected", "wrap_up", "survey", "dedicated", "safety", "escalated", "closed",
      "surveyed", "reopened",
    ]
    #expect(wanted.subtracting(seen) == [])
  }
}

/// SplitMix64: the same walk on every machine.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Casework.Lot.draw(count, seed: state, salt: 1)
  }
}

/// One merchant's walk.
struct DeskWalk {
  var lot: Dice
  /// What happened at least once.
  private(set) var seen: Set<String> = []
  private let pack = TinyPack.pack
  private let desk: DeskAgent
  private var state = ConversationState()
  private var record: MerchantRecord
  private var now: Moment
  /// Messages since the merchant joined the queue.
  private var waiting = 0
  private var nextTicket = 1
  private let isCalm: Bool

  init(merchant: String, isCalm: Bool, lot: Dice) throws {
    self.isCalm = isCalm
    desk = try #require(DeskAgent(pack: TinyPack.pack))
    record = MerchantRecord(merchant: merchant)
    now = try #require(Moment(iso8601: "2020-08-03T08:50:00+08:00"))
    self.lot = lot
  }

  mutating func step() throws {
    switch lot.roll(20) {
    case 0: now = now.advanced(bySeconds: 60 * (1 + lot.roll(14)))
    case 1: now = now.advanced(bySeconds: 3600 * (1 + lot.roll(40)))
    case 2: try operatorActs()
    case 3: if lot.roll(10) == 0 { try becomesBlueV() }
    case 4: try hearNews()
    case 5: if lot.roll(8) == 0 { (state, waiting) = (ConversationState(), 0) }
    case _: try speak()
    }
    try checkTickets()
  }

  // MARK: - What happens

  /// What a merchant says who loses no temper; the others say anything.
  private static let calm = [
    "认证费能退吗", "蓝V多少钱", "转人工", "谢谢", "再见", "没有了", "不用了", "好", "我的工单", "回到机器人",
  ]
  private static let texts =
    calm + [
      "你们这帮骗子", "我要投诉", "我要打12315", "不等了", "5", "1", "2 太慢了", "跳过", "我不想活了", "重复扣款了，扣了两次",
      "我的密码是 1234", "找你们领导", "建议你们加个功能", "急死了，求求你", "哈啦哈啦", "我的信息泄露了", "你保证能过吗",
      "back to the bot", "I want to kill myself", "thanks", "催一下审核",
    ]

  private mutating func speak() throws {
    let texts = isCalm ? DeskWalk.calm : DeskWalk.texts
    var text = texts[lot.roll(texts.count)]
    if lot.roll(8) == 0, let ticket = record.tickets.last {
      text = ticket.id.rawValue + ["怎么样了", "重新打开", "关掉"][lot.roll(3)]
    }
    if case .survey = state.desk.phase, lot.roll(2) == 0 {
      text = ["5", "1", "3 还行"][lot.roll(3)]
    }
    let heard = [hear(text)]
    let before = state.desk
    let turn = desk.reply(
      to: text, heard: heard, in: state, record: record, counters: counters, at: now, asOf: now,
      seed: 7, language: .zh)
    var decision = Decision(heard: text, language: .zh)
    decision.offer = Offer(suggestions: [], agent: turn?.offersAgent ?? false)
    if let turn {
      try check(turn, after: before, text)
      decision.replies = turn.replies
      try happen(turn.events, .merchant)
    } else {
      decision.replies = bot(heard)
      decision.offer?.agent = decision.replies.contains { !$0.silent.isEmpty }
    }
    let next = (turn?.next ?? before).after(decision, pack: pack)
    if let account = next.account { seen.formUnion([account.state, account.tier.rawValue]) }
    if case .queued = next.phase { waiting += 1 } else { waiting = 0 }
    #expect(waiting <= DeskQueue.patience + 1, "waits for ever")
    let exchange = Exchange(
      text: text, language: .zh, topic: nil, offer: decision.offer, reading: nil)
    state = state.applying([.exchanged(exchange), .deskMoved(next)])
  }

  /// What the matcher might make of it, rightly or wrongly.
  private mutating func hear(_ text: String) -> Heard {
    let trace = ReadingTrace(text: text, intent: nil, way: .matched)
    let meaning: Heard.Meaning
    switch (text, lot.roll(8)) {
    case ("好", _): meaning = state.offersAgent ? .agreed : .idleYes
    case ("不用了", _): meaning = state.offersAgent ? .declined : .idleNo
    case ("认证费能退吗", _): meaning = .intent(2)
    case ("转人工", _), ("找你们领导", _): meaning = .intent(desk.intent("agent.request") ?? 0)
    case (_, 0): meaning = .outOfScope
    case (_, 1): meaning = .oneOf([0, 1])
    case (_, 2): meaning = .intent(lot.roll(pack.intents.count))
    case (_, _): meaning = .unclear([])
    }
    return Heard(meaning: meaning, score: 0.9, trace: trace)
  }

  private func bot(_ heard: [Heard]) -> [PlannedReply] {
    heard.map { one in
      guard let index = one.intent else {
        return PlannedReply(kind: .notUnderstood, pieces: [])
      }
      var reply = PlannedReply(kind: .answer, intent: index, pieces: [.answer(index)])
      reply.cite = pack.intents[index].answer?.cite ?? []
      reply.silent = pack.intents[index].answer?.silent ?? []
      return reply
    }
  }

  private mutating func operatorActs() throws {
    guard !record.tickets.isEmpty else { return }
    let ticket = record.tickets[lot.roll(record.tickets.count)]
    let events: [TicketEvent] = [
      .taken(by: "operator:wu"), .noted(name: "note-\(ticket.notes.count)"), .closed,
    ]
    let event = CaseEvent.ticket(ticket.id, events[lot.roll(events.count)])
    if let next = try? record.after(event, at: now, by: .operator("wu")) { record = next }
  }

  private mutating func becomesBlueV() throws {
    let id = CaseID(record.version + 1, on: now.shanghaiDate)
    let events: [CaseEvent] = [
      .opened(id, .upgrade), .upgradeChecked(id, .eligible), .upgraded(id),
    ]
    if let next = try? record.after(events, at: now, by: .simulator) { record = next }
  }

  private mutating func hearNews() throws {
    let turn = desk.news(
      in: state, record: record, counters: counters, at: now, language: .zh,
      words: { _, _ in "好了" })
    if let turn { try happen(turn.events, .merchant) }
    try happen([.told(version: record.version)], .simulator)
    for ticket in record.tickets where ticket.state == .open || ticket.state == .taken {
      #expect(ticket.due > now, "a promise is past, and the merchant was told nothing")
    }
  }

  private var counters: Counters { Counters(nextTicket: nextTicket) }

  private mutating func happen(_ events: [CaseEvent], _ actor: Actor) throws {
    for event in events {
      switch event {
      case .ticket(_, .escalated): seen.insert("escalated")
      case .ticket(_, .closed): seen.insert("closed")
      case .ticket(_, .surveyed): seen.insert("surveyed")
      case .ticket(_, .reopened): seen.insert("reopened")
      case _: break
      }
    }
    record = try record.after(events, at: now, by: actor)
    nextTicket += events.count { if case .ticket(_, .opened) = $0 { true } else { false } }
  }

  // MARK: - What must never be

  private mutating func check(_ turn: DeskTurn, after before: DeskState, _ text: String) throws {
    #expect(!turn.replies.isEmpty || turn.passesOn, "no word to \(text)")
    let phrases = turn.replies.flatMap(\.pieces).compactMap { piece in
      if case .phrase(let phrase, _) = piece { phrase } else { nil }
    }
    let isDedicated = record.deskTier(at: now) == .dedicated
    for key in [DeskPhrase.greetDedicated, .greetDeputy, .hoursDedicated] {
      #expect(isDedicated || !phrases.contains(Phrase(key)), "专属 to \(record.merchant)")
    }
    for reply in turn.replies where reply.simulated {
      guard case .phrase(let first, _)? = reply.pieces.first else {
        Issue.record("a simulated reply that does not say so: \(text)")
        continue
      }
      #expect(first == Phrase(DeskPhrase.mark) || first == Phrase(DeskPhrase.label))
    }
    if desk.isEmergency(text) {
      seen.insert("safety")
      #expect(turn.replies.first?.pieces == [.desk(.safety)])
    }
    if case .survey = turn.next.phase {
      #expect(turn.next.memory.mood == .calm, "a survey to somebody upset")
      if case .queued = before.phase { Issue.record("a survey after an abandoned queue") }
    }
  }

  private func checkTickets() throws {
    var open: Set<String> = []
    for ticket in record.tickets {
      #expect(!ticket.owner.isEmpty)
      #expect(ticket.due > ticket.openedAt)
      if ticket.state != .closed { #expect(open.insert(ticket.subject.key).inserted) }
    }
  }
}
