/// One cell of libedit's line for one character as a person calls it.
///
/// libedit edits and counts single code points: it would delete half an emoji, and be a column off
/// after every combining mark. So a character of several code points, and any code point that must not
/// be drawn, stands in the line as one code point of a range that nobody types: it moves, is deleted
/// and is recalled as one. What is drawn in its place, and what it means, is known here. The ranges are
/// plane 15 (private use, one column) and U+30000…U+3134A (rare Han, two columns); a code point of
/// theirs that someone does type gets a stand-in too, so nothing is ever confused.
struct StandIns {
  private struct Meaning {
    let scalars: [Unicode.Scalar]
    let glyph: LinePainter.Glyph
  }

  private var meanings: [UInt32: Meaning] = [:]
  private var known: [[UInt32]: UInt32] = [:]
  private var nextNarrow: UInt32 = 0xF0000
  private var nextWide: UInt32 = 0x30000
  private static let narrowEnd: UInt32 = 0xFFFFD
  private static let wideEnd: UInt32 = 0x3134A

  /// A character of more code points than this is cut into several: nobody typed it by hand.
  static let longest = 64

  /// The cell for a character, made if need be; nil when the ranges are used up.
  mutating func cell(for scalars: [Unicode.Scalar]) -> UInt32? {
    if scalars.count == 1, StandIns.isPlain(scalars[0]) { return scalars[0].value }
    let key = scalars.map(\.value)
    if let cell = known[key] { return cell }
    let glyph = StandIns.glyph(of: scalars)
    guard let cell = free(columns: glyph.columns) else { return nil }
    known[key] = cell
    meanings[cell] = Meaning(scalars: scalars, glyph: glyph)
    return cell
  }

  /// The cells of a text; a character too many is drawn as U+FFFD and still means itself when it can.
  mutating func cells(of text: String) -> [UInt32] {
    var cells: [UInt32] = []
    for character in text {
      let scalars = Array(character.unicodeScalars)
      for start in stride(from: 0, to: scalars.count, by: StandIns.longest) {
        let part = Array(scalars[start..<min(start + StandIns.longest, scalars.count)])
        cells.append(cell(for: part) ?? 0xFFFD)
      }
    }
    return cells
  }

  /// The code points that a cell means.
  func scalars(of cell: UInt32) -> [Unicode.Scalar] {
    if let meaning = meanings[cell] { return meaning.scalars }
    return Unicode.Scalar(cell).map { [$0] } ?? []
  }

  /// The text that a line of cells means, code point by code point as it was typed.
  func text(of cells: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells { text.append(contentsOf: scalars(of: cell)) }
    return String(text)
  }

  /// How a cell is drawn.
  func glyph(of cell: UInt32) -> LinePainter.Glyph {
    if let meaning = meanings[cell] { return meaning.glyph }
    let text = Unicode.Scalar(cell).map(String.init) ?? "\u{FFFD}"
    return LinePainter.Glyph(text: text, columns: max(1, Editline.columns(of: cell)))
  }

  /// What is drawn for a stand-in, nil for a cell that is none.
  func text(drawnFor cell: UInt32) -> String? { meanings[cell]?.glyph.text }

  /// Whether `scalar` belongs to the character that `cell` means.
  func joins(_ scalar: Unicode.Scalar, to cell: UInt32) -> Bool {
    // Nothing below U+0300 joins anything (the CR LF pair is never in a line), and no Han character.
    guard scalar.value >= 0x300, !(0x3400...0x9FFF).contains(scalar.value) else { return false }
    let before = scalars(of: cell)
    guard !before.isEmpty, before.count < StandIns.longest else { return false }
    var view = String.UnicodeScalarView(before)
    let characters = String(view).count
    view.append(scalar)
    return String(view).count == characters
  }

  /// Whether libedit, and every terminal, draws the code point as itself in one or two columns.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20...0x7E).contains(scalar.value) { return true }
    switch scalar.value {
    case 0xF0000...0xFFFFD, 0x30000...0x3134A, 0xAD: return false
    default: return (1...2).contains(Editline.columns(of: scalar.value))
    }
  }

  private static func glyph(of scalars: [Unicode.Scalar]) -> LinePainter.Glyph {
    guard scalars.count > 1 else {
      let text = scalars.first.map(drawing) ?? " "
      let columns = text.unicodeScalars.reduce(0) { $0 + max(0, Editline.columns(of: $1.value)) }
      return LinePainter.Glyph(text: text, columns: min(max(columns, 1), 2))
    }
    let text = String(String.UnicodeScalarView(scalars))
    let sum = scalars.reduce(0) { $0 + max(0, Editline.columns(of: $1.value)) }
    // U+FE0F asks for the emoji form, which is wide where it is known.
    let isEmoji = scalars.contains { $0.value == 0xFE0F }
    let columns = isEmoji ? 2 : min(max(sum, 1), 2)
    if sum == columns { return LinePainter.Glyph(text: text, columns: columns) }
    let first = scalars.first.map(drawing) ?? " "
    let rest = columns - scalars.prefix(1).reduce(0) { $0 + max(1, Editline.columns(of: $1.value)) }
    let instead = first + String(repeating: " ", count: max(0, rest))
    return LinePainter.Glyph(
      text: text, columns: columns, unsure: (most: max(sum, columns), instead: instead))
  }

  /// A code point alone: as itself, or by what shows that it is there.
  private static func drawing(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return " "
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map(String.init) ?? "?"
    case 0x7F: return "\u{2421}"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return "\u{25CC}" + String(scalar)
    case .format, .control, .unassigned, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    default: return Editline.columns(of: scalar.value) < 1 ? "\u{FFFD}" : String(scalar)
    }
  }

  private mutating func free(columns: Int) -> UInt32? {
    if columns == 1 {
      guard nextNarrow <= StandIns.narrowEnd else { return nil }
      defer { nextNarrow += 1 }
      return nextNarrow
    }
    while nextWide <= StandIns.wideEnd {
      defer { nextWide += 1 }
      // An older C library may not know the whole range.
      if Editline.columns(of: nextWide) == 2 { return nextWide }
    }
    return nil
  }
}
