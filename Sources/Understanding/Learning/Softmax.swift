/// Trains a multinomial logistic regression by dual coordinate steps.
///
/// With few examples of each label it beats one-against-the-rest by one to two points, since it
/// weighs the labels against each other; with many it does not, and costs more.
struct Softmax {
  /// Weights by group of 32 labels, laid out like the solver's.
  private(set) var weights: [[SIMD16<Float>]]
  private let labels: Int
  private let cost: Float
  private var scores: [Float]

  /// Trains all labels on the chosen vectors.
  init(_ corpus: Corpus, _ chosen: [Int], labels: Int, recipe: Recipe, seed: UInt64) {
    let groups = (labels + Solver.lanes - 1) / Solver.lanes
    self.labels = labels
    cost = recipe.shareCost
    let size = (corpus.featureCount + 1) * 2
    weights = [[SIMD16<Float>]](
      repeating: [SIMD16<Float>](repeating: .zero, count: size), count: groups)
    scores = [Float](repeating: 0, count: groups * Solver.lanes)
    var chances = [[Float]](repeating: [], count: corpus.count)
    for vector in chosen {
      chances[vector] = [Float](repeating: 0, count: scores.count)
      chances[vector][Int(corpus.labels[vector])] = 1
    }
    var generator = Generator(seed: seed)
    var order = chosen
    for _ in 0..<recipe.shareEpochs {
      order = corpus.shuffled(order, by: generator.next())
      for vector in order {
        score(corpus, vector)
        let next = balance(chances[vector], corpus.norms[vector])
        apply(corpus, vector, from: chances[vector], to: next)
        chances[vector] = next
      }
    }
  }

  /// The mean score of the chosen vectors for their own labels: it grows with the number of labels,
  /// which a message has nothing to do with.
  mutating func level(_ corpus: Corpus, _ chosen: [Int]) -> Float {
    var sum: Float = 0
    for vector in chosen {
      score(corpus, vector)
      sum += scores[Int(corpus.labels[vector])]
    }
    return sum / Float(max(1, chosen.count))
  }

  /// Fills in the scores of a vector.
  private mutating func score(_ corpus: Corpus, _ vector: Int) {
    let bias = corpus.featureCount * 2
    for group in weights.indices {
      var low = weights[group][bias]
      var high = weights[group][bias + 1]
      for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
        let row = Int(corpus.features[place]) * 2
        low += weights[group][row] * corpus.values[place]
        high += weights[group][row + 1] * corpus.values[place]
      }
      for lane in 0..<16 {
        scores[group * 32 + lane] = low[lane]
        scores[group * 32 + 16 + lane] = high[lane]
      }
    }
  }

  /// The chances that agree with the scores that they themselves make, by damped iteration.
  private func balance(_ old: [Float], _ norm: Float) -> [Float] {
    let pull = cost * norm
    let damping = 1 / (1 + pull / 2)
    var chances = old
    var next = old
    for _ in 0..<6 {
      var top = -Float.infinity
      for label in 0..<labels {
        next[label] = scores[label] + pull * (old[label] - chances[label])
        top = max(top, next[label])
      }
      var total: Float = 0
      for label in 0..<labels {
        next[label] = Numerics.exp(next[label] - top)
        total += next[label]
      }
      for label in 0..<labels { chances[label] += damping * (next[label] / total - chances[label]) }
    }
    return chances
  }

  private mutating func apply(_ corpus: Corpus, _ vector: Int, from old: [Float], to new: [Float]) {
    let bias = corpus.featureCount * 2
    for group in weights.indices {
      for half in 0..<2 {
        var change = SIMD16<Float>.zero
        for lane in 0..<16 {
          let label = group * 32 + half * 16 + lane
          change[lane] = cost * (old[label] - new[label])
        }
        for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
          let row = Int(corpus.features[place]) * 2 + half
          weights[group][row] += change * corpus.values[place]
        }
        weights[group][bias + half] += change
      }
    }
  }
}
