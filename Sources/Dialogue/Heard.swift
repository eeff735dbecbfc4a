/// One thing that a message says, as Xiaoer understood it.
struct Heard: Sendable, Equatable {
  /// What is meant.
  enum Meaning: Sendable, Equatable {
    /// The intent of this index.
    case intent(Int)
    /// One of these intents, best first; the merchant has to say which.
    case oneOf([Int])
    /// Nothing that Xiaoer is there for.
    case outOfScope
    /// Not understood; perhaps one of these intents.
    case unclear([Int])
    /// Yes, to an offer of an agent.
    case agreed
    /// No, to an offer of an agent.
    case declined
    /// Yes or no, without a question that it could answer.
    case idleYes, idleNo
  }

  /// What is meant.
  var meaning: Meaning
  /// The calibrated probability, 0…1; nil where nothing was matched.
  var score: Double?
  /// How it was understood.
  var trace: ReadingTrace
}
