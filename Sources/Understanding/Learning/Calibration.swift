/// How margins become probabilities, and how low a reject score may be: both found on examples held
/// out of training, so they adapt to the set.
struct Calibration: Sendable {
  /// What margins are multiplied with before the softmax.
  private(set) var sharpness: Float = 5
  /// Below this reject score a message is rejected.
  private(set) var threshold: Float = -1

  /// Up to so many vectors times labels every example is held out once; above, a fifth of them.
  private static let limit = 200_000
  /// What is trained on everything is surer of itself than what was trained without a fifth, and not so
  /// much more often right; with few examples it is.
  private static let caution: Float = 0.93
  /// The share of examples in scope that the threshold may reject.
  private static let loss = 0.04

  init(sharpness: Float, threshold: Float) {
    self.sharpness = sharpness
    self.threshold = threshold
  }

  /// - Parameter train: weights by group, trained on some vectors; told whether roughly will do.
  init(
    _ corpus: Corpus, _ set: TrainingSet, _ neighbours: Neighbours, recipe: Recipe,
    _ train: (_ chosen: [Int], _ isTrial: Bool) -> [[SIMD16<Float>]]
  ) {
    let isSmall = corpus.count * set.labels.count <= Self.limit
    var held: [(margins: [Float], strangeness: Float, label: Int, vector: Int)] = []
    for fold in 0..<(isSmall ? 5 : 1) {
      var chosen: [Int] = []
      var rest: [Int] = []
      for vector in 0..<corpus.count {
        let source = corpus.sources[vector]
        if source >= 0, Self.fold(Int(source)) == fold {
          rest.append(vector)
        } else {
          chosen.append(vector)
        }
      }
      if rest.isEmpty || chosen.isEmpty { continue }
      let weights = train(chosen, !isSmall)
      var trial = Trial(corpus, chosen, recipe)
      for vector in rest {
        let margins = trial.margins(corpus, vector, weights, labels: set.labels.count)
        let strangeness = trial.strangeness(corpus, vector)
        held.append((margins, strangeness, Int(corpus.labels[vector]), vector))
      }
    }
    guard held.count >= 20 else { return }
    sharpness =
      Self.sharpness(held.map { ($0.margins, $0.label) }) * (recipe.isFew ? 1 : Self.caution)
    var scores: [Float] = []
    for (margins, strangeness, label, vector) in held where !set.rejectLabels.contains(label) {
      guard let top = margins.max(), margins[label] == top else { continue }
      let nearest = neighbours.nearest(to: vector, of: corpus)
      scores.append(
        Recipe.rejectScore(
          margin: top, similarity: nearest.similarity, strangeness: strangeness))
    }
    scores.sort()
    if !scores.isEmpty { threshold = scores[Int(Double(scores.count) * Self.loss)] }
  }

  /// The fold that an example is held out in; neighbours in a file fall apart.
  private static func fold(_ source: Int) -> Int {
    Int(Hash.mix(Hash.seed, UInt64(source)) >> 33) % 5
  }

  /// The sharpness under which the right labels are least surprising, by golden section.
  private static func sharpness(_ held: [(margins: [Float], label: Int)]) -> Float {
    func surprise(_ logarithm: Float) -> Double {
      let sharpness = Numerics.exp(logarithm)
      var sum = 0.0
      for (margins, label) in held {
        let top = margins.max() ?? 0
        var total: Float = 0
        for margin in margins where sharpness * (margin - top) > -16 {
          total += Numerics.exp(sharpness * (margin - top))
        }
        sum += Numerics.ln(Double(total)) - Double(sharpness * (margins[label] - top))
      }
      return sum
    }
    var low: Float = -1.5
    var high: Float = 4
    let ratio: Float = 0.618_034
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var surpriseLeft = surprise(left)
    var surpriseRight = surprise(right)
    for _ in 0..<12 {
      if surpriseLeft < surpriseRight {
        (high, right, surpriseRight) = (right, left, surpriseLeft)
        left = high - ratio * (high - low)
        surpriseLeft = surprise(left)
      } else {
        (low, left, surpriseLeft) = (left, right, surpriseRight)
        right = low + ratio * (high - low)
        surpriseRight = surprise(right)
      }
    }
    return Numerics.exp((low + high) / 2)
  }
}

/// Reads vectors as a model would that was trained without them: features that only they hold are
/// unknown to it, and do not count for their length.
private struct Trial {
  private var known: [Bool]
  private let recipe: Recipe

  init(_ corpus: Corpus, _ chosen: [Int], _ recipe: Recipe) {
    known = [Bool](repeating: false, count: corpus.featureCount)
    self.recipe = recipe
    for number in corpus.firstDimension..<corpus.featureCount { known[number] = true }
    for vector in chosen {
      for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
        known[Int(corpus.features[place])] = true
      }
    }
  }

  /// The share of a vector's words that are unknown.
  func strangeness(_ corpus: Corpus, _ vector: Int) -> Float {
    var strange: Float = 0
    var all: Float = 0
    for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
      let feature = Int(corpus.features[place])
      if Int(corpus.blocks[feature]) != Block.words.rawValue { continue }
      let energy = corpus.rarity[feature] * corpus.rarity[feature]
      all += energy
      if !known[feature] { strange += energy }
    }
    return all > 0 ? strange / all : 0
  }

  mutating func margins(
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
