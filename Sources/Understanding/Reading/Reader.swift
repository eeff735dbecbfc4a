/// Reads the features of a message straight into a scorer, words that the lexicon knows at once.
struct Reader {
  let model: Model
  let lexicon: Lexicon

  /// Reads a message.
  func read(_ text: String, into scorer: inout Scorer) {
    var extractor = Extractor(isChinese: model.isChinese)
    let script = extractor.load(text)
    model.rows.cells.withUnsafeBufferPointer { cells in
      guard let cells = cells.baseAddress else { return }
      if script != .words {
        scorer.isChinese = script == .characters
        var sink = Sink(model: model, cells: cells, scorer: scorer)
        extractor.extract(as: script, into: &sink)
        sink.end()
        scorer = sink.scorer
        return
      }
      lexicon.rows.cells.withUnsafeBufferPointer { known in
        let known = known.baseAddress ?? cells
        words(extractor, cells, known, &scorer)
      }
    }
  }

  /// Reads a message of words.
  private func words(
    _ extractor: Extractor, _ cells: UnsafePointer<Int16>, _ known: UnsafePointer<Int16>,
    _ scorer: inout Scorer
  ) {
    let units = extractor.units
    let room =
      max(units.count * min(units.count, Extractor.reach), extractor.scalars.count * 6) + 16
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { memory in
      var keys = KeyList(keys: memory)
      var stems: [UInt64] = []
      var numbers: [Int32] = []
      var partners: [Int] = []
      stems.reserveCapacity(units.count)
      numbers.reserveCapacity(units.count)
      partners.reserveCapacity(units.count)
      for unit in units {
        if let number = lexicon.find(unit.hash) {
          let entry = lexicon.entries[number]
          stems.append(entry.stem)
          numbers.append(entry.row)
          if entry.isPaired { partners.append(stems.count - 1) }
          if entry.word >= 0 { scorer.compared.append(entry.word) }
          if entry.root >= 0 { scorer.compared.append(entry.root) }
          scorer.addOne(known + Int(lexicon.rows.starts[Int(entry.row)]))
        } else {
          let stem = Stem.hash(extractor.scalars[Int(unit.start)..<Int(unit.end)])
          stems.append(stem)
          numbers.append(-1)
          let word = Keys.word(unit.hash)
          let root = Keys.stem(stem)
          let known = model.index.find(root)
          if known == nil, model.index.find(word) == nil { scorer.unknown += 1 }
          if let known, model.rows.energy(known) >= Recipe.commonEnergy {
            partners.append(stems.count - 1)
          }
          keys.add(word, model.index)
          keys.add(root, model.index)
        }
      }
      keys.flush(into: &scorer, model, cells, isCompared: true)
      scorer.close(.words)
      if units.isEmpty { return }
      var previous = Keys.front
      for stem in stems {
        keys.add(Keys.bigram(previous, stem), model.index)
        previous = stem
      }
      keys.add(Keys.bigram(previous, Keys.back), model.index)
      keys.flush(into: &scorer, model, cells, isCompared: true)
      scorer.close(.bigrams)
      for (unit, number) in zip(units, numbers) {
        if number >= 0 {
          scorer.addOne(known + Int(lexicon.rows.starts[Int(number) + 1]))
        } else {
          Extractor.letters(extractor.scalars, Int(unit.start), Int(unit.end)) { key, _, _ in
            keys.add(key, model.index)
          }
        }
      }
      keys.flush(into: &scorer, model, cells, isCompared: false)
      scorer.close(.letters)
      guard model.hasPairs else { return }
      partners.withUnsafeBufferPointer { pairs(stems, $0, &keys) }
      keys.flush(into: &scorer, model, cells, isCompared: false)
      scorer.close(.pairs)
    }
  }

  /// - Parameter partners: the places of the stems that can be one of a pair.
  private func pairs(
    _ stems: [UInt64], _ partners: UnsafeBufferPointer<Int>, _ keys: inout KeyList
  ) {
    for later in partners.indices.dropFirst() {
      let last = partners[later]
      let second = stems[last]
      for first in partners[..<later]
      where first >= last - Extractor.reach && stems[first] != second {
        keys.add(Keys.pair(stems[first], second), model.index)
      }
    }
  }

  /// Takes features as they come and closes a block when another begins.
  private struct Sink: FeatureSink {
    let model: Model
    let cells: UnsafePointer<Int16>
    var scorer: Scorer
    var open: Block?

    mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int) {
      if open != block { end() }
      open = block
      guard let feature = model.index.find(key) else {
        if block == .characters || block == .sounds { scorer.unknown += 1 }
        return
      }
      scorer.addOne(cells + Int(model.rows.starts[feature]))
      if block.isCompared { scorer.compared.append(Int32(feature)) }
    }

    mutating func end() {
      if let open { scorer.close(open) }
    }
  }
}

/// Keys that the model may know, gathered so that its tables are asked for many at a time.
private struct KeyList {
  let keys: UnsafeMutableBufferPointer<UInt32>
  private var count = 0

  init(keys: UnsafeMutableBufferPointer<UInt32>) { self.keys = keys }

  @inline(__always)
  mutating func add(_ key: UInt32, _ index: borrowing Index) {
    keys[count] = key
    count &+= index.mayHold(key) ? 1 : 0
  }

  /// Adds the rows of the known keys and forgets them all.
  mutating func flush(
    into scorer: inout Scorer, _ model: borrowing Model, _ cells: UnsafePointer<Int16>,
    isCompared: Bool
  ) {
    var found = 0
    for place in 0..<count {
      if let feature = model.index.find(keys[place]) {
        keys[found] = UInt32(truncatingIfNeeded: feature)
        found &+= 1
      }
    }
    if isCompared {
      for place in 0..<found { scorer.compared.append(Int32(bitPattern: keys[place])) }
    }
    for place in 0..<found { keys[place] = model.rows.starts[Int(keys[place])] }
    scorer.add(cells, keys[0..<found])
    count = 0
  }
}
