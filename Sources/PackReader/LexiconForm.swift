import Dialogue
import Policy

/// Reads the files of `lexicon/`.
enum LexiconForm {
  /// The files there can be, by name without `.yaml`.
  static let files = (Phrase.files + ["specimens", "words"]).sorted()

  /// The kinds of made-up values: what `{sample.KIND.N}` in a script can name.
  static let kinds = [
    "bank_card", "company", "credit_code", "id_number", "licence_file", "mobile", "name",
  ]

  /// `phrases.yaml` and its like: a phrase in both languages under each key.
  static func phrases(
    _ tree: Tree, policy: PolicyModel?, into reading: inout FileReading
  ) -> [String: Phrases.Phrase] {
    var entries: [String: Phrases.Phrase] = [:]
    for pair in reading.openFields(tree)?.pairs ?? [] {
      checkName(pair, into: &reading)
      entries[pair.key] = phrase(pair, policy: policy, into: &reading)
    }
    return entries
  }

  private static func phrase(
    _ pair: Tree.Pair, policy: PolicyModel?, into reading: inout FileReading
  ) -> Phrases.Phrase? {
    let keys = Tongue.allCases.map(\.rawValue)
    guard let fields = reading.fields(pair.value, keys: keys),
      let text = reading.bilingual(fields, at: pair.place)
    else { return nil }
    let names = PerTongue { tongue in
      let place = fields[tongue.rawValue]?.place ?? pair.place
      return arguments(
        of: PlacedText(text: text[tongue], place: place), policy: policy, into: &reading)
    }
    for name in names.zh.symmetricDifference(names.en).sorted() {
      let tongue = names.zh.contains(name) ? "en" : "zh"
      reading.error(at: pair.place, "`{\(name)}` is missing in `\(tongue)` of `\(pair.key)`")
    }
    return Phrases.Phrase(
      text: text, arguments: names.zh.union(names.en).sorted(), line: pair.place.line)
  }

  private static func arguments(
    of text: PlacedText, policy: PolicyModel?, into reading: inout FileReading
  ) -> Set<String> {
    let template = Template(text.text)
    reading.checkBraces(of: template, in: text)
    for hole in template.placeholders { _ = reading.check(hole, in: text, against: policy) }
    for hole in template.arguments where !isName(hole.name) {
      reading.error(
        at: reading.place(of: hole.offset, in: text),
        "`\(hole.name)` cannot name an argument: lower-case letters, digits and `_`")
    }
    return Set(template.arguments.map(\.name))
  }

  /// `words.yaml`: a list of words in one or both languages under each name.
  static func words(
    _ tree: Tree, into reading: inout FileReading
  ) -> [String: PerTongue<[String]>] {
    var lists: [String: PerTongue<[String]>] = [:]
    for pair in reading.openFields(tree)?.pairs ?? [] {
      checkName(pair, into: &reading)
      let keys = Tongue.allCases.map(\.rawValue)
      guard let fields = reading.fields(pair.value, keys: keys) else { continue }
      lists[pair.key] = PerTongue { tongue in
        fields[tongue.rawValue].map { distinctTexts($0, into: &reading) } ?? []
      }
    }
    return lists
  }

  /// `specimens.yaml`: a list of made-up values under each kind.
  static func specimens(_ tree: Tree, into reading: inout FileReading) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    for pair in reading.fields(tree, keys: kinds)?.pairs ?? [] where kinds.contains(pair.key) {
      lists[pair.key] = distinctTexts(pair.value, into: &reading)
    }
    return lists
  }

  private static func distinctTexts(_ tree: Tree, into reading: inout FileReading) -> [String] {
    var seen: Set<String> = []
    let texts = reading.texts(tree)
    for text in texts where !seen.insert(text.text).inserted {
      reading.warning(at: text.place, "`\(text.text)` stands in this list twice")
    }
    return texts.map(\.text)
  }

  private static func checkName(_ pair: Tree.Pair, into reading: inout FileReading) {
    guard !isName(pair.key) else { return }
    reading.error(
      at: pair.place, "`\(pair.key)` is no name: lower-case letters, digits and `_`")
  }
}

/// Whether `text` can be part of an id: lower-case ASCII letters, digits and `_`, a letter first.
func isName(_ text: some StringProtocol) -> Bool {
  guard let first = text.utf8.first, (97...122).contains(first) else { return false }
  return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
}
