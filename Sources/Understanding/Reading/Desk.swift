/// The memory in which one message is read: its scalars, its units, and what is made of them. There is
/// room for each as long as the message has no more bytes than the desk was made for.
struct Desk {
  let units: UnsafeMutablePointer<Unit>
  /// The hash of each unit.
  let hashes: UnsafeMutablePointer<UInt64>
  let syllables: UnsafeMutablePointer<UInt64>
  /// By unit: its stem, and what the lexicon knows of it.
  let stems: UnsafeMutablePointer<UInt64>
  let words: UnsafeMutablePointer<UnsafePointer<Lexicon.Entry>?>
  /// What stands in the index where each key would.
  let entries: UnsafeMutablePointer<UInt64>
  let keys: UnsafeMutablePointer<UInt32>
  let scalars: UnsafeMutablePointer<UInt32>
  /// Where the rows start that the lexicon has.
  let rows: UnsafeMutablePointer<UInt32>
  /// The units that can be one of a pair, and the stem of each.
  let partners: UnsafeMutablePointer<Int32>
  let partnerStems: UnsafeMutablePointer<UInt64>
  /// The heads of the features to compare examples by: in the worst case two letters are a word, a unit
  /// and two syllables, each with its neighbours.
  let compared: UnsafeMutablePointer<RowHead>
  /// Those of them that are followed.
  let followed: UnsafeMutablePointer<RowHead>
  /// Keys that do not stand where they would stand first, and rows with few and with more pairs.
  let missed: UnsafeMutablePointer<UInt32>
  let short: UnsafeMutablePointer<UInt32>
  let long: UnsafeMutablePointer<UInt32>
  private(set) var scalarCount = 0
  private(set) var unitCount = 0
  private(set) var hasCharacters = false

  /// Twelve keys for each byte: two units need three bytes, and have up to `Extractor.reach` pairs
  /// each; a letter has up to six runs.
  private static func keys(_ bytes: Int) -> Int { 12 * bytes + 64 }

  private static func compared(_ bytes: Int) -> Int { 6 * bytes + 16 }

  /// How many bytes it takes for a message of so many.
  static func size(_ bytes: Int) -> Int {
    let places = bytes + 8
    return places * (MemoryLayout<Unit>.stride + 5 * 8 + (3 + Spelling.growth) * 4) + keys(bytes)
      * 24
      + compared(bytes) * MemoryLayout<RowHead>.stride * 2
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
    compared = take(Self.compared(bytes), RowHead.self)
    followed = take(Self.compared(bytes), RowHead.self)
    units = take(places, Unit.self)
    hashes = take(places, UInt64.self)
    syllables = take(places, UInt64.self)
    stems = take(places, UInt64.self)
    entries = take(Self.keys(bytes), UInt64.self)
    keys = take(Self.keys(bytes), UInt32.self)
    missed = take(Self.keys(bytes), UInt32.self)
    short = take(Self.keys(bytes), UInt32.self)
    long = take(Self.keys(bytes), UInt32.self)
    words = take(places, UnsafePointer<Lexicon.Entry>?.self)
    partnerStems = take(places, UInt64.self)
    scalars = take(places * (1 + Spelling.growth), UInt32.self)
    rows = take(places, UInt32.self)
    partners = take(places, Int32.self)
  }

  /// The scalars and the units, as lists.
  var scalarList: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: scalars, count: scalarCount)
  }
  var unitList: UnsafeBufferPointer<Unit> { UnsafeBufferPointer(start: units, count: unitCount) }

  /// Folds a message and cuts it into units; what is all ASCII, in one go.
  mutating func load(_ bytes: UnsafeBufferPointer<UInt8>) {
    if loadPlain(bytes) { return }
    var folded: [UInt32] = []
    Normaliser().fold(bytes, into: &folded)
    folded.withUnsafeBufferPointer { folded in
      if let start = folded.baseAddress { scalars.update(from: start, count: folded.count) }
    }
    scalarCount = folded.count
    unitCount = Units.cut(scalarList, into: units)
    for place in 0..<unitCount {
      hashes[place] = units[place].hash
      if units[place].kind == .character { hasCharacters = true }
    }
  }

  /// Does what `Normaliser` and `Units` do to a message that is all ASCII; false when it is not.
  private mutating func loadPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = Self.parts.start(of: UInt8.self)
    var at = 0
    var count = 0
    var filled = 0
    while at < bytes.count {
      let byte = bytes[at]
      var part = parts[Int(byte)]
      if part != 0 {
        let start = count
        var hash = Hash.seed
        var highest: UInt8 = 0
        while true {
          scalars[count] = UInt32(part)
          count &+= 1
          hash = Hash.mix(hash, UInt64(part))
          highest = max(highest, part)
          at &+= 1
          if at == bytes.count { break }
          part = parts[Int(bytes[at])]
          if part != 0 { continue }
          guard bytes[at] == 0x27, at &+ 1 < bytes.count else { break }
          part = parts[Int(bytes[at &+ 1])]
          if part == 0 { break }
          scalars[count] = 0x27
          count &+= 1
          at &+= 1
        }
        units[filled] = Unit(
          kind: highest <= 0x39 ? .number : .word, start: Int32(truncatingIfNeeded: start),
          end: Int32(truncatingIfNeeded: count), hash: hash)
        filled &+= 1
      } else if byte >= 0x80 {
        return false
      } else {
        let isBlank = byte <= 0x20 || byte == 0x7F
        if !isBlank || count > 0 && scalars[count &- 1] != 0x20 {
          scalars[count] = isBlank ? 0x20 : UInt32(byte)
          count &+= 1
        }
        at &+= 1
      }
    }
    if count > 0, scalars[count &- 1] == 0x20 { count &-= 1 }
    (scalarCount, unitCount) = (count, filled)
    return true
  }

  /// ASCII letters in lower case, digits and the low line by their bytes, and 0 by all others.
  private static let parts = Memory(
    (0...255).map { (byte: UInt8) -> UInt8 in
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      return lower < 0x80 && Units.isWordPart(UInt32(lower)) ? lower : 0
    })

  /// Reads the word that a unit is a slip of in its place; says whether there is one. A word has at most
  /// `Spelling.growth` times the letters of the unit, so there is room.
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
