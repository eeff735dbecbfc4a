/// Trains one-against-the-rest classifiers with squared hinge loss by dual coordinate descent, 32
/// classes at a time. The classes do not know of each other; they only share the order of the
/// examples.
struct Solver {
  /// How many classes are trained together.
  static let lanes = 32

  /// Weights by feature, the bias behind the last; two vectors of sixteen classes each.
  private(set) var weights: [SIMD16<Float>]
  /// The dual variables by example, likewise.
  private(set) var duals: [SIMD16<Float>]

  /// Trains the classes `first..<first + 32`.
  init(_ corpus: Corpus, first: Int, recipe: Recipe, seed: UInt64) {
    let features = corpus.vocabulary.count
    weights = [SIMD16<Float>](repeating: .zero, count: (features + 1) * 2)
    duals = [SIMD16<Float>](repeating: .zero, count: corpus.count * 2)
    var generator = Generator(seed: seed)
    var order = Array(0..<corpus.count)
    for _ in 0..<recipe.epochs {
      generator.shuffle(&order)
      pass(corpus, order, first: first, recipe: recipe)
    }
  }

  private mutating func pass(_ corpus: Corpus, _ order: [Int], first: Int, recipe: Recipe) {
    let bias = corpus.vocabulary.count * 2
    let diagonal = 1 / (2 * recipe.cost)
    weights.withUnsafeMutableBufferPointer { weights in
      duals.withUnsafeMutableBufferPointer { duals in
        corpus.features.withUnsafeBufferPointer { features in
          corpus.values.withUnsafeBufferPointer { values in
            for example in order {
              let range = corpus.bounds[example]..<corpus.bounds[example + 1]
              var low = weights[bias]
              var high = weights[bias + 1]
              var norm: Float = 1
              for place in range {
                let row = Int(features[place]) * 2
                let value = values[place]
                norm += value * value
                low += weights[row] * value
                high += weights[row + 1] * value
              }
              let label = Int(corpus.labels[example]) - first
              let step = 1 / (norm + diagonal)
              let down = Self.change(
                low, &duals[example * 2], label: label, step: step, diagonal: diagonal)
              let up = Self.change(
                high, &duals[example * 2 + 1], label: label - 16, step: step, diagonal: diagonal)
              if down == .zero, up == .zero { continue }
              for place in range {
                let row = Int(features[place]) * 2
                let value = values[place]
                weights[row] += down * value
                weights[row + 1] += up * value
              }
              weights[bias] += down
              weights[bias + 1] += up
            }
          }
        }
      }
    }
  }

  /// Moves sixteen dual variables of an example to their optimum, and says what that adds to the
  /// weights for each unit of the example.
  @inline(__always)
  private static func change(
    _ score: SIMD16<Float>, _ dual: inout SIMD16<Float>, label: Int, step: Float, diagonal: Float
  ) -> SIMD16<Float> {
    var sign = SIMD16<Float>(repeating: -1)
    if label >= 0, label < 16 { sign[label] = 1 }
    let gradient = sign * score - 1 + dual * diagonal
    var next = dual - gradient * step
    next.replace(with: 0, where: next .< 0)
    let change = (next - dual) * sign
    dual = next
    return change
  }
}
