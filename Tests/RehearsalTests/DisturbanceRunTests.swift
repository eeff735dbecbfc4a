import Dialogue
import Fixtures
import Policy
import Session
import Testing

@testable import Rehearsal

@Suite struct DisturbanceRunTests {
  static let rows = DisturbanceRun(assistant: Assistant(pack: TinyPack.pack), seed: 7).rows()

  @Test func `Each rule has a row for each of its languages`() {
    #expect(Self.rows.count == Disturbance.allCases.reduce(0) { $0 + $1.tongues.count })
    #expect(Set(Self.rows.map(\.rule)) == Set(Disturbance.allCases))
  }

  @Test func `A seed gives the same rows again`() {
    #expect(
      DisturbanceRun(assistant: Assistant(pack: TinyPack.pack), seed: 7).rows() == Self.rows)
  }

  @Test func `Only what chance decides is said three times`() throws {
    let polite = try #require(Self.rows.first { $0.rule == .polite && $0.tongue == .zh })
    #expect(polite.tests == 7)
    #expect(polite.trials == 21)
    let blanks = try #require(Self.rows.first { $0.rule == .blanks })
    #expect(blanks.trials == blanks.tests)
  }

  @Test func `What folding takes away costs nothing`() {
    for row in Self.rows {
      switch row.rule {
      case .traditional, .fullwidth, .blanks, .capitals: #expect(row.points == 0, "\(row.rule)")
      case _: break
      }
    }
  }

  @Test(arguments: [(98, true), (97, false), (100, true)])
  func `A loss up to the limit is allowed`(_ right: Int, _ isWithin: Bool) {
    var row = DisturbanceRun.Row(rule: .typo, tongue: .en)
    (row.trials, row.rightBefore, row.rightAfter) = (100, 100, right)
    #expect(row.isWithinLimit == isWithin)
    #expect(DisturbanceReport([row], seed: 0).isWithinLimits == isWithin)
  }

  @Test func `The report has a table, objects, and what was lost`() {
    var row = DisturbanceRun.Row(rule: .missingWord, tongue: .en)
    (row.tests, row.trials, row.rightBefore, row.rightAfter) = (1, 4, 3, 2)
    row.lost = [
      Misstep(
        file: "a.yaml", line: 3, grade: .intent, message: "x", expected: ["a"],
        found: ["answer b"])
    ]
    let report = DisturbanceReport([row], seed: 5)
    #expect(
      report.table == [
        "rule          lang  tests  trials  plain %  disturbed %   lost  limit",
        "missing_word  en        1       4    75.00        50.00  25.00   2.00  over the limit",
        "0 of 1 rows within their limits, seed 5",
      ])
    #expect(report.misses == ["a.yaml:3: missing_word: x: expected a, got answer b"])
    #expect(
      report.objects(isVerbose: true) == [
        #"{"rule":"missing_word","language":"en","seed":5,"tests":1,"trials":4,"#
          + #""accuracy":75.00,"disturbed":50.00,"lost":25.00,"limit":2.00,"within_limit":false,"#
          + #""misses":[{"file":"a.yaml","line":3,"text":"x","expected":["a"],"#
          + #""got":["answer b"]}]}"#
      ])
  }
}
