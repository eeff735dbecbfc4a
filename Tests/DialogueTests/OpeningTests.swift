import Dialogue
import Fixtures
import Session
import Testing

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
}
