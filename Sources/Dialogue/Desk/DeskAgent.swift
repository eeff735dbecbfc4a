public import Casework
import Policy

/// The simulated service desk: the queue, the agents, their tickets and surveys. Pure, like all that decides.
public struct DeskAgent: Sendable {
  let pack: Pack
  let agents: Agents
  private let index: [String: Int]

  /// The desk as `pack` staffs it; nil when its lists of agents cannot be read.
  public init?(pack: Pack) {
    let people = { (list: WordList) in DeskAgent.people(pack.lexicon, list) }
    guard
      let agents = Agents(
        dedicated: people(.agentsDedicated), ordinary: people(.agentsOrdinary),
        policy: people(.agentPolicy).first, supervisor: people(.agentSupervisor).first)
    else { return nil }
    self.pack = pack
    self.agents = agents
    index = Dictionary(
      pack.intents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the desk does about `text`, which was `heard` so; nil: nothing, Xiaoer or a flow answers alone.
  ///
  /// `surname` is that of the merchant, if it is known. It is asked before anything else answers, and only a
  /// field of a flow that awaits an answer may come first, safety words aside (`isEmergency`).
  func reply(
    to text: String, heard: [Heard], in state: ConversationState, record: MerchantRecord,
    counters: Counters, at now: Moment, asOf: Moment, seed: UInt64, language: Tongue,
    surname: String? = nil
  ) -> DeskTurn? {
    var visit = DeskVisit(
      desk: self, text: text, heard: heard, state: state,
      setting: DeskSetting(now: now, asOf: asOf, seed: seed, tongue: language, surname: surname),
      book: TicketBook(record: record, counters: counters, at: now))
    return visit.run() ? visit.turn : nil
  }

  /// Whether `text` speaks of self-harm: then `reply` comes before every flow, in every state.
  public func isEmergency(_ text: String) -> Bool {
    DeskWords(text, pack.lexicon).says(.selfHarm)
  }

  /// The index of the intent called `id`.
  func intent(_ id: String) -> Int? { index[id] }

  /// The agent who looks after the ticket; nil when it is somebody else.
  func agent(owning owner: String) -> Agent? {
    (agents.dedicated + agents.ordinary + [agents.policy, agents.supervisor])
      .first { $0.owner == owner }
  }

  /// The people of a list: `晓琳 1024` and `Lin 1024` are one.
  private static func people(_ lexicon: Lexicon, _ list: WordList) -> [Agent] {
    let english = lexicon.written(list, in: .en).compactMap { parts($0) }
    return lexicon.written(list, in: .zh).compactMap { parts($0) }.map { number, name in
      let other = english.first { $0.number == number }?.name
      return Agent(number: number, zh: name, en: other ?? name)
    }
  }

  private static func parts(_ text: String) -> (number: String, name: String)? {
    guard let blank = text.lastIndex(of: " ") else { return nil }
    return (String(text[text.index(after: blank)...]), String(text[..<blank]))
  }
}

/// Who asks the desk, when and in which language.
struct DeskSetting: Sendable {
  let now: Moment
  let asOf: Moment
  let seed: UInt64
  let tongue: Tongue
  let surname: String?
}

/// What the desk does about one message. Nothing of it has happened yet.
public struct DeskTurn: Sendable, Equatable {
  /// What is said, in order.
  public var replies: [PlannedReply] = []
  /// What happens to the tickets.
  public var events: [CaseEvent] = []
  /// The words to be sealed with it.
  public var seals: [Seal] = []
  /// What the conversation is at with the desk afterwards, before `DeskState.after`.
  public var next: DeskState
  /// The questions that a number picks; nil leaves the earlier ones.
  public var suggestions: [Suggestion]?
  /// Whether "yes" takes an agent now.
  public var offersAgent = false
  /// Whether Xiaoer answers the message too, after these replies.
  public var passesOn = false
  /// Whether the merchant left the agent, so that the flow that was open asks its question again.
  public var restoresFlow = false
}
