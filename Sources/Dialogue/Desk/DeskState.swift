public import Casework
public import Policy

/// What a conversation is at with the desk.
public struct DeskState: Hashable, Sendable {
  /// How far it is on its way to an agent and back.
  public enum Phase: Hashable, Sendable {
    /// Xiaoer answers.
    case bot
    /// The merchant waits in the queue.
    case queued(DeskQueue)
    /// An agent answers.
    case connected(Contact)
    /// The agent asked whether there is anything else.
    case wrapUp(Contact)
    /// The agent asked for a rating.
    case survey(Survey)
  }

  /// A talk with an agent.
  public struct Contact: Hashable, Sendable {
    /// Who talks.
    public var agent: Agent
    /// 1 an agent, 2 the policy desk, 3 the supervisor.
    public var level = 1
    /// When it began.
    public let since: Moment
    /// When the merchant last said something.
    public var lastHeard: Moment
    /// Answers in a row that were none.
    public var failures = 0
    /// The ids of the intents that were talked about.
    public var topics: [String] = []
  }

  /// A rating that was asked for, once.
  public struct Survey: Hashable, Sendable {
    /// The ticket of the talk.
    public let ticket: TicketID
    /// Who asks.
    public let agent: Agent
    /// When.
    public let since: Moment
    /// Whether it was low, and the merchant was asked why.
    public var asksWhy = false
  }

  /// How far it is.
  public var phase = Phase.bot
  /// The desk it was at last: looked up in the record at every turn.
  public var tier = DeskTier.ordinary
  /// What the desk knows of the conversation.
  public var memory = DeskMemory()

  /// A conversation that never was at the desk.
  public init() {}

  /// What a record says of it; nil while Xiaoer answers.
  public var account: Account? {
    switch phase {
    case .bot: nil
    case .queued: Account(state: "queued", tier: tier, agent: nil)
    case .connected(let contact): Account(state: "connected", tier: tier, agent: contact.agent)
    case .wrapUp(let contact): Account(state: "wrap_up", tier: tier, agent: contact.agent)
    case .survey(let survey): Account(state: "survey", tier: tier, agent: survey.agent)
    }
  }

  /// What a record says of the desk: `agent:{state,tier,name,number}`.
  public struct Account: Hashable, Sendable {
    /// `queued`, `connected`, `wrap_up` or `survey`.
    public let state: String
    /// Which desk.
    public let tier: DeskTier
    /// Who; nil in the queue.
    public let agent: Agent?
  }

  /// Whether an agent answers instead of Xiaoer.
  public var isWithAgent: Bool {
    switch phase {
    case .connected, .wrapUp, .survey: true
    case .bot, .queued: false
    }
  }
}
