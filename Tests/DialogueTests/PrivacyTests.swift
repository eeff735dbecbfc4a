import Dialogue
import Fixtures
import Policy
import Session
import Testing

/// The numbers are made up: county codes xx0199 are not assigned.
@Suite struct PrivacyTests {
  static let numbers = [
    "110199199003150025", "33019920000229017X", "33019920000229017x", "13800000000",
    "6222020200000000007", "110199 19900315 0025", "138-0000-0000", "１１０１９９１９９００３１５００２５",
  ]

  /// Every place of a record that reaches somebody's eyes.
  private func shown(_ record: Record) -> String {
    String(decoding: record.json(pack: House.pack), as: UTF8.self)
      .replacing(House.pack.hash, with: "")
      // Weights and scores: six decimals hold any five digits sooner or later.
      .replacing(/[0-9]\.[0-9]+/, with: "")
  }

  /// No run of five characters of a number may be left (PROMISES, S1), in any width.
  private func expectMasked(_ number: String, in text: String, _ message: String) {
    let digits: (String) -> [UInt32] = { text in
      text.unicodeScalars.map { scalar in
        (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      }
    }
    let secret = digits(number).filter { $0 >= 0x30 }
    let shown = digits(text)
    let runs = (0...(secret.count - 5)).map { Array(secret[$0..<$0 + 5]) }
    // The zeros of a made-up number stand in dates and prices, too.
    let isShown = runs.contains { Set($0).count >= 3 && shown.contains($0) }
    #expect(!isShown, "\(message)")
  }

  @Test(arguments: numbers)
  func `A personal number is shown nowhere`(_ number: String) {
    var talk = Talk(House.assistant)
    for message in [
      "\(number)", "我的号码是\(number)，蓝V多少钱", "can I join with \(number)?", "我要实名认证 \(number)",
      "qzxw \(number)", "1 \(number)",
    ] {
      expectMasked(number, in: shown(talk.say(message)), message)
      expectMasked(number, in: shown(talk.say("/why")), message)
    }
    expectMasked(number, in: shown(talk.say("/history")), "/history")
  }

  @Test(arguments: [
    "/help", "/help x", "/helpp", "/", "/lang", "/clock", "/save", "/pay", "/review", "/status",
    "/agent",
  ])
  func `A number behind a command is shown nowhere`(_ command: String) {
    for number in ["110199199003150025", "15912345678"] {
      for message in ["\(command) \(number)", "\(command)\(number)"] {
        var talk = Talk(House.assistant)
        expectMasked(number, in: shown(talk.say(message)), message)
        expectMasked(number, in: shown(talk.say("/history")), message)
      }
    }
  }

  @Test func `A pasted number is named, warned about, and the rest answered`() {
    var talk = Talk(House.assistant)
    let record = talk.say("我的身份证号是110199199003150025，蓝V认证多少钱？")
    #expect(record.text == "我的身份证号是1****************5，蓝V认证多少钱？")
    #expect(record.intents == ["privacy.pasted", "bluev.fee"])
    #expect(record.kinds == ["answer", "answer"])
    #expect(record.replies.first?.cite == [])
    #expect(record.words.contains(House.pack.phrases.say(.kindIDNumber, in: .zh)))
  }

  @Test func `A mobile number keeps its ends`() {
    var talk = Talk(House.assistant)
    #expect(talk.say("我手机13800000000").text == "我手机138****0000")
  }

  @Test(arguments: [
    "599", "2020-07-20", "BV20200812-000123K", "T20200812-0001", "91110199MA0TE5T16Y",
  ])
  func `What belongs to nobody is not masked`(_ text: String) {
    var talk = Talk(House.assistant)
    #expect(talk.say("这是 \(text) 吗").text == "这是 \(text) 吗")
  }
}
