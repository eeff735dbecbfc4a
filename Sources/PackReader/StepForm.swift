import Casework
import Dialogue
import Policy

/// Reads the steps of a flow: `steps:` of `flow/bluev.yaml`.
struct StepForm {
  private static let keys = ["step", "name", "asks", "hint", "called", "options", "refusals"]

  private var reading: FileReading
  private let policy: PolicyModel?

  /// The steps under `tree` of the flow of `kind`: all of them, in the order in which they are asked.
  static func read(
    _ tree: Tree, kind: CaseKind, policy: PolicyModel?, into reading: inout FileReading
  ) -> [StepScript] {
    var form = StepForm(reading: reading, policy: policy)
    let steps = form.read(tree, kind)
    reading = form.reading
    return steps
  }

  private init(reading: FileReading, policy: PolicyModel?) {
    self.reading = reading
    self.policy = policy
  }

  private mutating func read(_ tree: Tree, _ kind: CaseKind) -> [StepScript] {
    let steps = reading.list(tree).compactMap { step(of: $0, kind) }
    let (found, wanted) = (steps.map(\.step.id), kind.steps.map(\.id))
    if found != wanted {
      let list = wanted.joined(separator: ", ")
      reading.error(at: tree.place, "the steps of this flow are, in this order: \(list)")
    }
    return steps
  }

  private mutating func step(of tree: Tree, _ kind: CaseKind) -> StepScript? {
    let required = ["step", "name", "asks", "hint"]
    guard let fields = reading.fields(tree, keys: StepForm.keys, required: required),
      let idTree = fields["step"], let id = reading.text(idTree)
    else { return nil }
    guard let step = Step(id: id), kind.steps.contains(step) else {
      reading.error(
        at: idTree.place,
        "this flow has no step `\(id)`" + suggestion(for: id, in: kind.steps.map(\.id)))
      return nil
    }
    guard let name = words(fields["name"]), let asks = words(fields["asks"]),
      let hint = words(fields["hint"])
    else { return nil }
    return StepScript(
      step: step, name: name, asks: asks, hint: hint, called: called(fields["called"]),
      options: (fields["options"].map { reading.list($0) } ?? []).compactMap { option(of: $0) },
      refusals: refusals(fields, of: step))
  }

  /// A text in both languages, whose placeholders are checked.
  private mutating func words(_ tree: Tree?) -> Bilingual? {
    guard let tree, let text = reading.bilingual(tree) else { return nil }
    for tongue in Tongue.allCases {
      let placed = PlacedText(text: text[tongue], place: tree.place)
      let template = Template(placed.text)
      reading.checkBraces(of: template, in: placed)
      for hole in template.placeholders {
        _ = reading.check(hole, in: placed, against: policy)
      }
    }
    return text
  }

  private mutating func called(_ tree: Tree?) -> [String] {
    guard let tree, let both = reading.fields(tree, keys: Tongue.allCases.map(\.rawValue)) else {
      return []
    }
    return Tongue.allCases.flatMap { tongue in
      both[tongue.rawValue].map { reading.texts($0).map(\.text) } ?? []
    }
  }

  private mutating func option(of tree: Tree) -> StepScript.Option? {
    let keys = ["id", "title", "called"]
    guard let fields = reading.fields(tree, keys: keys, required: ["id", "title"]),
      let id = fields["id"].flatMap({ reading.text($0) }), let title = words(fields["title"])
    else { return nil }
    return StepScript.Option(id: id, title: title, called: called(fields["called"]))
  }

  private mutating func refusals(_ fields: Fields, of step: Step) -> [String: Bilingual] {
    var texts: [String: Bilingual] = [:]
    for pair in fields["refusals"].flatMap({ reading.openFields($0) })?.pairs ?? [] {
      guard step.reasons.contains(pair.key) else {
        reading.error(
          at: pair.place,
          "`\(step.id)` is never refused for `\(pair.key)`"
            + suggestion(for: pair.key, in: step.reasons))
        continue
      }
      texts[pair.key] = words(pair.value)
    }
    let missing = step.reasons.filter { texts[$0] == nil }
    if !missing.isEmpty {
      let place = fields["refusals"]?.place ?? fields.place
      reading.error(at: place, "refusals without words: " + missing.joined(separator: ", "))
    }
    return texts
  }
}
