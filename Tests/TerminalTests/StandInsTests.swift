import Testing

@testable import Terminal

/// One cell for one character, and back without a change. TextLocale must have settled.
@Suite struct StandInsTests {
  init() { #expect(TextLocale.settle()) }

  @Test func `a line means what was typed, code point by code point`() {
    var standIns = StandIns()
    let text = "a蓝e\u{301}é👨‍👩‍👧\u{F0000}\u{30000}\u{202E}\t\u{0}\u{301}"
    let cells = standIns.cells(of: text)
    #expect(cells.count == 11)
    #expect(standIns.text(of: cells).unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(cells == standIns.cells(of: text))
  }

  @Test func `a character of a thousand marks is cut and kept whole`() {
    var standIns = StandIns()
    let text = "e" + String(repeating: "\u{301}", count: 1_000)
    let cells = standIns.cells(of: text)
    #expect(cells.count == 16)
    #expect(standIns.text(of: cells).unicodeScalars.count == 1_001)
  }

  @Test func `when the wide stand-ins are used up, nothing breaks`() {
    var standIns = StandIns()
    for number in 0..<6_000 {
      let mark = Unicode.Scalar(0x300 + UInt32(number % 100)) ?? "\u{300}"
      let base = Unicode.Scalar(0x4E00 + UInt32(number)) ?? "一"
      _ = standIns.cells(of: String(base) + String(mark))
    }
    #expect(standIns.cells(of: "终\u{301}") == [0xFFFD])
    #expect(standIns.text(of: standIns.cells(of: "终")) == "终")
  }
}
