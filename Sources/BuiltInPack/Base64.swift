/// Reads base 64 (RFC 4648, section 4) without padding checks: the build wrote it.
enum Base64 {
  /// The bytes that `text` stands for. A few milliseconds a megabyte in a debug build, one in release.
  static func decode(_ text: StaticString) -> [UInt8] {
    let count = text.utf8CodeUnitCount / 4 * 3
    return text.withUTF8Buffer { text in
      let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
      return [UInt8](unsafeUninitializedCapacity: count) { out, length in
        let values = table()
        var from = 0
        var to = 0
        while from + 3 < text.count {
          let word =
            values[Int(text[from])] << 18 | values[Int(text[from + 1])] << 12
            | values[Int(text[from + 2])] << 6 | values[Int(text[from + 3])]
          out[to] = UInt8(truncatingIfNeeded: word >> 16)
          out[to + 1] = UInt8(truncatingIfNeeded: word >> 8)
          out[to + 2] = UInt8(truncatingIfNeeded: word)
          from += 4
          to += 3
        }
        length = to - padding
      }
    }
  }

  private static func table() -> [UInt32] {
    var table = [UInt32](repeating: 0, count: 256)
    let alphabet: StaticString =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    alphabet.withUTF8Buffer { letters in
      for (value, letter) in letters.enumerated() { table[Int(letter)] = UInt32(value) }
    }
    return table
  }
}
