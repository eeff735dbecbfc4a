import Fixtures
import Policy
import Session
import Testing
import Understanding

@testable import Dialogue

@Suite struct WhyTests {
  /// `-0.001200` in millionths, where a line begins with it.
  private func millionths(_ line: Substring) -> Int64? {
    line.prefixMatch(of: /-?[0-9]+\.[0-9]{6}/).flatMap { Int64($0.output.filter { $0 != "." }) }
  }

  /// Each sum that `words` print, and the terms below it, in millionths.
  private func sums(of words: String) -> [(total: Int64, terms: [Int64])] {
    var sums: [(total: Int64, terms: [Int64])] = []
    for line in words.split(separator: "\n") {
      if let head = line.prefixMatch(of: #/(得分|Score) /#),
        let total = millionths(line[head.range.upperBound...])
      {
        sums.append((total, []))
      } else if let term = millionths(line), !sums.isEmpty {
        sums[sums.count - 1].terms.append(term)
      }
    }
    return sums
  }

  @Test func `The terms add up to the score, and the score is the matcher's`() {
    let matcher = Matcher(model: House.pack.model)
    var checked = 0
    for index in stride(from: 0, to: House.pack.tests.count, by: 11) {
      let test = House.pack.tests[index]
      var talk = Talk(House.assistant)
      talk.say(test.text)
      let sums = sums(of: talk.say("/why").words)
      for sum in sums {
        #expect(!sum.terms.isEmpty, "\(test.text)")
        #expect(sum.terms.reduce(0, +) == sum.total, "\(test.text)")
      }
      // A message in one piece is read as it stands.
      guard let first = sums.first, !test.text.contains(where: \.isPunctuation),
        let best = matcher.read(test.text).candidates.first
      else { continue }
      #expect(abs(Double(first.total) / 1e6 - Double(best.margin)) < 1e-3, "\(test.text)")
      checked += 1
    }
    #expect(checked >= 15)
  }

  /// `-0.001200` in millionths, for a million figures.
  private func figured(_ text: String) -> Int64? {
    var (number, decimals, isNegative): (Int64, Int?, Bool) = (0, nil, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): decimals = 0
      case 0x30...0x39:
        number = number * 10 + Int64(byte - 0x30)
        decimals = decimals.map { $0 + 1 }
      case _: return nil
      }
    }
    return decimals == 6 ? (isNegative ? -number : number) : nil
  }

  /// The sums and terms that `pieces` print, in millionths.
  private func sums(of pieces: [PlannedReply.Piece]) -> [(total: Int64, terms: [Int64])] {
    var sums: [(total: Int64, terms: [Int64])] = []
    let (whole, part) = (Phrase(PhraseKey.whyTotal), Phrase(PhraseKey.whyTerm))
    for case .phrase(let phrase, let arguments) in pieces {
      guard case .text(let figure)? = arguments.first?.value, phrase == whole || phrase == part,
        let number = figured(figure)
      else { continue }
      if phrase == whole {
        sums.append((number, []))
      } else if !sums.isEmpty {
        sums[sums.count - 1].terms.append(number)
      }
    }
    return sums
  }

  @Test func `The printed terms of every example and test add up to the printed score`() {
    let pack = House.pack
    let decider = Decider(pack: pack)
    let matcher = Matcher(model: pack.model)
    var (wrong, checked): ([String], Int) = ([], 0)
    for saying in pack.examples + pack.tests {
      let trace = ReadingTrace(text: saying.text, intent: nil, way: .matched)
      let sums = sums(of: decider.explained(trace, lead: []))
      let best = matcher.read(saying.text).candidates.prefix(2)
      let isExact = sums.allSatisfy { $0.terms.reduce(0, +) == $0.total && !$0.terms.isEmpty }
      // The margin is a sum of 32-bit numbers, hence the thousandth.
      let isTheMatchers = zip(sums, best).allSatisfy {
        abs(Double($0.total) / 1e6 - Double($1.margin)) < 1e-3
      }
      checked += sums.count
      if sums.count != best.count || !isExact || !isTheMatchers { wrong.append(saying.text) }
    }
    #expect(wrong == [])
    #expect(checked >= 2 * (pack.examples.count + pack.tests.count) - 10)
  }

  @Test func `An answer is explained by its intent, its file and its runner-up`() {
    var talk = Talk(House.assistant)
    talk.say("蓝V多少钱")
    let words = talk.say("/why").words
    #expect(words.contains("bluev.fee"))
    #expect(words.contains(/bluev\/fee\.yaml:[0-9]+/))
    #expect(words.contains("bias"))
  }

  @Test func `Why explains the last match, whatever commands came between`() {
    var talk = Talk(TinyPack.assistant)
    talk.say("蓝V多少钱")
    let first = talk.say("/why").words
    talk.say("/help")
    #expect(talk.say("/why").words == first)
  }

  @Test func `Before the first message there is nothing to explain`() {
    var talk = Talk(TinyPack.assistant)
    let record = talk.say("/why")
    #expect(record.words == TinyPack.pack.phrases.say(.whyNothing, in: .zh))
    #expect(record.kinds == ["command"])
  }

  @Test func `A follow-up is explained by what it follows`() {
    var talk = Talk(House.assistant)
    talk.say("蓝V多少钱")
    #expect(talk.say("多久").intents == ["silent.validity_start"])
    #expect(talk.say("/why").words == "这一句是接着「蓝V认证费用」的话头理解的。")
  }
}
