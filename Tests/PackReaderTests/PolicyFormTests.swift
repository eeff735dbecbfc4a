import Testing

@Suite struct PolicyFormTests {
  private static func findings(_ old: String, _ new: String) throws -> [String] {
    let text = TemporaryPack.policy.replacing(old, with: new)
    #expect(text != TemporaryPack.policy)
    return try TemporaryPack.findings(["policy/2020-07-20.yaml": text]).filter {
      $0.hasPrefix("policy/")
    }.map { $0.replacing("policy/2020-07-20.yaml:", with: "") }
  }

  @Test(
    arguments: [
      (
        "name: 2020-07-20", "name: 2020",
        [
          "1:7: error: the name is `2020`, but the file is called `2020-07-20.yaml`"
        ]
      ),
      (
        "source:", "sources:",
        [
          "1:1: error: the key `source` is missing",
          "2:1: error: unknown key `sources`; did you mean `source`?",
        ]
      ),
      (
        "id: P11\n", "id: P111\n",
        [
          "4:9: error: `P111` is no number of a clause: they are P01…P99",
          "14:13: error: there is no clause `P11`",
        ]
      ),
      (
        "silent:",
        "  - id: P11\n    title: {zh: a, en: b}\n    quotes: [a]\n"
          + "    meaning: {zh: a, en: b}\n    concerns: [all]\nsilent:",
        ["11:9: error: clause P11 already stands on line 4"]
      ),
      (
        "quotes:", "quote:",
        [
          "4:5: error: the key `quotes` is missing",
          "6:5: error: unknown key `quote`; did you mean `quotes`?",
        ]
      ),
      (
        "concerns: [blueVApplicants]", "concerns: [merchant]",
        [
          "8:16: error: unknown audience `merchant`; did you mean `merchants`?"
        ]
      ),
      (
        "concerns:", "effective: 20 July\n    concerns:",
        [
          "8:16: error: `20 July` is no date: write 2020-07-20, or 2020-07-20T00:00:00+08:00"
        ]
      ),
      (
        "concerns:", "until: 2020-07-20T00:00:00\n    concerns:",
        [
          "8:12: error: `2020-07-20T00:00:00` is no date: write 2020-07-20, or 2020-07-20T00:00:00+08:00"
        ]
      ),
      (
        "concerns:", "effective: 2020-07-20\n    until: 2020-07-20T00:00:00+08:00\n    concerns:",
        [
          "4:9: error: clause P11 ends before it begins"
        ]
      ),
      // Values.
      ("fen: 59900", "fen: 599.00", ["10:18: error: `599.00` is no whole number"]),
      ("fen: 59900", "fen: 0", ["10:18: error: an amount of 0 fen: it must be more than nothing"]),
      (
        "per: year", "per: month",
        ["10:30: error: `month` is not known here: write `year` or `halfYear`"]
      ),
      (
        "kind: certification", "kind: fee",
        [
          "10:42: error: `fee` is not known here: write `certification` or `technicalService`"
        ]
      ),
      (", kind: certification", "", ["10:12: error: the key `kind` is missing"]),
      (
        "fee: {fen: 59900, per: year, kind: certification}", "fee: 599",
        [
          "10:12: error: a mapping of keys is wanted here, not a text"
        ]
      ),
      (
        "fee: {fen: 59900, per: year, kind: certification}", "fee: {yuan: 599}",
        [
          "10:13: error: no type of value: it has {zh, en}, {fen, per, kind}, {instant, boundary}, {list}, "
            + "{of} or {count}"
        ]
      ),
      (
        "fee: {fen: 59900, per: year, kind: certification}", "Fee: {count: 3}",
        [
          "10:7: error: `Fee` cannot name a value: lower-case letters, digits and `_`; not `start` or `end`"
        ]
      ),
      (
        "fee: {fen: 59900, per: year, kind: certification}", "fee: {count: 21}",
        [
          "10:7: error: `fee` counts 21: it must be 1 to 20"
        ]
      ),
      (
        "fee: {fen: 59900, per: year, kind: certification}", "fee: {of: [P11.name]}",
        [
          "10:18: error: there is no value `P11.name` of the type {zh, en}"
        ]
      ),
      (
        "fee: {fen: 59900, per: year, kind: certification}",
        "fee: {instant: 2020-07-20, boundary: exclusive}",
        [
          "10:22: error: `2020-07-20` is no instant: write 2020-07-20T00:00:00+08:00"
        ]
      ),
      // Silent items.
      ("id: S01", "id: S1", ["12:9: error: `S1` is no number of a silent item: they are S01…S99"]),
      ("known: [P11]", "known: [P12]", ["14:13: error: there is no clause `P12`"]),
      (
        "question: {zh: 能退吗, en: Is it refunded?}", "question: {zh: 能退吗}",
        [
          "13:5: error: the English text is missing: add `en`"
        ]
      ),
      (
        "silent:", "silent:\n  - {id: S01, question: {zh: a, en: b}}",
        [
          "13:9: error: silent item S01 already stands on line 12"
        ]
      ),
    ] as [(String, String, [String])])
  func `a mistake in the policy is pointed at`(
    _ old: String, _ new: String, _ expected: [String]
  ) throws {
    let found = try Self.findings(old, new)
    #expect(found == expected)
  }

  @Test func `there is one policy`() throws {
    let pack = try TemporaryPack()
    try pack.remove("policy")
    #expect(
      try pack.findings() == ["policy:1:1: error: there is no policy: `policy/` holds no `.yaml`"])
    let second = TemporaryPack.policy.replacing("name: 2020-07-20", with: "name: 2021-01-01")
    #expect(
      try TemporaryPack.findings(["policy/2021-01-01.yaml": second]) == [
        "policy/2021-01-01.yaml:1:1: error: a second policy: only one can be in force, and "
          + "policy/2020-07-20.yaml is read"
      ])
  }
}
