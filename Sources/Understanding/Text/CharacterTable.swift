/// What is known of single Chinese characters: the simplified form and the toneless reading.
struct CharacterTable: Sendable {
  /// The first scalar covered.
  static let low: UInt32 = 0x3400
  /// The first scalar no longer covered.
  static let high: UInt32 = 0xA000
  /// The number of a character without a reading.
  static let unread: UInt16 = 0xFFFF

  /// Built once in a process, in well under a millisecond.
  static let shared = CharacterTable()

  /// Simplified scalars by scalar − `low`; a character that has none stands for itself.
  let simplified: [UInt16]
  /// Numbers of syllables by scalar − `low`; `unread` where there is none.
  let reading: [UInt16]
  /// The syllables' letters by number.
  let syllables: [String]
  /// Which letters are a syllable.
  let segmenter: SyllableTable

  init() {
    let size = Int(Self.high - Self.low)
    var simple = [UInt16](unsafeUninitializedCapacity: size) { buffer, count in
      for index in 0..<size { buffer[index] = UInt16(index) + UInt16(Self.low) }
      count = size
    }
    var previous: UInt32 = 0
    Self.scalars(of: ScriptTable.pairs) { scalar in
      if previous == 0 {
        previous = scalar
      } else {
        simple[Int(previous - Self.low)] = UInt16(truncatingIfNeeded: scalar)
        previous = 0
      }
    }
    var sounds = [UInt16](repeating: Self.unread, count: size)
    var names: [String] = []
    var name = ""
    Self.scalars(of: ReadingTable.readings) { scalar in
      if scalar < 0x80, let letter = Unicode.Scalar(scalar) {
        name.unicodeScalars.append(letter)
      } else {
        if !name.isEmpty {
          names.append(name)
          name = ""
        }
        sounds[Int(scalar - Self.low)] = UInt16(names.count - 1)
      }
    }
    simplified = simple
    reading = sounds
    syllables = names
    segmenter = SyllableTable(names)
  }

  /// The number of a character's syllable; `unread` when it has none.
  @inline(__always)
  func number(of scalar: UInt32) -> UInt16 {
    scalar >= Self.low && scalar < Self.high ? reading[Int(scalar - Self.low)] : Self.unread
  }

  /// Visits the scalars of a literal of valid UTF-8, without its line ends.
  private static func scalars(of text: StaticString, _ visit: (UInt32) -> Void) {
    text.withUTF8Buffer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = UInt32(bytes[index])
        if byte < 0x80 {
          if byte > 0x20 { visit(byte) }
          index += 1
        } else {
          visit(
            (byte & 0x0F) << 12 | (UInt32(bytes[index + 1]) & 0x3F) << 6
              | UInt32(bytes[index + 2]) & 0x3F)
          index += 3
        }
      }
    }
  }
}
