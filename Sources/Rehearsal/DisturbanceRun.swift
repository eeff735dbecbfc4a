import Dialogue
import Policy
import Session
import Understanding

/// Says the pack's tests undisturbed and disturbed, and counts how many are still understood.
public struct DisturbanceRun: Sendable {
  /// What one rule did in one language.
  public struct Row: Sendable, Equatable {
    /// The rule.
    public var rule: Disturbance
    /// The language of the tests.
    public var tongue: Tongue
    /// How many tests the rule changed.
    public var tests = 0
    /// How many disturbed messages were said: each test up to `rounds` times if the rule is random.
    public var trials = 0
    /// In how many trials the test is right when it is not disturbed.
    public var rightBefore = 0
    /// In how many trials it is right when it is.
    public var rightAfter = 0
    /// The trials that are right undisturbed and wrong disturbed.
    public var lost: [Misstep] = []

    /// A row in which nothing was said yet.
    public init(rule: Disturbance, tongue: Tongue) {
      self.rule = rule
      self.tongue = tongue
    }

    /// The undisturbed accuracy in per cent; nil when the rule changed no test.
    public var accuracy: Double? { percent(rightBefore) }
    /// The disturbed accuracy in per cent; nil when the rule changed no test.
    public var disturbed: Double? { percent(rightAfter) }
    /// The accuracy lost, in points; negative when the disturbance helped.
    public var points: Double { (percent(rightBefore - rightAfter) ?? 0) }
    /// Whether no more was lost than the rule's limit.
    public var isWithinLimit: Bool { points <= rule.limit }

    private func percent(_ count: Int) -> Double? {
      trials == 0 ? nil : 100 * Double(count) / Double(trials)
    }
  }

  /// So many times a test is disturbed by a random rule, each with a seed of its own.
  public static let rounds = 3

  private let assistant: Assistant
  private let disturber: Disturber
  private let seed: UInt64

  /// A run over `assistant`'s pack; `seed` decides what chance does.
  public init(assistant: Assistant, seed: UInt64) {
    self.assistant = assistant
    self.seed = seed
    disturber = Disturber(pack: assistant.pack)
  }

  /// A row for each rule and language, in the order of the rules.
  public func rows() -> [Row] {
    let tests = assistant.pack.tests.compactMap { test -> Known? in
      let tongue: Tongue
      switch LanguageIdentifier().identify(test.text) {
      case .chinese?: tongue = .zh
      case .english?: tongue = .en
      case nil: return nil
      }
      return Known(
        test: test, tongue: tongue, isRight: IntentTests.misstep(of: test, assistant) == nil)
    }
    return Disturbance.allCases.flatMap { rule in
      rule.tongues.map { tongue in
        var row = Row(rule: rule, tongue: tongue)
        for known in tests where known.tongue == tongue { measure(known, into: &row) }
        return row
      }
    }
  }

  /// A test, and whether it is right undisturbed.
  private struct Known {
    var test: IntentTests.Test
    var tongue: Tongue
    var isRight: Bool
  }

  private func measure(_ known: Known, into row: inout Row) {
    var isChanged = false
    for round in 0..<(row.rule.isRandom ? DisturbanceRun.rounds : 1) {
      // A seed from what is disturbed, so that no test depends on the tests before it.
      let own = Fingerprint.of("\(seed) \(round) \(row.rule.rawValue) \(known.test.text)")
      var generator = Generator(seed: own)
      guard
        let text = disturber.disturb(
          known.test.text, by: row.rule, in: known.tongue, using: &generator)
      else { continue }
      isChanged = true
      let misstep = IntentTests.misstep(of: known.test, saying: text, assistant)
      row.trials += 1
      row.rightBefore += known.isRight ? 1 : 0
      row.rightAfter += misstep == nil ? 1 : 0
      if known.isRight, let misstep { row.lost.append(misstep) }
    }
    row.tests += isChanged ? 1 : 0
  }
}

/// A number that stands for a text, the same on every machine: FNV-1a, 64 bits.
private enum Fingerprint {
  static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
