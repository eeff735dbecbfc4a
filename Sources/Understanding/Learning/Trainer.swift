/// Makes a model of labelled examples; the same examples give the same model to the byte.
public struct Trainer: Sendable {
  var recipe = Recipe()
  private let seed: UInt64

  /// - Parameter seed: decides the order in which examples are looked at.
  public init(seed: UInt64 = 0) { self.seed = seed }

  /// Trains on a set.
  public func train(_ set: TrainingSet) -> Model {
    let corpus = Corpus(set, recipe: recipe)
    let neighbours = NeighbourTables(corpus)
    let labels = set.labels.count
    let everything = Array(0..<corpus.count)
    var held: [HeldOut] = []
    let weights: [[SIMD16<Float>]]
    if corpus.isLarge {
      // Trained without a fifth first, and from there on with it: nothing is learned twice.
      var solvers = solvers(corpus, labels: labels)
      held = HeldOut.fold(0, of: corpus, labels: labels) { chosen in
        for group in solvers.indices {
          solvers[group].train(on: corpus, chosen, epochs: recipe.trialEpochs)
        }
        return solvers.map(\.weights)
      }
      for group in solvers.indices {
        solvers[group].train(
          on: corpus, everything, epochs: recipe.largeEpochs - recipe.trialEpochs)
      }
      weights = solvers.map(\.weights)
    } else {
      for fold in 0..<HeldOut.folds {
        held += HeldOut.fold(fold, of: corpus, labels: labels) {
          solve(corpus, $0, labels: labels)
        }
      }
      weights = solve(corpus, everything, labels: labels)
    }
    let calibration = neighbours.lend(corpus) { Calibration(corpus, set, $0, held) }
    return Model(
      set: set, corpus: corpus, weights: weights, neighbours: neighbours, calibration: calibration)
  }

  /// Classifiers for all labels by group of 32.
  private func solvers(_ corpus: Corpus, labels: Int) -> [Solver] {
    stride(from: 0, to: labels, by: Solver.lanes).map { first in
      Solver(
        corpus, first: first, last: min(labels, first + Solver.lanes), recipe: recipe, seed: seed)
    }
  }

  /// The weights of all labels by group of 32, trained on the chosen vectors.
  private func solve(_ corpus: Corpus, _ chosen: [Int], labels: Int) -> [[SIMD16<Float>]] {
    var weights = solvers(corpus, labels: labels).map { solver in
      var solver = solver
      solver.train(on: corpus, chosen, epochs: recipe.epochs)
      return solver.weights
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
