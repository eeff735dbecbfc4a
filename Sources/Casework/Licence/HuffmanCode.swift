/// A canonical Huffman code (RFC 1951 section 3.2.2).
struct HuffmanCode {
  /// In bits.
  static let longest = 15
  /// How many codes of each length there are.
  let counts: [Int]
  /// The symbols, by length and value.
  let symbols: [Int]

  /// The code of these lengths, by symbol; 0: the symbol does not occur.
  init(lengths: ArraySlice<Int>) {
    var counts = [Int](repeating: 0, count: HuffmanCode.longest + 1)
    var bySize = [[Int]](repeating: [], count: HuffmanCode.longest + 1)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      counts[length] += 1
      bySize[length].append(symbol)
    }
    self.counts = counts
    symbols = bySize.flatMap(\.self)
  }
}
