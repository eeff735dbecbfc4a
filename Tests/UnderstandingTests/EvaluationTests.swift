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

  @Test func `Logarithm and exponential are right to the last digits`() {
    #expect(abs(Numerics.ln(10) - 2.302_585_092_994_045_7) < 1e-14)
    #expect(abs(Numerics.ln(0.001) + 6.907_755_278_982_137) < 1e-14)
    #expect(abs(Numerics.exp(1) - 2.718_281_8) < 1e-5)
    #expect(abs(Numerics.exp(-10) - 4.539_993e-5) < 1e-9)
  }
}
