import Casework
import Policy

/// One message at the desk, while it is decided what to do about it.
struct DeskVisit {
  let desk: DeskAgent
  /// What was said, masked.
  let text: String
  let words: DeskWords
  let heard: [Heard]
  let state: ConversationState
  let setting: DeskSetting
  /// Whether numbers stood in the message.
  let hasNumbers: Bool
  var book: TicketBook
  var next: DeskState
  var replies: [PlannedReply] = []
  var suggestions: [Suggestion]?
  var offersAgent = false
  var passesOn = false
  var restoresFlow = false

  init(
    desk: DeskAgent, text: String, heard: [Heard], state: ConversationState, setting: DeskSetting,
    book: TicketBook
  ) {
    hasNumbers = !PersonalData.find(in: text).isEmpty
    self.text = hasNumbers ? PersonalData.mask(text).masked : text
    self.desk = desk
    words = DeskWords(text, desk.pack.lexicon)
    self.heard = heard
    self.state = state
    self.setting = setting
    self.book = book
    next = state.desk
    next.tier = book.record.deskTier(at: setting.now)
  }

  /// Decides; false when the desk has nothing to do with the message.
  mutating func run() -> Bool {
    let isSafe = !words.says(.selfHarm)
    if isSafe { noticeMood() } else { keepSafe() }
    if !isSafe { return true }
    switch state.desk.phase {
    case .bot: return atBot()
    case .queued(let queue): return inQueue(queue)
    case .connected(let contact): return withAgent(contact)
    case .wrapUp(let contact): return wrappingUp(contact)
    case .survey(let survey): return rated(survey)
    }
  }

  /// What was decided.
  var turn: DeskTurn {
    var turn = DeskTurn(next: next)
    turn.replies = replies
    turn.events = book.events
    turn.seals = book.seals
    turn.suggestions = suggestions
    turn.offersAgent = offersAgent
    turn.passesOn = passesOn
    turn.restoresFlow = restoresFlow
    return turn
  }

  // MARK: - Saying

  /// Who speaks: the agent, or Xiaoer for the desk.
  var speaker: Agent? {
    switch next.phase {
    case .connected(let contact), .wrapUp(let contact): contact.agent
    case .survey(let survey): survey.agent
    case .bot, .queued: nil
    }
  }

  /// Says `pieces`, marked as simulated at their beginning.
  mutating func say(_ pieces: [PlannedReply.Piece], as agent: Agent? = nil) {
    replies.append(spoken(pieces, as: agent))
  }

  /// A reply of `pieces`, marked as simulated at its beginning.
  func spoken(_ pieces: [PlannedReply.Piece], as agent: Agent? = nil) -> PlannedReply {
    var reply = PlannedReply(kind: .agent, pieces: [opening(agent ?? speaker)] + pieces)
    reply.simulated = true
    if asksForPerson || means(.agreed) {
      reply.intent = desk.intent("agent.request")
      reply.score = heard.first { isMeant("agent.request", by: $0) }?.score
    }
    return reply
  }

  /// The mark or the label that shows who speaks.
  func opening(_ agent: Agent?) -> PlannedReply.Piece {
    guard let agent else { return .desk(.mark) }
    return .desk(.label, [.init("name", .agent(agent))])
  }

  // MARK: - What was heard

  /// Whether a person was asked for.
  var asksForPerson: Bool { heard.contains { isMeant("agent.request", by: $0) } }

  /// Whether the intent called `id` is meant.
  func isMeant(_ id: String, by heard: Heard) -> Bool {
    heard.intent.map { desk.pack.intents[$0].id == id } ?? false
  }

  /// The questions in it that the policy answers or is silent on, surely heard.
  var questions: [Heard] {
    heard.filter { one in
      guard let intent = one.intent, (one.score ?? 1) >= 0.6 else { return false }
      switch desk.pack.intents[intent].kind {
      case .answer, .silent, .flow: return true
      case .agent, .social, .command, .outOfScope, .privacy: return false
      }
    }
  }

  /// The questions that are clear by themselves, whatever was talked about before; of an angry message only
  /// what is beyond doubt.
  var plainQuestions: [Heard] {
    let bar = isAngry ? 0.9 : 0
    return questions.filter { one in
      (one.trace.way == .matched || one.trace.way == .chosen) && (one.score ?? 1) >= bar
    }
  }

  /// Whether it says this and nothing else of the kind.
  func means(_ meaning: Heard.Meaning) -> Bool { heard.contains { $0.meaning == meaning } }

  /// Whether none of it was understood.
  var isMissed: Bool {
    !heard.isEmpty
      && heard.allSatisfy { if case .unclear = $0.meaning { true } else { false } }
  }

  // MARK: - Mood and danger

  /// Whether this very message is angry, or repeats what was said before.
  var isAngry: Bool { words.says(.anger) || words.says(.repetition) }

  private mutating func noticeMood() {
    if words.says(.distress), next.memory.mood == .calm { next.memory.mood = .distressed }
    if isAngry || state.desk.memory.repetitions >= DeskMemory.length { next.memory.mood = .upset }
  }

  /// Words of self-harm: the safety text before everything, whatever the state.
  private mutating func keepSafe() {
    next.memory.mood = .distressed
    replies.append(PlannedReply(kind: .agent, pieces: [.desk(.safety)]))
    escalate(.selfHarm)
  }

  /// The rules for tickets of this merchant, as things stand.
  var policy: TicketPolicy {
    TicketPolicy(tier: next.tier, mood: next.memory.mood, agents: desk.agents)
  }

  /// Whether somebody is at the merchant's desk.
  var isOpen: Bool { DeskHours(of: next.tier).isOpen(at: setting.now) }
}

extension PlannedReply.Piece {
  /// A sentence of the desk and what fills it.
  static func desk(_ key: DeskPhrase, _ arguments: [PlannedReply.Argument] = []) -> Self {
    .phrase(Phrase(key), arguments)
  }
}

extension PlannedReply.Value {
  /// A sentence of the desk.
  static func desk(_ key: DeskPhrase) -> Self { .phrase(Phrase(key)) }

  /// An agent's name in the language of the reply.
  static func agent(_ agent: Agent) -> Self {
    (try? Bilingual(zh: agent.zh, en: agent.en)).map { .both($0) } ?? .text(agent.zh)
  }
}
