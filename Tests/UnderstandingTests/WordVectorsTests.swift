import Testing

@testable import Understanding

@Suite struct WordVectorsTests {
  /// The cosine between two words of the table; nil when it lacks one.
  private static func similarity(_ one: String, _ other: String) -> Float? {
    guard let first = components(one), let second = components(other) else { return nil }
    let unit = WordVectors.shared.unit
    return zip(first, second).reduce(0) { $0 + Float($1.0) * Float($1.1) } * unit * unit
  }

  private static func components(_ word: String) -> [Int8]? {
    var hash = Hash.seed
    for scalar in word.unicodeScalars { hash = Hash.mix(hash, UInt64(scalar.value)) }
    return WordVectors.shared.find(Keys.meaning(hash)).map { start in
      (0..<WordVectors.dimensions).map { start[$0] }
    }
  }

  @Test(arguments: ["refund", "退款", "certificate", "认证", "营业执照"])
  func `A vector has the length 1, but for rounding`(_ word: String) throws {
    let length = try #require(Self.similarity(word, word))
    #expect(abs(length - 1) < 0.02)
  }

  @Test(arguments: [
    ("refund", "reimburse", "weather"), ("退款", "赔偿", "天气"), ("退款", "refund", "weather"),
    ("发票", "invoice", "horse"),
  ])
  func `Words that mean the same lie nearer than others, in one language or across two`(
    _ word: String, _ near: String, _ far: String
  ) throws {
    let close = try #require(Self.similarity(word, near))
    #expect(close > 0.4)
    #expect(try #require(Self.similarity(word, far)) < close - 0.3)
  }

  @Test func `What is no everyday word is not found`() {
    #expect(Self.components("qwzrtp") == nil)
    #expect(Self.components("疃鼋") == nil)
  }

  private static let shops = Matcher(
    model: Trainer().train(
      TrainingSet(
        labels: ["money", "parcel"],
        examples: [
          Example(text: "I would like a refund", label: 0),
          Example(text: "give me back what I paid", label: 0),
          Example(text: "我要退款", label: 0), Example(text: "where is my parcel", label: 1),
          Example(text: "the shipment has not come", label: 1),
          Example(text: "我的包裹在哪里", label: 1),
        ])))

  @Test(arguments: [("reimbursement", 0), ("delivery", 1), ("快递", 1), ("赔偿", 0)])
  func `A word that no example holds is read by what it means, and named so`(
    _ text: String, _ label: Int
  ) throws {
    let best = try #require(Self.shops.read(text).candidates.first)
    #expect(best.label == label)
    let explanation = Self.shops.explain(text, label: label)
    #expect(explanation.terms.contains { $0.text == "meaning:" + text && $0.weight > 0 })
    #expect(abs(Float(explanation.score) / 1_000_000 - best.margin) < 0.001)
  }
}
