import Fixtures
import Policy
import Session
import Testing

@testable import Dialogue

@Suite struct CompoundTests {
  private let compound = Compound(lexicon: House.pack.lexicon)

  @Test(
    arguments: [
      ("蓝V多少钱", ["蓝V多少钱"]), ("蓝V多少钱？能退吗？", ["蓝V多少钱", "能退吗"]),
      ("蓝V多少钱，另外入驻要钱吗", ["蓝V多少钱", "入驻要钱吗"]),
      ("how much is blue v and is joining free", ["how much is blue v ", " is joining free"]),
      ("the brand sandal", ["the brand sandal"]), ("费用是599.00元吗", ["费用是599.00元吗"]), ("？？", []),
      ("", []),
      ("a.b is v1.5", ["a.b is v1.5"]), ("one. two", ["one", " two"]),
      ("How much? AND is it free", ["How much", " is it free"]),
      ("蓝V有流量吗有客服吗", ["蓝V有流量吗", "有客服吗"]), ("为什么收费", ["为什么收费"]), ("那么入驻要钱吗", ["那么入驻要钱吗"]),
    ] as [(String, [String])])
  func `A message is cut at its marks and joining words`(_ text: String, _ parts: [String]) {
    #expect(compound.parts(of: text).map(\.text) == parts)
  }

  @Test(arguments: [
    ("蓝V多少钱？入驻要钱吗？", ["bluev.fee", "onboard.free"]),
    ("入驻要钱吗，还有蓝V多少钱", ["onboard.free", "bluev.fee"]),
    ("how much is blue v? does it cost to join?", ["bluev.fee", "onboard.free"]),
    ("蓝V多少钱？蓝V多少钱？", ["bluev.fee"]), ("你好，蓝V多少钱", ["bluev.fee"]),
  ])
  func `Each question has its own reply, in order, and none has two`(
    _ message: String, _ intents: [String]
  ) {
    for assistant in [TinyPack.assistant, House.assistant] {
      var talk = Talk(assistant)
      #expect(talk.say(message).intents == intents, "\(assistant.pack.intents.count)")
    }
  }

  @Test func `At most three questions are answered`() {
    var talk = Talk(House.assistant)
    let record = talk.say("蓝V多少钱？入驻要钱吗？能退吗？六大权益是什么？认证要什么资料？")
    #expect(record.replies.count <= Compound.most)
    #expect(record.replies.count > 1)
  }

  @Test func `Two silent questions get one offer of an agent`() {
    var talk = Talk(House.assistant)
    let record = talk.say("蓝V认证费能退吗？能开发票吗？")
    let offer = House.pack.phrases.say(.offerAgent, in: .zh)
    #expect(record.kinds == ["silent", "silent"])
    #expect(record.words.split(separator: offer, omittingEmptySubsequences: false).count == 2)
    #expect(talk.say("好").intents == ["agent.request"])
  }

  @Test(arguments: [
    ("蓝V多少钱", true), ("能退吗", true), ("行不", true), ("今天下雨没什么客人", false), ("开了十几年", false),
    ("我这人不太懂电脑", false), ("what does it cost", true), ("so how much", true), ("tell me more", true),
    ("my nephew usually does these things", false),
  ])
  func `A part surely asks by a question word in its place`(_ part: String, _ asks: Bool) {
    #expect(compound.surelyAsks(part) == asks)
  }

  @Test(arguments: [("还是要等", true), ("or later", true), ("order status", false), ("能退吗", false)])
  func `The second half of something leans on the first`(_ part: String, _ leans: Bool) {
    #expect(compound.leans(part) == leans)
  }

  @Test func `Two questions with only a comma between them are two if both are plain`() {
    var talk = Talk(House.assistant)
    #expect(talk.say("蓝V多少钱，能开发票吗").intents == ["bluev.fee", "silent.invoice"])
  }

  @Test func `A part knows the question mark behind it and the joining word in front of it`() {
    let parts = compound.parts(of: "how do I join? second year, and the price")
    #expect(parts.map(\.isMarked) == [true, false, false])
    #expect(parts.map(\.isJoined) == [false, false, true])
    #expect(parts.map(\.isApart) == [false, true, true])
  }

  @Test(arguments: [
    ("How do I join? second year same money?", ["onboard.steps", "silent.renewal_price"]),
    ("蓝V多少钱，想要一张能抵税的纸质票？", ["bluev.fee", "silent.invoice"]),
    ("我是个体户，能入驻吗？", ["onboard.who"]),
  ])
  func `A part that a question mark ends needs no word that asks`(
    _ message: String, _ intents: [String]
  ) {
    var talk = Talk(House.assistant)
    #expect(talk.say(message).intents == intents)
  }

  @Test(arguments: [
    ("蓝V有流量吗有客服吗", ["benefits.traffic", "benefits.service"]),
    ("实名认证要钱吗蓝V要钱吗", ["onboard.free", "bluev.fee"]),
  ])
  func `Two questions need no mark between them`(_ message: String, _ intents: [String]) {
    var talk = Talk(House.assistant)
    #expect(talk.say(message).intents == intents)
  }
}
