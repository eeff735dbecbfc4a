internal import WordTable

/// What is known of the meaning of everyday words, English and Chinese ones in one space: for each a
/// direction in 64 dimensions, so that "refund" lies near "reimburse" and 退款 near 赔偿.
///
/// The table is generated (`generate-words.py` beside it), lies in the program, and is read where it
/// lies; nobody writes there, so it is safe to share.
struct WordVectors: @unchecked Sendable {
  /// How many dimensions there are.
  static let dimensions = 64
  /// No Chinese word has more characters.
  static let longest = 4
  /// The one that lies in the program.
  static let shared = WordVectors()

  /// The keys of the words in an open table, 0 where there is none, and the number of each word.
  private let keys: UnsafePointer<UInt32>
  private let numbers: UnsafePointer<UInt32>
  private let mask: Int
  private let components: UnsafePointer<Int8>
  /// What a component counts for; the vectors then have the length 1.
  let unit: Float

  private init() {
    let start = word_table()
    let head = (start + 16).assumingMemoryBound(to: UInt32.self)
    let slots = Int(head[2])
    unit = Float(bitPattern: head[3])
    mask = slots - 1
    keys = (start + 32).assumingMemoryBound(to: UInt32.self)
    numbers = (start + 32 + slots * 4).assumingMemoryBound(to: UInt32.self)
    components = (start + 32 + slots * 8).assumingMemoryBound(to: Int8.self)
  }

  /// The components of a word by its key (`Keys.meaning`); nil when the table does not have it.
  @inline(__always)
  func find(_ key: UInt32) -> UnsafePointer<Int8>? {
    var slot = Int(key >> 1) & mask
    while true {
      let entry = keys[slot]
      if entry == key { return components + Int(numbers[slot]) * Self.dimensions }
      if entry == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}
