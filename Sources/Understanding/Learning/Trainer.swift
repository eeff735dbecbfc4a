/// Makes a model of labelled examples; the same examples give the same model to the byte.
public struct Trainer: Sendable {
  var recipe = Recipe()
  private let seed: UInt64

  /// - Parameter seed: decides the order in which examples are looked at.
  public init(seed: UInt64 = 0) { self.seed = seed }

  /// Trains on a set.
  public func train(_ set: TrainingSet) -> Model {
    let corpus = Corpus(set.examples, recipe: recipe)
    let groups = (set.labels.count + Solver.lanes - 1) / Solver.lanes
    var weights: [[SIMD16<Float>]] = []
    for group in 0..<groups {
      weights.append(
        Solver(corpus, first: group * Solver.lanes, recipe: recipe, seed: seed).weights)
    }
    return Model(set: set, corpus: corpus, weights: weights, recipe: recipe)
  }
}
