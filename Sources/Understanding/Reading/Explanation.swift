/// One part of a score.
public struct Term: Sendable, Equatable {
  /// The feature, readably: `word:how much`, `letters:ref`, `pair:card lost`, `char:多少`, `sound:zen me`, `bias`.
  public var text: String
  /// What it adds to the score, in millionths.
  public var weight: Int64

  /// Puts a term together.
  public init(text: String, weight: Int64) {
    self.text = text
    self.weight = weight
  }
}

/// Why a label has its score.
public struct Explanation: Sendable {
  /// The label, an index into the model's labels.
  public var label: Int
  /// All terms, the weightiest first, the bias among them.
  public var terms: [Term]
  /// The sum of the terms, in millionths: the margin.
  public var score: Int64

  /// Puts an explanation together.
  public init(label: Int, terms: [Term], score: Int64) {
    self.label = label
    self.terms = terms
    self.score = score
  }
}
