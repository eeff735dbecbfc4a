import Policy

/// What the program itself says, by key: `lexicon/phrases.yaml`.
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

  /// The phrases by key.
  public let entries: [String: Phrase]

  /// The phrase of this key, nil if there is none.
  public subscript(key: String) -> Phrase? { entries[key] }
}
