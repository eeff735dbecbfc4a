/// The keys of features; the slow and the fast reading both take them from here.
enum Keys {
  /// The hash that stands in front of the first and behind the last unit.
  static let front: UInt64 = 1
  static let back: UInt64 = 2

  /// A word as it is written.
  @inline(__always)
  static func word(_ hash: UInt64) -> UInt32 { Hash.key(Hash.mix(hash, 11)) }

  /// The stem of a word.
  @inline(__always)
  static func stem(_ stem: UInt64) -> UInt32 { Hash.key(Hash.mix(stem, 12)) }

  /// Two neighbouring stems.
  @inline(__always)
  static func bigram(_ first: UInt64, _ second: UInt64) -> UInt32 {
    Hash.key(Hash.mix(Hash.mix(first, 13), second))
  }

  /// Two stems in either order.
  @inline(__always)
  static func pair(_ one: UInt64, _ other: UInt64) -> UInt32 {
    Hash.key(Hash.mix(min(one, other) &* 3, max(one, other)))
  }

  /// A word of the table of `WordVectors`, by the hash of its scalars.
  @inline(__always)
  static func meaning(_ hash: UInt64) -> UInt32 { Hash.key(Hash.mix(hash, 17)) }

  /// The hash that a run of letters begins with.
  static let letters: UInt64 = 14
  /// The hash that a run of units begins with.
  static let characters: UInt64 = 15
  /// The hash that a run of syllables begins with.
  static let sounds: UInt64 = 16
}
