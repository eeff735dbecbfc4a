import Policy
import Understanding

/// The small words that steer a conversation, folded for comparison.
public struct Lexicon: Sendable, Equatable {
  private var lists: [[String]]

  /// A lexicon of the words in `lists`; a list that is missing is empty.
  public init(_ lists: [WordList: [String]]) {
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
  }
  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let count = try reader.number()
    guard count == WordList.allCases.count else {
      throw reader.error("the word lists are of another version")
    }
    lists = []
    for _ in 0..<count { lists.append(try reader.list()) }
  }
}
