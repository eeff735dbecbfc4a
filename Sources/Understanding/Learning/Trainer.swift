/// Makes a model of labelled examples; the same examples give the same model to the byte.
public struct Trainer: Sendable {
  var recipe = Recipe()
  private let seed: UInt64

  /// - Parameter seed: decides the order in which examples are looked at.
  public init(seed: UInt64 = 0) { self.seed = seed }

  /// Trains on a set.
  public func train(_ set: TrainingSet) -> Model {
    let corpus = Corpus(set, recipe: recipe)
    let recipe = corpus.recipe
    let neighbours = NeighbourTables(corpus)
    let calibration = neighbours.lend { neighbours in
      Calibration(corpus, set, neighbours, recipe: recipe) { chosen, isTrial in
        solve(corpus, chosen, labels: set.labels.count, epochs: isTrial ? 3 : recipe.epochs)
      }
    }
    let weights = solve(
      corpus, Array(0..<corpus.count), labels: set.labels.count, epochs: recipe.epochs)
    return Model(
      set: set, corpus: corpus, weights: weights, neighbours: neighbours, calibration: calibration)
  }

  /// The weights of all labels by group of 32, trained on the chosen vectors.
  private func solve(
    _ corpus: Corpus, _ chosen: [Int], labels: Int, epochs: Int
  ) -> [[SIMD16<Float>]] {
    var weights = stride(from: 0, to: labels, by: Solver.lanes).map { first in
      Solver(
        corpus, chosen, first: first, last: min(labels, first + Solver.lanes), recipe: recipe,
        epochs: epochs, seed: seed
      ).weights
    }
    guard corpus.recipe.isFew, corpus.count * labels <= recipe.shareLimit else { return weights }
    var softmax = Softmax(corpus, chosen, labels: labels, recipe: recipe, seed: seed)
    let level = softmax.level(corpus, chosen)
    let share = level > 0 ? recipe.share / level : 0
    let other = softmax.weights
    for group in weights.indices {
      for row in weights[group].indices {
        weights[group][row] += other[group][row] * share
      }
    }
    return weights
  }
}
