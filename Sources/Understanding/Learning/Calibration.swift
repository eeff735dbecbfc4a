/// How margins become probabilities, and how low a reject score may be: both found on examples held
/// out of training, so they adapt to the set.
struct Calibration: Sendable {
  /// What margins are multiplied with before the softmax.
  private(set) var sharpness: Float = 5
  /// Below this reject score a message is rejected.
  private(set) var threshold: Float = -1

  /// What is trained on everything is surer of itself than what was trained without a fifth, and not so
  /// much more often right; in small sets, all of whose messages are held out in turn, it is.
  private static let caution: Float = 0.9
  /// The share of examples in scope that the threshold may reject.
  private static let loss = 0.04

  init(sharpness: Float, threshold: Float) {
    self.sharpness = sharpness
    self.threshold = threshold
  }

  /// - Parameters:
  ///   - nearest: finds the nearest example to a vector of the corpus, the one it was made of aside.
  ///   - held: messages as they are read by who was not trained on them.
  init(
    _ corpus: Corpus, _ set: TrainingSet,
    _ nearest: (_ vector: Int) -> (example: Int, similarity: Float), _ held: [HeldOut]
  ) {
    guard held.count >= 20 else { return }
    sharpness = Self.sharpness(held) * (corpus.isLarge ? Self.caution : 1)
    var scores: [Float] = []
    for one in held where !set.rejectLabels.contains(one.label) {
      guard let top = one.margins.max(), one.margins[one.label] == top else { continue }
      let nearest = nearest(one.vector)
      scores.append(
        Recipe.rejectScore(
          margin: top, similarity: nearest.similarity, strangeness: one.strangeness))
    }
    scores.sort()
    if !scores.isEmpty { threshold = scores[Int(Double(scores.count) * Self.loss)] }
  }

  /// The sharpness under which the right labels are least surprising, by golden section.
  private static func sharpness(_ held: [HeldOut]) -> Float {
    func surprise(_ logarithm: Float) -> Double {
      let sharpness = Numerics.exp(logarithm)
      var sum = 0.0
      for one in held {
        let margins = one.margins
        let top = margins.max() ?? 0
        var total: Float = 0
        for margin in margins where sharpness * (margin - top) > -16 {
          total += Numerics.exp(sharpness * (margin - top))
        }
        sum += Numerics.ln(Double(total)) - Double(sharpness * (margins[one.label] - top))
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
