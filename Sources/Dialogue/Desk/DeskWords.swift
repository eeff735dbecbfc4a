import Casework
import Policy

/// A message as the desk's word lists see it.
struct DeskWords: Sendable {
  /// The message, folded; of a very long one the beginning.
  let folded: FoldedText
  private let lexicon: Lexicon

  /// More scalars than a merchant types in one breath.
  private static let longest = 2_000

  init(_ text: String, _ lexicon: Lexicon) {
    folded = FoldedText(String(text.unicodeScalars.prefix(DeskWords.longest)))
    self.lexicon = lexicon
  }

  /// Whether a word of `list` stands in it.
  func says(_ list: WordList) -> Bool {
    lexicon.stands(list, in: folded)
  }

  /// Whether it is nothing but a word of `list`.
  func isOnly(_ list: WordList) -> Bool { lexicon.holds(folded, in: list) }

  /// Whether it is short enough to be a courtesy.
  var isShort: Bool { folded.length <= (folded.isLatin ? 6 : 9) }

  /// The first ticket's number in it.
  var ticket: TicketID? {
    number(prefix: "t", groups: [8, 4]).map { TicketID(rawValue: $0) }
  }

  /// The first order's number in it.
  var order: OrderNumber? {
    number(prefix: "bv", groups: [8, 6], ending: true).map { OrderNumber(rawValue: $0) }
  }

  /// The rating with which it begins: 1…5; nil when there is none.
  var score: Int? {
    let marks: [[UInt32]] = [
      [0x31, 0x4E00], [0x32, 0x4E8C], [0x33, 0x4E09], [0x34, 0x56DB], [0x35, 0x4E94],
    ]
    guard let first = folded.scalars.first,
      let found = marks.firstIndex(where: { $0.contains(first) })
    else { return nil }
    // 12 and 10分 are no ratings.
    if let second = folded.scalars.dropFirst().first, (0x30...0x39).contains(second) { return nil }
    return found + 1
  }

  /// A number as the desk writes it: `prefix`, then groups of digits between which a hyphen may stand. Folding
  /// made blanks of hyphens and small letters of capitals.
  private func number(prefix: String, groups: [Int], ending: Bool = false) -> String? {
    let scalars = folded.scalars
    let head = prefix.unicodeScalars.map(\.value)
    for start in scalars.indices where scalars[start...].starts(with: head) {
      if start > 0, (0x61...0x7A).contains(scalars[start - 1]) { continue }
      var place = start + head.count
      var parts: [String] = []
      for count in groups {
        if place < scalars.count, scalars[place] == 0x20 { place += 1 }
        guard let digits = digits(count, at: place) else { break }
        parts.append(digits)
        place += count
      }
      guard parts.count == groups.count else { continue }
      let written = prefix.uppercased() + parts.joined(separator: "-")
      guard ending else { return written }
      guard place < scalars.count, (0x61...0x7A).contains(scalars[place]),
        let letter = Unicode.Scalar(scalars[place] - 32)
      else { continue }
      return written + String(Character(letter))
    }
    return nil
  }

  private func digits(_ count: Int, at place: Int) -> String? {
    let scalars = folded.scalars
    guard place + count <= scalars.count else { return nil }
    let found = scalars[place..<place + count]
    guard found.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return String(String.UnicodeScalarView(found.compactMap { Unicode.Scalar($0) }))
  }
}
