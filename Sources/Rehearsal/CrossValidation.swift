import Dialogue
import Policy
import Understanding

/// What merchants would meet under given thresholds: right answers, wrong ones, needless questions.
///
/// It is counted on messages that the matcher was not trained on, of three origins. The intents' tests
/// are fresh messages as merchants type them, but their author grows the pack until they pass. The
/// examples, each held out once, are the hardest that is ever said: an author makes every one unlike
/// all others. Real messages lie between; the thresholds are chosen on a mixture.
public struct CrossValidation: Sendable {
  /// What a wrong answer costs; a needless question costs one.
  public static let costOfWrong = 5.0
  /// The tests as written are what the author expects to be answered: none of them may be asked back
  /// needlessly, whatever else it saves. Mistyped ones may, at most this share of them.
  public static let patience = 0.005
  /// Where messages come from that the matcher has not seen.
  public enum Origin: String, Sendable, CaseIterable {
    /// The intents' tests.
    case tests = "tests as written"
    /// The intents' tests, each disturbed once by every rule that makes a slip of the keys.
    case disturbed = "tests mistyped"
    /// Every example, read by a matcher that was trained without it.
    case examples = "examples held out"

    /// The share of the messages that are taken to be like these, 0…1: seven of ten like a test, two
    /// with a slip in them, and one like nothing said before.
    public var share: Double {
      switch self {
      case .tests: 0.7
      case .disturbed: 0.2
      case .examples: 0.1
      }
    }
  }

  /// What the merchants met, as shares of all messages.
  public struct Rates: Sendable, Equatable {
    /// Answered, and rightly; strays turned away count.
    public var right: Double
    /// Answered, and wrongly, with no word of doubt.
    public var wrong: Double
    /// Asked back or not understood, although the best guess was right.
    public var needless: Double
    /// The mean cost of a message: five times `wrong` plus `needless`.
    public var cost: Double { CrossValidation.costOfWrong * wrong + needless }
  }

  /// A message and how it was read.
  private struct Trial: Sendable {
    var expected: Int
    var reading: Reading
  }

  private let trials: [Origin: [Trial]]
  private let kinds: [Intent.Kind]

  /// Reads `pack`'s tests, disturbed by `seed`; with `folds`, trains so many matchers, each without its
  /// part of the examples, and reads that part, else no examples.
  public init(pack: Pack, seed: UInt64 = 0, folds: Int = 0) {
    kinds = pack.intents.map(\.kind)
    let matcher = Matcher(model: pack.model)
    let read: (Pack.Saying, String) -> Trial = {
      Trial(expected: $0.intent, reading: matcher.read($1))
    }
    trials = [
      .tests: pack.tests.map { read($0, $0.text) },
      .disturbed: CrossValidation.slips(of: pack, seed: seed).map(read),
      .examples: folds > 1 ? CrossValidation.heldOut(of: pack, folds: folds) : [],
    ]
  }

  /// Every test disturbed once by each rule that makes a slip of the keys.
  private static func slips(of pack: Pack, seed: UInt64) -> [(Pack.Saying, String)] {
    let disturber = Disturber(pack: pack)
    var generator = Generator(seed: seed)
    return pack.tests.flatMap { test -> [(Pack.Saying, String)] in
      let tongue: Tongue = LanguageIdentifier().identify(test.text) == .english ? .en : .zh
      return Disturbance.allCases.filter(\.isSlip).compactMap { rule in
        disturber.disturb(test.text, by: rule, in: tongue, using: &generator).map { (test, $0) }
      }
    }
  }

  private static func heldOut(of pack: Pack, folds: Int) -> [Trial] {
    let rejecting = Set(pack.intents.indices.filter { pack.intents[$0].kind == .outOfScope })
    var seen: [Int: Int] = [:]
    let fold = pack.examples.map { example in
      seen[example.intent, default: -1] += 1
      return (seen[example.intent] ?? 0) % folds
    }
    return (0..<folds).flatMap { part -> [Trial] in
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

  /// How many messages of `origin` were read.
  public func count(_ origin: Origin) -> Int { trials[origin]?.count ?? 0 }

  /// What merchants would meet under `thresholds` with messages of `origin`.
  public func rates(_ origin: Origin, under thresholds: Thresholds) -> Rates {
    let trials = trials[origin] ?? []
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
      right: Double(right) / all, wrong: Double(wrong) / all, needless: Double(needless) / all)
  }

  /// What merchants would meet with messages of all origins, each with its share.
  public func rates(under thresholds: Thresholds) -> Rates {
    var mean = Rates(right: 0, wrong: 0, needless: 0)
    let origins = Origin.allCases.filter { count($0) > 0 }
    let all = origins.reduce(0) { $0 + $1.share }
    for origin in origins {
      let rates = rates(origin, under: thresholds)
      mean.right += origin.share / all * rates.right
      mean.wrong += origin.share / all * rates.wrong
      mean.needless += origin.share / all * rates.needless
    }
    return mean
  }

  /// The thresholds that the rule chooses: of the lowest cost among a grid of steps of 0.05, where none
  /// of the tests as written and no more than `patience` of the mistyped ones are asked back; of equals
  /// the first, which asks less. Without `isPatient`, the cheapest of all.
  public func cheapest(isPatient: Bool = true) -> Thresholds {
    var best = Thresholds()
    var lowest = Double.infinity
    for answer in 2...14 {
      for rival in stride(from: 20, through: 4, by: -1) {
        var thresholds = Thresholds()
        (thresholds.answer, thresholds.rival) = (Double(answer) / 20, Double(rival) / 20)
        if isPatient,
          rates(.tests, under: thresholds).needless > 0
            || rates(.disturbed, under: thresholds).needless > Self.patience
        {
          // A smaller share asks no less.
          break
        }
        let cost = rates(under: thresholds).cost
        if cost < lowest { (best, lowest) = (thresholds, cost) }
      }
    }
    return best
  }
}
