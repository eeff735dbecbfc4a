import Testing

@Suite struct AnswerFormTests {
  /// The findings of the whole pack, with the Chinese answer of `bluev/fee.yaml` (line 12) and its
  /// English one (line 13) replaced.
  private static func findings(
    zh: String = "费用是 {{P11.fee}}。", en: String = "The fee is {{P11.fee}}.", cite: String = "[P11]"
  ) throws -> [String] {
    let text = TemporaryPack.fee.replacing("费用是 {{P11.fee}}。", with: zh)
      .replacing("The fee is {{P11.fee}}.", with: en).replacing(
        "cite: [P11]", with: "cite: \(cite)")
    return try TemporaryPack.findings(["bluev/fee.yaml": text]).map {
      $0.replacing("bluev/fee.yaml:", with: "")
    }
  }

  private static let byHand =
    "error: a digit typed by hand: figures and dates come from the policy, as {{P11.fee}}"

  @Test(arguments: [
    ("共{{P11.fee}}，不是 599 元", ["12:23: \(byHand)"]),
    ("5天，{{P11.fee}}，３天", ["12:7: \(byHand)", "12:22: \(byHand)"]),
    ("\"{{P11.fee}}: 7\"", ["12:21: \(byHand)"]), ("'{{P11.fee}}: 7'", ["12:21: \(byHand)"]),
    // Where a text is folded or escaped, its own place is all that is known.
    ("\"\\u0041 {{P11.fee}} 7\"", ["12:7: \(byHand)"]),
    ("|\n    {{P11.fee}}\n    7", ["12:7: \(byHand)"]),
  ])
  func `a digit typed by hand is pointed at`(_ zh: String, _ expected: [String]) throws {
    let found = try Self.findings(zh: zh)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("a {{P12.fee}} b", "9: error: there is no clause P12"),
    ("a {{P11.fees}} b", "9: error: clause P11 has no value `fees`; did you mean `fee`?"),
    ("a {{P11.colour}} b", "9: error: clause P11 has no value `colour`: it has `fee`"),
    ("a {{P11.fee.month}} b", "9: error: `P11.fee` has no view `month`; did you mean `monthly`?"),
    (
      "a {{P11.fee.day}} b",
      "9: error: `P11.fee` has no view `day`: it has `amount`, `monthly`, `yearly`"
    ),
    ("a {{fee}} b", "9: error: `fee` is no fact of the policy: write `P11.fee`"),
    ("a {{ P11.fee }} b", "9: error: ` P11.fee ` is no fact of the policy: write `P11.fee`"),
    (
      "a {P11.fee} b", "9: error: `{P11.fee}` is not filled in here; a fact stands in double braces"
    ),
    ("a {{P11.fee} b", "9: error: a brace without its partner"),
    ("a P11.fee}", "16: error: a brace without its partner"),
  ])
  func `a placeholder must name a fact`(_ en: String, _ expected: String) throws {
    #expect(try Self.findings(en: en).contains("13:" + expected))
  }

  @Test func `the clauses of an answer must exist and be cited`() throws {
    #expect(try Self.findings(cite: "[P12, P11]") == ["11:10: error: there is no clause `P12`"])
    #expect(try Self.findings(cite: "[p11]") == ["11:10: error: there is no clause `p11`"])
    #expect(try Self.findings(cite: "[]") == ["11:9: error: this list is empty"])
    let silent = TemporaryPack.refund.replacing("does not say", with: "on {{P11.fee}} does not say")
      .replacing("政策里", with: "{{P11.fee}}，政策里")
    #expect(
      try TemporaryPack.findings(["silent/refund.yaml": silent]) == [
        "silent/refund.yaml:8:11: warning: the text uses P11, but does not cite it: add it to `cite`",
        "silent/refund.yaml:9:21: warning: the text uses P11, but does not cite it: add it to `cite`",
      ])
  }

  @Test func `an answer cites and a silent one says what is silent`() throws {
    let fee = TemporaryPack.fee.replacing("  cite: [P11]\n", with: "")
    let refund = TemporaryPack.refund.replacing("  silent: [S01]\n", with: "")
    #expect(
      try TemporaryPack.findings(["bluev/fee.yaml": fee, "silent/refund.yaml": refund]) == [
        "bluev/fee.yaml:10:1: error: the key `cite` is missing",
        "silent/refund.yaml:6:1: error: the key `silent` is missing",
      ])
  }

  @Test func `a fact in one language only is odd`() throws {
    #expect(
      try Self.findings(en: "It has a fee.") == [
        "10:1: warning: P11 has a placeholder in one language and none in the other"
      ])
  }
}
