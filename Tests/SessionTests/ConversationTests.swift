import Dialogue
import Fixtures
import Policy
import Session
import Synchronization
import Testing

@Suite struct ConversationTests {
  /// Keeps scripts in memory, or refuses them.
  private final class Shelf: ScriptStore {
    let scripts = Mutex<[String: String]>([:])
    let refusal: String?

    init(refusal: String? = nil) { self.refusal = refusal }

    func save(_ text: String, to file: String) throws(ScriptStoreError) {
      if let refusal { throw ScriptStoreError(reason: refusal) }
      scripts.withLock { $0[file] = text }
    }
  }

  /// Gives one pack, or refuses.
  private struct Supply: PackSupply {
    var refusal: String?

    func load() throws(PackSupplyError) -> Pack {
      if let refusal { throw PackSupplyError(reason: refusal) }
      return TinyPack.pack
    }
  }

  @Test(
    arguments: [
      (nil, "没有可重新读取"), (Supply(), TinyPack.pack.hash),
      (Supply(refusal: "fee.yaml:3:1"), "fee.yaml:3:1"),
    ] as [(Supply?, String)])
  private func `Reloading reads the pack again, or says why not and keeps the old one`(
    _ supply: Supply?, _ words: String
  ) {
    var settings = Talk.settings()
    settings.packs = supply
    var conversation = Conversation(assistant: TinyPack.assistant, settings: settings)
    #expect(conversation.answer("/reload").replies.first?.text.contains(words) == true)
    #expect(conversation.answer("蓝V多少钱").replies.first?.intent == "bluev.fee")
  }

  @Test func `The history shows messages and replies, numbers masked`() {
    var talk = Talk(TinyPack.assistant)
    talk.say("蓝V多少钱")
    talk.say("我的身份证是110199199003150025")
    let words = talk.say("/history").words
    #expect(words.contains("> 蓝V多少钱\n  蓝V认证费用是 599 元/年。"))
    #expect(words.contains("1****************5"))
    #expect(!words.contains("19900315"))
  }

  @Test func `Before the first message the history is empty`() {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say("/history").words == TinyPack.pack.phrases.say(.historyEmpty, in: .zh))
  }

  @Test func `A history of histories does not double each time`() {
    var talk = Talk(TinyPack.assistant)
    talk.say("蓝V多少钱")
    let first = talk.say("/history").words.utf8.count
    for _ in 0..<12 { talk.say("/history") }
    #expect(talk.say("/history").words.utf8.count < first + 1000)
  }

  @Test func `A conversation is saved as a script with its clock, seed and merchant`() {
    let shelf = Shelf()
    var talk = Talk(TinyPack.assistant, scripts: shelf)
    talk.say("蓝V多少钱")
    let record = talk.say("/save a.chat")
    #expect(record.kinds == ["command"])
    #expect(record.words.contains("a.chat"))
    let script = shelf.scripts.withLock { $0["a.chat"] } ?? ""
    #expect(
      script.hasPrefix(
        "@clock 2020-08-01T10:00:00+08:00\n@seed 0\n@merchant me\n\n> 蓝V多少钱\n< 蓝V认证费用"))
  }

  @Test func `A conversation that cannot be saved says why and goes on`() {
    var talk = Talk(TinyPack.assistant, scripts: Shelf(refusal: "disk full"))
    talk.say("蓝V多少钱")
    #expect(talk.say("/save a.chat").words.contains("disk full"))
    #expect(talk.say("能退吗").intents == ["silent.refund"])
  }

  @Test func `Turns are counted, commands and refused lines too`() {
    var conversation = Talk(TinyPack.assistant).conversation
    #expect(conversation.answer("你好").turn == 1)
    #expect(conversation.answer("/why").turn == 2)
    #expect(conversation.refuse(Line(number: 9, content: .notUTF8)).turn == 3)
    #expect(conversation.refuse(object: "x", line: 10).turn == 4)
    #expect(conversation.answer("/new").turn == 5)
    #expect(conversation.answer("你好").turn == 6)
  }

  @Test func `A refused line leaves topic, offer and reading as they were`() {
    var conversation = Talk(TinyPack.assistant).conversation
    _ = conversation.answer("怎么退款")
    let before = conversation.state
    _ = conversation.refuse(Line(number: 2, content: .tooLong))
    #expect(conversation.state.topic == before.topic)
    #expect(conversation.state.suggestions == before.suggestions)
    #expect(conversation.answer("好").intents == ["agent.request"])
  }

  @Test func `The clock of the conversation decides unless a policy date was set`() {
    var talk = Talk(TinyPack.assistant, on: "2020-07-01T00:00:00+08:00")
    #expect(talk.say("入驻要钱吗").kinds == ["not_in_force"])
    talk.say("/clock 2020-07-20T00:00:00+08:00")
    #expect(talk.say("入驻要钱吗").kinds == ["answer"])
    var dated = Talk(TinyPack.assistant, on: "2020-08-01T00:00:00+08:00", asOf: "2020-07-19")
    dated.say("/clock 2020-09-01T00:00:00+08:00")
    #expect(dated.say("入驻要钱吗").kinds == ["not_in_force"])
  }
}
