/// Splits a PDF's bytes into tokens (ISO 32000-1 section 7.2), from front to back and never twice.
struct PDFLexer {
  /// A token.
  enum Token: Hashable {
    /// A name without its slash, `#` escapes resolved; a long one is "", for none is asked for here.
    case name(String)
    /// An integer without a sign, at most 10^12.
    case integer(Int)
    /// `12 0 R`: the number of the object.
    case reference(Int)
    /// `obj`, `stream`, `trailer` and the like; a long one is "".
    case keyword(String)
    /// `<<`.
    case open
    /// `>>`.
    case close
    /// `[`.
    case openArray
    /// `]`.
    case closeArray
    /// A string, a real number, a stray sign.
    case other
  }

  private let bytes: [UInt8]
  private let end: Int
  private var place: Int

  /// A lexer of all `bytes`, or of those in `range`.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    place = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    skipBlanks()
    guard place < end else { return nil }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "["): return .openArray
    case UInt8(ascii: "]"): return .closeArray
    case UInt8(ascii: "("):
      skipString()
      return .other
    case UInt8(ascii: "<"):
      if take(UInt8(ascii: "<")) { return .open }
      while place < end, bytes[place] != UInt8(ascii: ">") { place += 1 }
      place = min(place + 1, end)
      return .other
    case UInt8(ascii: ">"): return take(UInt8(ascii: ">")) ? .close : .other
    case UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"): return .other
    case _:
      place -= 1
      return word()
    }
  }

  /// Takes what stands behind the number of an object: its generation and `obj`.
  mutating func takesObjectHead() -> Bool {
    var attempt = self
    guard attempt.generation(), attempt.word() == .keyword("obj") else { return false }
    self = attempt
    return true
  }

  /// Goes back behind nothing: the next token again, without taking it.
  func peek() -> Token? {
    var copy = self
    return copy.next()
  }

  /// The data of the stream whose keyword was just taken; the lexer then stands behind `endstream`.
  mutating func takeStream() -> ArraySlice<UInt8> {
    if take(0x0D) { _ = take(0x0A) } else { _ = take(0x0A) }
    let start = place
    while let next = bytes[place..<end].firstIndex(of: UInt8(ascii: "e")) {
      place = next + 1
      if bytes[next..<end].starts(with: PDFLexer.streamEnd) {
        place = next + PDFLexer.streamEnd.count
        return bytes[start..<next]
      }
    }
    place = end
    return bytes[start..<end]
  }

  private static let streamEnd = Array("endstream".utf8)

  // MARK: Pieces

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < end, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// White space and comments.
  private mutating func skipBlanks() {
    while place < end {
      if bytes[place] == UInt8(ascii: "%") {
        while place < end, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      } else if PDFLexer.isBlank(bytes[place]) {
        place += 1
      } else {
        return
      }
    }
  }

  /// A string in parentheses, which may be nested; `\` takes the meaning from what follows.
  private mutating func skipString() {
    var depth = 1
    while place < end, depth > 0 {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case _: break
      }
      place += 1
    }
    place = min(place, end)
  }

  private mutating func name() -> String {
    var characters: [UInt8] = []
    while place < end, PDFLexer.isRegular(bytes[place]) {
      var byte = bytes[place]
      if byte == UInt8(ascii: "#"), place + 2 < end, let high = hex(place + 1),
        let low = hex(place + 2)
      {
        byte = high << 4 | low
        place += 2
      }
      place += 1
      if characters.count <= PDFLexer.longest { characters.append(byte) }
    }
    return PDFLexer.text(characters[...])
  }

  /// A number, a reference or a keyword.
  private mutating func word() -> Token {
    let start = place
    while place < end, PDFLexer.isRegular(bytes[place]) { place += 1 }
    let word = bytes[start..<place]
    guard word.allSatisfy({ (0x30...0x39).contains($0) }), !word.isEmpty else {
      let isNumber = word.allSatisfy {
        (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
      }
      return isNumber ? .other : .keyword(PDFLexer.text(word))
    }
    let value = word.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000_000_000_000) }
    var attempt = self
    if attempt.generation(), attempt.take(UInt8(ascii: "R")),
      attempt.place >= end || !PDFLexer.isRegular(bytes[attempt.place])
    {
      self = attempt
      return .reference(value)
    }
    return .integer(value)
  }

  /// One to five digits between white space; so short that looking ahead costs nothing.
  private mutating func generation() -> Bool {
    guard skipFewBlanks() else { return false }
    let start = place
    while place < end, place - start < 6, (0x30...0x39).contains(bytes[place]) { place += 1 }
    return (1...5).contains(place - start) && skipFewBlanks()
  }

  private mutating func skipFewBlanks() -> Bool {
    let start = place
    while place < end, place - start < 8, PDFLexer.isBlank(bytes[place]) { place += 1 }
    return place > start
  }

  private func hex(_ place: Int) -> UInt8? {
    switch bytes[place] {
    case let digit where (0x30...0x39).contains(digit): digit - 0x30
    case let letter where (0x41...0x46).contains(letter): letter - 0x41 + 10
    case let letter where (0x61...0x66).contains(letter): letter - 0x61 + 10
    case _: nil
    }
  }

  /// No name or keyword that matters here is longer.
  private static let longest = 15

  private static func text(_ characters: ArraySlice<UInt8>) -> String {
    characters.count > longest ? "" : String(decoding: characters, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
    case _: false
    }
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    case _: true
    }
  }
}
