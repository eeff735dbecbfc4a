/// A piece of a folded message: one Chinese character, or one run of letters and digits.
struct Unit: Sendable {
  /// What a unit is made of.
  enum Kind: UInt8, Sendable {
    /// One character that is a word by itself: Chinese, kana, hangul.
    case character
    /// Letters, digits among them or not.
    case word
    /// Digits only.
    case number
  }

  /// What it is made of.
  var kind: Kind
  /// The index of its first scalar.
  var start: Int32
  /// The index behind its last scalar.
  var end: Int32
  /// A hash of its scalars.
  var hash: UInt64

  /// The number of scalars.
  var count: Int { Int(end - start) }
}

/// The hashing of units and features: multiplication and rotation, the same on any machine.
enum Hash {
  /// The hash of nothing.
  static let seed: UInt64 = 0x51_7CC1_B727_220A

  /// Takes a value into a hash.
  @inline(__always)
  static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let mixed = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  /// The key that tables are asked for; never 0.
  @inline(__always)
  static func key(_ hash: UInt64) -> UInt32 {
    let mixed = hash &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: mixed >> 32) | 1
  }
}

/// Cuts folded scalars into units.
enum Units {
  /// Appends the units of a folded message; punctuation and white space only separate.
  static func cut(_ scalars: [UInt32], into units: inout [Unit]) {
    units += [Unit](unsafeUninitializedCapacity: scalars.count) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = scalars.withUnsafeBufferPointer { cut($0, into: start) }
    }
  }

  /// Writes the units of a folded message, at most as many as scalars, and says how many they are.
  static func cut(
    _ scalars: UnsafeBufferPointer<UInt32>, into units: UnsafeMutablePointer<Unit>
  ) -> Int {
    var index = 0
    var filled = 0
    let count = scalars.count
    while index < count {
      let scalar = scalars[index]
      if isWordPart(scalar) {
        let start = index
        var hash = Hash.seed
        var digits = true
        while index < count {
          let part = scalars[index]
          if isWordPart(part) {
            hash = Hash.mix(hash, UInt64(part))
            if part &- 0x30 > 9 { digits = false }
          } else if part != 0x27 || index + 1 == count || !isWordPart(scalars[index + 1]) {
            break
          }
          index += 1
        }
        units[filled] = Unit(
          kind: digits ? .number : .word, start: Int32(truncatingIfNeeded: start),
          end: Int32(truncatingIfNeeded: index), hash: hash)
        filled &+= 1
      } else {
        if isCharacter(scalar) {
          units[filled] = Unit(
            kind: .character, start: Int32(truncatingIfNeeded: index),
            end: Int32(truncatingIfNeeded: index + 1), hash: Hash.mix(Hash.seed, UInt64(scalar)))
          filled &+= 1
        }
        index += 1
      }
    }
    return filled
  }

  /// Whether a scalar is a letter or digit of a script that parts its words.
  @inline(__always)
  static func isWordPart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x61 < 26 || scalar &- 0x30 < 10 || scalar == 0x5F }
    return scalar >= 0xAA && scalar < 0x2000 && scalar != 0xB7 && scalar != 0xD7 && scalar != 0xF7
      && !(0xAB...0xB4).contains(scalar) && !(0xB6...0xB9).contains(scalar)
      && !(0xBB...0xBF).contains(scalar)
  }

  /// Whether a scalar is a word by itself.
  @inline(__always)
  static func isCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3400..<0xA000, 0x3005...0x3007, 0x3041...0x30FE, 0xAC00...0xD7A3, 0x20000...0x3FFFF,
      0xF900...0xFAFF:
      true
    default: false
    }
  }
}
