import Dialogue
import Fixtures
import Policy
import Session
import Testing

@Suite struct RefusalTests {
  @Test(arguments: ["qzxw vbnm", "今天天气怎么样", "怎么退款"], [Tongue.zh, .en])
  func `Nothing but a silent answer offers an agent`(_ message: String, _ tongue: Tongue) {
    var talk = Talk(House.assistant, language: tongue)
    let offer = House.pack.phrases.say(.offerAgent, in: tongue)
    let record = talk.say(message)
    #expect(record.words.contains(offer) == record.kinds.contains("silent"))
  }

  @Test(arguments: [Tongue.zh, .en])
  func `Not understood, silent, not in force and out of scope differ`(_ tongue: Tongue) {
    let say: (String) -> (kind: String, words: String) = { message in
      var talk = Talk(TinyPack.assistant, asOf: "2020-07-19", language: tongue)
      let record = talk.say(message)
      return (record.kinds.joined(separator: " "), record.words)
    }
    let replies = ["qzxw", "怎么退款", "入驻要钱吗", "今天天气怎么样"].map(say)
    #expect(replies.map(\.kind) == ["not_understood", "silent", "not_in_force", "out_of_scope"])
    #expect(Set(replies.map(\.words)).count == 4)
  }

  @Test func `What is not understood cites nothing, and guesses at most three intents`() {
    for message in ["qzxw vbnm", "那个啥来着", "蓝V的那个事儿你给我整明白了没有啊就是那个", "退 钱 多久 课"] {
      var talk = Talk(House.assistant)
      let record = talk.say(message)
      guard record.kinds == ["not_understood"] else { continue }
      #expect(record.replies.allSatisfy { $0.cite.isEmpty && $0.intent == nil })
      #expect(record.suggestions.count { $0.intent != "agent.request" } <= 3)
    }
  }

  // MARK: - The day of the policy (P02, P08)

  @Test(arguments: [
    ("2020-07-19", "not_in_force"), ("2020-07-19T23:59:59.999+08:00", "not_in_force"),
    ("2020-07-19T15:59:59Z", "not_in_force"), ("2020-07-20T00:00:00+08:00", "answer"),
    ("2020-07-19T16:00:00Z", "answer"), ("2020-07-20", "answer"), ("2020-07-21", "answer"),
    ("2026-01-01", "answer"),
  ])
  func `Free joining is in force from the first instant of its day`(_ asOf: String, _ kind: String)
  {
    for assistant in [TinyPack.assistant, House.assistant] {
      var talk = Talk(assistant, asOf: asOf)
      let record = talk.say("入驻要钱吗")
      #expect(record.kinds == [kind])
      #expect(record.intents == ["onboard.free"])
      #expect(record.replies.first?.cite.map(\.description).first == "P08")
    }
  }

  @Test(arguments: [("入驻要钱吗", "2020年7月20日0点"), ("is joining free", "20 July 2020")])
  func `What is not in force yet says when it begins`(_ message: String, _ start: String) {
    var talk = Talk(TinyPack.assistant, asOf: "2020-07-19")
    let record = talk.say(message)
    #expect(record.kinds == ["not_in_force"])
    #expect(record.words.contains(start))
  }

  @Test func `An undated clause holds on any day`() {
    var talk = Talk(TinyPack.assistant, asOf: "2019-01-01")
    #expect(talk.say("蓝V多少钱").kinds == ["answer"])
  }

  // MARK: - Invariants over the pack

  @Test func `An answer always cites, and a silent reply always lists`() {
    for test in House.pack.tests {
      var talk = Talk(House.assistant)
      for reply in talk.say(test.text).replies where reply.intent != "privacy.pasted" {
        if reply.kind == .answer { #expect(!reply.cite.isEmpty, "\(test.text)") }
        if reply.kind == .silent { #expect(!reply.silent.isEmpty, "\(test.text)") }
        #expect(!reply.text.isEmpty, "\(test.text)")
        #expect(!reply.text.contains("{"), "\(test.text)")
        if let score = reply.score { #expect((0...1).contains(score), "\(test.text)") }
      }
    }
  }
}
