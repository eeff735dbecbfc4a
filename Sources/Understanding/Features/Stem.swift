/// Takes the commonest endings off English words, so that "transfers" and "transferred" meet.
enum Stem {
  private static let plural: [UInt8] = Array("s".utf8)
  private static let endings: [[UInt8]] = ["ation", "ment", "ing", "ed", "ly"].map {
    Array($0.utf8)
  }

  /// The hash of the word's stem, or of the group of `Synonyms` that the stem belongs to.
  static func hash(_ scalars: ArraySlice<UInt32>) -> UInt64 {
    let stem = cut(scalars)
    return Synonyms.group(stem) ?? stem
  }

  /// The hash of the word's stem, the same as that of the stem standing by itself.
  static func cut(_ scalars: ArraySlice<UInt32>) -> UInt64 {
    var word = scalars
    if ends(word, Array("ies".utf8)) || ends(word, Array("sses".utf8)) {
      word = word.dropLast(2)
    } else if ends(word, plural), word.dropLast().last != 0x73 {
      word = word.dropLast()
    }
    for ending in endings where ends(word, ending) {
      word = word.dropLast(ending.count)
      break
    }
    if word.count > 3, word.last == word.dropLast().last { word = word.dropLast() }
    if word.count > 3, let last = word.last, last == 0x65 || last == 0x79 || last == 0x69 {
      word = word.dropLast()
    }
    var hash = Hash.seed
    for scalar in word { hash = Hash.mix(hash, UInt64(scalar)) }
    return hash
  }

  /// Whether a word ends so and leaves at least three scalars.
  private static func ends(_ word: ArraySlice<UInt32>, _ ending: [UInt8]) -> Bool {
    guard word.count >= ending.count + 3 else { return false }
    return word.suffix(ending.count).elementsEqual(ending) { $0 == UInt32($1) }
  }
}
