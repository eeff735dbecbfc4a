import Testing

@testable import Understanding

@Suite struct MatcherTests {
  static let set = TrainingSet(
    labels: ["fee", "steps", "none"],
    examples: [
      ("蓝V多少钱", 0), ("认证费用是多少", 0), ("how much is it", 0), ("what does it cost", 0),
      ("怎么入驻", 1), ("入驻要哪些步骤", 1), ("how do i join", 1), ("which steps are there", 1),
      ("酒店怎么入住", 2), ("今天天气", 2), ("what is the weather", 2),
    ].map { Example(text: $0.0, label: $0.1) }, rejectLabels: [2])
  static let matcher = Matcher(model: Trainer().train(set))

  @Test(arguments: [
    ("藍V多少錢", "fee"), ("how much does it cost?", "fee"), ("怎樣入駐", "steps"),
    ("zenme ruzhu", "steps"),
    ("feiyong shi duoshao", "fee"), ("怎么 入驻", "steps"), ("weather", "none"),
  ])
  func `A message is read`(_ text: String, _ label: String) {
    let reading = Self.matcher.read(text)
    #expect(reading.candidates.first.map { Self.matcher.model.labels[$0.label] } == label)
  }

  @Test func `A message without a known feature is rejected`() {
    #expect(Self.matcher.read("xyzzy").isRejected)
    #expect(Self.matcher.read("").isRejected)
  }

  @Test func `A message read as a rejecting label is rejected`() {
    #expect(Self.matcher.read("今天天气").isRejected)
  }

  @Test(arguments: ["蓝V多少钱", "how much is it now", "zenme ruzhu", "蓝V is it free", ""])
  func `The terms add up to the score`(_ text: String) throws {
    let explanation = Self.matcher.explain(text, label: 0)
    #expect(explanation.terms.reduce(0) { $0 + $1.weight } == explanation.score)
    #expect(explanation.terms.contains { $0.text == "bias" })
    let margin = try #require(
      Self.matcher.read(text).candidates.first { $0.label == 0 }?.margin)
    #expect(abs(Double(explanation.score) / 1e6 - Double(margin)) < 1e-3)
  }

  @Test func `The nearest example is found`() {
    #expect(Self.matcher.scope(of: "which steps are there").nearest.example == 7)
    #expect(Self.matcher.scope(of: "which steps are there").nearest.similarity > 0.99)
  }

  /// Whatever was read before, and by whom at the same time: the memory that is read in holds nothing.
  @Test func `A reading does not depend on others`() async {
    let texts =
      Self.set.examples.map(\.text) + ["", "xyzzy", "蓝V is it free", "how mcuh does it cost"]
      + [String(repeating: "which steps 怎么入驻 ", count: 200)]
    let alone = texts.map { text in
      let matcher = Matcher(model: Self.matcher.model)
      return (reading: matcher.read(text), scope: matcher.scope(of: text))
    }
    let isSame = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { round in
            let place = (round * 7 + task) % texts.count
            let scope = Self.matcher.scope(of: texts[place])
            return Self.matcher.read(texts[place]) == alone[place].reading
              && scope.nearest == alone[place].scope.nearest
              && scope.rejectScore == alone[place].scope.rejectScore
          }
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(isSame)
  }
}
