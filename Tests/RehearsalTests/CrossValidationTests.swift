import Dialogue
import Fixtures
import Policy
import Testing

@testable import Rehearsal

@Suite struct CrossValidationTests {
  private static let validation = CrossValidation(pack: TinyPack.pack, seed: 3, folds: 2)

  @Test func `Tests, slips and held-out examples are read, each once`() {
    #expect(Self.validation.count(.tests) == TinyPack.pack.tests.count)
    #expect(Self.validation.count(.examples) == TinyPack.pack.examples.count)
    #expect(Self.validation.count(.disturbed) > TinyPack.pack.tests.count)
    #expect(CrossValidation(pack: TinyPack.pack).count(.examples) == 0)
  }

  @Test func `A wrong answer costs five questions`() {
    #expect(CrossValidation.Rates(right: 0.7, wrong: 0.1, needless: 0.2).cost == 0.7)
  }

  @Test func `Who always asks is never wrong`() {
    var thresholds = Thresholds()
    thresholds.answer = 1.1
    let rates = Self.validation.rates(under: thresholds)
    #expect(rates.wrong == 0)
    #expect(rates.needless > 0.5)
  }

  @Test func `The cheapest of all cost no more than the patient ones`() {
    let cost: (Thresholds) -> Double = { Self.validation.rates(under: $0).cost }
    #expect(cost(Self.validation.cheapest(isPatient: false)) <= cost(Self.validation.cheapest()))
  }

  @Test func `The thresholds in use ask back on hardly a test of the pack, and answer few wrongly`()
  {
    let validation = CrossValidation(pack: House.pack)
    let tests = validation.rates(.tests, under: Thresholds())
    #expect(tests.needless <= 0.003)
    #expect(tests.wrong <= 0.005)
    let mistyped = validation.rates(.disturbed, under: Thresholds())
    #expect(mistyped.wrong <= 0.01)
  }

  @Test func `The report names the cost, the three origins, and what was chosen`() {
    let lines = CrossValidationReport(Self.validation).lines
    #expect(lines.first?.hasPrefix("A wrong answer costs 5, a needless question 1;") == true)
    #expect(lines.count { $0.contains("examples held out  ") } == 3)
    #expect(lines.contains { $0.hasPrefix("in use. Answer from ") })
    #expect(lines.contains { $0.hasPrefix("chosen: ") })
    #expect(lines.contains { $0.hasPrefix("cheapest of all. ") })
  }
}
