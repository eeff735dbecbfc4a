/// What libedit draws, with characters in the place of the cells that stand in for them.
enum Drawing {
  /// `bytes` with each stand-in replaced, and the piece of a code point at their end, if any.
  static func replacingStandIns(
    in bytes: [UInt8], _ drawing: (UInt32) -> String?
  ) -> (drawn: [UInt8], rest: [UInt8]) {
    // Stand-ins have four bytes, the first F0 (U+30000…) or F3 (plane 15): nearly all drawing has none.
    guard bytes.contains(where: { $0 >= 0xC0 }) else { return (bytes, []) }
    var drawn: [UInt8] = []
    drawn.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = length(of: bytes[index])
      guard index + length <= bytes.count else { return (drawn, Array(bytes[index...])) }
      let piece = bytes[index..<index + length]
      if length == 4, let text = drawing(value(of: piece)) {
        drawn.append(contentsOf: text.utf8)
      } else {
        drawn.append(contentsOf: piece)
      }
      index += length
    }
    return (drawn, [])
  }

  private static func length(of first: UInt8) -> Int {
    switch first {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }

  private static func value(of four: ArraySlice<UInt8>) -> UInt32 {
    four.dropFirst().reduce(UInt32(four.first ?? 0) & 0x07) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}
