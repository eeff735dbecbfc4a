import Policy

/// Reads `policy/*.yaml`: clauses, and silent items.
struct PolicyForm {
  private var reading: FileReading
  private var clauses: [ClauseID: Place] = [:]
  private var silent: [SilentID: Place] = [:]

  /// The policy of this file, nil if something in it is wrong.
  static func read(_ tree: Tree, name: String, into reading: inout FileReading) -> PolicyModel? {
    var form = PolicyForm(reading: reading)
    let model = form.read(tree, name: name)
    reading = form.reading
    return reading.findings.contains { $0.severity == .error } ? nil : model
  }

  private init(reading: FileReading) { self.reading = reading }

  private mutating func read(_ tree: Tree, name: String) -> PolicyModel? {
    let keys = ["name", "source", "clauses", "silent"]
    guard let fields = reading.fields(tree, keys: keys, required: keys) else { return nil }
    if let tree = fields["name"], let given = reading.text(tree), given != name {
      reading.error(at: tree.place, "the name is `\(given)`, but the file is called `\(name).yaml`")
    }
    let source = fields["source"].flatMap { reading.bilingual($0) }
    let drafts = (fields["clauses"].map { reading.list($0) } ?? []).compactMap { draft(of: $0) }
    let facts = Dictionary(
      drafts.flatMap(\.facts).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let clauses = drafts.compactMap { clause(of: $0, facts: facts) }
    let items = (fields["silent"].map { reading.list($0) } ?? []).compactMap { silentItem(of: $0) }
    guard let source, !reading.findings.contains(where: { $0.severity == .error }) else {
      return nil
    }
    return noted(at: tree.place) { () throws(PolicyError) in
      try PolicyModel(name: name, source: source, clauses: clauses, silent: items)
    }
  }

  // MARK: Clauses

  /// A clause before the values that list other values are known.
  private struct Draft {
    let id: ClauseID
    let place: Place
    let fields: Fields
    let facts: [ValueForm.Fact]
  }

  private static let clauseKeys = [
    "id", "title", "quotes", "meaning", "effective", "until", "relative", "concerns", "values",
  ]

  private mutating func draft(of tree: Tree) -> Draft? {
    let required = ["id", "title", "quotes", "meaning", "concerns"]
    guard let fields = reading.fields(tree, keys: PolicyForm.clauseKeys, required: required),
      let idTree = fields["id"], let text = reading.text(idTree)
    else { return nil }
    guard let id = ClauseID(text) else {
      reading.error(at: idTree.place, "`\(text)` is no number of a clause: they are P01…P99")
      return nil
    }
    if let first = clauses.updateValue(idTree.place, forKey: id) {
      reading.error(at: idTree.place, "clause \(id) already stands on line \(first.line)")
      return nil
    }
    let pairs = fields["values"].flatMap { reading.openFields($0) }?.pairs ?? []
    let facts = pairs.compactMap { ValueForm.read($0, clause: id, into: &reading) }
    return Draft(id: id, place: idTree.place, fields: fields, facts: facts)
  }

  private mutating func clause(of draft: Draft, facts: [String: ValueForm.Fact]) -> Clause? {
    let fields = draft.fields
    let title = fields["title"].flatMap { reading.bilingual($0) }
    let meaning = fields["meaning"].flatMap {
      reading.bilingual($0, at: fields.place(of: "meaning"))
    }
    let quotes = fields["quotes"].map { reading.texts($0).map(\.text) } ?? []
    let concerns = (fields["concerns"].map { reading.texts($0) } ?? []).compactMap { audience($0) }
    let effective = fields["effective"].flatMap { date($0) }
    let until = fields["until"].flatMap { date($0) }
    let relative = fields["relative"].flatMap { reading.text($0) }
    let entries = draft.facts.compactMap { fact in
      ValueForm.value(of: fact, among: facts, into: &reading).map {
        Clause.Entry(fact.name, $0)
      }
    }
    guard let title, let meaning, !quotes.isEmpty, !concerns.isEmpty else { return nil }
    return noted(at: draft.place, draft.facts) { () throws(PolicyError) in
      try Clause(
        id: draft.id, title: title, quotes: quotes, meaning: meaning, effective: effective,
        until: until, relative: relative, concerns: Set(concerns), values: entries)
    }
  }

  private mutating func audience(_ word: PlacedText) -> Audience? {
    let audience = Audience(rawValue: word.text)
    if audience == nil {
      let known = Audience.allCases.map(\.rawValue)
      reading.error(
        at: word.place, "unknown audience `\(word.text)`" + suggestion(for: word.text, in: known))
    }
    return audience
  }

  private mutating func date(_ tree: Tree) -> PolicyDate? {
    guard let text = reading.text(tree) else { return nil }
    let date = PolicyDate(iso8601: text)
    if date == nil {
      reading.error(
        at: tree.place,
        "`\(text)` is no date: write 2020-07-20, or 2020-07-20T00:00:00+08:00")
    }
    return date
  }

  // MARK: Silent items

  private mutating func silentItem(of tree: Tree) -> SilentItem? {
    let keys = ["id", "question", "known"]
    guard let fields = reading.fields(tree, keys: keys, required: ["id", "question"]),
      let idTree = fields["id"], let text = reading.text(idTree)
    else { return nil }
    guard let id = SilentID(text) else {
      reading.error(at: idTree.place, "`\(text)` is no number of a silent item: they are S01…S99")
      return nil
    }
    if let first = silent.updateValue(idTree.place, forKey: id) {
      reading.error(at: idTree.place, "silent item \(id) already stands on line \(first.line)")
      return nil
    }
    let known = (fields["known"].map { reading.texts($0) } ?? []).compactMap { knownClause($0) }
    return fields["question"].flatMap { reading.bilingual($0, at: fields.place(of: "question")) }
      .map { SilentItem(id: id, question: $0, known: known) }
  }

  private mutating func knownClause(_ word: PlacedText) -> ClauseID? {
    guard let id = ClauseID(word.text), clauses[id] != nil else {
      reading.error(at: word.place, "there is no clause `\(word.text)`")
      return nil
    }
    return id
  }

  /// What `make` makes, or its refusal as a finding: at the one of `facts` that it names.
  private mutating func noted<Value>(
    at place: Place, _ facts: [ValueForm.Fact] = [],
    _ make: () throws(PolicyError) -> Value
  ) -> Value? {
    do throws(PolicyError) {
      return try make()
    } catch {
      let culprit = facts.last { $0.name == error.valueName }
      reading.error(at: culprit?.place ?? place, error.words)
      return nil
    }
  }
}
