/// Reads the features of a message straight into a scorer, words that the lexicon knows at once.
///
/// It borrows from a model and a lexicon, and works in memory that it is lent; nothing is allocated
/// and no reference counted while it reads.
struct Reader: @unchecked Sendable {
  let index: Index
  let cells: UnsafePointer<Int16>
  let words: Lexicon.Words
  let isChinese: Bool
  let hasPairs: Bool
  private let meanings: Meanings
  private let spelling: Spelling
  private let width: Int
  private let units: SIMD16<Float>
  private let lengths: SIMD16<Float>
  private let recipe: (foreign: Float, energy: Float)

  init(_ model: Model, _ lexicon: Lexicon) {
    index = model.index
    cells = model.rows.cells
    words = lexicon.words
    isChinese = model.isChinese
    hasPairs = model.hasPairs
    meanings = model.meanings
    spelling = model.spelling
    width = model.rows.width
    units = model.units
    lengths = model.lengths
    recipe = (Recipe().foreign, Recipe().energy)
  }

  /// A scorer in memory that is lent to it.
  func scorer(_ memory: UnsafeMutableRawPointer, _ desk: Desk) -> Scorer {
    Scorer(
      memory, compared: desk.compared, width: width, units: units, lengths: lengths,
      foreign: recipe.foreign, whole: recipe.energy)
  }

