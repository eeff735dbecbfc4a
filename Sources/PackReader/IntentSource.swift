public import Dialogue
public import Policy

/// One intent: one file, in both languages.
public struct IntentSource: Sendable {
  /// A message that looks like this intent and belongs to another one.
  public struct CounterExample: Hashable, Sendable {
    /// The message.
    public let saying: Saying
    /// The id of the intent it belongs to.
    public let belongsTo: String
  }

  /// What a merchant says right after this answer, and only makes sense then.
  public struct FollowUp: Hashable, Sendable {
    /// Several wordings of one thing, at least one.
    public let sayings: [Saying]
    /// The id of the intent that answers it.
    public let answeredBy: String
  }

  /// What is answered.
  public struct Answer: Hashable, Sendable {
    /// The clauses it rests on, the primary one first.
    public let cite: [ClauseID]
    /// The questions it leaves open because the policy does: of a silent intent never none, of an
    /// answered one those that make it partly silent.
    public let silent: [SilentID]
    /// The text, with placeholders like `{{P11.fee}}`, each of which is known to render.
    public let text: Bilingual
  }

  /// Its path without `.yaml`, joined by a dot: `bluev.fee`.
  public let id: String
  /// What kind of reply it has.
  public let kind: Intent.Kind
  /// A few words that name it.
  public let title: Bilingual
  /// A short question a merchant could pick; the title where the file has none.
  public let question: Bilingual
  /// The noun a short follow-up leaves out; nil where there is none.
  public let topic: Bilingual?
  /// What merchants say: at least one example in each language.
  public let ask: PerTongue<[Saying]>
  /// Counter-examples.
  public let not: PerTongue<[CounterExample]>
  /// What is answered; nil only out of scope.
  public let answer: Answer?
  /// Ids of likely next questions, likeliest first.
  public let follow: [String]
  /// Follow-ups that only make sense right after this answer.
  public let short: PerTongue<[FollowUp]>
  /// How the steps of its flow are asked; empty unless it is a flow.
  public let steps: [StepScript]
  /// Messages that must be read as this intent; never used for matching.
  public let tests: PerTongue<[Saying]>
  /// Its file, as a path inside the pack.
  public let file: String
  /// The line of its `id`, 1-based.
  public let line: Int
}

extension Intent.Kind {
  /// The kind that the folder of an intent decides.
  init(folder: String) {
    self =
      switch folder {
      case "silent": .silent
      case "flow": .flow
      case "agent": .agent
      case "social": .social
      case "control": .command
      case "oos": .outOfScope
      case "privacy": .privacy
      case _: .answer
      }
  }
}
