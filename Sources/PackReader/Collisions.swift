import Policy

/// Messages of the pack that stand in each other's way: the same message in two places, a test or a
/// counter-example that equals an example, and messages that are nearly the same.
func collisions(among drafts: [IntentForm.Draft]) -> [Finding] {
  var collisions = Collisions(drafts)
  for draft in drafts {
    for tongue in Tongue.allCases {
      for example in draft.examples[tongue] { collisions.add(example, tongue, of: draft.intent) }
    }
  }
  for draft in drafts {
    for counter in draft.counterExamples { collisions.addCounterExample(counter, of: draft.intent) }
    for tongue in Tongue.allCases {
      for test in draft.tests[tongue] { collisions.addTest(test, tongue, of: draft.intent) }
    }
  }
  return collisions.findings
}

/// The messages so far, and what is wrong with them.
private struct Collisions {
  /// Where a message stands.
  struct Stand {
    let text: String
    let tongue: Tongue
    let intent: String
    let file: String
    let line: Int
  }

  /// How like one another two messages may be, by the runs of letters that they share (`Neighbours`).
  enum Likeness {
    /// Examples of one intent.
    static let inside = 0.65
    /// A test, and an example of its intent.
    static let test = 0.55
    /// Messages of two intents.
    static let across = 0.75
  }

  private(set) var findings: [Finding] = []
  private var examples: [[Unicode.Scalar]: Stand] = [:]
  private var tests: [[Unicode.Scalar]: Stand] = [:]
  private var neighbours: [Tongue: Neighbours<Stand>] = [:]

  init(_ drafts: [IntentForm.Draft]) {
    for tongue in Tongue.allCases {
      let messages = drafts.lazy.flatMap { $0.examples[tongue] }.map { folded($0.text) }
      // A Chinese character says more than a letter: runs of two, and of three in English.
      let width = tongue == .zh ? 2 : 3
      neighbours[tongue] = Neighbours(floor: Likeness.test, width: width, of: messages)
    }
  }

  mutating func add(_ saying: PlacedText, _ tongue: Tongue, of intent: IntentSource) {
    let key = folded(saying.text)
    if let first = examples[key] {
      // Short foreign words may well stand in both lists of one intent: `hello`.
      guard first.intent != intent.id || first.tongue == tongue else { return }
      report(saying, of: intent, "is already an example of", first)
      return
    }
    if let like = nearest(to: key, tongue, intent, inside: Likeness.inside) {
      report(saying, of: intent, "is nearly `\(like.text)` of", like, .warning)
    }
    let stand = stand(saying, tongue, of: intent)
    examples[key] = stand
    neighbours[tongue]?.add(stand, of: key)
  }

  mutating func addCounterExample(
    _ counter: IntentForm.PlacedCounterExample, of intent: IntentSource
  ) {
    let target = counter.belongsTo.text
    guard let first = examples[folded(counter.saying.text)], first.intent != target else { return }
    report(
      counter.saying, of: intent, "is said to belong to `\(target)`, but is an example of", first)
  }

  mutating func addTest(_ saying: PlacedText, _ tongue: Tongue, of intent: IntentSource) {
    let key = folded(saying.text)
    if let first = examples[key] {
      report(saying, of: intent, "is a test, but also an example of", first)
    } else if let first = tests[key] {
      report(saying, of: intent, "is already a test of", first)
    } else {
      if let like = nearest(to: key, tongue, intent, inside: Likeness.test) {
        report(saying, of: intent, "tests little: it is nearly `\(like.text)` of", like, .warning)
      }
      tests[key] = stand(saying, tongue, of: intent)
    }
  }

  /// The example of the same language that is most like a message, if it is too like.
  private func nearest(
    to key: [Unicode.Scalar], _ tongue: Tongue, _ intent: IntentSource, inside limit: Double
  ) -> Stand? {
    neighbours[tongue]?.nearest(to: key) { other, likeness in
      likeness > (other.intent == intent.id ? limit : Likeness.across)
    }
  }

  private func stand(_ saying: PlacedText, _ tongue: Tongue, of intent: IntentSource) -> Stand {
    Stand(
      text: saying.text, tongue: tongue, intent: intent.id, file: intent.file,
      line: saying.place.line)
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
