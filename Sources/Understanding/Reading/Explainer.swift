/// Reads a message once more, keeping what its features look like.
struct Explainer {
  let model: Model

  /// The terms of a label's score, a feature each, the bias last.
  func terms(_ text: String, label: Int) -> [Term] {
    var extractor = Extractor(isChinese: model.isChinese, spelling: model.spelling)
    var sink = Namer(index: model.index)
    let script = extractor.load(text)
    extractor.extract(as: script, into: &sink)
    var squares = SIMD16<Float>.zero
    // By row and block: that keys of two blocks meet in one row is rare, but possible.
    var counts: [Int: Int] = [:]
    for place in sink.places {
      counts[place.term, default: 0] += 1
      squares[place.block.rawValue] +=
        place.components == nil
        ? model.rows.head(place.row).energy : model.meanings.rarity * model.meanings.rarity
    }
    let scales = Scales.scales(squares, model.recipe) * model.units
    var terms: [Term] = []
    for place in sink.places {
      guard let count = counts.removeValue(forKey: place.term) else { continue }
      let row =
        place.components.map { model.meanings.weight($0, label: label) }
        ?? model.rows.weight(place.row, label: label)
      let weight = row * count
      let scale = Double(scales[place.block.rawValue])
      terms.append(
        Term(
          text: Self.name(place, extractor),
          weight: Int64((Double(weight) * scale * 1_000_000).rounded())))
    }
    let bias = Double(model.biases[label]) * 1_000_000
    terms.append(Term(text: "bias", weight: Int64(bias.rounded())))
    return terms
  }

  private static func name(_ place: Namer.Place, _ extractor: Extractor) -> String {
    let range = place.first...place.last
    switch place.block {
    case .words: return "word:" + unit(place.first, extractor.words, extractor)
    case .bigrams:
      return "words:" + range.map { unit($0, extractor.words, extractor) }.joined(separator: " ")
    case .pairs:
      return "pair:" + unit(place.first, extractor.words, extractor) + " … "
        + unit(place.last, extractor.words, extractor)
    case .meanings:
      return "meaning:" + range.map { unit($0, extractor.units, extractor) }.joined()
    case .letters: return "letters:" + letters(place, extractor)
    case .characters, .characterPairs, .characterTriples:
      return "char:" + range.map { unit($0, extractor.units, extractor) }.joined()
    case .sounds, .soundPairs:
      return "sound:" + range.map { sound($0, extractor) }.joined(separator: " ")
    }
  }

  /// Letters, `_` standing for the blank at the borders of the word.
  private static func letters(_ place: Namer.Place, _ extractor: Extractor) -> String {
    guard
      let word = extractor.words.first(where: { place.first < $0.end && place.last > $0.start })
    else { return "" }
    let start = max(Int(word.start), place.first)
    let end = min(Int(word.end), place.last)
    return (start > place.first ? "_" : "") + text(extractor.scalars[start..<end])
      + (end < place.last ? "_" : "")
  }

  private static func unit(_ place: Int, _ units: [Unit], _ extractor: Extractor) -> String {
    if place < 0 { return "^" }
    if place >= units.count { return "$" }
    return text(extractor.scalars[Int(units[place].start)..<Int(units[place].end)])
  }

  private static func sound(_ place: Int, _ extractor: Extractor) -> String {
    if place < 0 { return "^" }
    if place >= extractor.syllables.count { return "$" }
    let sound = extractor.syllables[place]
    let names = CharacterTable.shared.syllables
    return sound >= 16 && sound - 16 < UInt64(names.count) ? names[Int(sound - 16)] : "·"
  }

  /// Scalars as text.
  static func text(_ scalars: ArraySlice<UInt32>) -> String {
    var text = ""
    for scalar in scalars {
      if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}

/// Keeps where the known features of a message stand.
private struct Namer: FeatureSink {
  struct Place {
    /// Where the row of the feature starts; of a word that has none, its key.
    var row: Int
    /// The components of a word that has no row.
    var components: UnsafePointer<Int8>?
    var block: Block
    var first: Int
    var last: Int

    /// One number for the row and the block.
    var term: Int { row * 16 + block.rawValue }
  }

  let index: Index
  var places: [Place] = []

  mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int) {
    if let row = index.find(key) {
      places.append(Place(row: row, block: block, first: first, last: last))
    } else if block == .meanings, let components = WordVectors.shared.find(key) {
      places.append(
        Place(
          row: Int(key), components: components, block: block, first: first, last: last))
    }
  }
}
