import Policy

/// The small words that steer a conversation, folded for comparison, and as they were written.
public struct Lexicon: Sendable, Equatable {
  private var lists: [[FoldedText]]
  private var written: [[String]]
  /// Of each list, a bit for the first letter of each word: most messages have none of them.
  private var marks: [UInt64]

  /// A lexicon of the words in `lists`; a list that is missing is empty.
  public init(_ lists: [WordList: [String]]) {
    self.init(written: WordList.allCases.map { lists[$0] ?? [] })
  }

  private init(written: [[String]]) {
    self.written = written
    lists = written.map { words in
      // Longest first, so that a prefix is taken whole; then in the order of their scalars.
      Set(words.map { FoldedText($0) }).sorted {
        $0.scalars.count != $1.scalars.count
          ? $0.scalars.count > $1.scalars.count
          : $0.scalars.lexicographicallyPrecedes($1.scalars)
      }
    }
    marks = lists.map { words in
      words.reduce(0) { $0 | ($1.scalars.first.map(FoldedText.mark) ?? 0) }
    }
  }

  /// The words of `list`, longest first.
  func words(_ list: WordList) -> [FoldedText] {
    lists[WordList.allCases.firstIndex(of: list) ?? 0]
  }

  /// Whether any word of `list` stands in `text`.
  func stands(_ list: WordList, in text: FoldedText) -> Bool {
    let place = WordList.allCases.firstIndex(of: list) ?? 0
    let common = text.marks & marks[place]
    guard common != 0 else { return false }
    return lists[place].contains { word in
      guard let first = word.scalars.first, FoldedText.mark(first) & common != 0 else {
        return false
      }
      return text.holds(word)
    }
  }

  /// The words of `list` as they were written, in their order: the Chinese ones, or those without
  /// a Chinese character.
  public func written(_ list: WordList, in tongue: Tongue) -> [String] {
    written(list).filter { word in
      word.unicodeScalars.contains { (0x3400..<0xA000).contains($0.value) } == (tongue == .zh)
    }
  }

  /// The words of `list` as they were written, in their order, of both languages.
  func written(_ list: WordList) -> [String] {
    written[WordList.allCases.firstIndex(of: list) ?? 0]
  }

  /// Whether `word` stands in `list`, capitals and punctuation aside.
  public func holds(_ word: String, in list: WordList) -> Bool {
    holds(FoldedText(word), in: list)
  }

  /// Whether `text` is a word of `list`.
  func holds(_ text: FoldedText, in list: WordList) -> Bool { words(list).contains(text) }
}

extension Lexicon: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(written.count)
    for list in written { writer.write(list) }
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let count = try reader.number()
    guard count == WordList.allCases.count else {
      throw reader.error("the word lists are of another version")
    }
    var written: [[String]] = []
    for _ in 0..<count { written.append(try reader.list()) }
    self.init(written: written)
  }
}
