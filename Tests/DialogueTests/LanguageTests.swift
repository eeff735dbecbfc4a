import Dialogue
import Fixtures
import Policy
import Session
import Testing

@Suite struct LanguageTests {
  @Test func `The language follows the message`() {
    var talk = Talk(TinyPack.assistant)
    let messages = ["蓝V多少钱", "how much is blue v", "能退吗", "is joining free", "藍V多少錢", "hello"]
    #expect(messages.map { talk.say($0).language } == [.zh, .en, .zh, .en, .zh, .en])
  }

  @Test func `What has no language keeps the last one`() {
    var talk = Talk(TinyPack.assistant)
    talk.say("how much is blue v")
    #expect(talk.say("1").language == .en)
    #expect(talk.say("???").language == .en)
    #expect(talk.say("/why").language == .en)
    talk.say("蓝V多少钱")
    #expect(talk.say("1").language == .zh)
  }

  @Test func `Before anything was said it is Chinese`() {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say("?").language == .zh)
  }

  @Test func `A chosen language holds until it is let go`() {
    var talk = Talk(TinyPack.assistant)
    #expect(talk.say("/lang en").language == .en)
    #expect(talk.say("蓝V多少钱").language == .en)
    #expect(talk.say("/new").language == .en)
    #expect(talk.say("蓝V多少钱").words.contains("599"))
    talk.say("/lang auto")
    #expect(talk.say("蓝V多少钱").language == .zh)
  }

  @Test(arguments: ["/lang", "/lang fr", "/lang EN2"])
  func `An unknown language changes nothing`(_ command: String) {
    var talk = Talk(TinyPack.assistant)
    talk.say("/lang en")
    #expect(talk.say(command).words == TinyPack.pack.phrases.say(.languageUsage, in: .en))
    #expect(talk.say("蓝V多少钱").language == .en)
  }

  @Test(arguments: [("请用英文回答", Tongue.en), ("请说英语", .en)])
  func `The merchant may ask for a language in words`(_ message: String, _ tongue: Tongue) {
    var talk = Talk(House.assistant)
    let record = talk.say(message)
    #expect(record.intents == ["control.language"])
    #expect(record.language == tongue)
    #expect(talk.say("蓝V多少钱").language == tongue)
  }

  /// An English answer may name a thing in Chinese; it is not written in it.
  @Test func `Every answer is written in its own language`() {
    for intent in House.pack.intents {
      guard let answer = intent.answer else { continue }
      let share: (String) -> Double = { text in
        let han = text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
        return Double(han) / Double(text.unicodeScalars.count)
      }
      #expect(share(answer.text.en) < 0.1, "\(intent.id)")
      #expect(share(answer.text.zh) > 0.3, "\(intent.id)")
    }
  }
}
