/// Tells Chinese messages from English ones.
public struct LanguageIdentifier: Sendable {
  private let table = CharacterTable.shared

  /// Makes an identifier; all of them are alike.
  public init() {}

  /// The language of a message: Chinese characters against Latin words, pinyin counting as Chinese;
  /// nil when the message holds neither.
  public func identify(_ text: String) -> Language? {
    var scalars: [UInt32] = []
    var units: [Unit] = []
    Normaliser().fold(text, into: &scalars)
    Units.cut(scalars, into: &units)
    let count = Self.count(units, in: scalars)
    if count.characters == 0, count.words == 0 { return nil }
    if count.characters == 0 {
      if Self.isPinyin(units, in: scalars, table: table) { return .chinese }
      return count.words > 0 ? .english : nil
    }
    // A Chinese word has about two characters, and a brand's letters belong to no language.
    return count.words * 2 > count.characters ? .english : .chinese
  }

  /// Whether a text holds a Chinese character.
  static func holdsChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { Units.isCharacter($0.value) }
  }

  private static func count(
    _ units: [Unit], in scalars: [UInt32]
  ) -> (characters: Int, words: Int) {
    var characters = 0
    var words = 0
    for unit in units {
      switch unit.kind {
      case .character: characters += 1
      case .word:
        if unit.count > 1 || !(0x61...0x7A).contains(scalars[Int(unit.start)]) { words += 1 }
      case .number: break
      }
    }
    return (characters, words)
  }

  /// Whether words are Chinese in Latin letters: most of them syllables, and more of them no English
  /// word than one.
  static func isPinyin(_ units: [Unit], in scalars: [UInt32], table: CharacterTable) -> Bool {
    var sounded = 0
    var english = 0
    var foreign = 0
    var found: [UInt16] = []
    for unit in units where unit.kind == .word && unit.count > 1 {
      if EnglishWords.alike.contains(unit.hash) {
        english += unit.count
        continue
      }
      if table.segmenter.cut(scalars[Int(unit.start)..<Int(unit.end)], into: &found) {
        sounded += unit.count
      } else {
        if EnglishWords.plain.contains(unit.hash) { english += unit.count }
        foreign += unit.count
      }
    }
    return 2 * sounded > 3 * english && sounded > foreign
  }
}
