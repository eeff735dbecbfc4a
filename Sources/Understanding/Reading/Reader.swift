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

  /// A scorer on a bench.
  func scorer(_ bench: Bench) -> Scorer {
    Scorer(
      bench, width: width, units: units, lengths: lengths, foreign: recipe.foreign,
      whole: recipe.energy)
  }

  /// Reads a message of valid UTF-8.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ desk: inout Desk, into scorer: inout Scorer
  ) {
    desk.load(bytes)
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

  /// Reads words and their letters; and what they mean and pairs, unless the message is Chinese.
  private func read(words desk: inout Desk, _ scorer: inout Scorer) {
    let count = desk.unitCount
    if count == 0 { return }
    var keys = KeyList(index, cells, desk)
    var partners = 0
    var known = 0
    var energies = SIMD3<Float>.zero
    for place in 0..<count {
      var found = words.find(desk.units[place])
      if found == nil, desk.mend(place, by: spelling) { found = words.find(desk.units[place]) }
      desk.words[place] = found
      desk.partners[partners] = Int32(truncatingIfNeeded: place)
      if let entry = found {
        let word = entry.pointee
        desk.stems[place] = word.stem
        desk.partnerStems[partners] = word.stem
        partners &+= word.isPaired ? 1 : 0
        scorer.compare(word.word)
        scorer.compare(word.root)
        energies += SIMD3(word.wordEnergy, word.lettersEnergy, word.meaningEnergy)
        desk.rows[known] = word.row
        known &+= 1
      } else {
        let isPartner = take(desk, place, &keys, &scorer)
        desk.partnerStems[partners] = desk.stems[place]
        partners &+= isPartner ? 1 : 0
      }
    }
    scorer.add(words: words.cells, desk.rows, known, energy: energies.x)
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
    for place in 0..<known { desk.rows[place] &+= UInt32(truncatingIfNeeded: width) }
    scorer.add(words: words.cells, desk.rows, known, energy: energies.y)
    if known < count {
      for place in 0..<count where desk.words[place] == nil {
        let unit = desk.units[place]
        Extractor.letters(desk.scalars, Int(unit.start), Int(unit.end)) { key, _, _ in
          keys.add(key)
        }
      }
      keys.flush(into: &scorer, isCompared: false)
    }
    scorer.close(.letters)
    if scorer.isChinese { return }
    read(meanings: desk, energies.z, &keys, &scorer)
    guard hasPairs else { return }
    pairs(desk, partners, &keys)
    keys.flush(into: &scorer, isCompared: false)
    scorer.close(.pairs)
  }

  /// Reads what words mean.
  ///
  /// - Parameter energy: that of the words that the lexicon knows.
  private func read(
    meanings desk: Desk, _ energy: Float, _ keys: inout KeyList, _ scorer: inout Scorer
  ) {
    var known = 0
    for place in 0..<desk.unitCount {
      guard let word = desk.words[place] else {
        add(Keys.meaning(desk.units[place].hash), &keys, &scorer)
        continue
      }
      desk.rows[known] = word.pointee.row &+ UInt32(truncatingIfNeeded: width &* 2)
      known &+= word.pointee.hasMeaning ? 1 : 0
    }
    scorer.add(words: words.cells, desk.rows, known, energy: energy)
    keys.flush(into: &scorer, isCompared: false)
    scorer.close(.meanings)
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
    var keys = KeyList(index, cells, desk)
    Extractor.meanings(desk.units, desk.unitCount, desk.scalars) { key, _, _ in
      add(key, &keys, &scorer)
    }
    keys.flush(into: &scorer, isCompared: false)
    scorer.close(.meanings)
  }

  /// Takes in a word that the lexicon does not know; says whether it can be one of a pair.
  private func take(
    _ desk: Desk, _ place: Int, _ keys: inout KeyList, _ scorer: inout Scorer
  ) -> Bool {
    let unit = desk.units[place]
    let stem = Stem.hash(Array(desk.scalarList[Int(unit.start)..<Int(unit.end)])[...])
    desk.stems[place] = stem
    let word = Keys.word(unit.hash)
    let root = Keys.stem(stem)
    let known = index.find(root)
    if known == nil, index.find(word) == nil, !scorer.isChinese { scorer.unknown += 1 }
    keys.add(word)
    keys.add(root)
    return known.map { Rows.head(cells + $0).energy >= Recipe.commonEnergy } ?? false
  }

  private func pairs(_ desk: Desk, _ partners: Int, _ keys: inout KeyList) {
    var earliest = 0
    for later in 0..<partners {
      let second = desk.partnerStems[later]
      let reach = desk.partners[later] &- Int32(Extractor.reach)
      while desk.partners[earliest] < reach { earliest &+= 1 }
      for earlier in earliest..<later {
        let first = desk.partnerStems[earlier]
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
    var keys = KeyList(index, cells, desk)
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
  let missed: UnsafeMutablePointer<UInt32>
  let entries: UnsafeMutablePointer<UInt64>
  private var count = 0

  init(_ index: Index, _ cells: UnsafePointer<Int16>, _ desk: Desk) {
    self.index = index
    self.cells = cells
    keys = desk.keys
    missed = desk.missed
    entries = desk.entries
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
    // Most keys stand where they would stand first; the others are looked for afterwards.
    var found = 0
    var missedCount = 0
    for place in 0..<count {
      let key = keys[place]
      let entry = entries[place]
      keys[found] = UInt32(truncatingIfNeeded: entry >> 32)
      missed[missedCount] = key
      let difference = UInt64(UInt32(truncatingIfNeeded: entry) ^ key)
      let isMissed = Int(truncatingIfNeeded: (difference &+ 0xFFFF_FFFF) >> 32)
      found &+= 1 &- isMissed
      missedCount &+= isMissed
    }
    for place in 0..<missedCount {
      if let start = index.find(behind: missed[place]) {
        keys[found] = UInt32(truncatingIfNeeded: start)
        found &+= 1
      }
    }
    scorer.add(cells, keys, found, isCompared: isCompared)
    count = 0
    return found
  }
}
