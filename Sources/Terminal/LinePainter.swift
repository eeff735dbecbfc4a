/// Draws prompt and line on a terminal that obeys cursor sequences, and knows what it drew.
///
/// Our own, although libedit has one: libedit's counts a column too few when it moves forward from
/// within a wide character, and writes over the prompt. Typing at the end only ever adds to what
/// stands there, so a screen reader hears the new character and no more.
struct LinePainter {
  /// How one cell is drawn.
  struct Glyph {
    /// What is sent.
    var text: String
    /// 1 or 2: the columns it is counted as.
    var columns: Int
    /// When terminals differ on its width: the most it takes, and a text of `columns` for where that
    /// would not fit.
    var unsure: (most: Int, instead: String)?
  }

  /// The size of the window.
  struct Size: Equatable {
    var rows: Int
    var columns: Int
  }

  private struct Place: Equatable {
    var row = 0
    var column = 0
  }

  private var cells: [UInt32] = []
  private var size = Size(rows: 24, columns: 80)
  /// Where the terminal's cursor stands, counted from the first row drawn.
  private var at = Place()
  /// The last row that something stands in.
  private var lastRow = 0
  /// The first row shown, when there are more rows than the window has; nil when all are.
  private var top: Int?

  /// Begins anew: the cursor stands in the first column of an empty row.
  mutating func begin() { self = LinePainter() }

  /// What to send so that the screen shows `wanted` with the cursor before the cell `cursor`.
  mutating func paint(
    _ wanted: [UInt32], cursor: Int, in window: Size, glyph: (UInt32) -> Glyph
  ) -> String {
    var out = ""
    if window != size { out += replace(in: window, glyph) }
    let places = LinePainter.places(of: wanted, columns: size.columns, glyph)
    let target = places[cursor]
    if (places.last?.row ?? 0) >= size.rows {
      return out + paintWindow(wanted, places, target, glyph)
    }
    var same = 0
    if top != nil {
      // The line has become short again: the window is all ours.
      out += "\u{1B}[H\u{1B}[J"
      (top, at, lastRow, cells) = (nil, Place(), 0, [])
    } else {
      while same < min(cells.count, wanted.count), cells[same] == wanted[same] { same += 1 }
    }
    if same < max(cells.count, wanted.count) {
      // Where a row ends only drawing can lead on to the next: it may not be there yet.
      while same > 0, places[same].row > places[same - 1].row { same -= 1 }
      out += move(to: places[same])
      out += draw(wanted, same..<wanted.count, places, glyph)
      if same < cells.count { out += "\u{1B}[J" }
      lastRow = places[wanted.count].row
    }
    cells = wanted
    return out + move(to: target)
  }

  /// What to send to leave the line as it is and stand in the first column of the row below it.
  mutating func leave() -> String {
    let shown = top == nil ? lastRow : size.rows - 1
    let out = move(to: Place(row: shown, column: 0)) + "\r\n"
    let window = size
    begin()
    size = window
    return out
  }

  /// What to send to draw everything again on an empty screen, by the next `paint`.
  mutating func clear() -> String {
    let window = size
    begin()
    size = window
    return "\u{1B}[H\u{1B}[2J"
  }

  /// Goes back to the first row by the new width, as a terminal that reflows has put it; on one that
  /// does not, a part of the old line stays above.
  private mutating func replace(in window: Size, _ glyph: (UInt32) -> Glyph) -> String {
    defer {
      begin()
      size = window
    }
    guard !cells.isEmpty else { return "" }
    guard top == nil else { return "\u{1B}[H\u{1B}[J" }
    let old = LinePainter.places(of: cells, columns: size.columns, glyph)
    let index = old.lastIndex { $0.row < at.row || ($0.row == at.row && $0.column <= at.column) }
    let up = LinePainter.places(of: cells, columns: window.columns, glyph)[index ?? 0].row
    return "\r" + (up > 0 ? "\u{1B}[\(min(up, window.rows - 1))A" : "") + "\u{1B}[J"
  }

  private mutating func paintWindow(
    _ wanted: [UInt32], _ places: [Place], _ target: Place, _ glyph: (UInt32) -> Glyph
  ) -> String {
    var first = top ?? max(0, target.row - size.rows + 1)
    first = min(max(first, target.row - size.rows + 1), target.row)
    let isDrawn = first == top && cells == wanted
    (top, cells) = (first, wanted)
    var out = ""
    if !isDrawn {
      let visible = places.indices.dropLast().filter {
        (first..<first + size.rows).contains(places[$0].row)
      }
      out = "\u{1B}[H\u{1B}[J"
      at = Place()
      for index in visible {
        let place = Place(row: places[index].row - first, column: places[index].column)
        if place.row != at.row { out += "\r\n" }
        let glyph = glyph(wanted[index])
        out += glyph.unsure?.instead ?? glyph.text
        at = place
      }
    }
    let shown = Place(row: target.row - first, column: target.column)
    at = shown
    return out + "\u{1B}[\(shown.row + 1);\(shown.column + 1)H"
  }

  /// Sends the cells of `range`, the cursor standing at the first of them, and ends behind the last.
  private mutating func draw(
    _ wanted: [UInt32], _ range: Range<Int>, _ places: [Place], _ glyph: (UInt32) -> Glyph
  ) -> String {
    var out = ""
    for index in range {
      let next = glyph(wanted[index])
      let place = places[index]
      if place.row > at.row {
        // The row is full, or a wide character does not fit and the last column stays blank. The
        // terminal wraps with the next character, but not if it is drawn by going back and forth.
        out += String(repeating: " ", count: size.columns - at.column)
        if next.unsure != nil { out += "\r\n" }
      }
      out += text(of: next, at: place)
      at = Place(row: place.row, column: place.column + next.columns)
    }
    if at.column >= size.columns {
      // The row below begins with the next character only: here is one.
      out += " \r"
      at = Place(row: at.row + 1, column: 0)
    }
    return out
  }

  /// A character whose width terminals differ on is drawn, gone back from, and stepped over.
  private func text(of glyph: Glyph, at place: Place) -> String {
    guard let unsure = glyph.unsure else { return glyph.text }
    if place.column + unsure.most >= size.columns { return unsure.instead }
    return "\u{1B}7" + glyph.text + "\u{1B}8\u{1B}[\(glyph.columns)C"
  }

  private mutating func move(to place: Place) -> String {
    var out = ""
    if place.row < at.row { out += "\u{1B}[\(at.row - place.row)A" }
    if place.row > at.row { out += "\u{1B}[\(place.row - at.row)B" }
    if place.column != at.column { out += place.column == 0 ? "\r" : "\u{1B}[\(place.column + 1)G" }
    at = place
    return out
  }

  /// Where each cell stands, and last, where the next one would.
  private static func places(
    of cells: [UInt32], columns: Int, _ glyph: (UInt32) -> Glyph
  ) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(cells.count + 1)
    var next = Place()
    for cell in cells {
      let width = glyph(cell).columns
      if next.column + width > columns { next = Place(row: next.row + 1, column: 0) }
      places.append(next)
      next.column += width
      if next.column >= columns { next = Place(row: next.row + 1, column: 0) }
    }
    return places + [next]
  }
}
