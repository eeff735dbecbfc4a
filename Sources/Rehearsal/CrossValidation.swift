import Dialogue
import Understanding

/// How well the pack's own examples are read by a matcher that has not seen them.
///
/// Every example is held out once. What counts is what a merchant would meet: a right answer, a wrong
/// one, or a question back.
public struct CrossValidation: Sendable {
  /// What a wrong answer costs; a needless question costs one.
  public static let costOfWrong = 5

  /// A held-out example and how it was read.
  struct Trial: Sendable {
    var expected: Int
    var reading: Reading
  }

  /// What the merchants met, as shares of all trials.
  public struct Rates: Sendable, Equatable {
    /// Thresholds that were tried.
    public var thresholds: Thresholds
    /// Answered, and rightly; strays turned away count.
    public var right: Double
    /// Answered, and wrongly.
    public var wrong: Double
    /// Asked back or not understood, although the best guess was right.
    public var needless: Double
    /// The mean cost of a message: five times `wrong` plus `needless`.
    public var cost: Double { Double(CrossValidation.costOfWrong) * wrong + needless }
  }

  private let trials: [Trial]
  private let kinds: [Intent.Kind]

  /// Trains `folds` matchers, each without its part of the examples, and reads that part.
  public init(pack: Pack, folds: Int = 5) {
    kinds = pack.intents.map(\.kind)
    let rejecting = Set(kinds.indices.filter { pack.intents[$0].kind == .outOfScope })
    var seen: [Int: Int] = [:]
    let fold = pack.examples.map { example in
      seen[example.intent, default: -1] += 1
      return (seen[example.intent] ?? 0) % folds
    }
    trials = (0..<folds).flatMap { part -> [Trial] in
      let kept = pack.examples.indices.filter { fold[$0] != part }
      let set = TrainingSet(
        labels: pack.intents.map(\.id),
        examples: kept.map {
          Example(text: pack.examples[$0].text, label: pack.examples[$0].intent)
        }, rejectLabels: rejecting)
      let matcher = Matcher(model: Trainer().train(set))
      return pack.examples.indices.filter { fold[$0] == part }.map {
        Trial(
          expected: pack.examples[$0].intent, reading: matcher.read(pack.examples[$0].text))
      }
    }
  }

  /// How many examples were held out.
  public var count: Int { trials.count }

  /// What merchants would meet under `thresholds`.
  public func rates(under thresholds: Thresholds) -> Rates {
    var (right, wrong, needless) = (0, 0, 0)
    for trial in trials {
      let isStray = kinds[trial.expected] == .outOfScope
      switch thresholds.verdict(on: trial.reading, kinds: kinds) {
      case .met(let index):
        if index == trial.expected { right += 1 } else { wrong += 1 }
      case .outOfScope:
        if isStray { right += 1 } else { wrong += 1 }
      case .close, .unclear:
        if isStray {
          right += 1
        } else if trial.reading.candidates.first?.label == trial.expected {
          needless += 1
        }
      }
    }
    let all = Double(max(1, trials.count))
    return Rates(
      thresholds: thresholds, right: Double(right) / all, wrong: Double(wrong) / all,
      needless: Double(needless) / all)
  }

  /// The thresholds of the lowest cost among a grid of steps of 0.05.
  public func cheapest() -> Rates {
    var best = rates(under: Thresholds())
    for answer in stride(from: 0.10, through: 0.90, by: 0.05) {
      for rival in stride(from: 0.10, through: 1.0, by: 0.05) {
        var thresholds = Thresholds()
        (thresholds.answer, thresholds.rival) = (answer, rival)
        let rates = rates(under: thresholds)
        if rates.cost < best.cost { best = rates }
      }
    }
    return best
  }
}
