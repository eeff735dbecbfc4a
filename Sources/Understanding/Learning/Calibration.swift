/// How margins become probabilities, how often what is read with such a probability is right, and how low
/// a reject score may be: all found on examples held out of training, so they adapt to the set.
struct Calibration: Sendable {
  /// What margins are multiplied with before the softmax.
  private(set) var sharpness: Float = 5
  /// Below this reject score a message is rejected.
  private(set) var threshold: Float = -1
  /// How often readings are right, from the least sure on.
  private(set) var levels: [Level] = []

  /// Readings whose best label has a probability from `start` on, and the share of them that is right.
  struct Level: Sendable {
    var start: Float
    var confidence: Float
  }

  /// What is trained on everything is surer of itself than what was trained without a fifth, and not so
  /// much more often right; in small sets, all of whose messages are held out in turn, it is.
  private static let caution: Float = 0.9
  /// The share of examples in scope that the threshold may reject.
  private static let loss = 0.04

  /// Reads back what `numbers` gave, at least two.
  init(numbers: some Collection<Float>) {
    let numbers = Array(numbers)
    (sharpness, threshold) = (numbers[0], numbers[1])
    levels = stride(from: 2, to: numbers.count - 1, by: 2).map {
      Level(start: numbers[$0], confidence: numbers[$0 + 1])
    }
  }

  /// All of it as numbers.
  var numbers: [Float] {
    [sharpness, threshold] + levels.flatMap { [$0.start, $0.confidence] }
  }

  /// How often a reading is right whose best label has this probability, 0…1.
  func confidence(of probability: Float) -> Float {
    levels.last { $0.start <= probability }?.confidence ?? probability
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
    levels = Levels.levels(
      held.map {
        (Self.probability($0.margins, sharpness), $0.margins[$0.label] == $0.margins.max())
      })
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

  /// The probability of the best label.
  private static func probability(_ margins: [Float], _ sharpness: Float) -> Float {
    1 / total(margins, sharpness, top: margins.max() ?? 0)
  }

  /// The sum of e to the sharpened distances to the top; what adds next to nothing is left out.
  private static func total(_ margins: [Float], _ sharpness: Float, top: Float) -> Float {
    var total: Float = 0
    for margin in margins where sharpness * (margin - top) > -16 {
      total += Numerics.exp(sharpness * (margin - top))
    }
    return total
  }

  /// The sharpness under which the right labels are least surprising, by golden section.
  private static func sharpness(_ held: [HeldOut]) -> Float {
    func surprise(_ logarithm: Float) -> Double {
      let sharpness = Numerics.exp(logarithm)
      var sum = 0.0
      for one in held {
        let margins = one.margins
        let top = margins.max() ?? 0
        let total = total(margins, sharpness, top: top)
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

/// Histogram binning (Zadrozny and Elkan, ICML 2001): as few levels of confidence as there are held-out
/// readings to tell them apart by.
private enum Levels {
  /// A level for each so many readings, within these bounds.
  private static let size = 200
  private static let counts = 3...10
  /// A level's own probabilities count like so many readings.
  private static let prior = 10.0

  /// Levels with the same number of readings, and those made one that are out of order.
  static func levels(_ readings: [(probability: Float, isRight: Bool)]) -> [Calibration.Level] {
    let readings = readings.sorted { $0.probability < $1.probability }
    let count = min(max(readings.count / size, counts.lowerBound), counts.upperBound)
    var levels: [(start: Float, right: Double, all: Double)] = []
    for number in 0..<count {
      let range = readings.count * number / count..<readings.count * (number + 1) / count
      guard let first = readings[range].first else { continue }
      let mean = readings[range].reduce(0) { $0 + Double($1.probability) } / Double(range.count)
      let right = readings[range].count { $0.isRight }
      levels.append(
        (
          number == 0 ? 0 : first.probability, Double(right) + prior * mean,
          Double(range.count) + prior
        ))
      while let last = levels.last, let before = levels.dropLast().last,
        last.right / last.all < before.right / before.all
      {
        levels.removeLast(2)
        levels.append((before.start, before.right + last.right, before.all + last.all))
      }
    }
    return levels.map {
      Calibration.Level(start: $0.start, confidence: Float($0.right / $0.all))
    }
  }
}
