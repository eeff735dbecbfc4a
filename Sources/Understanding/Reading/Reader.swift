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
        guard let known = known.baseAddress else { return }
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
    var stems: [UInt64] = []
    var numbers: [Int] = []
    stems.reserveCapacity(units.count)
    numbers.reserveCapacity(units.count)
    for unit in units {
      if let number = lexicon.find(unit.hash) {
        let entry = lexicon.entries[number]
        stems.append(entry.stem)
        numbers.append(number)
        if entry.word >= 0 { scorer.compared.append(entry.word) }
        if entry.root >= 0 { scorer.compared.append(entry.root) }
        if entry.energy > 0 {
          scorer.add(lexicon.rows.places[Int(entry.row)], known, energy: entry.energy)
        }
      } else {
        let stem = Stem.hash(extractor.scalars[Int(unit.start)..<Int(unit.end)])
        stems.append(stem)
        numbers.append(-1)
        add(Keys.word(unit.hash), isCompared: true, cells, &scorer)
        add(Keys.stem(stem), isCompared: true, cells, &scorer)
      }
    }
    scorer.close(.words)
    neighbours(stems, cells, &scorer)
    for (place, unit) in units.enumerated() {
      if numbers[place] >= 0 {
        let entry = lexicon.entries[numbers[place]]
        if entry.letters > 0 {
          scorer.add(lexicon.rows.places[Int(entry.row) + 1], known, energy: entry.letters)
        }
      } else {
        Extractor.letters(extractor.scalars, Int(unit.start), Int(unit.end)) { key, _, _ in
          add(key, isCompared: false, cells, &scorer)
        }
      }
    }
    scorer.close(.letters)
    pairs(stems, cells, &scorer)
  }

  private func neighbours(
    _ stems: [UInt64], _ cells: UnsafePointer<Int16>, _ scorer: inout Scorer
  ) {
    if stems.isEmpty { return }
    var previous = Keys.front
    for stem in stems {
      add(Keys.bigram(previous, stem), isCompared: true, cells, &scorer)
      previous = stem
    }
    add(Keys.bigram(previous, Keys.back), isCompared: true, cells, &scorer)
    scorer.close(.bigrams)
  }

  private func pairs(_ stems: [UInt64], _ cells: UnsafePointer<Int16>, _ scorer: inout Scorer) {
    for last in stems.indices.dropFirst() {
      for first in max(0, last - Extractor.reach)..<last where stems[first] != stems[last] {
        add(Keys.pair(stems[first], stems[last]), isCompared: false, cells, &scorer)
      }
    }
    scorer.close(.pairs)
  }

  @inline(__always)
  private func add(
    _ key: UInt32, isCompared: Bool, _ cells: UnsafePointer<Int16>, _ scorer: inout Scorer
  ) {
    guard let feature = model.vocabulary.find(key) else { return }
    let rarity = model.rarity[feature]
    scorer.add(model.rows.places[feature], cells, energy: rarity * rarity)
    if isCompared { scorer.compared.append(Int32(feature)) }
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
      guard let feature = model.vocabulary.find(key) else { return }
      let rarity = model.rarity[feature]
      scorer.add(model.rows.places[feature], cells, energy: rarity * rarity)
      if block.isCompared { scorer.compared.append(Int32(feature)) }
    }

    mutating func end() {
      if let open { scorer.close(open) }
    }
  }
}
