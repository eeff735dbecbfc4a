import Policy

/// Reads one value of a clause: its keys tell which type it is.
enum ValueForm {
  /// A value as it stands in the file.
  struct Fact {
    let clause: ClauseID
    let name: String
    let place: Place
    let draft: Draft

    /// How it is referred to: `P13.name`.
    var path: String { "\(clause).\(name)" }
  }

  /// A value, or the paths of the terms that it lists.
  enum Draft {
    case ready(PolicyValue)
    case of([PlacedText])
  }

  /// Nil if something is wrong with it.
  static func read(_ pair: Tree.Pair, clause: ClauseID, into reading: inout FileReading) -> Fact? {
    let known = ["fen", "per", "kind", "instant", "boundary", "list", "of", "count", "zh", "en"]
    guard let fields = reading.openFields(pair.value) else { return nil }
    guard let key = fields.pairs.first(where: { known.contains($0.key) })?.key else {
      let first = fields.pairs.first?.key ?? ""
      reading.error(
        at: fields.pairs.first?.place ?? pair.place,
        "no type of value: it has {zh, en}, {fen, per, kind}, {instant, boundary}, {list}, {of} or "
          + "{count}" + suggestion(for: first, in: known))
      return nil
    }
    let draft: Draft? =
      switch key {
      case "zh", "en": reading.bilingual(pair.value).map { .ready(.term($0)) }
      case "instant", "boundary": instant(pair.value, into: &reading).map { .ready($0) }
      case "list": list(pair.value, into: &reading).map { .ready(.list($0)) }
      case "of": paths(pair.value, into: &reading).map { .of($0) }
      case "count": count(pair.value, into: &reading).map { .ready(.count($0)) }
      case _: fee(pair.value, into: &reading).map { .ready(.fee($0)) }
      }
    return draft.map { Fact(clause: clause, name: pair.key, place: pair.place, draft: $0) }
  }

  /// The value of a fact, its parts looked up in `facts`.
  static func value(
    of fact: Fact, among facts: [String: Fact], into reading: inout FileReading
  ) -> PolicyValue? {
    switch fact.draft {
    case .ready(let value): return value
    case .of(let paths):
      let terms = paths.compactMap { path -> Bilingual? in
        if case .ready(.term(let term)) = facts[path.text]?.draft { return term }
        reading.error(at: path.place, "there is no value `\(path.text)` of the type {zh, en}")
        return nil
      }
      return terms.count == paths.count ? .list(terms) : nil
    }
  }

  private static func list(_ tree: Tree, into reading: inout FileReading) -> [Bilingual]? {
    let items = reading.fields(tree, keys: ["list"])?["list"].map { reading.list($0) } ?? []
    let texts = items.compactMap { reading.bilingual($0) }
    return texts.isEmpty ? nil : texts
  }

  private static func paths(_ tree: Tree, into reading: inout FileReading) -> [PlacedText]? {
    let paths = reading.fields(tree, keys: ["of"])?["of"].map { reading.texts($0) } ?? []
    return paths.isEmpty ? nil : paths
  }

  private static func count(_ tree: Tree, into reading: inout FileReading) -> Int? {
    reading.fields(tree, keys: ["count"])?["count"].flatMap { number($0, into: &reading) }
  }

  private static func instant(_ tree: Tree, into reading: inout FileReading) -> PolicyValue? {
    let keys = ["instant", "boundary"]
    guard let fields = reading.fields(tree, keys: keys, required: keys),
      let whenTree = fields["instant"], let when = reading.text(whenTree),
      let sideTree = fields["boundary"]
    else { return nil }
    let moment = Moment(iso8601: when)
    if moment == nil {
      reading.error(
        at: whenTree.place, "`\(when)` is no instant: write 2020-07-20T00:00:00+08:00")
    }
    let side: PolicyValue.Boundary? = choice(sideTree, into: &reading)
    guard let moment, let side else { return nil }
    return .instant(moment, boundary: side)
  }

  private static func fee(_ tree: Tree, into reading: inout FileReading) -> Fee? {
    let keys = ["fen", "per", "kind"]
    guard let fields = reading.fields(tree, keys: keys, required: keys),
      let fenTree = fields["fen"],
      let perTree = fields["per"], let kindTree = fields["kind"]
    else { return nil }
    let fen = number(fenTree, into: &reading)
    let per: Fee.Period? = choice(perTree, into: &reading)
    let kind: Fee.Kind? = choice(kindTree, into: &reading)
    guard let fen, let per, let kind else { return nil }
    do throws(PolicyError) {
      return try Fee(Money(fen: fen), per: per, kind: kind)
    } catch {
      reading.error(at: fenTree.place, error.words)
      return nil
    }
  }

  private static func number(_ tree: Tree, into reading: inout FileReading) -> Int? {
    guard let text = reading.text(tree) else { return nil }
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text) else {
      reading.error(at: tree.place, "`\(text)` is no whole number")
      return nil
    }
    return number
  }

  /// One of the words of a closed list.
  private static func choice<Word: RawRepresentable<String> & CaseIterable>(
    _ tree: Tree, into reading: inout FileReading
  ) -> Word? {
    guard let text = reading.text(tree) else { return nil }
    let word = Word(rawValue: text)
    if word == nil {
      let known = Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
      reading.error(at: tree.place, "`\(text)` is not known here: write \(known)")
    }
    return word
  }
}
