public import Casework
public import Policy

/// What a conversation is at, as the fold of its events.
public struct ConversationState: Sendable, Equatable {
  /// How many turns were taken.
  public private(set) var turn = 0
  /// The language the merchant chose; nil while it follows the message.
  public private(set) var chosenLanguage: Tongue?
  /// The language of the last reply.
  public private(set) var lastLanguage: Tongue?
  /// The id of the intent that was answered last, and that a short follow-up is read against.
  public private(set) var topic: String?
  /// The questions that a number picks.
  public private(set) var suggestions: [Suggestion] = []
  /// Whether the last reply offered an agent, so that "yes" takes the offer.
  public private(set) var offersAgent = false
  /// Whether the last reply asked when the old fee was paid.
  public private(set) var asksPaymentTime = false
  /// How the last message was read; nil before the first.
  public private(set) var lastReading: ReadingTrace?
  /// The day the conversation was told to live in; nil while the clock's own holds.
  public private(set) var clock: Moment?
  /// Whether the merchant keeps what is typed out of the history.
  public private(set) var isPrivate = false
  /// When the merchant said something last; nil before the first message.
  public private(set) var lastHeard: Moment?
  /// The flow that the conversation is in; nil while it is in none.
  public private(set) var flow: FlowFocus?
  /// What Xiaoer asked last that a yes or no answers.
  public private(set) var question: FlowQuestion?
  /// What the simulator answers next.
  public private(set) var arms = SimulatorArms()
  /// The payment of whose success the channel tells at the next message.
  public private(set) var lateOrder: OrderNumber?
  /// What the merchant's last claim about an old payment led to.
  public private(set) var claimedVerdict: Verdict?
  /// What it is at with the desk.
  public private(set) var desk = DeskState()
  /// Whether the conversation is over.
  public private(set) var hasEnded = false

  /// A conversation in which nothing was said, with the questions that the welcome offers.
  public init(welcome: [Suggestion] = []) { suggestions = welcome }

  /// The state after `events`.
  public func applying(_ events: [Event]) -> ConversationState {
    var next = self
    for event in events { next.apply(event) }
    return next
  }

  private mutating func apply(_ event: Event) {
    switch event {
    case .exchanged(let exchange): apply(exchange)
    case .languageChosen(let tongue): chosenLanguage = tongue
    case .clockSet(let moment): clock = moment
    case .privacySet(let isOn): isPrivate = isOn
    case .restarted(let welcome):
      let (turn, clock, chosen) = (self.turn, self.clock, chosenLanguage)
      self = ConversationState(welcome: welcome)
      (self.turn, self.clock, chosenLanguage) = (turn, clock, chosen)
    case .heard(let moment): lastHeard = moment
    case .focused(let focus): flow = focus
    case .asked(let asked): question = asked
    case .armed(let arms): self.arms = arms
    case .awaitsLate(let order): lateOrder = order
    case .claimed(let verdict): claimedVerdict = verdict
    case .deskMoved(let desk): self.desk = desk
    case .ended: hasEnded = true
    }
  }

  /// The same state, as if the intent `topic` had been answered last.
  func about(_ topic: String) -> ConversationState {
    var state = self
    state.topic = topic
    return state
  }

  private mutating func apply(_ exchange: Exchange) {
    turn += 1
    lastLanguage = exchange.language
    if let topic = exchange.topic { self.topic = topic }
    if let offer = exchange.offer {
      suggestions = offer.suggestions
      offersAgent = offer.agent
      asksPaymentTime = offer.asksPaymentTime
    }
    if let reading = exchange.reading { lastReading = reading }
  }
}