  /// Reads a message of valid UTF-8.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ desk: inout Desk, into scorer: inout Scorer
  ) {
    desk.fold(bytes)
    desk.cut()
    switch script(desk) {
    case .words: read(words: &desk, &scorer)
    case .characters:
      scorer.isChinese = true
      runs(desk, desk.hashes, desk.unitCount, Keys.characters, Self.characters, &scorer)
      sounds(&desk, &scorer)
      for place in 0..<desk.unitCount { _ = desk.mend(place, by: spelling) }
      read(meaningsOf: desk, &scorer)
      desk.keepWords()
      read(words: &desk, &scorer)
    case .readings: sounds(&desk, &scorer)
    }
  }

  private static let characters: [Block] = [.characters, .characterPairs, .characterTriples]
  private static let sounds: [Block] = [.sounds, .soundPairs]

  private func script(_ desk: Desk) -> Extractor.Script {
    if desk.hasCharacters { return .characters }
    guard isChinese, desk.unitCount > 0 else { return .words }
    let isPinyin = LanguageIdentifier.isPinyin(
      Array(desk.unitList), in: Array(desk.scalarList), table: CharacterTable.shared)
    return isPinyin ? .readings : .words
  }

  /// Reads words and their letters; and pairs, unless the message is Chinese.
  private func read(words desk: inout Desk, _ scorer: inout Scorer) {
    let count = desk.unitCount
    if count == 0 { return }
    var keys = KeyList(index: index, cells: cells, keys: desk.keys, entries: desk.entries)
    var partners = 0
    var known = 0
    for place in 0..<count {
      var found = words.find(desk.units[place])
      if found == nil, desk.mend(place, by: spelling) { found = words.find(desk.units[place]) }
      if let entry = found {
        desk.stems[place] = entry.pointee.stem
        desk.letters[place] = Int32(bitPattern: entry.pointee.letters)
        desk.partners[partners] = Int32(truncatingIfNeeded: place)
        partners &+= entry.pointee.isPaired ? 1 : 0
        if entry.pointee.word >= 0 { scorer.compare(entry.pointee.word) }
        if entry.pointee.root >= 0 { scorer.compare(entry.pointee.root) }
        desk.rows[known] = entry.pointee.row
        known &+= 1
      } else {
        partners &+= isPartner(desk, place, partners, &keys, &scorer) ? 1 : 0
      }
    }
    scorer.add(words.cells, desk.rows, known, isCompared: false)
    keys.flush(into: &scorer, isCompared: true)
    scorer.close(.words)
    var previous = Keys.front
    for place in 0..<count {
      keys.add(Keys.bigram(previous, desk.stems[place]))
      previous = desk.stems[place]
    }
    keys.add(Keys.bigram(previous, Keys.back))
    keys.flush(into: &scorer, isCompared: true)
    scorer.close(.bigrams)
    known = 0
    for place in 0..<count {
      if desk.letters[place] >= 0 {
        desk.rows[known] = UInt32(bitPattern: desk.letters[place])
        known &+= 1
      } else {
        let unit = desk.units[place]
        Extractor.letters(desk.scalars, Int(unit.start), Int(unit.end)) { key, _, _ in
          keys.add(key)
        }
      }
    }
    scorer.add(words.cells, desk.rows, known, isCompared: false)
    keys.flush(into: &scorer, isCompared: false)
    scorer.close(.letters)
    if scorer.isChinese { return }
    known = 0
    for place in 0..<count {
      guard let entry = words.find(desk.units[place]) else {
        add(Keys.meaning(desk.units[place].hash), &keys, &scorer)
        continue
      }
      desk.rows[known] = entry.pointee.meaning
      known &+= entry.pointee.hasMeaning ? 1 : 0
    }
    scorer.add(words.cells, desk.rows, known, isCompared: false)
    keys.flush(into: &scorer, isCompared: false)
    scorer.close(.meanings)
    guard hasPairs else { return }
    pairs(desk, partners, &keys)
    keys.flush(into: &scorer, isCompared: false)
    scorer.close(.pairs)
  }

  /// Takes in what a word means, if the table knows it.
  @inline(__always)
  private func add(_ key: UInt32, _ keys: inout KeyList, _ scorer: inout Scorer) {
    guard let components = WordVectors.shared.find(key) else { return }
    if index.find(key) != nil {
      keys.add(key)
    } else {
      scorer.add(components, meanings)
    }
  }

  /// Reads what the words of a Chinese message mean, wherever they may begin and end.
  private func read(meaningsOf desk: Desk, _ scorer: inout Scorer) {
    var keys = KeyList(index: index, cells: cells, keys: desk.keys, entries: desk.entries)
    Extractor.meanings(desk.units, desk.unitCount, desk.scalars) { key, _, _ in
      add(key, &keys, &scorer)
    }
    keys.flush(into: &scorer, isCompared: false)
    scorer.close(.meanings)
  }

  /// Takes in a word that the lexicon does not know; says whether it can be one of a pair.
  private func isPartner(
    _ desk: Desk, _ place: Int, _ partners: Int, _ keys: inout KeyList, _ scorer: inout Scorer
  ) -> Bool {
    let unit = desk.units[place]
    let stem = Stem.hash(Array(desk.scalarList[Int(unit.start)..<Int(unit.end)])[...])
    desk.stems[place] = stem
    desk.letters[place] = -1
    desk.partners[partners] = Int32(truncatingIfNeeded: place)
    let word = Keys.word(unit.hash)
    let root = Keys.stem(stem)
    let known = index.find(root)
    if known == nil, index.find(word) == nil, !scorer.isChinese { scorer.unknown += 1 }
    keys.add(word)
    keys.add(root)
    return known.map { Rows.energy(cells + $0) >= Recipe.commonEnergy } ?? false
  }

  private func pairs(_ desk: Desk, _ partners: Int, _ keys: inout KeyList) {
    var earliest = 0
    for later in 0..<partners {
      let last = desk.partners[later]
      let second = desk.stems[Int(last)]
      while desk.partners[earliest] < last &- Int32(Extractor.reach) { earliest &+= 1 }
      for earlier in earliest..<later {
        let first = desk.stems[Int(desk.partners[earlier])]
        if first != second { keys.add(Keys.pair(first, second)) }
      }
    }
  }

  /// Reads syllables; what has none stands for itself.
  private func sounds(_ desk: inout Desk, _ scorer: inout Scorer) {
    let count = desk.hear()
    runs(desk, desk.syllables, count, Keys.sounds, Self.sounds, &scorer)
  }

  /// All runs as long as there are blocks, with the ends of the message as neighbours.
  private func runs(
    _ desk: Desk, _ hashes: UnsafeMutablePointer<UInt64>, _ count: Int, _ salt: UInt64,
    _ blocks: [Block], _ scorer: inout Scorer
  ) {
    if count == 0 { return }
    var keys = KeyList(index: index, cells: cells, keys: desk.keys, entries: desk.entries)
    for (longer, block) in blocks.enumerated() {
      let border = longer == 0 ? 0 : 1
      var first = -border
      while first < count + border - longer {
        var hash = salt
        for place in first...(first + longer) {
          let unit = place < 0 ? Keys.front : place >= count ? Keys.back : hashes[place]
          hash = Hash.mix(hash, unit)
        }
        keys.add(Hash.key(hash))
        first += 1
      }
      let known = keys.flush(into: &scorer, isCompared: block.isCompared)
      if longer == 0 { scorer.unknown += count - known }
      scorer.close(block)
    }
  }
}

/// Keys that the model may know, gathered so that its tables are asked for many at a time.
private struct KeyList {
  let index: Index
  let cells: UnsafePointer<Int16>
  let keys: UnsafeMutablePointer<UInt32>
  let entries: UnsafeMutablePointer<UInt64>
  private var count = 0

  init(
    index: Index, cells: UnsafePointer<Int16>, keys: UnsafeMutablePointer<UInt32>,
    entries: UnsafeMutablePointer<UInt64>
  ) {
    self.index = index
    self.cells = cells
    self.keys = keys
    self.entries = entries
  }

  @inline(__always)
  mutating func add(_ key: UInt32) {
    keys[count] = key
    count &+= index.mayHold(key) ? 1 : 0
  }

  /// Adds the rows of the known keys and forgets them all; says how many were known.
  @discardableResult
  mutating func flush(into scorer: inout Scorer, isCompared: Bool) -> Int {
    for place in 0..<count { entries[place] = index.first(keys[place]) }
    var found = 0
    for place in 0..<count {
      if let start = index.find(keys[place], from: entries[place]) {
        keys[found] = UInt32(truncatingIfNeeded: start)
        found &+= 1
      }
    }
    scorer.add(cells, keys, found, isCompared: isCompared)
    count = 0
    return found
  }
}
