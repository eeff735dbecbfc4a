/// Messages of the pack that stand in each other's way: the same message in two places, a test or a
/// counter-example that equals an example, and messages that are nearly the same.
func collisions(among drafts: [IntentForm.Draft]) -> [Finding] {
  var collisions = Collisions()
  for draft in drafts {
    for example in draft.examples { collisions.add(example, of: draft.intent) }
  }
  for draft in drafts {
    for saying in draft.counterExamples { collisions.addCounterExample(saying, of: draft.intent) }
    for test in draft.tests { collisions.addTest(test, of: draft.intent) }
  }
  return collisions.findings
}

/// The messages so far, and what is wrong with them.
private struct Collisions {
  /// Where a message stands.
  struct Stand {
    let text: String
    let intent: String
    let file: String
    let line: Int
  }

  /// How like one another two messages may be, by the letters in a row that they share (Jaccard
  /// index of their bigrams): examples of one intent, a test and an example of it, and examples of
  /// two intents.
  enum Likeness {
    static let inside = 0.6
    static let test = 0.55
    static let across = 0.75
  }

  private(set) var findings: [Finding] = []
  private var examples: [[Unicode.Scalar]: Stand] = [:]
  private var tests: [[Unicode.Scalar]: Stand] = [:]
  private var neighbours = Neighbours<Stand>()

  mutating func add(_ saying: PlacedText, of intent: IntentSource) {
    let key = folded(saying.text)
    if let first = examples[key] {
      report(saying, of: intent, "is already an example of", first)
      return
    }
    let stand = stand(saying, of: intent)
    let like = neighbours.nearest(to: key) { other, likeness in
      likeness > (other.intent == intent.id ? Likeness.inside : Likeness.across)
    }
    if let like { report(saying, of: intent, "is nearly `\(like.text)` of", like, .warning) }
    examples[key] = stand
    neighbours.add(stand, of: key)
  }

  mutating func addCounterExample(
    _ counter: (saying: PlacedText, belongsTo: String), of intent: IntentSource
  ) {
    guard let first = examples[folded(counter.saying.text)], first.intent != counter.belongsTo
    else { return }
    report(
      counter.saying, of: intent, "is said to belong to `\(counter.belongsTo)`, but is an example of",
      first)
  }

  mutating func addTest(_ saying: PlacedText, of intent: IntentSource) {
    let key = folded(saying.text)
    if let first = examples[key] {
      report(saying, of: intent, "is a test, but also an example of", first)
      return
    }
    if let first = tests[key] {
      report(saying, of: intent, "is already a test of", first)
      return
    }
    let like = neighbours.nearest(to: key) { other, likeness in
      likeness > (other.intent == intent.id ? Likeness.test : Likeness.across)
    }
    if let like { report(saying, of: intent, "tests little: it is nearly `\(like.text)` of", like, .warning) }
    tests[key] = stand(saying, of: intent)
  }

  private func stand(_ saying: PlacedText, of intent: IntentSource) -> Stand {
    Stand(text: saying.text, intent: intent.id, file: intent.file, line: saying.place.line)
  }

  private mutating func report(
    _ saying: PlacedText, of intent: IntentSource, _ what: String, _ other: Stand,
    _ severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(
        file: intent.file, line: saying.place.line, column: saying.place.column, severity: severity,
        message: "`\(saying.text)` \(what) `\(other.intent)` (\(other.file):\(other.line))"))
  }
}
