public import Policy

/// The words of every `PhraseKey`, in both languages.
public struct Phrasebook: Sendable, Equatable {
  private var texts: [Bilingual]

  /// What `read` found wrong with the phrases of a pack.
  public struct Gap: Error, Equatable, Sendable {
    /// Keys that Xiaoer says and the pack does not have.
    public let missing: [String]
  }

  /// A phrasebook with the words of `phrases`, which must hold every `PhraseKey`.
  public init(_ phrases: [String: Bilingual]) throws(Gap) {
    let missing = PhraseKey.allCases.map(\.rawValue).filter { phrases[$0] == nil }
    guard missing.isEmpty else { throw Gap(missing: missing) }
    texts = PhraseKey.allCases.compactMap { phrases[$0.rawValue] }
  }

  /// The words of `key`, with `{name}` filled from `arguments`.
  public func say(
    _ key: PhraseKey, in tongue: Tongue, _ arguments: KeyValuePairs<String, String> = [:]
  ) -> String {
    let template = words(of: key)[tongue]
    guard !arguments.isEmpty else { return template }
    return Phrasebook.fill(template) { name in arguments.first { $0.key == name }?.value }
  }

  /// The words of `key` in both languages, unfilled.
  public func words(of key: PhraseKey) -> Bilingual {
    texts[PhraseKey.allCases.firstIndex(of: key) ?? 0]
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
  func archive(into writer: inout ArchiveWriter) { writer.write(texts) }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    texts = try reader.list()
    guard texts.count == PhraseKey.allCases.count else {
      throw reader.error("the phrases are of another version")
    }
  }
}
