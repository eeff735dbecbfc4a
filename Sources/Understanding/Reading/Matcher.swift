/// Reads messages with one model.
public struct Matcher: Sendable {
  /// What it reads with.
  public let model: Model
  private let lexicon: Lexicon

  /// Below this reject score a message is rejected.
  public var threshold: Float { model.calibration.threshold }

  /// Makes a matcher; do it once.
  ///
  /// - Parameter isWarm: whether to put together what known English words add to the scores. It takes
  ///   some milliseconds and makes reading English several times faster; the readings are the same.
  public init(model: Model, isWarm: Bool = true) {
    self.model = model
    lexicon = isWarm ? Lexicon(model) : Lexicon(labels: model.labels.count)
  }

  /// Reads a message.
  public func read(_ text: String) -> Reading {
    let width = model.rows.width
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: Scorer.size(width) + 1) {
      memory in
      guard let base = memory.baseAddress else { return Reading.nothing }
      var scorer = Scorer(base, width: width, model: model)
      Reader(model: model, lexicon: lexicon).read(text, into: &scorer)
      let isKnown = scorer.finish(model.biases)
      let scores = UnsafeBufferPointer(start: scorer.scores, count: model.labels.count)
      let nearest = model.neighbours.nearest(
        to: scorer.compared, unknown: scorer.unknown)
      return judge(scores, nearest: nearest, isKnown: isKnown)
    }
  }

  private func judge(
    _ scores: UnsafeBufferPointer<Float>, nearest: (example: Int, similarity: Float), isKnown: Bool
  ) -> Reading {
    let best = Self.best(scores)
    guard let first = best.first else { return Reading.nothing }
    let top = scores[first]
    let sharpness = model.calibration.sharpness
    var total: Float = 0
    // What is left out is below a ten-millionth.
    for score in scores where (score - top) * sharpness > -16 {
      total += Numerics.exp((score - top) * sharpness)
    }
    let candidates = best.map { label in
      Candidate(
        label: label, margin: scores[label],
        probability: Numerics.exp((scores[label] - top) * sharpness) / total)
    }
    let score = top + Recipe.nearness * nearest.similarity
    return Reading(
      candidates: candidates,
      isRejected: !isKnown || score < threshold || model.rejectLabels.contains(first),
      rejectScore: score, nearest: (max(0, nearest.example), nearest.similarity))
  }

  /// The labels of the five best scores; of equals the lower label first.
  private static func best(_ scores: UnsafeBufferPointer<Float>) -> [Int] {
    var best: [Int] = []
    best.reserveCapacity(6)
    var least = -Float.infinity
    for label in 0..<scores.count where scores[label] > least || best.count < 5 {
      var place = best.count
      while place > 0, scores[best[place - 1]] < scores[label] { place -= 1 }
      best.insert(label, at: place)
      if best.count > 5 { best.removeLast() }
      if best.count == 5 { least = scores[best[4]] }
    }
    return best
  }

  /// Says which terms make the score of a label.
  public func explain(_ text: String, label: Int) -> Explanation {
    let reading = read(text)
    var terms = Explainer(model: model).terms(text, label: label)
    terms.sort { abs($0.weight) > abs($1.weight) }
    return Explanation(
      label: label, terms: terms, score: terms.reduce(0) { $0 + $1.weight },
      rejectScore: reading.rejectScore, threshold: threshold)
  }
}
