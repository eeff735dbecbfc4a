public import Casework
public import Policy

/// What the desk remembers of a conversation: enough to hand it over, so that nobody repeats anything.
public struct DeskMemory: Hashable, Sendable {
  /// One turn.
  public struct Turn: Hashable, Sendable {
    /// What was said, masked; empty where it held a secret.
    public let heard: String
    /// The intents that were met.
    public let intents: [String]
    /// The clauses of the answer.
    public let cite: [ClauseID]
    /// What the policy did not say.
    public let open: [Question]
  }

  /// A question that only a person can take up.
  public struct Question: Hashable, Sendable {
    /// The intent that was met.
    public let intent: String?
    /// The silent items.
    public let items: [String]

    /// What a ticket on it goes by: one ticket for one silent item.
    public var key: String { items.first ?? intent ?? "agent.request" }
  }

  /// How many turns are handed over.
  static let length = 5

  /// The last turns, oldest first.
  public internal(set) var turns: [Turn] = []
  /// Messages in a row that were not understood.
  public internal(set) var failures = 0
  /// What "yes" to the last offer makes tickets of.
  public internal(set) var offered: [Question] = []
  /// The merchant's mood, the worst so far.
  public internal(set) var mood = Ticket.Mood.calm
  /// Whether the desk said that it is sorry: once is enough.
  public internal(set) var hasApologised = false

  /// The questions of the last turns that the policy leaves open, each once.
  public var open: [Question] {
    var keys: Set<String> = []
    return turns.flatMap(\.open).filter { keys.insert($0.key).inserted }
  }

  /// The intent met in the last turn that met one.
  var topic: String? { turns.last { !$0.intents.isEmpty }?.intents.last }

  /// How often the last topic was met in the turns remembered.
  var repetitions: Int {
    guard let topic = turns.last?.intents.first else { return 0 }
    return turns.count { $0.intents.contains(topic) }
  }

  /// The memory after a turn in which `replies` were given to `heard`.
  func after(_ heard: String, replies: [PlannedReply], offersAgent: Bool?, pack: Pack) -> DeskMemory
  {
    var next = self
    let met = replies.compactMap { reply in reply.intent.map { pack.intents[$0].id } }
    // A flow that opens with what the policy leaves open was not asked about it.
    let open = questions(in: replies.filter { $0.kind == .silent || $0.kind == .agent }, pack)
    next.turns.append(
      Turn(heard: heard, intents: met, cite: replies.flatMap(\.cite), open: open))
    if next.turns.count > DeskMemory.length { next.turns.removeFirst() }
    let isMissed = !replies.isEmpty && replies.allSatisfy { $0.kind == .notUnderstood }
    if isMissed { next.failures += 1 } else if !replies.isEmpty { next.failures = 0 }
    if let offersAgent {
      let left = questions(in: replies, pack)
      next.offered = !offersAgent ? [] : left.isEmpty ? offers(of: replies, met) : left
    }
    return next
  }

  private func questions(in replies: [PlannedReply], _ pack: Pack) -> [Question] {
    replies.filter { !$0.silent.isEmpty }.map { reply in
      Question(intent: reply.intent.map { pack.intents[$0].id }, items: reply.silent)
    }
  }

  private func offers(of replies: [PlannedReply], _ met: [String]) -> [Question] {
    // Something that a person has to check though the policy is not silent on it.
    guard replies.contains(where: { !$0.cite.isEmpty }), let intent = met.last else { return [] }
    return [Question(intent: intent, items: [])]
  }
}

extension DeskState {
  /// The state after Xiaoer or an agent answered as `decision` says. Every turn ends with this.
  public func after(_ decision: Decision, pack: Pack) -> DeskState {
    var next = self
    let isSecret =
      decision.isSensitive || DeskWords(decision.heard, pack.lexicon).says(.secret)
    next.memory = memory.after(
      isSecret ? "" : String(decision.heard.prefix(200)), replies: decision.replies,
      offersAgent: decision.offer?.agent, pack: pack)
    return next
  }
}
