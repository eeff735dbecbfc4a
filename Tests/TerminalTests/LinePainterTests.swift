import Testing

@testable import Terminal

/// Drawing a line, as a terminal shows it.
@Suite struct LinePainterTests {
  private func cells(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private func glyph(_ cell: UInt32) -> LinePainter.Glyph {
    let text = Unicode.Scalar(cell).map(String.init) ?? "?"
    return LinePainter.Glyph(text: text, columns: EastAsianWidth.columns(of: text))
  }

  @Test func `typing at the end sends the new character alone`() {
    var painter = LinePainter()
    let size = LinePainter.Size(rows: 24, columns: 80)
    _ = painter.paint(cells("商家> 蓝"), cursor: 5, in: size, glyph: glyph)
    #expect(painter.paint(cells("商家> 蓝V"), cursor: 6, in: size, glyph: glyph) == "V")
    #expect(painter.paint(cells("商家> 蓝V"), cursor: 6, in: size, glyph: glyph) == "")
  }

  @Test(arguments: [(3, 10), (2, 7), (5, 23), (1, 20)])
  func `a line longer than the window shows the part around the cursor`(_ rows: Int, _ columns: Int)
  {
    var painter = LinePainter()
    var screen = VirtualScreen(rows: rows, columns: columns)
    let size = LinePainter.Size(rows: rows, columns: columns)
    let line = cells("> " + String(repeating: "一二三四五六七八九十", count: 12))
    for count in 1...line.count {
      screen.feed(painter.paint(Array(line[..<count]), cursor: count, in: size, glyph: glyph).utf8)
    }
    for cursor in [line.count, 60, 2, 0, 100] {
      screen.feed(painter.paint(line, cursor: cursor, in: size, glyph: glyph).utf8)
      // The character at the cursor is the one that the terminal shows there.
      let shown = screen.rows[screen.row][screen.column]
      let wanted = cursor < line.count ? glyph(line[cursor]).text : " "
      #expect(shown == wanted, "cursor \(cursor)\n\(screen.text)")
    }
    screen.feed(painter.paint(cells("> 短"), cursor: 3, in: size, glyph: glyph).utf8)
    #expect(screen.text == "> 短")
  }

  @Test func `leaving a line goes below all of it`() {
    var painter = LinePainter()
    var screen = VirtualScreen(rows: 6, columns: 10)
    let size = LinePainter.Size(rows: 6, columns: 10)
    screen.feed(painter.paint(cells("> 一二三四五六"), cursor: 2, in: size, glyph: glyph).utf8)
    screen.feed(painter.leave().utf8)
    #expect((screen.row, screen.column) == (2, 0))
  }
}
