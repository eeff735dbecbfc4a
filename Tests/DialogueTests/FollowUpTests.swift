import Fixtures
import Policy
import Session
import Testing

@testable import Dialogue

@Suite struct FollowUpTests {
  @Test(arguments: [
    ("蓝V多少钱", "能退吗", "silent.refund"), ("蓝V多少钱", "那能退吗？", "silent.refund"),
    ("how much is blue v", "is it refundable?", "silent.refund"),
    ("how much is blue v", "and is it refundable", "silent.refund"),
  ])
  func `A short form is read after its intent`(_ first: String, _ then: String, _ intent: String) {
    var talk = Talk(TinyPack.assistant)
    let record = talk.say(all: first, then)
    #expect(record.intents == [intent])
  }

  @Test(arguments: [
    ("蓝V多少钱", "多久", "silent.validity_start"),
    ("how much is blue v", "any discount?", "silent.discount"),
    ("蓝V多少钱", "能开票吗", "silent.invoice"), ("蓝V多少钱", "第二年呢", "silent.renewal_price"),
    ("how much is blue v", "and what do I have to hand in?", "bluev.documents"),
    ("how much is blue v", "ok sign me up", "flow.bluev"),
    ("有什么课程", "能回看吗", "silent.course_schedule"), ("蓝V多少钱", "入驻要钱吗", "onboard.free"),
  ])
  func `The house's own pack follows up`(_ first: String, _ then: String, _ intent: String) {
    var talk = Talk(House.assistant)
    #expect(talk.say(all: first, then).intents == [intent])
  }

  @Test func `Short forms mean the same whether they are folded at once or when asked for`() {
    let pack = House.pack
    let ready = FollowUp(intents: pack.intents, lexicon: pack.lexicon)
    let lazy = FollowUp(intents: pack.intents, lexicon: pack.lexicon, isWarm: false)
    for text in ["能退吗", "ok sign me up", "能回看吗", "天气"].map({ FoldedText($0) }) {
      for topic in ["bluev.fee", "course.what", "nothing"] {
        let (first, second) = (
          ready.meaning(of: text, after: topic), lazy.meaning(of: text, after: topic)
        )
        #expect(first?.intent == second?.intent)
        #expect(first?.likeness == second?.likeness)
      }
    }
  }

  @Test(arguments: [
    ("自动升级截止到什么时候", "那20号凌晨一点呢", "not_eligible"), ("自动升级截止到什么时候", "19号晚上呢", "eligible"),
    ("7月19号交的半年费能升级吗", "20号早上呢", "not_eligible"),
  ])
  func `After the cut-off, a day alone gets a verdict`(
    _ first: String, _ then: String, _ verdict: String
  ) {
    var talk = Talk(House.assistant)
    #expect(talk.say(all: first, then).verdict?.rawValue == verdict)
  }

  @Test func `A new conversation has nothing to follow up`() {
    var talk = Talk(TinyPack.assistant)
    #expect(
      talk.say(all: "蓝V多少钱", "/new", "/why").words
        == TinyPack.pack.phrases.say(.whyNothing, in: .zh))
  }

  // MARK: - Suggestions by number

  @Test(arguments: ["1", "１", " 1 ", "1。", "1."])
  func `A digit picks a suggestion`(_ digit: String) {
    var talk = Talk(TinyPack.assistant)
    let offered = talk.say("蓝V多少钱").suggestions
    #expect(offered.map(\.key) == [1, 2])
    #expect(talk.say(digit).intents == [offered.first?.intent])
  }

  @Test func `Every offered number picks its own suggestion`() {
    for number in 1...3 {
      var talk = Talk(House.assistant)
      let offered = talk.say("蓝V多少钱").suggestions
      #expect(offered.count == 3)
      #expect(talk.say("\(number)").intents == [offered[number - 1].intent])
    }
  }

  @Test func `The welcome's numbers can be picked before anything was said`() {
    var talk = Talk(House.assistant)
    #expect(talk.say("1").intents == ["onboard.free"])
  }

  @Test(arguments: ["0", "9", "11", "1x"])
  func `Any other number picks nothing`(_ text: String) {
    var talk = Talk(TinyPack.assistant)
    talk.say("蓝V多少钱")
    #expect(talk.say(text).replies.allSatisfy { $0.intent != "silent.refund" || $0.score != nil })
  }

  @Test func `A picked suggestion has no score, and why says so`() {
    var talk = Talk(TinyPack.assistant)
    talk.say("蓝V多少钱")
    #expect(talk.say("1").replies.first?.score == nil)
    #expect(talk.say("/why").words.contains(TinyPack.pack.phrases.say(.whyReasonChoice, in: .zh)))
  }

  // MARK: - Yes and no

  @Test(arguments: [
    "好", "好的", "好的。", "行", "要", "可以", "嗯嗯", "那转吧", "yes", "OK", "sure!", "yes please",
  ])
  func `Yes after a silent answer asks for an agent`(_ yes: String) {
    for assistant in [TinyPack.assistant, House.assistant] {
      var talk = Talk(assistant)
      #expect(talk.say("蓝V认证费能退吗").kinds == ["silent"])
      let record = talk.say(yes)
      #expect(record.intents == ["agent.request"])
      #expect(record.kinds == ["agent"])
      #expect(record.replies.first?.simulated == true)
    }
  }

  @Test(arguments: ["不用", "算了", "no", "no thanks"])
  func `No after a silent answer asks for nobody`(_ no: String) {
    var talk = Talk(TinyPack.assistant)
    talk.say("怎么退款")
    let record = talk.say(no)
    #expect(record.kinds == ["social"])
    #expect(record.intents == [nil])
  }

  @Test(arguments: ["蓝V多少钱", "你好", "今天天气怎么样"])
  func `Yes after anything else asks for nobody`(_ before: String) {
    var talk = Talk(TinyPack.assistant)
    talk.say(before)
    #expect(talk.say("好").kinds == ["social"])
  }

  @Test func `An offer lapses once something else was said`() {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say(all: "怎么退款", "蓝V多少钱", "好").kinds == ["social"])
    #expect(talk.say(all: "怎么退款", "好").kinds == ["agent"])
    #expect(talk.say("好").kinds == ["social"])
  }
}
