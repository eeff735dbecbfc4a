/// Trains one-against-the-rest classifiers with squared hinge loss by dual coordinate descent, 32
/// labels at a time. The classifiers do not know of each other; they only share the order of the
/// vectors (Hsieh and others, ICML 2008, algorithm 1, with the L2 loss).
struct Solver {
  /// How many labels are trained together.
  static let lanes = 32

  /// Weights by feature, the bias behind the last; two times sixteen labels each.
  private(set) var weights: [SIMD16<Float>]
  /// The dual variables by vector, likewise.
  private var duals: [SIMD16<Float>]
  /// Whether the second sixteen labels exist.
  private let isWide: Bool
  /// What an error on its own examples costs each label; empty when as much as on the others'.
  private let ownCosts: [Float]

  private let first: Int
  private let last: Int
  private let recipe: Recipe
  private var generator: Generator

  /// A solver for the labels from `first` until `last`, at most 32, that has not been trained.
  init(_ corpus: Corpus, first: Int, last: Int, recipe: Recipe, seed: UInt64) {
    (self.first, self.last, self.recipe) = (first, last, recipe)
    isWide = last - first > 16
    weights = [SIMD16<Float>](repeating: .zero, count: (corpus.featureCount + 1) * 2)
    duals = [SIMD16<Float>](repeating: .zero, count: corpus.count * 2)
    generator = Generator(seed: seed)
    ownCosts = corpus.recipe.isSmall ? Self.ownCosts(corpus, first..<last, recipe) : []
  }

  private static func ownCosts(
    _ corpus: Corpus, _ labels: Range<Int>, _ recipe: Recipe
  ) -> [Float] {
    var sizes: [Int: Int] = [:]
    for label in corpus.labels { sizes[Int(label), default: 0] += 1 }
    let mean = Float(corpus.count) / Float(max(1, sizes.count))
    return labels.map { label in
      let share = mean / Float(sizes[label] ?? 1)
      return recipe.cost * min(max(share, recipe.balance.lowerBound), recipe.balance.upperBound)
    }
  }

  /// Trains on some vectors, and goes on from what was learned before: what it comes to does not depend
  /// on where it begins.
  mutating func train(on corpus: Corpus, _ chosen: [Int], epochs: Int) {
    var order = chosen
    let still = recipe.still(vectors: corpus.count)
    if order.count > recipe.manyVectors {
      order = corpus.shuffled(order, by: generator.next())
      let own = first..<last
      order =
        order.filter { own.contains(Int(corpus.labels[$0])) }
        + order.lazy.filter { !own.contains(Int(corpus.labels[$0])) }.prefix(recipe.manyVectors)
    }
    var active = order
    for epoch in 0..<epochs {
      active = corpus.shuffled(active, by: generator.next())
      let moved = pass(
        corpus, active, first: first, diagonal: Self.diagonal(recipe.cost), still: still)
      // Every third pass looks at all vectors, the others at those that just moved a weight.
      active = still > 0 || epoch % 3 != 1 ? moved : order
    }
  }

  /// What a dual variable counts against itself when an error costs so much.
  private static func diagonal(_ cost: Float) -> Float { 1 / (2 * cost) }

  /// Goes once through the vectors, and says which of them moved a weight by more than `still`.
  private mutating func pass(
    _ corpus: Corpus, _ order: [Int], first: Int, diagonal: Float, still: Float
  ) -> [Int] {
    var moved: [Int] = []
    let bias = corpus.featureCount * 2
    let isWide = isWide
    let own = ownCosts.map(Self.diagonal)
    weights.withUnsafeMutableBufferPointer { weights in
      duals.withUnsafeMutableBufferPointer { duals in
        corpus.withVectors { features, values, bounds in
          for vector in order {
            let range = bounds[vector]..<bounds[vector + 1]
            var low = weights[bias]
            var high = weights[bias + 1]
            // Two loops, each of which has all its sums in registers.
            if isWide {
              for place in range {
                let row = Int(features[place]) * 2
                let value = values[place]
                low += weights[row] * value
                high += weights[row + 1] * value
              }
            } else {
              for place in range { low += weights[Int(features[place]) * 2] * values[place] }
            }
            let norm = corpus.norms[vector]
            let label = Int(corpus.labels[vector]) - first
            let ownDiagonal = own.indices.contains(label) ? own[label] : diagonal
            let down = Self.move(&duals[vector * 2], low, label, norm, diagonal, ownDiagonal)
            let up =
              isWide
              ? Self.move(&duals[vector * 2 + 1], high, label - 16, norm, diagonal, ownDiagonal)
              : .zero
            if down == .zero, up == .zero { continue }
            if still == 0 || Self.size(down) > still || Self.size(up) > still {
              moved.append(vector)
            }
            // Mostly only one half moves.
            if down != .zero {
              for place in range { weights[Int(features[place]) * 2] += down * values[place] }
              weights[bias] += down
            }
            if up != .zero {
              for place in range { weights[Int(features[place]) * 2 + 1] += up * values[place] }
              weights[bias + 1] += up
            }
          }
        }
      }
    }
    return moved
  }

  @inline(__always)
  private static func size(_ step: SIMD16<Float>) -> Float { pointwiseMax(step, -step).max() }

  /// Moves sixteen dual variables of a vector to their optimum, and says what that adds to the
  /// weights for each unit of the vector.
  ///
  /// - Parameters:
  ///   - label: which of the sixteen the vector is an example of, if any.
  ///   - norm: the squared length of the vector, the bias counted.
  @inline(__always)
  private static func move(
    _ dual: inout SIMD16<Float>, _ score: SIMD16<Float>, _ label: Int, _ norm: Float,
    _ diagonal: Float, _ ownDiagonal: Float
  ) -> SIMD16<Float> {
    var sign = SIMD16<Float>(repeating: -1)
    let isOwn = label >= 0 && label < 16
    if isOwn { sign[label] = 1 }
    let gradient = sign * score - 1 + dual * diagonal
    var next = dual - gradient * (1 / (norm + diagonal))
    if isOwn, ownDiagonal != diagonal {
      let gradient = score[label] - 1 + dual[label] * ownDiagonal
      next[label] = dual[label] - gradient / (norm + ownDiagonal)
    }
    next.replace(with: 0, where: next .< 0)
    let change = (next - dual) * sign
    dual = next
    return change
  }
}

extension Corpus {
  /// Lends the vectors without bounds checks.
  @inline(__always)
  func withVectors(
    _ body: (UnsafePointer<Int32>, UnsafePointer<Float>, UnsafePointer<Int>) -> Void
  ) {
    features.withUnsafeBufferPointer { features in
      values.withUnsafeBufferPointer { values in
        bounds.withUnsafeBufferPointer { bounds in
          guard let features = features.baseAddress, let values = values.baseAddress,
            let bounds = bounds.baseAddress
          else { return }
          body(features, values, bounds)
        }
      }
    }
  }
}
