import Casework
import Dialogue
import Policy

/// Reads one intent: `bluev/fee.yaml`.
struct IntentForm {
  /// An intent, and what can only be checked when all are read.
  struct Draft {
    let intent: IntentSource
    /// What merchants say, with the places of the texts.
    let examples: PerTongue<[PlacedText]>
    let tests: PerTongue<[PlacedText]>
    let counterExamples: [PlacedCounterExample]
    /// The intents it refers to.
    let references: [PlacedText]
  }

  /// A counter-example with the places of its texts.
  struct PlacedCounterExample {
    let saying: PlacedText
    let belongsTo: PlacedText
  }

  private static let keys = [
    "id", "title", "question", "topic", "ask", "not", "answer", "steps", "follow", "short", "tests",
  ]

  private var reading: FileReading
  private let policy: PolicyModel?
  private let id: String
  private let kind: Intent.Kind
  private var references: [PlacedText] = []
  private var counterExamples: [PlacedCounterExample] = []

  /// The intent of this file, nil if it is no intent; `policy` is nil if it could not be read, and
  /// then nothing is checked against it.
  static func read(
    _ tree: Tree, id: String, policy: PolicyModel?, into reading: inout FileReading
  ) -> Draft? {
    var form = IntentForm(reading: reading, id: id, policy: policy)
    let draft = form.read(tree)
    reading = form.reading
    return draft
  }

  private init(reading: FileReading, id: String, policy: PolicyModel?) {
    self.reading = reading
    self.policy = policy
    self.id = id
    kind = Intent.Kind(folder: String(id.prefix { $0 != "." }))
  }

  private mutating func read(_ tree: Tree) -> Draft? {
    let required = ["id", "title", "ask"] + (kind == .outOfScope ? [] : ["answer"])
    guard let fields = reading.fields(tree, keys: IntentForm.keys, required: required) else {
      return nil
    }
    checkID(fields)
    let title = label("title", in: fields)
    let question = label("question", in: fields)
    let topic = label("topic", in: fields)
    let ask = sayings(under: "ask", in: fields)
    let tests = sayings(under: "tests", in: fields)
    if fields["tests"] == nil {
      reading.warning(at: tree.place, "no `tests`: nothing shows that this intent is understood")
    }
    let not = counterExamples(in: fields)
    let short = followUps(in: fields)
    let follow = follow(in: fields)
    let answer = fields["answer"].flatMap {
      AnswerForm.read(
        $0, at: fields.place(of: "answer"), kind: kind, policy: policy, into: &reading)
    }
    let steps = steps(in: fields)
    guard let title else { return nil }
    let intent = IntentSource(
      id: id, kind: kind, title: title, question: question ?? title, topic: topic,
      ask: ask.mapped { $0.map(\.saying) }, not: not, answer: answer, follow: follow, short: short,
      steps: steps,
      tests: tests.mapped { $0.map(\.saying) }, file: reading.file,
      line: fields.place(of: "id").line)
    return Draft(
      intent: intent, examples: ask, tests: tests,
      counterExamples: counterExamples, references: references)
  }

  /// The steps of a flow, which every flow has and nothing else.
  private mutating func steps(in fields: Fields) -> [StepScript] {
    guard kind == .flow, let flow = CaseKind(rawValue: String(id.dropFirst("flow.".count))) else {
      if fields["steps"] != nil {
        reading.error(at: fields.place(of: "steps"), "only a flow has `steps`")
      }
      return []
    }
    guard let tree = fields["steps"] else {
      reading.error(at: fields.place, "the key `steps` is missing: how this flow is asked")
      return []
    }
    return StepForm.read(tree, kind: flow, policy: policy, into: &reading)
  }

  private mutating func checkID(_ fields: Fields) {
    guard let tree = fields["id"], let text = reading.text(tree), text != id else { return }
    reading.error(at: tree.place, "the id is `\(text)`, but this file is `\(id)`")
  }

