/// Word lists of the trade, and made-up people and companies for tests: `lexicon/`.
public struct Lexicon: Sendable {
  /// `words.yaml`: by the name of the list, and language; a list may be empty in one of them.
  public let words: [String: PerTongue<[String]>]
  /// `specimens.yaml`: made-up values by kind (`id_number mobile name credit_code company`).
  public let specimens: [String: [String]]
}
