/// Tells the parts of a message that are only polite: greetings, excuses, and asking leave to ask.
struct Courtesy: Sendable {
  private let words: [FoldedText]

  init(lexicon: Lexicon) { words = lexicon.words(.courtesy) }

  /// How many of the first `parts` are only polite, if anything comes after them; else 0.
  func length(in parts: [Compound.Part]) -> Int {
    let first = parts.firstIndex { !isPolite($0.text) }
    return first ?? 0
  }

  /// Whether `text` consists of nothing but polite words.
  func isPolite(_ text: String) -> Bool {
    let folded = FoldedText(text)
    // More than a sentence of them is hardly polite any more, and costs time.
    guard !folded.isEmpty, folded.scalars.count <= 60 else { return false }
    var reached = [Bool](repeating: false, count: folded.scalars.count + 1)
    reached[0] = true
    for start in folded.scalars.indices where reached[start] {
      if folded.scalars[start] == 0x20 { reached[start + 1] = true }
      for word in words where folded.stands(word, at: start) {
        reached[start + word.scalars.count] = true
      }
    }
    return reached[folded.scalars.count]
  }
}
