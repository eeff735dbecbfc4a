public import Policy

/// The words of every `Phrase`, in both languages.
public struct Phrasebook: Sendable, Equatable {
  private var texts: [Phrase: Bilingual]

  /// What `init` found wrong with the phrases of a pack.
  public struct Gap: Error, Equatable, Sendable {
    /// What Xiaoer says and the pack does not have.
    public let missing: [Phrase]
  }

  /// A phrasebook with the words of `phrases`, which must hold every `Phrase`.
  public init(_ phrases: [Phrase: Bilingual]) throws(Gap) {
    let missing = Phrase.all.filter { phrases[$0] == nil }
    guard missing.isEmpty else { throw Gap(missing: missing) }
    texts = phrases
  }

  /// The words of `phrase`, with `{name}` filled from `arguments`.
  public func say(
    _ phrase: Phrase, in tongue: Tongue, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    let template = words(of: phrase)[tongue]
    guard !arguments.isEmpty else { return template }
    return Phrasebook.fill(template) { name in arguments.first { $0.key == name }?.value }
  }

  /// The words of `key`, with `{name}` filled from `arguments`.
  public func say(
    _ key: PhraseKey, in tongue: Tongue, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    say(Phrase(key), in: tongue, arguments)
  }

  /// The words of `key`, with `{name}` filled from `arguments`.
  public func say(
    _ key: DeskPhrase, in tongue: Tongue, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    say(Phrase(key), in: tongue, arguments)
  }

  /// The words of `key`, with `{name}` filled from `arguments`.
  public func say(
    _ key: FlowPhrase, in tongue: Tongue, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    say(Phrase(key), in: tongue, arguments)
  }

  /// The words of `phrase` in both languages, unfilled; `init` has seen to it that there are some.
  public func words(of phrase: Phrase) -> Bilingual {
    guard let words = texts[phrase] else {
      preconditionFailure("no phrase \(phrase.file).\(phrase.key)")
    }
    return words
  }

  /// `template` with every `{name}` replaced by what `value` gives for it; unknown names stay.
  public static func fill(_ template: String, _ value: (String) -> String?) -> String {
    var out = ""
    var rest = Substring(template)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}")) else { break }
      let name = String(rest[rest.utf8.index(after: open)..<close])
      out += rest[..<open]
      out += value(name) ?? "{\(name)}"
      rest = rest[rest.utf8.index(after: close)...]
    }
    return out + rest
  }
}

extension Phrasebook: Archivable {
  func archive(into writer: inout ArchiveWriter) { writer.write(Phrase.all.map(words)) }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let texts: [Bilingual] = try reader.list()
    guard texts.count == Phrase.all.count else {
      throw reader.error("the phrases are of another version")
    }
    self.texts = Dictionary(zip(Phrase.all, texts), uniquingKeysWith: { first, _ in first })
  }
}
