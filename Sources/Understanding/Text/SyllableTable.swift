/// Finds pinyin syllables in letters.
struct SyllableTable: Sendable {
  /// The longest syllable, in letters ("zhuang").
  static let longest = 6
  private let keys: [UInt32]
  private let numbers: [UInt16]
  private static let mask = 2047

  /// - Parameter syllables: letters a–z only, at most six; single consonants are left out, since
  ///   anything would segment with them.
  init(_ syllables: [String]) {
    var keys = [UInt32](repeating: 0, count: Self.mask + 1)
    var numbers = [UInt16](repeating: 0, count: Self.mask + 1)
    for (number, syllable) in syllables.enumerated()
    where !["hm", "m", "n", "r"].contains(syllable) {
      var key: UInt32 = 0
      for letter in syllable.utf8 { key = key << 5 | UInt32(letter & 31) }
      var slot = Self.slot(key)
      while keys[slot] != 0 { slot = (slot + 1) & Self.mask }
      keys[slot] = key
      numbers[slot] = UInt16(number)
    }
    self.keys = keys
    self.numbers = numbers
  }

  private static func slot(_ key: UInt32) -> Int { Int(key &* 0x9E37_79B1 >> 20) & mask }

  /// The number of the syllable with these letters, packed five bits each; nil when it is none.
  func number(_ key: UInt32) -> UInt16? {
    var slot = Self.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & Self.mask
    }
    return nil
  }

  /// Cuts letters into syllables, as few as possible, on a tie the longer first one.
  ///
  /// - Returns: false when the letters are not pinyin; `found` is then unchanged.
  func cut(_ letters: ArraySlice<UInt32>, into found: inout [UInt16]) -> Bool {
    let count = letters.count
    guard count > 0, count <= 48 else { return false }
    var cost = [UInt8](repeating: 255, count: count + 1)
    var step = [UInt8](repeating: 0, count: count + 1)
    var sound = [UInt16](repeating: 0, count: count + 1)
    cost[count] = 0
    for start in stride(from: count - 1, through: 0, by: -1) {
      var key: UInt32 = 0
      for length in 1...min(Self.longest, count - start) {
        let letter = letters[letters.startIndex + start + length - 1]
        guard letter >= 0x61, letter <= 0x7A else { break }
        key = key << 5 | (letter & 31)
        guard cost[start + length] < 255, let number = number(key) else { continue }
        if cost[start + length] + 1 <= cost[start] {
          cost[start] = cost[start + length] + 1
          step[start] = UInt8(length)
          sound[start] = number
        }
      }
    }
    guard cost[0] < 255 else { return false }
    var position = 0
    while position < count {
      found.append(sound[position])
      position += Int(step[position])
    }
    return true
  }
}
