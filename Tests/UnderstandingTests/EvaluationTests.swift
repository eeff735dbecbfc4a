import Testing

@testable import Understanding

@Suite struct EvaluationTests {
  @Test func `Shots keep the same number of each label and the same ones for a seed`() {
    let examples = (0..<60).map { Example(text: "\($0)", label: $0 % 3) }
    let one = Evaluation.sample(examples, shots: 5, labels: 3, seed: 1)
    let other = Evaluation.sample(examples, shots: 5, labels: 3, seed: 1)
    #expect(one.map(\.text) == other.map(\.text))
    for label in 0..<3 { #expect(one.count { $0.label == label } == 5) }
  }

  /// Messages of four words, of label n as many as `sizes` says; half of the words may be any label's.
  private static func messages(_ sizes: [Int], seed: UInt64) -> [(text: String, intent: String)] {
    var generator = Generator(seed: seed)
    var messages: [(text: String, intent: String)] = []
    for (label, size) in sizes.enumerated() {
      for _ in 0..<size {
        let words = (0..<4).map { _ in
          let owner = generator.below(2) == 0 ? label : generator.below(sizes.count)
          return "w\(owner)x\(generator.below(12))"
        }
        messages.append((words.joined(separator: " "), "\(label)"))
      }
    }
    return messages
  }

  @Test
  func `Confidence grows with probability, has few levels, and is how often readings are right`() {
    let evaluation = Evaluation(
      train: Self.messages([100, 100, 100, 100], seed: 1),
      test: Self.messages([500, 500, 500, 500], seed: 2))
    let model = evaluation.train()
    let matcher = Matcher(model: model)
    let readings = evaluation.read(matcher)
    let probabilities = readings.compactMap(\.candidates.first?.probability).sorted()
    let confidences = probabilities.map { model.confidence(of: $0) }
    #expect(confidences == confidences.sorted())
    #expect((2...10).contains(Set(confidences).count))
    let plain = Metrics(
      expected: evaluation.test.map(\.label), readings: readings, confidence: { $0 })
    let error = evaluation.measure(readings, by: matcher).calibrationError
    #expect(error < plain.calibrationError && error < 0.08)
  }

  /// The nearest example is not looked for where the margin decides; that must not show.
  @Test func `A message is rejected if and only if its reject score is below the threshold`() {
    let set = Evaluation(
      train: Self.messages([30, 30, 30], seed: 5),
      test: Self.messages([100, 100, 100, 100, 100, 100], seed: 6))
    let matcher = Matcher(model: set.train())
    var counts: [Bool: Int] = [:]
    for message in set.test where matcher.scope(of: message.text).nearest.similarity > 0 {
      let isRejected = matcher.read(message.text).isRejected
      #expect(
        isRejected == (matcher.scope(of: message.text).rejectScore < matcher.threshold),
        "\(message.text)")
      counts[isRejected, default: 0] += 1
    }
    #expect(counts.count == 2 && counts.values.allSatisfy { $0 > 20 }, "\(counts)")
  }

  @Test func `Ten examples more or less turn hardly any other reading`() {
    let training = Self.messages([Int](repeating: 60, count: 60), seed: 7)
    let test = Self.messages([Int](repeating: 20, count: 60), seed: 8)
    let whole = Evaluation(train: training, test: test)
    let fewer = Evaluation(
      train: training.enumerated().filter { $0.offset % 360 != 5 }.map(\.element), test: test)
    let (one, other) = (Matcher(model: whole.train()), Matcher(model: fewer.train()))
    let turned = zip(whole.read(one), fewer.read(other)).count {
      $0.candidates.first?.label != $1.candidates.first?.label
    }
    #expect(training.count - fewer.training.examples.count == 10)
    #expect(turned <= test.count / 100, "\(turned) of \(test.count)")
  }

  @Test func `In a small set a label with many examples takes fewer messages from those with few`()
  {
    let set = Evaluation(
      train: Self.messages([12, 12, 12, 120], seed: 3),
      test: Self.messages([300, 300, 300, 300], seed: 4))
    func taken(_ balance: ClosedRange<Float>) -> Int {
      var trainer = Trainer()
      trainer.recipe.balance = balance
      let readings = set.read(Matcher(model: trainer.train(set.training)))
      return zip(set.test, readings).count { $0.label < 3 && $1.candidates.first?.label == 3 }
    }
    #expect(Double(taken(Recipe().balance)) < 0.95 * Double(taken(1...1)))
  }

  @Test func `Logarithm and exponential are right to the last digits`() {
    #expect(abs(Numerics.ln(10) - 2.302_585_092_994_045_7) < 1e-14)
    #expect(abs(Numerics.ln(0.001) + 6.907_755_278_982_137) < 1e-14)
    #expect(abs(Numerics.exp(1) - 2.718_281_8) < 1e-5)
    #expect(abs(Numerics.exp(-10) - 4.539_993e-5) < 1e-9)
  }
}
