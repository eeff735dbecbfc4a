import Session
import Testing

@Suite struct LineSplitterTests {
  private func lines(_ bytes: [UInt8], by size: Int = 7) throws -> [Line] {
    var splitter = LineSplitter(Chunks(bytes, by: size))
    var lines: [Line] = []
    while let line = try splitter.next() { lines.append(line) }
    return lines
  }

  private func texts(_ text: String, by size: Int = 7) throws -> [String?] {
    try lines(Array(text.utf8), by: size).map { line in
      if case .text(let text) = line.content { text } else { nil }
    }
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\n", ["", ""]),
    ("a\r\nb\r\n", ["a", "b"]), ("a\rb\n", ["a\rb"]), ("a\r\r\n", ["a\r"]),
    ("\u{FEFF}a\n\u{FEFF}b", ["a", "\u{FEFF}b"]), ("\u{FEFF}", [""]), ("\u{FEFF}\n", [""]),
    ("a\0b\n", ["a\0b"]), ("蓝V多少钱\n", ["蓝V多少钱"]),
    ("a\u{2028}b\u{85}c\u{0B}d", ["a\u{2028}b\u{85}c\u{0B}d"]),
  ])
  func `Only LF and CRLF end a line, and a mark is dropped only at the very start`(
    _ text: String, _ expected: [String]
  ) throws {
    for size in [1, 2, 3, 1000] { #expect(try texts(text, by: size) == expected, "\(size)") }
  }

  @Test func `Line numbers count every line`() throws {
    #expect(try lines(Array("\n \na\n".utf8)).map(\.number) == [1, 2, 3])
  }

  @Test(arguments: ["", "\n", "\r\n"], [1000, 65_536, 100_000])
  func `A line of exactly the limit is read and one byte more is refused`(
    _ end: String, _ size: Int
  ) throws {
    for first in ["", "\u{FEFF}"] {
      let whole = [UInt8](repeating: UInt8(ascii: "a"), count: Line.limit)
      let kept = try lines(Array(first.utf8) + whole + Array(end.utf8), by: size)
      #expect(kept.count == 1)
      #expect(kept.first?.content == .text(String(decoding: whole, as: UTF8.self)))
      let refused = try lines(Array(first.utf8) + whole + [97] + Array(end.utf8), by: size)
      #expect(refused == [Line(number: 1, content: .tooLong)])
    }
  }

  @Test(arguments: [65_537, 65_540, 65_541, 200_000, 1_000_000])
  func `What follows a long line is read`(_ length: Int) throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: length)
    let read = try lines(long + Array("\nb\n".utf8), by: 4096)
    #expect(read == [Line(number: 1, content: .tooLong), Line(number: 2, content: .text("b"))])
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE8, 0x93], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] as [[UInt8]])
  func `Bytes that are no UTF-8 are never mended silently`(_ bytes: [UInt8]) throws {
    let read = try lines([97] + bytes + Array("\nb".utf8), by: 1)
    #expect(read == [Line(number: 1, content: .notUTF8), Line(number: 2, content: .text("b"))])
  }

  @Test(arguments: [("", true), (" \t", true), ("\u{3000}", true), ("\0", false), ("a", false)])
  func `A line of white space only is blank`(_ text: String, _ isBlank: Bool) {
    #expect(Line(number: 1, content: .text(text)).isBlank == isBlank)
    #expect(!Line(number: 1, content: .tooLong).isBlank)
  }
}
