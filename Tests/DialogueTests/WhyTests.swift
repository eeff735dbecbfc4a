import Dialogue
import Fixtures
import Policy
import Session
import Testing
import Understanding

@Suite struct WhyTests {
  /// `-0.001200` in millionths.
  private func millionths(_ text: Substring) -> Int64? {
    let digits = text.filter { $0 != "." }
    return text.split(separator: ".").last?.count == 6 ? Int64(digits) : nil
  }

  @Test func `The terms add up to the score, and the score is the matcher's`() throws {
    let matcher = Matcher(model: House.pack.model)
    var checked = 0
    for index in stride(from: 0, to: House.pack.tests.count, by: 23) {
      let test = House.pack.tests[index]
      var talk = Talk(House.pack)
      talk.say(test.text)
      let lines = talk.say("/why").words.split(separator: "\n")
      guard let place = lines.firstIndex(where: { $0.contains(/(?:得分|Score) -?[0-9]/) }),
        let total = lines[place].firstMatch(of: /-?[0-9]+\.[0-9]{6}/).flatMap({ millionths($0.output) })
      else { continue }
      let terms = lines[(place + 1)...].map { $0.prefix { $0 != " " } }
      let sum = try terms.reduce(into: Int64(0)) { $0 += try #require(millionths($1), "\(test.text)") }
      #expect(sum == total, "\(test.text)")
      let reading = matcher.read(test.text)
      if let best = reading.candidates.first, !test.text.contains(where: \.isPunctuation) {
        #expect(abs(Double(total) / 1e6 - Double(best.margin)) < 1e-3, "\(test.text)")
      }
      checked += 1
    }
    #expect(checked >= 25)
  }

  @Test func `An answer is explained by its intent, its file and its runner-up`() {
    var talk = Talk(House.pack)
    talk.say("蓝V多少钱")
    let words = talk.say("/why").words
    #expect(words.contains("bluev.fee"))
    #expect(words.contains(/bluev\/fee\.yaml:[0-9]+/))
    #expect(words.contains("bias"))
  }

  @Test func `Why explains the last match, whatever commands came between`() {
    var talk = Talk(TinyPack.pack)
    talk.say("蓝V多少钱")
    let first = talk.say("/why").words
    talk.say("/help")
    #expect(talk.say("/why").words == first)
  }

  @Test func `Before the first message there is nothing to explain`() {
    var talk = Talk(TinyPack.pack)
    let record = talk.say("/why")
    #expect(record.words == TinyPack.pack.phrases.say(.whyNothing, in: .zh))
    #expect(record.kinds == ["command"])
  }
}
