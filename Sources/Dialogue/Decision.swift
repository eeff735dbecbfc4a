public import Casework
public import Policy

/// What Xiaoer decided to do about one message. Nothing of it has happened yet.
public struct Decision: Sendable, Equatable {
  /// The message with personal data masked.
  public var heard: String
  /// The language of the replies.
  public var language: Tongue
  /// What is said, in order, not yet in words.
  public var replies: [PlannedReply] = []
  /// The questions that a number will pick; nil leaves the earlier ones.
  public var offer: Offer?
  /// The intent that follow-ups are read against from now on; nil leaves it as it was.
  public var topic: String?
  /// How the message was read; nil for what was not read.
  public var reading: ReadingTrace?
  /// What an old payment's time says about the automatic upgrade; nil when none was stated.
  public var verdict: Verdict?
  /// What happens besides the exchange itself.
  public var events: [Event] = []
  /// What happens to the merchant's record, each checked by its table of transitions.
  public var happened: [CaseEvent] = []
  /// Who did it.
  public var actor = Actor.merchant
  /// The personal values to be sealed with it.
  public var seals: [Seal] = []
  /// Why the last event that was tried could not happen; nil when all could.
  public var forbidden: ForbiddenEvent?
  /// Whether what was typed went into a sensitive field, and belongs in no history.
  public var isSensitive = false
  /// The flow that is shown after the turn.
  public var flow: FlowPosition?
  /// What the world has to be asked to do.
  public var effects: [Effect] = []

  /// A decision to say nothing yet to what was `heard`.
  public init(heard: String, language: Tongue) {
    self.heard = heard
    self.language = language
  }
}

/// Whether somebody who paid the old fee is upgraded automatically; the raw value stands in a record.
public enum Verdict: String, Sendable, CaseIterable {
  case eligible
  case notEligible = "not_eligible"
  case needsAgent = "needs_agent"
}

/// What only the shell around the core can do.
public enum Effect: Sendable, Equatable {
  /// Write the conversation to this file as a `.chat` script.
  case saveScript(String)
  /// List what was said so far.
  case listHistory
  /// Read the pack's folder again.
  case reload
  /// Send a payment to the channel, which answers as the simulator is armed.
  case charge(OrderNumber, attempt: Int, SimulatorArms.Charge?)
  /// Ask the channel what became of a payment; nil: it does not know.
  case lookUp(OrderNumber, LookUpOutcome?)
  /// Let the simulated reviewer decide.
  case review(CaseID, SimulatorArms.Review)
  /// Look at a licence file; the paths it may mean, likeliest first.
  case openLicence(CaseID, [String])
  /// Erase the merchant's personal data.
  case forget
}

/// A reply before it is put into words.
public struct PlannedReply: Sendable, Equatable {
  /// A piece of what is said.
  public enum Piece: Sendable, Equatable {
    /// The answer of the intent of this index.
    case answer(Int)
    /// The answer of the intent of this index, which the clause brings into force only later.
    case notYet(Int, ClauseID)
    /// A phrase and what fills it.
    case phrase(Phrase, [Argument])
    /// A text of a flow's own file and what fills it.
    case words(Bilingual, [Argument])
    /// Text that stands in neither language: a table of terms.
    case verbatim(String)
  }

  /// What fills a `{name}` of a phrase.
  public struct Argument: Sendable, Equatable {
    /// The name in the phrase.
    public var name: String
    /// What is put there.
    public var value: Value

    /// An argument of these parts.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// What a `{name}` can be filled with.
  public enum Value: Sendable, Equatable {
    /// As it is.
    case text(String)
    /// In the language of the reply.
    case both(Bilingual)
    /// A phrase of its own.
    case phrase(Phrase)
    /// Several phrases, joined by "and".
    case phrases([Phrase])
    /// An instant, in Shanghai time.
    case moment(Moment)
    /// A day.
    case day(CivilDate)
  }

  /// What sort of reply it is.
  public var kind: Reply.Kind
  /// The index of the intent that is met; nil where none is.
  public var intent: Int?
  /// The calibrated probability of `intent`; nil where nothing was matched.
  public var score: Double?
  /// What is said, in order.
  public var pieces: [Piece]
  /// The clauses it rests on, the primary one first.
  public var cite: [ClauseID] = []
  /// The silent items it owns up to.
  public var silent: [String] = []
  /// Whether it holds a rule that the article does not state.
  public var simulated = false

  /// A reply of these parts.
  public init(kind: Reply.Kind, intent: Int? = nil, score: Double? = nil, pieces: [Piece]) {
    self.kind = kind
    self.intent = intent
    self.score = score
    self.pieces = pieces
  }
}
