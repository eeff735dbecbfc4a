import Dialogue
import Policy
import Testing
import Understanding

@testable import Rehearsal

@Suite struct DisturberTests {
  static let disturber = Disturber(
    lexicon: Lexicon([
      .preamble: ["您好，打扰一下", "Hello, quick question"],
      .ramble: ["刚理完货，坐下喝口水", "I closed up, finally having tea"], .small: ["the", "is"],
    ]),
    messages: ["入住要钱吗", "入驻注册", "住哪里"])

  /// All that becomes of `text` with two hundred seeds; each seed gives the same twice.
  static func outcomes(
    _ text: String, _ rule: Disturbance, _ tongue: Tongue
  ) -> Set<String?> {
    Set(
      (0..<200 as Range<UInt64>).map { seed in
        var one = Generator(seed: seed)
        var other = Generator(seed: seed)
        let first = disturber.disturb(text, by: rule, in: tongue, using: &one)
        let second = disturber.disturb(text, by: rule, in: tongue, using: &other)
        #expect(first == second)
        return first
      })
  }

  @Test(
    arguments: [
      (.traditional, "蓝V多少钱?", "藍V多少錢?"), (.traditional, "你好", nil),
      (.pinyin, "蓝V多少钱？", "lan V duo shao qian？"), (.pinyin, "交599元", "jiao 599 yuan"),
      (.pinyin, "blue V", nil), (.pinyin, "绿，要 app吗", "lv，yao app ma"),
      (.fullwidth, "蓝V 599?", "蓝Ｖ　５９９？"), (.fullwidth, "多少钱", nil),
      (.blanks, "蓝V599，吗", "蓝 V599， 吗"), (.blanks, "多 少", nil),
    ] as [(Disturbance, String, String?)])
  func `A Chinese rule without chance changes what it says and nothing else`(
    _ rule: Disturbance, _ text: String, _ expected: String?
  ) {
    #expect(Self.outcomes(text, rule, .zh) == [expected])
  }

  @Test(
    arguments: [
      (.noPunctuation, "What's it cost, 1,198.50?", "whats it cost 1,198.50"),
      (.noPunctuation, "mini-programs / Shops", "mini programs shops"), (.noPunctuation, "ok", nil),
      (.capitals, "is Blue V free?", "IS BLUE V FREE?"), (.capitals, "OK", nil),
    ] as [(Disturbance, String, String?)])
  func `An English rule without chance changes what it says and nothing else`(
    _ rule: Disturbance, _ text: String, _ expected: String?
  ) {
    #expect(Self.outcomes(text, rule, .en) == [expected])
  }

  @Test(
    arguments: [
      // 住 and 注 are in the pack's messages, other characters read `zhu` are not.
      (.homophone, "驻?", ["住?", "注?"]), (.homophone, "蓝", [nil]),
      (.missing, "多少钱V", ["少钱V", "多钱V", "多少V"]), (.missing, "多少V", [nil]),
      (.doubled, "多少V", ["多多少V", "多少少V"]), (.doubled, "V", [nil]),
      (.swapped, "多少V钱吗", ["少多V钱吗", "多少V吗钱"]), (.swapped, "好好V", [nil]),
      (.polite, "多少钱", ["您好，打扰一下，多少钱"]), (.rambling, "多少钱", ["刚理完货，坐下喝口水，多少钱"]),
      (.typo, "多少钱", [nil]),
    ] as [(Disturbance, String, Set<String?>)])
  func `A Chinese rule of chance has these outcomes`(
    _ rule: Disturbance, _ text: String, _ expected: Set<String?>
  ) {
    #expect(Self.outcomes(text, rule, .zh) == expected)
  }

  @Test(
    arguments: [
      (
        .typo, "a cost",
        [
          "a ost", "a cst", "a cot", "a cos", "a ccost", "a coost", "a cosst", "a costt", "a ocst",
          "a csot", "a cots",
        ]
      ),
      (.typo, "is it V", [nil]), (.missingWord, "is the V free", ["the V free", "is V free"]),
      (.missingWord, "the fee", [nil]),
      (.polite, "how much", ["Hello, quick question, how much"]),
      (.rambling, "how much", ["I closed up, finally having tea, how much"]),
      (.homophone, "how much", [nil]),
    ] as [(Disturbance, String, Set<String?>)])
  func `An English rule of chance has these outcomes`(
    _ rule: Disturbance, _ text: String, _ expected: Set<String?>
  ) {
    #expect(Self.outcomes(text, rule, .en) == expected)
  }

  @Test func `An emoji leaves words and numbers whole`() {
    for outcome in Self.outcomes("交599元", .emoji, .zh).compactMap({ $0 }) {
      #expect(outcome.contains("599"))
      #expect(Normaliser().normalise(outcome).filter { $0 != " " } == "交599元")
    }
    let english = Self.outcomes("how much", .emoji, .en).compactMap { $0 }
    #expect(english.count > 6)
    #expect(english.allSatisfy { Normaliser().normalise($0) == "how much" })
  }
}
