import Testing

@testable import Understanding

@Suite struct ModelTests {
  @Test func `Training twice gives the same bytes`() {
    let one = Trainer().train(MatcherTests.set).serialised()
    #expect(one == Trainer().train(MatcherTests.set).serialised())
  }

  @Test(arguments: ["蓝V多少钱", "how much is it now", "zenme ruzhu", "今天天气", "joining steps"])
  func `A model read back reads alike`(_ text: String) throws {
    let model = try Model(bytes: MatcherTests.matcher.model.serialised())
    let other = Matcher(model: model)
    #expect(MatcherTests.matcher.read(text) == other.read(text))
    let (one, two) = (MatcherTests.matcher.scope(of: text), other.scope(of: text))
    #expect(one.rejectScore == two.rejectScore)
    #expect(one.nearest == two.nearest)
  }

  @Test func `Other bytes are no model`() {
    #expect(throws: ModelError.unknownFormat) { try Model(bytes: [1, 2, 3]) }
  }

  @Test func `A model cut short or changed anywhere is refused or still safe to read with`() {
    let bytes = MatcherTests.matcher.model.serialised()
    for length in stride(from: 15, to: bytes.count, by: 97) {
      #expect(throws: ModelError.damaged) { try Model(bytes: Array(bytes[..<length])) }
    }
    for place in stride(from: 15, to: bytes.count, by: 31) {
      var changed = bytes
      changed[place] ^= 0x55
      guard let model = try? Model(bytes: changed) else { continue }
      _ = Matcher(model: model).read("蓝V多少钱 how much")
    }
  }

  @Test func `A model with a figure that is no number is refused or still safe to read with`() {
    let bytes = MatcherTests.matcher.model.serialised()
    let texts = ["蓝V多少钱 how much", "what does it cost", "xyzzy", ""]
    var survived = 0
    for place in stride(from: 64, to: bytes.count - 4, by: 4 * 29) {
      var changed = bytes
      changed.replaceSubrange(place..<(place + 4), with: [0, 0, 0xC0, 0x7F])
      guard let model = try? Model(bytes: changed) else { continue }
      survived += 1
      let matcher = Matcher(model: model)
      for text in texts {
        for candidate in matcher.read(text).candidates {
          #expect(model.labels.indices.contains(candidate.label))
        }
        _ = matcher.scope(of: text)
      }
    }
    #expect(survived > 10)
  }

  /// With few examples margins lie around 4, with many around 1, and the bounds accordingly.
  @Test(arguments: [(10, 0.5), (25, 0.25)])
  func `Intents that have nothing to do with a message hardly move its score`(
    _ examples: Int, _ bound: Float
  ) throws {
    let small = Matcher(model: Trainer().train(Self.made(intents: 5, examples: examples)))
    let large = Matcher(model: Trainer().train(Self.made(intents: 15, examples: examples)))
    for noun in Self.nouns.prefix(5) {
      let text = "could you show \(noun) today"
      let before = try #require(small.read(text).candidates.first)
      let after = try #require(large.read(text).candidates.first)
      #expect(before.label == after.label)
      #expect(abs(before.margin - after.margin) < bound)
      #expect(abs(before.probability - after.probability) < 0.05)
    }
  }

  /// Intents of up to twenty-five examples each that share no word but the frames.
  private static func made(intents: Int, examples count: Int) -> TrainingSet {
    var examples: [Example] = []
    for label in 0..<intents {
      for verb in ["show", "find", "open", "send", "check"] {
        for frame in ["please", "can you", "i want to", "how do i", "now"].prefix(count / 5) {
          examples.append(Example(text: "\(frame) \(verb) \(nouns[label])", label: label))
        }
      }
    }
    return TrainingSet(labels: (0..<intents).map { "intent.\($0)" }, examples: examples)
  }

  private static let nouns = [
    "refunds", "cards", "fees", "coupons", "lives", "paints", "orbits", "harvest", "marble",
    "lantern", "pepper", "castle", "feather", "anchor", "meadow",
  ]
}
