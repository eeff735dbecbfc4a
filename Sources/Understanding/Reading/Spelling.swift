/// Finds the word of the examples that an unknown word is most likely a slip of: one letter left out,
/// doubled or added, another in its place, or two that changed places; or that it is short for, its
/// vowels left out ("dlvry").
///
/// Each word of the examples is filed under itself and under what is left without one of its letters;
/// two words a slip apart meet there. It is filed under its consonants too. Of several words the one that
/// most examples hold is taken, a slip before what is short for it. It borrows its tables from a model's
/// memory, to which nobody writes.
struct Spelling: @unchecked Sendable {
  /// Shorter words are taken for no slips: too many others are near them. Longer ones are no words.
  static let lengths = 4...24
  /// Words that may be short for others; of fewer letters than `wholeVowels` only those that keep no vowel.
  private static let shortLengths = 3...24
  private static let wholeVowels = 5
  /// A mended word has at most so many times the letters of what was written.
  static let growth = 2

  /// The words' letters, one behind the other with a byte between, and where each begins.
  private let letters: UnsafePointer<UInt8>
  private let starts: UnsafePointer<UInt32>
  /// Word numbers plus one, below a part of the key that they are filed under; 0 where nothing is.
  private let slots: UnsafePointer<UInt32>
  private let mask: Int
  private let index: Index

  init(_ layout: Layout) {
    index = Index(layout)
    letters = Layout.pointer(layout.bytes, layout.range(.words).lowerBound)
    starts = Layout.pointer(layout.bytes, layout.range(.wordStarts).lowerBound)
    slots = Layout.pointer(layout.bytes, layout.range(.spellings).lowerBound)
    mask = layout.numbers(.spellings, UInt32.self).count - 1
  }

  /// The word that a unit is a slip of, as a unit of its own: whoever reads a message reads that word in
  /// its place. Nil when the unit, its stem or its meaning is known, or when it is near no word.
  ///
  /// - Parameters:
  ///   - scalars: those of the message, with room behind them.
  ///   - end: where behind them the word is written.
  func mended(_ unit: Unit, _ scalars: UnsafeMutablePointer<UInt32>, end: Int) -> Unit? {
    guard unit.kind == .word, Self.shortLengths.contains(unit.count),
      index.find(Keys.word(unit.hash)) == nil,
      WordVectors.shared.find(Keys.meaning(unit.hash)) == nil
    else { return nil }
    let written = UnsafeBufferPointer(start: scalars + Int(unit.start), count: unit.count)
    guard index.find(Keys.stem(Stem.hash(Array(written)[...]))) == nil else { return nil }
    let count = mend(scalars + Int(unit.start), unit.count, into: scalars + end)
    if count == 0 { return nil }
    var hash = Hash.seed
    for place in end..<(end + count) { hash = Hash.mix(hash, UInt64(scalars[place])) }
    return Unit(
      kind: .word, start: Int32(truncatingIfNeeded: end),
      end: Int32(truncatingIfNeeded: end + count), hash: hash)
  }

  /// Writes the word that an unknown one is a slip of or short for, and says how many letters it has; 0
  /// when there is none.
  private func mend(
    _ word: UnsafePointer<UInt32>, _ count: Int, into target: UnsafeMutablePointer<UInt32>
  ) -> Int {
    guard Self.isPlain(word, count) else { return 0 }
    var best = Int.max
    if Self.lengths.contains(count) {
      for missing in -1..<count {
        let key = Self.key(count, without: missing) { word[$0] }
        best = min(best, first(key) { isSlip(word, count, of: $0) })
      }
    }
    if best == Int.max, Self.mayBeShort(word, count) {
      best = first(Self.key(consonantsOf: count) { word[$0] }) { isShort(word, count, for: $0) }
    }
    if best == Int.max { return 0 }
    let start = Int(starts[best])
    let length = Int(starts[best + 1]) - 1 - start
    for place in 0..<length { target[place] = UInt32(letters[start + place]) }
    return length
  }

