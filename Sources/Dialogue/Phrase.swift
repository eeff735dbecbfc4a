/// The key of a sentence. Each file of sentences under `lexicon/` has its own enum of keys, whose raw
/// values are the keys in the file.
public protocol PhraseName: CaseIterable, Hashable, RawRepresentable<String>, Sendable {
  /// The file under `lexicon/`, without `.yaml`.
  static var file: String { get }
}

extension PhraseKey: PhraseName {
  /// `phrases`.
  public static var file: String { "phrases" }
}

extension DeskPhrase: PhraseName {
  /// `desk`.
  public static var file: String { "desk" }
}

extension FlowPhrase: PhraseName {
  /// `flow`.
  public static var file: String { "flow" }
}

/// A sentence that Xiaoer says, by its file and its key there.
public struct Phrase: Hashable, Sendable {
  /// The file under `lexicon/`, without `.yaml`.
  public let file: String
  /// The key in the file.
  public let key: String

  /// The sentence of this name.
  public init<Name: PhraseName>(_ name: Name) { (file, key) = (Name.file, name.rawValue) }

  /// Every sentence there has to be, file by file.
  public static let all: [Phrase] =
    PhraseKey.allCases.map { Phrase($0) } + DeskPhrase.allCases.map { Phrase($0) }
    + FlowPhrase.allCases.map { Phrase($0) }

  /// The files of sentences, each once.
  public static let files = [PhraseKey.file, DeskPhrase.file, FlowPhrase.file]
}

extension PlannedReply.Piece {
  /// A sentence of the conversation and what fills it.
  public static func phrase(_ key: PhraseKey, _ arguments: [PlannedReply.Argument]) -> Self {
    .phrase(Phrase(key), arguments)
  }

  /// A sentence of a flow and what fills it.
  public static func phrase(_ key: FlowPhrase, _ arguments: [PlannedReply.Argument]) -> Self {
    .phrase(Phrase(key), arguments)
  }
}

extension PlannedReply.Value {
  /// A sentence of the conversation.
  public static func phrase(_ key: PhraseKey) -> Self { .phrase(Phrase(key)) }
  /// A sentence of a flow.
  public static func phrase(_ key: FlowPhrase) -> Self { .phrase(Phrase(key)) }
  /// Several sentences of the conversation, joined by "and".
  public static func phrases(_ keys: [PhraseKey]) -> Self { .phrases(keys.map { Phrase($0) }) }
  /// Several sentences of a flow, joined by "and".
  public static func phrases(_ keys: [FlowPhrase]) -> Self { .phrases(keys.map { Phrase($0) }) }
}
