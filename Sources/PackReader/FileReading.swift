import Policy

/// One file while it is read: what it says, and what is wrong with it.
struct FileReading {
  /// Its path inside the pack.
  let file: String
  /// Its text.
  let source: SourceText
  /// What is wrong so far, in the order in which it was found.
  private(set) var findings: [Finding] = []

  init(file: String, source: SourceText) {
    self.file = file
    self.source = source
  }

  /// Notes a mistake that makes the pack unusable.
  mutating func error(at place: Place, _ message: String) {
    note(.error, at: place, message)
  }

  /// Notes something that somebody should look at.
  mutating func warning(at place: Place, _ message: String) {
    note(.warning, at: place, message)
  }

  private mutating func note(_ severity: Finding.Severity, at place: Place, _ message: String) {
    findings.append(
      Finding(
        file: file, line: place.line, column: place.column, severity: severity, message: message))
  }

  /// The keys of a mapping, of which those in `keys` are known and those in `required` must stand.
  mutating func fields(
    _ tree: Tree, keys: [String], required: [String] = [], at place: Place? = nil
  ) -> Fields? {
    guard let fields = openFields(tree) else { return nil }
    for pair in fields.pairs where !keys.contains(pair.key) {
      error(at: pair.place, "unknown key `\(pair.key)`" + suggestion(for: pair.key, in: keys))
    }
    for key in required where fields[key] == nil {
      error(at: place ?? tree.place, "the key `\(key)` is missing")
    }
    return fields
  }

  /// The keys of a mapping, whatever they are.
  mutating func openFields(_ tree: Tree) -> Fields? {
    guard case .mapping(let pairs) = tree.content else {
      error(at: tree.place, "a mapping of keys is wanted here, not \(tree.kind)")
      return nil
    }
    return Fields(pairs: pairs, place: tree.place)
  }

  /// A text that is not blank.
  mutating func text(_ tree: Tree) -> String? {
    guard case .text(let text) = tree.content else {
      error(at: tree.place, "a text is wanted here, not \(tree.kind)")
      return nil
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      error(at: tree.place, "this text is empty")
      return nil
    }
    return text
  }

  /// The items of a list that is not empty.
  mutating func list(_ tree: Tree) -> [Tree] {
    switch tree.content {
    case .list(let items):
      if items.isEmpty { error(at: tree.place, "this list is empty") }
      return items
    case .text:
      error(at: tree.place, "a list is wanted here: begin each item with `- `, or write [one, two]")
    case .mapping:
      error(at: tree.place, "a list is wanted here, not \(tree.kind)")
    }
    return []
  }

  /// The texts of a list.
  mutating func texts(_ tree: Tree) -> [PlacedText] {
    list(tree).compactMap { item in text(item).map { PlacedText(text: $0, place: item.place) } }
  }

  /// A text in both languages; `place` is where a missing one is reported.
  mutating func bilingual(_ tree: Tree, at place: Place? = nil) -> Bilingual? {
    guard let fields = fields(tree, keys: Tongue.allCases.map(\.rawValue)) else { return nil }
    return bilingual(fields, at: place ?? tree.place)
  }

  /// The texts under `zh` and `en`; `place` is where a missing one is reported.
  mutating func bilingual(_ fields: Fields, at place: Place) -> Bilingual? {
    var texts: [Tongue: String] = [:]
    for tongue in Tongue.allCases {
      guard let tree = fields[tongue.rawValue] else {
        error(at: place, missing(tongue))
        continue
      }
      texts[tongue] = text(tree)
    }
    guard let zh = texts[.zh], let en = texts[.en] else { return nil }
    return try? Bilingual(zh: zh, en: en)
  }

  /// What to say when one language is missing.
  func missing(_ tongue: Tongue) -> String {
    switch tongue {
    case .zh: "the Chinese text is missing: add `zh`"
    case .en: "the English text is missing: add `en`"
    }
  }
}

/// A text and the place it stands at.
struct PlacedText {
  let text: String
  let place: Place

  /// The same for those who only want the line.
  var saying: Saying { Saying(text: text, line: place.line) }
}

/// The keys of a mapping.
struct Fields {
  /// In the order of the file; no key twice.
  let pairs: [Tree.Pair]
  /// Of the mapping.
  let place: Place

  /// What stands under `key`, nil if it is missing.
  subscript(key: String) -> Tree? { pairs.first { $0.key == key }?.value }

  /// Where `key` stands; where the mapping does, if it is missing.
  func place(of key: String) -> Place { pairs.first { $0.key == key }?.place ?? place }
}