  /// The lowest number of a word that is filed under a key and fits; `Int.max` when there is none.
  private func first(_ key: UInt32, where fits: (Int) -> Bool) -> Int {
    var best = Int.max
    var slot = Int(key >> 1) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xFFFF) - 1
      if slots[slot] >> 16 == key >> 16, number < best, fits(number) { best = number }
      slot = (slot + 1) & mask
    }
    return best
  }

  /// Whether a word of letters only, in lower case.
  private static func isPlain(_ word: UnsafePointer<UInt32>, _ count: Int) -> Bool {
    for place in 0..<count where word[place] &- 0x61 >= 26 { return false }
    return true
  }

  /// The key of a word without one of its letters; with all of them where that is none.
  private static func key(
    _ count: Int, without missing: Int, _ letter: (Int) -> UInt32
  ) -> UInt32 {
    var hash = Hash.mix(Hash.seed, 19)
    for place in 0..<count where place != missing { hash = Hash.mix(hash, UInt64(letter(place))) }
    return Hash.key(hash)
  }

  /// The key of a word's consonants, with a vowel that it begins with.
  private static func key(consonantsOf count: Int, _ letter: (Int) -> UInt32) -> UInt32 {
    var hash = Hash.mix(Hash.seed, 23)
    for place in 0..<count where place == 0 || !isVowel(letter(place)) {
      hash = Hash.mix(hash, UInt64(letter(place)))
    }
    return Hash.key(hash)
  }

  private static func isVowel(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }

  /// Whether a word can be short for another: a short one keeps no vowel but the one that it begins with.
  private static func mayBeShort(_ word: UnsafePointer<UInt32>, _ count: Int) -> Bool {
    count >= wholeVowels || !(1..<count).contains { isVowel(word[$0]) }
  }

  /// Whether a word is what is left of a word of the examples without some of its vowels.
  private func isShort(_ word: UnsafePointer<UInt32>, _ count: Int, for number: Int) -> Bool {
    let range = Int(starts[number])..<(Int(starts[number + 1]) - 1)
    var at = 0
    for place in range {
      let letter = UInt32(letters[place])
      if at < count, word[at] == letter {
        at += 1
      } else if at == 0 || !Self.isVowel(letter) {
        return false
      }
    }
    return at == count && range.count > count && range.count <= count * Self.growth
  }

  /// Whether a word is one slip away from a word of the examples.
  private func isSlip(_ word: UnsafePointer<UInt32>, _ count: Int, of number: Int) -> Bool {
    let start = Int(starts[number])
    let length = Int(starts[number + 1]) - 1 - start
    guard abs(length - count) <= 1 else { return false }
    let other = letters + start
    var front = 0
    while front < min(count, length), word[front] == UInt32(other[front]) { front += 1 }
    var back = 0
    while back < min(count, length) - front,
      word[count - 1 - back] == UInt32(other[length - 1 - back])
    { back += 1 }
    let rest = max(count, length) - front - back
    if rest <= 1 { return true }
    return rest == 2 && count == length && word[front] == UInt32(other[front + 1])
      && word[front + 1] == UInt32(other[front])
  }

  /// The tables for words, those that most examples hold first: where each begins in their letters, and
  /// the slots.
  static func tables(_ words: [String]) -> (starts: [UInt32], slots: [UInt32]) {
    var starts: [UInt32] = [0]
    for word in words { starts.append((starts.last ?? 0) + UInt32(word.utf8.count) + 1) }
    var filed: [(key: UInt32, entry: UInt32)] = []
    for (number, word) in words.prefix(0xFFFF).enumerated() {
      let scalars = word.unicodeScalars.map(\.value)
      guard lengths.contains(scalars.count),
        scalars.withUnsafeBufferPointer({
          $0.baseAddress.map { isPlain($0, scalars.count) } ?? false
        })
      else { continue }
      for missing in -1..<scalars.count {
        let key = key(scalars.count, without: missing) { scalars[$0] }
        filed.append((key, key & 0xFFFF_0000 | UInt32(number + 1)))
      }
      let key = key(consonantsOf: scalars.count) { scalars[$0] }
      filed.append((key, key & 0xFFFF_0000 | UInt32(number + 1)))
    }
    var size = 64
    while size < filed.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (key, entry) in filed {
      var slot = Int(key >> 1) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = entry
    }
    return (starts, slots)
  }

  /// Whether tables can be read safely: every search ends, and at one of the words.
  static func isSound(_ layout: Layout) -> Bool {
    let starts = layout.numbers(.wordStarts, UInt32.self)
    let slots = layout.numbers(.spellings, UInt32.self)
    let size = layout.range(.words).count
    return slots.count >= 64 && slots.count & (slots.count - 1) == 0 && !starts.isEmpty
      && slots.contains(0)
      && slots.allSatisfy { $0 == 0 || (1..<starts.count).contains(Int($0 & 0xFFFF)) }
      && zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }
      && Int(starts[starts.count - 1]) <= size + 1
  }
}
