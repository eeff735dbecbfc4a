public import Policy
public import Understanding

/// A compiled pack: everything that Xiaoer knows, read, checked and trained.
public struct Pack: Sendable {
  /// A message that the pack's author wrote: an example, or a test.
  public struct Saying: Sendable, Equatable {
    /// The message.
    public var text: String
    /// The message said before it; nil when it is the first.
    public var after: String?
    /// The index of the intent it belongs to.
    public var intent: Int
    /// The 1-based line in the intent's file.
    public var line: Int
    /// The file below the pack in which it stands.
    public var file: String

    /// A saying of these parts.
    public init(text: String, after: String? = nil, intent: Int, file: String, line: Int) {
      self.text = text
      self.after = after
      self.intent = intent
      self.file = file
      self.line = line
    }

    /// `file:line`.
    public var place: String { "\(file):\(line)" }
  }

  /// A `.chat` script.
  public struct Script: Sendable, Equatable {
    /// The file below the pack.
    public var file: String
    /// Its whole text.
    public var text: String

    /// A script of these parts.
    public init(file: String, text: String) {
      self.file = file
      self.text = text
    }
  }

  /// The policy.
  public var policy: PolicyModel
  /// The intents; an intent's index is its label in `model`.
  public var intents: [Intent]
  /// What Xiaoer says besides its answers.
  public var phrases: Phrasebook
  /// The small words that steer a conversation.
  public var lexicon: Lexicon
  /// The made-up people and companies of scripts, by kind.
  public var specimens: [Specimen]
  /// The trained matcher.
  public var model: Model
  /// The training examples, in the order in which the model was trained.
  public var examples: [Saying]
  /// The intents' own tests.
  public var tests: [Saying]
  /// The `.chat` scripts.
  public var scripts: [Script]
  /// `sha256:` and the hash over intents, policy and flows.
  public var hash: String

  /// A pack of these parts.
  public init(
    policy: PolicyModel, intents: [Intent], phrases: Phrasebook, lexicon: Lexicon,
    specimens: [Specimen], model: Model, examples: [Saying], tests: [Saying], scripts: [Script],
    hash: String
  ) {
    self.policy = policy
    self.intents = intents
    self.phrases = phrases
    self.lexicon = lexicon
    self.specimens = specimens
    self.model = model
    self.examples = examples
    self.tests = tests
    self.scripts = scripts
    self.hash = hash
  }
}

/// The made-up values of one kind (`id_number`, `name`…) that `{sample.KIND.N}` stands for.
public struct Specimen: Sendable, Equatable, Archivable {
  /// The kind.
  public var kind: String
  /// The values; the first is number 1.
  public var values: [String]

  /// The values of one kind.
  public init(kind: String, values: [String]) {
    self.kind = kind
    self.values = values
  }

  func archive(into writer: inout ArchiveWriter) {
    writer.write(kind)
    writer.write(values)
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    kind = try reader.text()
    values = try reader.list()
  }
}
