import Testing

@testable import Understanding

@Suite struct SpellingTests {
  private static let matcher = Matcher(
    model: Trainer().train(
      TrainingSet(
        labels: ["fee", "join"],
        examples: [
          Example(text: "how much does certification cost", label: 0),
          Example(text: "what is the certification price", label: 0),
          Example(text: "a cheap price", label: 0), Example(text: "a cheat", label: 1),
          Example(text: "where can I register my shop", label: 1),
          Example(text: "register me", label: 1), Example(text: "怎么 register", label: 1),
        ])))

  /// The words that a message is read as.
  private static func read(_ text: String) -> [String] {
    var extractor = Extractor(isChinese: true, spelling: matcher.model.spelling)
    var sink = Nothing()
    let script = extractor.load(text)
    extractor.extract(as: script, into: &sink)
    return extractor.words.map {
      Explainer.text(extractor.scalars[Int($0.start)..<Int($0.end)])
    }
  }

  private struct Nothing: FeatureSink {
    mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int) {}
  }

  @Test(arguments: [
    ("certificatoin", "certification"), ("certificaton", "certification"),
    ("certificattion", "certification"), ("certificatiin", "certification"),
    ("egister", "register"), ("rwgister", "register"),
  ])
  func `A word one slip away from a word of the examples is read as it`(
    _ slip: String, _ word: String
  ) {
    #expect(Self.read("my \(slip)") == ["my", word])
  }

  @Test(arguments: [
    "my horse", "my prie", "my cxrtificatixn", "my r2gister", "my sho", "my prxcx",
  ])
  func `An everyday word, a short one, and what is two slips away stay as they are`(
    _ text: String
  ) {
    #expect(
      Self.read(text)
        == (text == "my prie" ? ["my", "price"] : text.split(separator: " ").map(String.init)))
  }

  @Test func `Of several the word that most examples hold is taken`() {
    #expect(Self.read("cheax") == ["cheap"])
  }

  @Test(arguments: ["how mcuh does certificatoin cost", "where to reigster", "怎么 reigster"])
  func `A message with slips is read and explained as the one that was meant`(_ text: String) {
    let cold = Matcher(model: Self.matcher.model, isWarm: false)
    let reading = Self.matcher.read(text)
    #expect(cold.read(text).candidates == reading.candidates)
    for candidate in reading.candidates {
      let explanation = Self.matcher.explain(text, label: candidate.label)
      #expect(abs(Float(explanation.score) / 1_000_000 - candidate.margin) < 0.001)
    }
  }

  @Test(arguments: [
    ("prc", "price"), ("rgstr", "register"), ("certfcatn", "certification"),
    ("crtfctn", "certification"),
    ("cst", "cost"), ("mch", "much"), ("rge", "rge"), ("crt", "crt"), ("rgstrx", "rgstrx"),
  ])
  func `A word without its vowels is read as the word that it is short for`(
    _ short: String, _ word: String
  ) {
    #expect(Self.read("my \(short)") == ["my", word])
  }

  @Test func `A message of slips only has room for what they are read as`() {
    let text = Array(repeating: "registr", count: 5_000).joined(separator: " ")
    #expect(Self.matcher.read(text).candidates.first?.label == 1)
    let short = Array(repeating: "rgstr", count: 5_000).joined(separator: " ")
    #expect(Self.matcher.read(short).candidates.first?.label == 1)
  }
}
