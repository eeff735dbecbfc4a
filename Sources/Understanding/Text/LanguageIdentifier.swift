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

  /// Letters of a message, by what their words can be.
  private struct Letters {
    /// Of words that are syllables, and no English word.
    var sounded = 0
    /// Of English words that are one syllable too: he, you, fen.
    var alike = 0
    /// Of English words that no message in pinyin holds, though some of them are several syllables: data.
    var english = 0
    /// Of words that are neither.
    var foreign = 0
    /// Of names that both languages write so.
    var named = 0
  }

  /// Whether words are Chinese in Latin letters.
  ///
  /// Words that can be either are no proof of English where no word is English alone; where one is,
  /// they count with it.
  static func isPinyin(_ units: [Unit], in scalars: [UInt32], table: CharacterTable) -> Bool {
    var letters = Letters()
    for unit in units where unit.kind == .word && unit.count > 1 {
      add(unit, in: scalars, table: table, to: &letters)
    }
    let (sounded, alike) = (letters.sounded, letters.alike)
    if letters.english > 0 {
      return 2 * sounded > 3 * (alike + letters.english) && sounded > letters.foreign
    }
    if sounded + alike + letters.foreign == 0 { return letters.named > 0 }
    return 2 * sounded > alike && sounded > letters.foreign
  }

  private static func add(
    _ unit: Unit, in scalars: [UInt32], table: CharacterTable, to letters: inout Letters
  ) {
    if EnglishWords.names.contains(unit.hash) {
      letters.named += unit.count
      return
    }
    var found: [UInt16] = []
    let sounds = table.segmenter.cut(scalars[Int(unit.start)..<Int(unit.end)], into: &found)
    switch (sounds, EnglishWords.holds(unit.hash)) {
    case (true, false): letters.sounded += unit.count
    case (true, true) where found.count == 1: letters.alike += unit.count
    case (_, true): letters.english += unit.count
    case (false, false): letters.foreign += unit.count
    }
  }
}
