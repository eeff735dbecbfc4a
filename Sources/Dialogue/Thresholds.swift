public import Understanding

/// From which probability on Xiaoer acts on a reading, and when it rather asks.
public struct Thresholds: Sendable, Equatable {
  /// An intent at least this probable is met.
  public var answer = 0.40
  /// A runner-up at least this share of the best one's probability is asked about.
  public var rival = 0.80
  /// Strays that together are at least this share of the best intent's probability hold it back.
  public var stray = 0.5
  /// An intent at least this probable is offered as a guess.
  public var guess = 0.05
  /// A part of a message is a question of its own from this probability on.
  public var part = 0.45

  /// The thresholds in use.
  ///
  /// Chosen by cross-validation on the pack at the stated cost, a wrong answer five and a needless question
  /// one, among those that ask back on none of the pack's tests as written and on few mistyped ones;
  /// `xiaoer test --cross-validate` prints the table.
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
    var strays = 0.0
    var inScope: [Candidate] = []
    for candidate in reading.candidates {
      if kinds[candidate.label] == .outOfScope {
        strays += Double(candidate.probability)
      } else {
        inScope.append(candidate)
      }
    }
    let guesses = {
      inScope.filter { Double($0.probability) >= guess }.prefix(3).map(\.label)
    }
    if kinds[best.label] == .outOfScope {
      return score >= answer ? .outOfScope : .unclear(guesses())
    }
    if reading.isRejected || score < answer || strays >= stray * score {
      return .unclear(guesses())
    }
    if let second = inScope.dropFirst().first, Double(second.probability) >= rival * score {
      return .close(guesses())
    }
    return .met(best.label)
  }
}
