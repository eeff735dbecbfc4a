import Understanding

/// A text as small words are looked for in it: normalised, without punctuation, blanks only between
/// Latin words.
struct FoldedText: Sendable, Hashable {
  /// The scalars that are left.
  private(set) var scalars: [UInt32] = []

  /// Folds `text`.
  init(_ text: String) {
    var blank = false
    for scalar in Normaliser().normalise(text).unicodeScalars {
      guard FoldedText.isKept(scalar.value) else {
        blank = true
        continue
      }
      if blank, scalar.value < 0x80, let last = scalars.last, last < 0x80 { scalars.append(0x20) }
      blank = false
      scalars.append(scalar.value)
    }
  }

  private init(scalars: ArraySlice<UInt32>) { self.scalars = Array(scalars) }

  /// Letters and digits; no blanks, marks or symbols.
  private static func isKept(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: true
    case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE30...0xFE4F, 0xFF00...0xFFEF: false
    case _: true
    }
  }

  /// A bit for each of its letters; different letters may share one.
  var marks: UInt64 { scalars.reduce(0) { $0 | FoldedText.mark($1) } }

  /// The bit of a letter.
  static func mark(_ scalar: UInt32) -> UInt64 {
    1 << UInt64((scalar &* 0x9E37_79B1) >> 26)
  }

  /// Whether nothing is left.
  var isEmpty: Bool { scalars.isEmpty }

  /// Whether it holds no Chinese.
  var isLatin: Bool { scalars.allSatisfy { $0 < 0x80 } }

  /// How many words it has, if it is Latin; else how many characters.
  var length: Int {
    isLatin ? scalars.split(separator: 0x20).count : scalars.count
  }

  /// The digit that it is, if it is nothing else.
  var digit: Int? {
    guard scalars.count == 1, let only = scalars.first, (0x31...0x39).contains(only) else {
      return nil
    }
    return Int(only - 0x30)
  }

  /// The text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.compactMap { Unicode.Scalar($0) })
    return String(view)
  }

  /// Whether `word` stands in it; a Latin one between blanks.
  func holds(_ word: FoldedText) -> Bool {
    guard let first = word.scalars.first, word.scalars.count <= scalars.count else { return false }
    for start in 0...(scalars.count - word.scalars.count) where scalars[start] == first {
      if stands(word, at: start) { return true }
    }
    return false
  }

  /// What is left without `word`, a Chinese one.
  func without(_ word: FoldedText) -> FoldedText {
    guard holds(word) else { return self }
    var kept: [UInt32] = []
    var start = 0
    while start < scalars.count {
      if stands(word, at: start) {
        start += word.scalars.count
      } else {
        kept.append(scalars[start])
        start += 1
      }
    }
    return FoldedText(scalars: kept[...])
  }

  /// Its first Latin words, at most `count`.
  func words(_ count: Int) -> [FoldedText] {
    scalars.split(separator: 0x20).prefix(count).map { FoldedText(scalars: $0) }
  }

  /// What follows `word`, if it begins with it and more comes; a Latin word ends at a blank.
  func rest(after word: FoldedText) -> FoldedText? {
    guard word.scalars.count < scalars.count, stands(word, at: 0) else { return nil }
    let rest = scalars[word.scalars.count...]
    return FoldedText(scalars: rest.first == 0x20 ? rest.dropFirst() : rest)
  }

  /// What stands before `word`, if it ends with it and more stands there; a Latin word begins at a blank.
  func rest(before word: FoldedText) -> FoldedText? {
    let start = scalars.count - word.scalars.count
    guard start > 0, stands(word, at: start) else { return nil }
    let rest = scalars[..<start]
    return FoldedText(scalars: rest.last == 0x20 ? rest.dropLast() : rest)
  }

  /// Whether `word` stands at `start`; a Latin one between blanks.
  func stands(_ word: FoldedText, at start: Int) -> Bool {
    let end = start + word.scalars.count
    guard end <= scalars.count else { return false }
    for offset in word.scalars.indices where scalars[start + offset] != word.scalars[offset] {
      return false
    }
    guard word.scalars.first.map({ $0 < 0x80 }) == true else { return true }
    let opens = start == 0 || scalars[start - 1] == 0x20 || scalars[start - 1] >= 0x80
    return opens && (end == scalars.count || scalars[end] == 0x20 || scalars[end] >= 0x80)
  }
}
