/// The memory in which one message is read: its scalars, its units, and what is made of them. There is
/// room for each as long as the message has no more bytes than the desk was made for.
struct Desk {
  let units: UnsafeMutablePointer<Unit>
  /// The hash of each unit.
  let hashes: UnsafeMutablePointer<UInt64>
  let syllables: UnsafeMutablePointer<UInt64>
  /// By unit: its stem, and where the row of its letters starts, −1 when the lexicon has none.
  let stems: UnsafeMutablePointer<UInt64>
  let letters: UnsafeMutablePointer<Int32>
  /// What stands in the index where each key would.
  let entries: UnsafeMutablePointer<UInt64>
  let keys: UnsafeMutablePointer<UInt32>
  let scalars: UnsafeMutablePointer<UInt32>
  /// Where the rows start that the lexicon has.
  let rows: UnsafeMutablePointer<UInt32>
  /// The units that can be one of a pair.
  let partners: UnsafeMutablePointer<Int32>
  /// Features to compare examples by: at most eight for each byte.
  let compared: UnsafeMutablePointer<Int32>
  private(set) var scalarCount = 0
  private(set) var unitCount = 0
  private(set) var hasCharacters = false

  /// Twelve keys for each byte: two units need three bytes, and have up to `Extractor.reach` pairs
  /// each; a letter has up to six runs.
  private static func keys(_ bytes: Int) -> Int { 12 * bytes + 64 }

  /// How many bytes it takes for a message of so many.
  static func size(_ bytes: Int) -> Int {
    let places = bytes + 8
    return places * (MemoryLayout<Unit>.stride + 24 + 20 + 32) + keys(bytes) * 12 + 64
  }

  /// - Parameters:
  ///   - memory: as many bytes as `size` says, at a multiple of 16.
  ///   - bytes: how long the message is at most.
  init(_ memory: UnsafeMutableRawPointer, bytes: Int) {
    let places = bytes + 8
    var rest = memory
    func take<Element>(_ count: Int, _ type: Element.Type) -> UnsafeMutablePointer<Element> {
      defer { rest += count * MemoryLayout<Element>.stride }
      return rest.bindMemory(to: type, capacity: count)
    }
    units = take(places, Unit.self)
    hashes = take(places, UInt64.self)
    syllables = take(places, UInt64.self)
    stems = take(places, UInt64.self)
    entries = take(Self.keys(bytes), UInt64.self)
    keys = take(Self.keys(bytes), UInt32.self)
    letters = take(places, Int32.self)
    scalars = take(places * 2, UInt32.self)
    rows = take(places, UInt32.self)
    partners = take(places, Int32.self)
    compared = take(places * 8, Int32.self)
  }

  /// The scalars and the units, as lists.
  var scalarList: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: scalars, count: scalarCount)
  }
  var unitList: UnsafeBufferPointer<Unit> { UnsafeBufferPointer(start: units, count: unitCount) }

  /// Folds a message; what is all ASCII, here.
  mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
    var count = 0
    var isBlank = true
    for byte in bytes {
      if byte >= 0x80 { return foldWide(bytes) }
      if byte <= 0x20 || byte == 0x7F {
        if !isBlank {
          scalars[count] = 0x20
          count &+= 1
        }
        isBlank = true
        continue
      }
      isBlank = false
      scalars[count] = UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      count &+= 1
    }
    if count > 0, isBlank { count &-= 1 }
    scalarCount = count
  }

  private mutating func foldWide(_ bytes: UnsafeBufferPointer<UInt8>) {
    var folded: [UInt32] = []
    Normaliser().fold(bytes, into: &folded)
    folded.withUnsafeBufferPointer { folded in
      if let start = folded.baseAddress { scalars.update(from: start, count: folded.count) }
    }
    scalarCount = folded.count
  }

  /// Cuts the scalars into units.
  mutating func cut() {
    unitCount = Units.cut(scalarList, into: units)
    for place in 0..<unitCount {
      hashes[place] = units[place].hash
      if units[place].kind == .character { hasCharacters = true }
    }
  }

  /// Reads the word that a unit is a slip of in its place; says whether there is one. A word has at most
  /// one letter more than the unit, so there is room.
  mutating func mend(_ place: Int, by spelling: Spelling) -> Bool {
    guard let mended = spelling.mended(units[place], scalars, end: scalarCount) else {
      return false
    }
    units[place] = mended
    scalarCount += mended.count
    return true
  }

  /// Leaves only words of several letters.
  mutating func keepWords() {
    var kept = 0
    for place in 0..<unitCount where units[place].kind == .word && units[place].count > 1 {
      units[kept] = units[place]
      kept += 1
    }
    unitCount = kept
  }

  /// Turns the units into syllables and says how many they are; what has none stands for itself.
  func hear() -> Int {
    let table = CharacterTable.shared
    var count = 0
    for unit in unitList {
      var found: [UInt16] = []
      switch unit.kind {
      case .character:
        let number = table.number(of: scalars[Int(unit.start)])
        syllables[count] = number == CharacterTable.unread ? unit.hash : UInt64(number) + 16
        count += 1
      case .word
      where table.segmenter.cut(
        Array(scalarList[Int(unit.start)..<Int(unit.end)])[...], into: &found):
        for number in found {
          syllables[count] = UInt64(number) + 16
          count += 1
        }
      case .word, .number:
        syllables[count] = unit.hash
        count += 1
      }
    }
    return count
  }
}
