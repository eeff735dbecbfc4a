/// A message as it is read by who was not trained on it.
struct HeldOut {
  /// One for each label.
  var margins: [Float]
  /// The share of its words that nobody else holds, 0…1.
  var strangeness: Float
  /// What it means.
  var label: Int
  /// Its place in the corpus.
  var vector: Int

  /// How many folds there are.
  static let folds = 5

  /// The messages of one fold of five, by training without them.
  ///
  /// - Parameter train: gives the weights by group, trained on some vectors.
  static func fold(
    _ fold: Int, of corpus: Corpus, labels: Int,
    _ train: (_ chosen: [Int]) -> [[SIMD16<Float>]]
  ) -> [HeldOut] {
    let isHeld = (0..<corpus.count).map { vector in
      corpus.sources[vector] >= 0 && Self.number(corpus.sources[vector]) == fold
    }
    let chosen = isHeld.indices.filter { !isHeld[$0] }
    if chosen.isEmpty || chosen.count == isHeld.count { return [] }
    let weights = train(chosen)
    let trial = Trial(corpus, chosen)
    return isHeld.indices.filter { isHeld[$0] }.map { vector in
      HeldOut(
        margins: trial.margins(corpus, vector, weights, labels: labels),
        strangeness: corpus.strangeness(of: vector) { trial.known[$0] },
        label: Int(corpus.labels[vector]), vector: vector)
    }
  }

  /// The fold that an example is held out in; neighbours in a file fall apart.
  private static func number(_ source: Int32) -> Int {
    Int(Hash.mix(Hash.seed, UInt64(source)) >> 33) % folds
  }
}

/// Reads vectors as a model would that was trained without them: features that only they hold are
/// unknown to it, and do not count for their length.
private struct Trial {
  private(set) var known: [Bool]
  private let recipe: Recipe

  init(_ corpus: Corpus, _ chosen: [Int]) {
    known = [Bool](repeating: false, count: corpus.featureCount)
    recipe = corpus.recipe
    for number in corpus.firstDimension..<corpus.featureCount { known[number] = true }
    for vector in chosen {
      for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
        known[Int(corpus.features[place])] = true
      }
    }
  }

  /// The margins of a vector, one for each label.
  func margins(
    _ corpus: Corpus, _ vector: Int, _ weights: [[SIMD16<Float>]], labels: Int
  ) -> [Float] {
    let range = corpus.bounds[vector]..<corpus.bounds[vector + 1]
    var all = SIMD16<Float>.zero
    var seen = SIMD16<Float>.zero
    for place in range {
      let feature = Int(corpus.features[place])
      let square = corpus.values[place] * corpus.values[place]
      all[Int(corpus.blocks[feature])] += square
      if known[feature] { seen[Int(corpus.blocks[feature])] += square }
    }
    let meanings = Block.meanings.rawValue
    (all[meanings], seen[meanings]) = (
      corpus.meaningEnergies[vector], corpus.meaningEnergies[vector]
    )
    var factors = SIMD16<Float>.zero
    var total: Float = 0
    for block in 0..<Block.count where seen[block] > 0 {
      factors[block] = (all[block] / seen[block]).squareRoot()
      total += all[block]
    }
    if total > 0 { factors *= (recipe.energy / total).squareRoot() }
    let bias = corpus.featureCount * 2
    var margins: [Float] = []
    for group in weights {
      var low = group[bias]
      var high = group[bias + 1]
      for place in range where known[Int(corpus.features[place])] {
        let feature = Int(corpus.features[place])
        let value = corpus.values[place] * factors[Int(corpus.blocks[feature])]
        low += group[feature * 2] * value
        high += group[feature * 2 + 1] * value
      }
      for lane in 0..<16 { margins.append(low[lane]) }
      for lane in 0..<16 { margins.append(high[lane]) }
    }
    return Array(margins.prefix(labels))
  }
}
