public import Policy

/// What a merchant may want, and how Xiaoer meets it: one file of the pack.
public struct Intent: Sendable, Equatable {
  /// How an intent is met. The folder of its file decides.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Answered from clauses.
    case answer
    /// Understood; the policy does not say, or says only a part.
    case silent
    /// Starts a flow.
    case flow
    /// Hands over to a person.
    case agent
    /// Small talk.
    case social
    /// Steers the conversation.
    case command
    /// None of our business: authored negatives.
    case outOfScope
    /// Personal data in free chat.
    case privacy
  }

  /// The reply's text and what it rests on.
  public struct Answer: Sendable, Equatable {
    /// The clauses the text uses, the primary one first.
    public var cite: [ClauseID]
    /// The silent items (`S01`…) that the text owns up to.
    public var silent: [String]
    /// The text, with placeholders for every figure.
    public var text: Bilingual

    /// An answer of these parts.
    public init(cite: [ClauseID], silent: [String], text: Bilingual) {
      self.cite = cite
      self.silent = silent
      self.text = text
    }
  }

  /// What only makes sense right after this intent was answered.
  public struct ShortForm: Sendable, Equatable {
    /// The words, as a merchant would type them.
    public var say: String
    /// The id of the intent that is then meant.
    public var means: String

    /// A short form of these parts.
    public init(say: String, means: String) {
      self.say = say
      self.means = means
    }
  }

  /// The path of the file below the pack, dots for slashes: `bluev.fee`.
  public var id: String
  /// How it is met.
  public var kind: Kind
  /// What it is about, as a noun.
  public var title: Bilingual
  /// The question as it is offered to a merchant.
  public var question: Bilingual
  /// The noun that a short follow-up leaves out; nil when there is none.
  public var topic: Bilingual?
  /// Nil only for intents that are out of scope and share the common reply.
  public var answer: Answer?
  /// Ids of the likely next questions.
  public var follow: [String]
  /// What may be said in short afterwards.
  public var short: [ShortForm] { packed.forms }
  /// The same, packed: a pack has thousands of them, and few are ever asked for.
  var packed: PackedShortForms
  /// How the steps of its flow are asked; empty unless it is a flow.
  public var steps: [StepScript]
  /// The file below the pack.
  public var file: String
  /// The 1-based line at which the intent begins.
  public var line: Int

  /// An intent of these parts.
  public init(
    id: String, kind: Kind, title: Bilingual, question: Bilingual, topic: Bilingual?,
    answer: Answer?, follow: [String], short: [ShortForm], steps: [StepScript] = [],
    file: String, line: Int
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.question = question
    self.topic = topic
    self.answer = answer
    self.follow = follow
    packed = PackedShortForms(short)
    self.steps = steps
    self.file = file
    self.line = line
  }

  /// Whether the text owns up to something that the policy does not say.
  public var isSilent: Bool { kind == .silent || !(answer?.silent.isEmpty ?? true) }
}

extension Intent.Kind {
  /// Whether a part of a message can be a question of this kind.
  var isAskable: Bool {
    switch self {
    case .answer, .silent, .flow, .agent: true
    case .social, .command, .outOfScope, .privacy: false
    }
  }
}
