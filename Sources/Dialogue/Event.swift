public import Casework
public import Policy

/// Something that happened in a conversation. A conversation is the list of its events.
public enum Event: Sendable, Equatable {
  /// The merchant said something and was answered.
  case exchanged(Exchange)
  /// The merchant chose a language; nil: that of each message.
  case languageChosen(Tongue?)
  /// The simulated clock was set.
  case clockSet(Moment)
  /// The merchant turned the keeping of a history off (true) or on again.
  case privacySet(Bool)
  /// The merchant started over; the welcome's questions are offered again.
  case restarted([Suggestion])
  /// The merchant said something at this moment.
  case heard(at: Moment)
  /// The conversation is in this flow; nil: in none.
  case focused(FlowFocus?)
  /// Xiaoer asked this; nil: nothing that a yes could answer.
  case asked(FlowQuestion?)
  /// The simulator answers so next.
  case armed(SimulatorArms)
  /// The channel will tell of this payment's success at the next message; nil: it has.
  case awaitsLate(OrderNumber?)
  /// What the merchant said about an old payment led to this.
  case claimed(Verdict)
  /// The conversation moved on at the desk.
  case deskMoved(DeskState)
  /// The conversation was ended.
  case ended
}

/// One message and what came of it.
public struct Exchange: Sendable, Equatable {
  /// The message, with personal data masked.
  public var text: String
  /// The language of the reply.
  public var language: Tongue
  /// The intent that follow-ups are read against from now on; nil leaves it as it was.
  public var topic: String?
  /// What the reply offers; nil leaves the earlier offer standing.
  public var offer: Offer?
  /// How the message was read; nil leaves the earlier reading to be explained.
  public var reading: ReadingTrace?

  /// An exchange of these parts.
  public init(
    text: String, language: Tongue, topic: String?, offer: Offer?, reading: ReadingTrace?
  ) {
    self.text = text
    self.language = language
    self.topic = topic
    self.offer = offer
    self.reading = reading
  }
}

/// What a reply offers to do next.
public struct Offer: Sendable, Equatable {
  /// The questions that a number picks.
  public var suggestions: [Suggestion]
  /// Whether "yes" hands over to an agent.
  public var agent: Bool
  /// Whether Xiaoer asked when the old fee was paid, so that a bare time is the answer.
  public var asksPaymentTime = false

  /// An offer of these parts.
  public init(suggestions: [Suggestion], agent: Bool) {
    self.suggestions = suggestions
    self.agent = agent
  }
}

/// How a message came to its intent, kept so that it can be explained.
public struct ReadingTrace: Sendable, Equatable {
  /// The way that led to the intent.
  public enum Way: Sendable, Equatable {
    /// The matcher read the text by itself.
    case matched
    /// The matcher read the text together with the topic of the intent named.
    case followed(String)
    /// A short form of the intent named.
    case shortForm(String)
    /// A number picked a suggestion.
    case chosen
    /// The message answered Xiaoer's own question.
    case agreed
  }

  /// The text as the matcher read it: masked, and with the topic where one was added.
  public var text: String
  /// The id of the intent; nil when none was found.
  public var intent: String?
  /// How it was found.
  public var way: Way

  /// A trace of these parts.
  public init(text: String, intent: String?, way: Way) {
    self.text = text
    self.intent = intent
    self.way = way
  }
}
