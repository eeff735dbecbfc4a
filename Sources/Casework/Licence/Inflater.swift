/// Inflates a zlib stream (RFC 1950, RFC 1951) into no more than a given number of bytes.
///
/// The core has no library for it, and needs it for a few kilobytes of a PDF's object streams only;
/// so it is written for shortness: the codes are read bit by bit.
struct Inflater {
  private let input: ArraySlice<UInt8>
  private var place: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private var limit: Int
  /// What a block costs of the limit, since its codes have to be built: thousands of empty ones would
  /// take long and write nothing.
  private static let costOfBlock = 512

  /// What `input` holds; nil when it is damaged, cut off, or would become more than about `limit` bytes.
  /// The check sum at the end is not looked at.
  static func inflate(zlib input: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    // RFC 1950 section 2.2: method 8, no dictionary, and a check that 31 divides.
    guard input.count > 2, let head = input.first, head & 0x0F == 8,
      case let flags = input[input.startIndex + 1], flags & 0x20 == 0,
      (Int(head) << 8 | Int(flags)) % 31 == 0
    else { return nil }
    var inflater = Inflater(input: input, limit: limit)
    return inflater.blocks() ? inflater.output : nil
  }

  private init(input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    place = input.startIndex + 2
  }

  /// Every block (RFC 1951 section 3.2.3).
  private mutating func blocks() -> Bool {
    while limit >= Inflater.costOfBlock {
      limit -= Inflater.costOfBlock
      guard let isLast = take(1), let kind = take(2) else { return false }
      let isRead =
        switch kind {
        case 0: stored()
        case 1: coded(Inflater.fixedLengths, Inflater.fixedDistances)
        case 2: dynamic()
        case _: false
        }
      if !isRead { return false }
      if isLast == 1 { return true }
    }
    return false
  }

  /// The next `count` bits (0…13), least significant first; nil at the end.
  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard place < input.endIndex else { return nil }
      bits |= UInt32(input[place]) << UInt32(bitCount)
      bitCount += 8
      place += 1
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  /// Section 3.2.4.
  private mutating func stored() -> Bool {
    (bits, bitCount) = (0, 0)
    guard place + 4 <= input.endIndex else { return false }
    let length = Int(input[place]) | Int(input[place + 1]) << 8
    place += 4
    guard place + length <= input.endIndex, output.count + length <= limit else { return false }
    output += input[place..<place + length]
    place += length
    return true
  }

  /// Section 3.2.7: the codes themselves are coded.
  private mutating func dynamic() -> Bool {
    guard let literals = take(5), let distances = take(5), let codes = take(4) else { return false }
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for symbol in order.prefix(codes + 4) {
      guard let length = take(3) else { return false }
      lengths[symbol] = length
    }
    let code = HuffmanCode(lengths: lengths[...])
    lengths = []
    while lengths.count < literals + 257 + distances + 1 {
      guard let symbol = symbol(of: code) else { return false }
      switch symbol {
      case 0..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last, let more = take(2) else { return false }
        lengths += [Int](repeating: last, count: more + 3)
      case _:
        guard let more = take(symbol == 17 ? 3 : 7) else { return false }
        lengths += [Int](repeating: 0, count: more + (symbol == 17 ? 3 : 11))
      }
    }
    guard lengths.count == literals + 257 + distances + 1 else { return false }
    return coded(
      HuffmanCode(lengths: lengths[..<(literals + 257)]),
      HuffmanCode(lengths: lengths[(literals + 257)...]))
  }

  /// Section 3.2.5: literals, and copies of what was written before.
  private mutating func coded(_ literals: HuffmanCode, _ distances: HuffmanCode) -> Bool {
    while let symbol = symbol(of: literals) {
      if symbol == 256 { return true }
      if symbol < 256 {
        guard output.count < limit else { return false }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol < 286, let length = extended(Inflater.lengths[symbol - 257]),
        let code = self.symbol(of: distances), code < 30,
        let distance = extended(Inflater.distances[code]), distance <= output.count,
        output.count + length <= limit
      else { return false }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
    return false
  }

  private mutating func extended(_ base: (value: Int, bits: Int)) -> Int? {
    take(base.bits).map { base.value + $0 }
  }

  /// The next symbol of `code`; nil at the end, or when the bits are none.
  private mutating func symbol(of code: HuffmanCode) -> Int? {
    var (value, first, index) = (0, 0, 0)
    for length in 1...HuffmanCode.longest {
      guard let bit = take(1) else { return nil }
      value |= bit
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  // MARK: Tables

  /// The lengths of copies, by symbol - 257 (section 3.2.5).
  private static let lengths: [(value: Int, bits: Int)] =
    steps([0, 0, 1, 2, 3, 4, 5], each: 4, from: 3).prefix(28) + [(258, 0)]
  /// The distances of copies (section 3.2.5).
  private static let distances: [(value: Int, bits: Int)] =
    steps([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], each: 2, from: 1)

  private static func steps(
    _ bits: [Int], each count: Int, from first: Int
  ) -> [(value: Int, bits: Int)] {
    var value = first
    return bits.flatMap { bits in
      (0..<count).map { _ in
        defer { value += 1 << bits }
        return (value, bits)
      }
    }
  }

  /// Section 3.2.6.
  private static let fixedLengths = HuffmanCode(
    lengths: [Int](repeating: 8, count: 144)[...] + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))
  private static let fixedDistances = HuffmanCode(lengths: [Int](repeating: 5, count: 30)[...])
}
