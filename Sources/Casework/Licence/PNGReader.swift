/// Reads a PNG by its chunks (ISO/IEC 15948 section 5) as far as its size and its end.
enum PNGReader {
  /// The first eight bytes (section 5.2).
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The size of the image whose bytes begin with the signature. Only padding may stand behind IEND.
  static func read(_ bytes: [UInt8]) -> Result<ImageSize, LicenceFileRefusal> {
    var place = signature.count
    var size: ImageSize?
    var hasPixels = false
    while place < bytes.count {
      guard let length = number(in: bytes, at: place), place + 8 <= bytes.count else { break }
      let name = bytes[place + 4..<place + 8]
      guard name.allSatisfy(isLetter) else { return .failure(.damaged(.png)) }
      // Four bytes of length, four of name, four of check sum.
      let end = place + 12 + length
      guard end <= bytes.count else { break }
      switch String(decoding: name, as: UTF8.self) {
      case "IHDR":
        guard size == nil, length == 13, let header = headerSize(in: bytes, at: place) else {
          return .failure(.damaged(.png))
        }
        size = header
      case "IDAT": hasPixels = hasPixels || length > 0
      case "IEND":
        guard let size, hasPixels, length == 0 else { return .failure(.damaged(.png)) }
        let isClean = bytes[end...].allSatisfy(Padding.holds)
        return isClean ? .success(size) : .failure(.trailingBytes(bytes.count - end))
      case _: break
      }
      guard size != nil else { return .failure(.damaged(.png)) }
      place = end
    }
    return .failure(.truncated(.png))
  }

  /// The size that IHDR at `place` states (section 11.2.2); nil when the chunk cannot be right: a side
  /// of 0, a colour type that there is not, a wrong check sum.
  private static func headerSize(in bytes: [UInt8], at place: Int) -> ImageSize? {
    guard let width = number(in: bytes, at: place + 8),
      let height = number(in: bytes, at: place + 12), let sum = number(in: bytes, at: place + 21),
      width > 0, height > 0, width <= Int32.max, height <= Int32.max,
      [0, 2, 3, 4, 6].contains(bytes[place + 17]),
      sum == checkSum(of: bytes[place + 4..<place + 21])
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// CRC-32 (section 5.5), bit by bit: it is only ever asked of the 17 bytes of IHDR.
  static func checkSum(of bytes: ArraySlice<UInt8>) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
    return Int(sum ^ 0xFFFF_FFFF)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The four bytes at `place` as a number; nil outside the file.
  private static func number(in bytes: [UInt8], at place: Int) -> Int? {
    guard place + 4 <= bytes.count else { return nil }
    return bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
