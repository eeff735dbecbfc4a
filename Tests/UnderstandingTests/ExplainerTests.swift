import Testing

@testable import Understanding

@Suite struct ExplainerTests {
  private static let matcher = Matcher(
    model: Trainer().train(
      TrainingSet(
        labels: ["time", "price"],
        examples: [
          Example(text: "what's the time", label: 0), Example(text: "when is it's turn", label: 0),
          Example(text: "its price", label: 1), Example(text: "whats the cost", label: 1),
        ])))

  /// A word with an apostrophe and one without have one hash, but not the same letters.
  @Test(arguments: ["what's its price", "whats it's time", "when", "the cost of what's here"])
  func `The terms add up to the score, with an apostrophe and without`(_ text: String) throws {
    let best = try #require(Self.matcher.read(text).candidates.first)
    let score = Self.matcher.explain(text, label: best.label).score
    #expect(abs(Double(score) / 1e6 - Double(best.margin)) < 1e-4)
  }
}
