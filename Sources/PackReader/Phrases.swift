import Policy

/// What the program itself says, by file and key: `lexicon/phrases.yaml` and its like.
public struct Phrases: Sendable {
  /// One phrase.
  public struct Phrase: Hashable, Sendable {
    /// The text, with arguments like `{name}` and placeholders of the policy like `{{P05.start}}`.
    public let text: Bilingual
    /// The names of its arguments, the same in both languages, sorted.
    public let arguments: [String]
    /// Its line, 1-based.
    public let line: Int
  }

  /// The phrases by file (under `lexicon/`, without `.yaml`) and key.
  public let entries: [String: [String: Phrase]]

  /// The phrase of this key in `phrases.yaml`, nil if there is none.
  public subscript(key: String) -> Phrase? { entries["phrases"]?[key] }
}
