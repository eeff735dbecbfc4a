/// Folds a message to the scalars that the matcher reads.
///
/// Full width to half width, traditional to simplified, lower case, marks off Latin letters, white
/// space collapsed; emoji count as white space; zero-width and bidirectional controls are dropped.
public struct Normaliser: Sendable {
  private let table = CharacterTable.shared

  /// Makes a normaliser; all of them are alike.
  public init() {}

  /// The folded text, without white space at its ends.
  public func normalise(_ text: String) -> String {
    var scalars: [UInt32] = []
    fold(text, into: &scalars)
    var folded = ""
    for scalar in scalars {
      if let scalar = Unicode.Scalar(scalar) { folded.unicodeScalars.append(scalar) }
    }
    return folded
  }

  /// Appends the folded scalars of a text.
  func fold(_ text: String, into scalars: inout [UInt32]) {
    var text = text
    text.withUTF8 { fold($0, into: &scalars) }
  }

  /// Appends the folded scalars of valid UTF-8.
  func fold(_ bytes: UnsafeBufferPointer<UInt8>, into scalars: inout [UInt32]) {
    let start = scalars.count
    scalars.reserveCapacity(start + bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = UInt32(bytes[index])
      let scalar: UInt32
      if byte < 0x80 {
        index += 1
        scalar = Self.ascii(byte)
      } else {
        let (wide, length) = Self.decode(bytes, at: index)
        index += length
        scalar = folded(wide)
      }
      if scalar == Folding.nothing { continue }
      if scalar == 0x20, scalars.count == start || scalars[scalars.count - 1] == 0x20 { continue }
      if scalar < Folding.several {
        scalars.append(scalar)
      } else {
        scalars.append(scalar >> 8 & 0xFF)
        scalars.append(scalar & 0xFF)
      }
    }
    if scalars.count > start, scalars[scalars.count - 1] == 0x20 { scalars.removeLast() }
  }

  @inline(__always)
  private static func ascii(_ byte: UInt32) -> UInt32 {
    if byte <= 0x20 || byte == 0x7F { return 0x20 }
    return byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// The scalar at an index and its length in bytes; a byte that starts none is white space.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= bytes.count else { return (0x20, 1) }
    var scalar = lead & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset]) & 0x3F }
    return (scalar, length)
  }

  private func folded(_ scalar: UInt32) -> UInt32 {
    if scalar >= CharacterTable.low, scalar < CharacterTable.high {
      return UInt32(table.simplified[Int(scalar - CharacterTable.low)])
    }
    return Folding.fold(scalar)
  }
}
