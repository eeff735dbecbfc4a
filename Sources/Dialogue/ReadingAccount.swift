public import Understanding

/// How a message came to its intent, in figures: what `/why` tells and `--explain` records.
public struct ReadingAccount: Sendable {
  /// An intent that the message might mean.
  public struct Contender: Sendable {
    /// Its index in the pack.
    public var intent: Int
    /// The calibrated probability, 0…1: how often such a reading is right; of the runner-up what its
    /// margin makes of it, and never more.
    public var probability: Double
    /// What made its score, weightiest first; the weights, in millionths, add up to `score`.
    public var terms: [Term]
    /// The sum of the terms, in millionths.
    public var score: Int64
  }

  /// The text as the matcher read it.
  public var text: String
  /// The contenders, best first, at most two.
  public var contenders: [Contender]
  /// The index of the nearest example in the pack; nil when there is none.
  public var nearest: Int?
  /// The cosine of the nearest example, 0…1.
  public var similarity: Double
  /// What is compared with the threshold; higher is more surely in scope.
  public var rejectScore: Double
  /// Below this a message is rejected.
  public var threshold: Double
  /// Whether it was rejected.
  public var isRejected: Bool
}

extension Decider {
  /// The account of how `trace` was read; nil for what no matcher read.
  public func account(of trace: ReadingTrace) -> ReadingAccount? {
    switch trace.way {
    case .chosen, .agreed, .shortForm: return nil
    case .matched, .followed: break
    }
    let reading = matcher.read(trace.text)
    let scope = matcher.scope(of: trace.text)
    let confidence = matcher.model.confidence(of: reading.candidates.first?.probability ?? 0)
    let contenders = reading.candidates.prefix(2).enumerated().map { place, candidate in
      let explanation = matcher.explain(trace.text, label: candidate.label)
      return ReadingAccount.Contender(
        intent: candidate.label,
        probability: Double(place == 0 ? confidence : min(candidate.probability, confidence)),
        terms: explanation.terms, score: explanation.score)
    }
    let isKnown = pack.examples.indices.contains(scope.nearest.example)
    return ReadingAccount(
      text: trace.text, contenders: contenders, nearest: isKnown ? scope.nearest.example : nil,
      similarity: Double(scope.nearest.similarity), rejectScore: Double(scope.rejectScore),
      threshold: Double(matcher.threshold), isRejected: reading.isRejected)
  }
}
