import Dialogue
import Policy

/// Reads an answer: its text, the clauses it rests on, the questions it leaves open.
struct AnswerForm {
  private var reading: FileReading
  private let kind: Intent.Kind
  private let policy: PolicyModel?

  /// `place` is where something missing is reported.
  static func read(
    _ tree: Tree, at place: Place, kind: Intent.Kind, policy: PolicyModel?,
    into reading: inout FileReading
  ) -> IntentSource.Answer? {
    var form = AnswerForm(reading: reading, kind: kind, policy: policy)
    let answer = form.read(tree, at: place)
    reading = form.reading
    return answer
  }

  private init(reading: FileReading, kind: Intent.Kind, policy: PolicyModel?) {
    self.reading = reading
    self.kind = kind
    self.policy = policy
  }

  private mutating func read(_ tree: Tree, at place: Place) -> IntentSource.Answer? {
    let keys = ["cite", "silent", "zh", "en"]
    let before = reading.findings.count
    let required = kind == .answer ? ["cite"] : kind == .silent ? ["silent"] : []
    guard let fields = reading.fields(tree, keys: keys, required: required, at: place) else {
      return nil
    }
    let cited = fields["cite"].map { reading.texts($0) } ?? []
    let cite = cited.compactMap { clause($0) }
    // If something is wrong with the keys or with `cite`, that a clause is not cited follows from it.
    let isSound = reading.findings.count == before
    let silent = (fields["silent"].map { reading.texts($0) } ?? []).compactMap { silentItem($0) }
    let text = reading.bilingual(fields, at: place)
    var named: [Set<ClauseID>] = []
    for tongue in Tongue.allCases {
      guard let tree = fields[tongue.rawValue], let text = text?[tongue] else { continue }
      named.append(check(PlacedText(text: text, place: tree.place), cite: isSound ? cite : nil))
    }
    if let zh = named.first, let en = named.last, zh != en {
      let odd = zh.symmetricDifference(en).sorted().map(\.description).joined(separator: ", ")
      reading.warning(at: place, "\(odd) has a placeholder in one language and none in the other")
    }
    return text.map { IntentSource.Answer(cite: cite, silent: silent, text: $0) }
  }

  private mutating func clause(_ word: PlacedText) -> ClauseID? {
    let id = ClauseID(word.text)
    guard let id, policy == nil || policy?[id] != nil else {
      reading.error(at: word.place, "there is no clause `\(word.text)`")
      return nil
    }
    return id
  }

  private mutating func silentItem(_ word: PlacedText) -> SilentID? {
    let id = SilentID(word.text)
    guard let id, policy == nil || policy?[id] != nil else {
      reading.error(at: word.place, "there is no silent item `\(word.text)`")
      return nil
    }
    return id
  }

  /// Checks what stands in braces, and that no digit stands outside them; returns the clauses named,
  /// each of which must be among `cite` unless that is nil.
  private mutating func check(_ text: PlacedText, cite: [ClauseID]?) -> Set<ClauseID> {
    let template = Template(text.text)
    reading.checkBraces(of: template, in: text)
    for offset in template.digits {
      reading.error(
        at: reading.place(of: offset, in: text),
        "a digit typed by hand: figures and dates come from the policy, as {{P11.fee}}")
    }
    for argument in template.arguments {
      reading.error(
        at: reading.place(of: argument.offset, in: text),
        "`{\(argument.name)}` is not filled in here; a fact stands in double braces")
    }
    var named: Set<ClauseID> = []
    for hole in template.placeholders {
      guard let id = reading.check(hole, in: text, against: policy) else { continue }
      if named.insert(id).inserted, let cite, !cite.contains(id) {
        reading.warning(
          at: reading.place(of: hole.offset, in: text),
          "the text uses \(id), but does not cite it: add it to `cite`")
      }
    }
    return named
  }
}

extension FileReading {
  /// Where the scalar at `offset` of `text` stands.
  func place(of offset: Int, in text: PlacedText) -> Place {
    source.place(of: offset, in: text.text, at: text.place)
  }

  /// Reports braces that enclose nothing.
  mutating func checkBraces(of template: Template, in text: PlacedText) {
    for offset in template.strayBraces {
      error(at: place(of: offset, in: text), "a brace without its partner")
    }
  }

  /// The clause of a placeholder, nil if it names no fact of `policy`.
  mutating func check(
    _ hole: Template.Hole, in text: PlacedText, against policy: PolicyModel?
  ) -> ClauseID? {
    do throws(PolicyError) {
      let path = try ValuePath(hole.name)
      for tongue in Tongue.allCases { _ = try policy?.render(path, in: tongue) }
      return path.clause
    } catch {
      self.error(at: place(of: hole.offset, in: text), error.words)
      return nil
    }
  }
}
