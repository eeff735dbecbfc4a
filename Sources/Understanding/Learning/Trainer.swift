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
    let everything = Array(0..<corpus.count)
    var held: [HeldOut] = []
    var kept = KeptWeights()
    let groups = groups(labels: set.labels.count)
    if corpus.isLarge {
      // Trained without a fifth first, and from there on with it: nothing is learned twice.
      var fold = Fold(0, of: corpus)
      for group in groups {
        var solver = solver(corpus, group)
        if let chosen = fold?.chosen {
          solver.train(on: corpus, chosen, epochs: recipe.trialEpochs)
          fold?.read(corpus, by: solver.weights, labels: group.count)
        }
        solver.train(on: corpus, everything, epochs: recipe.largeEpochs - recipe.trialEpochs)
        kept.add(solver.weights, of: corpus, labels: group.count)
      }
      held = fold?.messages ?? []
    } else {
      for number in 0..<Fold.count {
        guard var fold = Fold(number, of: corpus) else { continue }
        for (group, weights) in zip(groups, solve(corpus, fold.chosen, groups)) {
          fold.read(corpus, by: weights, labels: group.count)
        }
        held += fold.messages
      }
      for (group, weights) in zip(groups, solve(corpus, everything, groups)) {
        kept.add(weights, of: corpus, labels: group.count)
      }
    }
    let calibration = neighbours.lend(corpus) { Calibration(corpus, set, $0, held) }
    return Model(
      set: set, corpus: corpus, weights: kept, neighbours: neighbours, calibration: calibration)
  }

  /// The labels that are trained together.
  private func groups(labels: Int) -> [Range<Int>] {
    stride(from: 0, to: labels, by: Solver.lanes).map { $0..<min(labels, $0 + Solver.lanes) }
  }

  /// A classifier for each of a group of labels, not yet trained.
  private func solver(_ corpus: Corpus, _ group: Range<Int>) -> Solver {
    Solver(corpus, first: group.lowerBound, last: group.upperBound, recipe: recipe, seed: seed)
  }

  /// The weights of each group of labels, trained on the chosen vectors.
  private func solve(
    _ corpus: Corpus, _ chosen: [Int], _ groups: [Range<Int>]
  ) -> [[SIMD16<Float>]] {
    var weights = groups.map { group in
      var solver = solver(corpus, group)
      solver.train(on: corpus, chosen, epochs: recipe.epochs)
      return solver.weights
    }
    let labels = groups.last?.upperBound ?? 0
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
