/// Reads a message once more, this time keeping what its features look like.
struct Explainer {
  let model: Model

  /// The terms of a label's score in the order of the features, the bias last.
  func terms(_ text: String, label: Int) -> [Term] {
    var extractor = Extractor()
    var sink = Namer(vocabulary: model.vocabulary)
    let script = extractor.load(text)
    extractor.extract(as: script, into: &sink)
    var vector = FeatureVector()
    var seen = sink.places.map(\.feature)
    model.weigher.weigh(&seen, into: &vector)
    var names: [Int32: String] = [:]
    for place in sink.places where names[place.feature] == nil {
      names[place.feature] = Self.name(place, extractor)
    }
    let weights = model.weights[label / Solver.lanes]
    let half = label % Solver.lanes / 16
    let lane = label % 16
    var terms: [Term] = []
    for (feature, value) in zip(vector.features, vector.values) {
      let weight = weights[Int(feature) * 2 + half][lane] * value
      terms.append(
        Term(text: names[feature] ?? "", weight: Int64((Double(weight) * 1e6).rounded())))
    }
    let bias = weights[model.vocabulary.count * 2 + half][lane]
    terms.append(Term(text: "bias", weight: Int64((Double(bias) * 1e6).rounded())))
    return terms
  }

  private static func name(_ place: Namer.Place, _ extractor: Extractor) -> String {
    switch place.block {
    case .words:
      return "word:" + joined(place.first...place.last, " ") { word($0, extractor) }
    case .pairs:
      return "pair:" + word(place.first, extractor) + " … " + word(place.last, extractor)
    case .letters:
      let start = max(0, place.first)
      return "letters:"
        + text(extractor.scalars[start..<max(start, min(place.last, extractor.scalars.count))])
    case .characters:
      return "char:" + joined(place.first...place.last, "") { unit($0, extractor) }
    case .readings:
      return "sound:" + joined(place.first...place.last, " ") { sound($0, extractor) }
    }
  }

  private static func joined(
    _ range: ClosedRange<Int>, _ gap: String, _ name: (Int) -> String
  ) -> String {
    range.map(name).joined(separator: gap)
  }

  private static func word(_ place: Int, _ extractor: Extractor) -> String {
    if place < 0 { return "^" }
    if place >= extractor.words.count { return "$" }
    let unit = extractor.words[place]
    return text(extractor.scalars[Int(unit.start)..<Int(unit.end)])
  }

  private static func unit(_ place: Int, _ extractor: Extractor) -> String {
    if place < 0 { return "^" }
    if place >= extractor.units.count { return "$" }
    let unit = extractor.units[place]
    return text(extractor.scalars[Int(unit.start)..<Int(unit.end)])
  }

  private static func sound(_ place: Int, _ extractor: Extractor) -> String {
    if place < 0 { return "^" }
    if place >= extractor.syllables.count { return "$" }
    let sound = extractor.syllables[place]
    let names = CharacterTable.shared.syllables
    return sound >= 16 && sound - 16 < UInt64(names.count) ? names[Int(sound - 16)] : "·"
  }

  private static func text(_ scalars: ArraySlice<UInt32>) -> String {
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
    var feature: Int32
    var block: Block
    var first: Int
    var last: Int
  }

  let vocabulary: Vocabulary
  var places: [Place] = []

  mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int) {
    if let number = vocabulary.find(key) {
      places.append(Place(feature: Int32(number), block: block, first: first, last: last))
    }
  }
}
