import Testing

@Suite struct IntentFormTests {
  /// The findings of the whole pack, with one thing changed in `bluev/fee.yaml`.
  private static func findings(_ old: String, _ new: String) throws -> [String] {
    let text = TemporaryPack.fee.replacing(old, with: new)
    #expect(text != TemporaryPack.fee)
    return try TemporaryPack.findings(["bluev/fee.yaml": text]).map {
      $0.replacing("bluev/fee.yaml:", with: "")
    }
  }

  @Test(
    arguments: [
      // Keys.
      ("follow:", "folow:", ["14:1: error: unknown key `folow`; did you mean `follow`?"]),
      ("follow:", "colour:", ["14:1: error: unknown key `colour`"]),
      (
        "  cite: [P11]", "  cites: [P11]",
        [
          "10:1: error: the key `cite` is missing",
          "11:3: error: unknown key `cites`; did you mean `cite`?",
        ]
      ),
      ("id: bluev.fee\n", "", ["1:1: error: the key `id` is missing"]),
      (
        "say: 认证没过能退钱吗", "sya: 认证没过能退钱吗",
        [
          "9:8: error: the key `say` is missing",
          "9:9: error: unknown key `sya`; did you mean `say`?",
        ]
      ),
      // The id is the path.
      (
        "id: bluev.fee", "id: bluev.fees",
        ["1:5: error: the id is `bluev.fees`, but this file is `bluev.fee`"]
      ),
      // Both languages.
      (
        "title: {zh: 蓝V费用, en: Blue V fee}", "title: {zh: 蓝V费用}",
        [
          "2:1: error: the English text is missing: add `en`"
        ]
      ),
      ("  en: [how much is blue v]\n", "", ["5:1: error: the English text is missing: add `en`"]),
      (
        "  en: The fee is {{P11.fee}}.\n", "",
        ["10:1: error: the English text is missing: add `en`"]
      ),
      ("  zh: 费用是 {{P11.fee}}。\n", "", ["10:1: error: the Chinese text is missing: add `zh`"]),
      ("  zh: [办个蓝威要花多少米]\n", "", ["17:1: error: the Chinese text is missing: add `zh`"]),
      // Lists and texts.
      (
        "en: [how much is blue v]", "en: how much is blue v",
        [
          "7:7: error: a list is wanted here: begin each item with `- `, or write [one, two]"
        ]
      ),
      (
        "[P11]", "P11",
        [
          "11:9: error: a list is wanted here: begin each item with `- `, or write [one, two]"
        ]
      ),
      (
        "en: [how much is blue v]", "en: {a: b}",
        [
          "7:7: error: a list is wanted here, not a mapping of keys"
        ]
      ),
      ("en: [how much is blue v]", "en: []", ["7:7: error: this list is empty"]),
      (
        "en: [how much is blue v]", "en: [[how much]]",
        [
          "7:8: error: a text is wanted here, not a list"
        ]
      ),
      ("en: [how much is blue v]", "en: [\"  \"]", ["7:8: error: this text is empty"]),
      (
        "topic: {zh: 蓝V, en: Blue V}", "topic: {zh: 蓝V, en: \"\"}",
        ["4:21: error: this text is empty"]
      ),
      (
        "topic: {zh: 蓝V, en: Blue V}", "topic: 蓝V",
        [
          "4:8: error: a mapping of keys is wanted here, not a text"
        ]
      ),
      (
        "topic: {zh: 蓝V, en: Blue V}", "topic: {zh: 蓝V, en: \"{{P11.fee}}\"}",
        [
          "4:8: error: braces are not filled in here, only in `answer`"
        ]
      ),
      // References.
      (
        "follow: [silent.refund]", "follow: [silent.refnd]",
        [
          "14:10: error: there is no intent `silent.refnd`; did you mean `silent.refund`?"
        ]
      ),
      (
        "follow: [silent.refund]", "follow: [bluev.fee]",
        [
          "14:10: error: `bluev.fee` cannot follow here: it just came"
        ]
      ),
      (
        "is: silent.refund}]\nanswer", "is: nowhere}]\nanswer",
        [
          "9:28: error: there is no intent `nowhere`"
        ]
      ),
      (
        "is: silent.refund}]\nanswer", "is: bluev.fee}]\nanswer",
        [
          "9:28: error: a counter-example belongs to another intent than this one"
        ]
      ),
      (
        "is: silent.refund}]\ntests", "is: silent.gone}]\ntests",
        [
          "16:30: error: there is no intent `silent.gone`"
        ]
      ),
      ("[能退吗, 退不退]", "[能退吗, 能退吗？]", ["16:20: error: `能退吗？` already stands on line 16"]),
    ] as [(String, String, [String])])
  func `a mistake in an intent is pointed at`(
    _ old: String, _ new: String, _ expected: [String]
  ) throws {
    let found = try Self.findings(old, new)
    #expect(found == expected)
  }
}
