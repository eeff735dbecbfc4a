import Fixtures
import Session
import Testing

@testable import Dialogue

@Suite struct OpeningTests {
  @Test(arguments: [
    ("你好，在吗，蓝V多少钱", "bluev.fee"), ("您好，打扰一下，转人工", "agent.request"),
    ("刚把货理完，坐下来喝口水，蓝V收费多少钱", "bluev.fee"),
    ("hello, sorry to bother you, how much is blue v", "bluev.fee"),
    ("I closed up, finally having tea, is joining free", "onboard.free"),
  ])
  func `What comes after a courtesy or small talk is answered`(
    _ message: String, _ intent: String
  ) {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say(message).replies.map(\.intent) == [intent])
  }

  @Test(arguments: ["你好，你好", "hello, good morning"])
  func `A greeting of several parts is greeted`(_ message: String) {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say(message).replies.map(\.intent) == ["social.greeting"])
  }

  @Test(arguments: ["你好，qzxw qzxw qzxw qzxw qzxw", "hello, xyzzy plugh frobnicate quux"])
  func `A greeting is no reply to what is not understood`(_ message: String) {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say(message).replies.map(\.kind) == [.notUnderstood])
  }

  @Test(arguments: [
    "您好打扰了", "请问一下哈", "不好意思，想问个事", "老师在吗", "麻烦您帮忙看一下", "hello there, sorry to bother you",
    "Good morning!",
    "could I ask you something", "excuse me, one quick question",
  ])
  func `Greetings, excuses and asking leave are polite`(_ text: String) {
    #expect(Courtesy(lexicon: House.pack.lexicon).isPolite(text))
  }

  @Test(arguments: [
    "", "，", "你好，蓝V多少钱", "请问入驻", "能退吗", "hello blue v", "is it free", "help me join", "谢谢",
  ])
  func `What says more is not only polite`(_ text: String) {
    #expect(!Courtesy(lexicon: House.pack.lexicon).isPolite(text))
  }

  @Test func `A message of nothing but politeness keeps all its parts`() {
    let compound = Compound(lexicon: House.pack.lexicon)
    let courtesy = Courtesy(lexicon: House.pack.lexicon)
    #expect(courtesy.length(in: compound.parts(of: "你好，在吗")) == 0)
    #expect(courtesy.length(in: compound.parts(of: "你好，在吗，蓝V多少钱")) == 2)
  }

  @Test(arguments: [
    ("刚送完孩子上学，在路边吃了碗面，蓝V多少钱", "bluev.fee"),
    ("隔壁王姐昨儿来串门，聊了半天，认证费能开发票吗", "silent.invoice"),
    ("we had a long day at the market, my feet hurt, how much is blue v", "bluev.fee"),
    ("我妹妹公司的蓝V,她叫我代她搞,行得通吗", "silent.proxy"),
    ("才八个粉丝,可以直播卖货不", "silent.threshold"),
  ])
  func `Small talk is left out, and a beginning that matters is not`(
    _ message: String, _ intent: String
  ) {
    var talk = Talk(House.assistant)
    #expect(talk.say(message).intents == [intent])
  }

  @Test func `A date in the small talk is no date of payment`() {
    var talk = Talk(House.assistant)
    let record = talk.say("今天下雨没什么客人，我就刷了会儿手机，蓝V多少钱")
    #expect(record.intents == ["bluev.fee"])
    #expect(record.verdict == nil)
  }

  @Test(arguments: [
    ("how mcuh is blue v", "bluev.fee"), ("is thre a deposit", "silent.deposit"),
  ])
  func `A slip of the keys is mended, and /why tells of the mended words`(
    _ message: String, _ intent: String
  ) {
    var talk = Talk(House.assistant)
    #expect(talk.say(message).intents == [intent])
  }

  @Test func `A fragment behind something out of scope is out of scope with it`() {
    var talk = Talk(House.assistant)
    #expect(talk.say("hotel check-in time and deposit?").kinds == ["out_of_scope"])
    #expect(talk.say("hotel check-in is at two. how much is blue v").intents == ["bluev.fee"])
  }
}
