public import Policy

/// What Xiaoer says to one question.
public struct Reply: Sendable, Equatable {
  /// What sort of reply it is; the raw value is its name in a record.
  public enum Kind: String, Sendable, CaseIterable {
    /// From clauses.
    case answer
    /// Understood; the policy does not say.
    case silent
    /// Understood; not in force on the day asked about.
    case notInForce = "not_in_force"
    /// Did you mean.
    case clarify
    case notUnderstood = "not_understood"
    case outOfScope = "out_of_scope"
    /// Asks or confirms a step of a flow.
    case flow
    case agent
    case social
    case command
    case error
  }

  /// What sort of reply it is.
  public var kind: Kind
  /// The id of the intent that was met; nil where none was.
  public var intent: String?
  /// The calibrated probability that `intent` was meant, 0…1; nil where nothing was matched.
  public var score: Double?
  /// The words, in the language of the turn.
  public var text: String
  /// The clauses the words rest on, the primary one first.
  public var cite: [ClauseID] = []
  /// The silent items that the words own up to.
  public var silent: [String] = []
  /// Whether the words hold a rule that the article does not state.
  public var simulated = false

  /// A reply of these parts.
  public init(kind: Kind, intent: String? = nil, score: Double? = nil, text: String) {
    self.kind = kind
    self.intent = intent
    self.score = score
    self.text = text
  }
}

/// A question that a merchant may pick by its number.
public struct Suggestion: Sendable, Equatable {
  /// The number, from 1.
  public var key: Int
  /// The id of the intent that is picked.
  public var intent: String
  /// The question as it is shown.
  public var text: String

  /// A suggestion of these parts.
  public init(key: Int, intent: String, text: String) {
    self.key = key
    self.intent = intent
    self.text = text
  }
}