  /// A short text that is shown as it stands.
  private mutating func label(_ key: String, in fields: Fields) -> Bilingual? {
    guard let tree = fields[key] else { return nil }
    let label = reading.bilingual(tree, at: fields.place(of: key))
    for tongue in Tongue.allCases {
      if let text = label?[tongue], text.contains(where: { $0 == "{" || $0 == "}" }) {
        reading.error(at: tree.place, "braces are not filled in here, only in `answer`")
      }
    }
    return label
  }

  /// The keys `zh` and `en` under `key`, of which each must be there if `isWhole`.
  private mutating func tongues(under key: String, in fields: Fields, isWhole: Bool) -> Fields? {
    guard let tree = fields[key],
      let both = reading.fields(tree, keys: Tongue.allCases.map(\.rawValue))
    else { return nil }
    for tongue in Tongue.allCases where isWhole && both[tongue.rawValue] == nil {
      reading.error(at: fields.place(of: key), reading.missing(tongue))
    }
    return both
  }

  private mutating func sayings(under key: String, in fields: Fields) -> PerTongue<[PlacedText]> {
    let both = tongues(under: key, in: fields, isWhole: true)
    return PerTongue { tongue in both?[tongue.rawValue].map { reading.texts($0) } ?? [] }
  }

  private mutating func counterExamples(
    in fields: Fields
  ) -> PerTongue<[IntentSource.CounterExample]> {
    let both = tongues(under: "not", in: fields, isWhole: false)
    return PerTongue { tongue in
      (both?[tongue.rawValue].map { reading.list($0) } ?? []).compactMap { counterExample(of: $0) }
    }
  }

  private mutating func counterExample(of tree: Tree) -> IntentSource.CounterExample? {
    let keys = ["say", "is"]
    guard let fields = reading.fields(tree, keys: keys, required: keys),
      let sayTree = fields["say"],
      let text = reading.text(sayTree), let target = reference(fields["is"])
    else { return nil }
    if target.text == id {
      reading.error(at: target.place, "a counter-example belongs to another intent than this one")
    }
    let saying = PlacedText(text: text, place: sayTree.place)
    counterExamples.append(PlacedCounterExample(saying: saying, belongsTo: target))
    return IntentSource.CounterExample(saying: saying.saying, belongsTo: target.text)
  }

  private mutating func followUps(in fields: Fields) -> PerTongue<[IntentSource.FollowUp]> {
    let both = tongues(under: "short", in: fields, isWhole: false)
    return PerTongue { tongue in
      var seen: [[Unicode.Scalar]: Int] = [:]
      let items = both?[tongue.rawValue].map { reading.list($0) } ?? []
      return items.compactMap { followUp(of: $0, seen: &seen) }
    }
  }

  /// `seen`: the wordings of this language so far, and their lines.
  private mutating func followUp(
    of tree: Tree, seen: inout [[Unicode.Scalar]: Int]
  ) -> IntentSource.FollowUp? {
    let keys = ["say", "is"]
    guard let fields = reading.fields(tree, keys: keys, required: keys), let sayTree = fields["say"]
    else { return nil }
    let wordings = reading.texts(sayTree)
    for wording in wordings {
      if let line = seen.updateValue(wording.place.line, forKey: folded(wording.text)) {
        reading.error(at: wording.place, "`\(wording.text)` already stands on line \(line)")
      }
    }
    guard let target = reference(fields["is"]), !wordings.isEmpty else { return nil }
    return IntentSource.FollowUp(sayings: wordings.map(\.saying), answeredBy: target.text)
  }

  private mutating func follow(in fields: Fields) -> [String] {
    var ids: [String] = []
    for item in fields["follow"].map({ reading.list($0) }) ?? [] {
      guard let target = reference(item) else { continue }
      if target.text == id || ids.contains(target.text) {
        reading.error(at: target.place, "`\(target.text)` cannot follow here: it just came")
      }
      ids.append(target.text)
    }
    return ids
  }

  /// The id of an intent, noted for the check that there is one.
  private mutating func reference(_ tree: Tree?) -> PlacedText? {
    guard let tree, let text = reading.text(tree) else { return nil }
    let reference = PlacedText(text: text, place: tree.place)
    references.append(reference)
    return reference
  }
}
