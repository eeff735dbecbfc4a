public import Understanding

/// From which probability on Xiaoer acts on a reading, and when it rather asks.
public struct Thresholds: Sendable, Equatable {
  /// An intent at least this probable is met.
  public var answer = 0.30
  /// A runner-up at least this share of the best one's probability is asked about.
  public var rival = 0.75
  /// Strays that together are at least this share of the best intent's probability hold it back.
  public var stray = 0.5
  /// An intent at least this probable is offered as a guess.
  public var guess = 0.05
  /// A part of a message is a question of its own from this probability on.
  public var part = 0.45

  /// The thresholds in use.
  ///
  /// They were chosen on messages written for measuring, not by the stated cost (five for a wrong answer,
  /// one for a needless question) in cross-validation on the pack: its examples are the hard tail of what
  /// is said, each unlike the others, and the cheapest thresholds there would refuse most plain
  /// questions. `xiaoer test --cross-validate` prints both.
  public init() {}

  /// What a reading amounts to.
  public enum Verdict: Sendable, Equatable {
    /// The intent of this index is meant.
    case met(Int)
    /// Two or more are close: ask which; best first.
    case close([Int])
    /// Nothing that the pack is there for.
    case outOfScope
    /// Not understood; perhaps one of these, best first.
    case unclear([Int])
  }

  /// What `reading` amounts to, where `kinds` holds the kind of each label.
  public func verdict(on reading: Reading, kinds: [Intent.Kind]) -> Verdict {
    guard let best = reading.candidates.first else { return .unclear([]) }
    let score = Double(best.probability)
    let inScope = reading.candidates.filter { kinds[$0.label] != .outOfScope }
    let guesses = inScope.filter { Double($0.probability) >= guess }.prefix(3).map(\.label)
    if kinds[best.label] == .outOfScope {
      return score >= answer ? .outOfScope : .unclear(guesses)
    }
    let strays = reading.candidates.reduce(0.0) { sum, candidate in
      kinds[candidate.label] == .outOfScope ? sum + Double(candidate.probability) : sum
    }
    if reading.isRejected || score < answer || strays >= stray * score { return .unclear(guesses) }
    if let second = inScope.dropFirst().first, Double(second.probability) >= rival * score {
      return .close(guesses)
    }
    return .met(best.label)
  }
}
