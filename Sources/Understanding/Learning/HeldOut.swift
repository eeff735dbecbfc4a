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
}

/// One of five parts of the examples, held out while the others are trained on: it is read by one group
/// of labels after another, as a model would that was trained without it. Features that only it holds are
/// unknown to that model, and do not count for a message's length.
struct Fold {
  /// How many folds there are.
  static let count = 5
  /// The vectors to train on.
  let chosen: [Int]
  /// What is held out, with the margins of the labels so far.
  private(set) var messages: [HeldOut] = []
  private var known: [Bool]
  /// By message and block: what the values of its features are multiplied with.
  private var factors: [SIMD16<Float>] = []

  /// Nil if nothing would be held out, or all of it.
  init?(_ fold: Int, of corpus: Corpus) {
    let isHeld = (0..<corpus.count).map { vector in
      corpus.sources[vector] >= 0 && Self.number(corpus.lots[vector]) == fold
    }
    chosen = isHeld.indices.filter { !isHeld[$0] }
    if chosen.isEmpty || chosen.count == isHeld.count { return nil }
    known = [Bool](repeating: false, count: corpus.featureCount)
    for number in corpus.firstDimension..<corpus.featureCount { known[number] = true }
    for vector in chosen {
      for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
        known[Int(corpus.features[place])] = true
      }
    }
    for vector in isHeld.indices where isHeld[vector] {
      factors.append(factors(corpus, vector))
      messages.append(
        HeldOut(
          margins: [], strangeness: corpus.strangeness(of: vector) { known[$0] },
          label: Int(corpus.labels[vector]), vector: vector))
    }
  }

  /// The fold that an example is held out in, by its lot.
  private static func number(_ lot: UInt64) -> Int { Int(lot >> 33) % count }

  private func factors(_ corpus: Corpus, _ vector: Int) -> SIMD16<Float> {
    var all = SIMD16<Float>.zero
    var seen = SIMD16<Float>.zero
    for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
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
    if total > 0 { factors *= (corpus.recipe.energy / total).squareRoot() }
    return factors
  }

  /// Reads what is held out with the weights of the next labels, trained on what is chosen.
  ///
  /// - Parameter labels: how many labels, at most `Solver.lanes`.
  mutating func read(_ corpus: Corpus, by weights: [SIMD16<Float>], labels: Int) {
    let bias = corpus.featureCount * 2
    for number in messages.indices {
      let vector = messages[number].vector
      var low = weights[bias]
      var high = weights[bias + 1]
      for place in corpus.bounds[vector]..<corpus.bounds[vector + 1]
      where known[Int(corpus.features[place])] {
        let feature = Int(corpus.features[place])
        let value = corpus.values[place] * factors[number][Int(corpus.blocks[feature])]
        low += weights[feature * 2] * value
        high += weights[feature * 2 + 1] * value
      }
      for lane in 0..<min(16, labels) { messages[number].margins.append(low[lane]) }
      for lane in 0..<max(0, labels - 16) { messages[number].margins.append(high[lane]) }
    }
  }
}
