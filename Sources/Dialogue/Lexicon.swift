import Policy
import Understanding

/// The small words that steer a conversation, folded for comparison, and as they were written.
public struct Lexicon: Sendable, Equatable {
  private var lists: [[String]]
  private var written: [[String]]

  /// A lexicon of the words in `lists`; a list that is missing is empty.
  public init(_ lists: [WordList: [String]]) {
    written = WordList.allCases.map { lists[$0] ?? [] }
    self.lists = WordList.allCases.map { list in
      // Longest first, so that a prefix is taken whole.
      Set((lists[list] ?? []).map(Lexicon.fold)).sorted {
        ($1.utf8.count, $0) < ($0.utf8.count, $1)
      }
    }
  }

  /// The folded words of `list`, longest first.
  public func words(_ list: WordList) -> [String] {
    lists[WordList.allCases.firstIndex(of: list) ?? 0]
  }

  /// The words of `list` as they were written, in their order: the Chinese ones, or those without
  /// a Chinese character.
  public func written(_ list: WordList, in tongue: Tongue) -> [String] {
    written[WordList.allCases.firstIndex(of: list) ?? 0].filter { word in
      word.unicodeScalars.contains { (0x3400..<0xA000).contains($0.value) } == (tongue == .zh)
    }
  }

  /// Whether `folded` is a word of `list`.
  public func holds(_ folded: String, in list: WordList) -> Bool { words(list).contains(folded) }

  /// `text` as words are compared: normalised, without punctuation, blanks only between Latin words.
  public static func fold(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var blank = false
    for scalar in Normaliser().normalise(text).unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        blank = true
        continue
      }
      if blank, scalar.isASCII, let last = out.last, last.isASCII { out.append(" ") }
      blank = false
      out.append(scalar)
    }
    return String(out)
  }
}

extension Lexicon: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.write(lists.count)
    for list in lists { writer.write(list) }
    for list in written { writer.write(list) }
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let count = try reader.number()
    guard count == WordList.allCases.count else {
      throw reader.error("the word lists are of another version")
    }
    lists = []
    written = []
    for _ in 0..<count { lists.append(try reader.list()) }
    for _ in 0..<count { written.append(try reader.list()) }
  }
}
