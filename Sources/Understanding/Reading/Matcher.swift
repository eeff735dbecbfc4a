/// Reads messages with one model.
public struct Matcher: Sendable {
  /// What it reads with.
  public let model: Model
  /// Below this reject score a message is rejected.
  public var threshold: Float { -0.2 }

  /// Makes a matcher; do it once.
  public init(model: Model) { self.model = model }

  /// Reads a message.
  public func read(_ text: String) -> Reading {
    var sink = Finder(vocabulary: model.vocabulary)
    var extractor = Extractor()
    extractor.extract(as: extractor.load(text), into: &sink)
    var vector = FeatureVector()
    model.weigher.weigh(&sink.seen, into: &vector)
    let scores = margins(vector)
    let best = Self.best(scores)
    var total: Float = 0
    let top = best.first.map { scores[$0] } ?? 0
    for score in scores { total += Numerics.exp((score - top) * model.recipe.sharpness) }
    let candidates = best.map { label in
      Candidate(
        label: label, margin: scores[label],
        probability: Numerics.exp((scores[label] - top) * model.recipe.sharpness) / total)
    }
    let nearest = model.postings.nearest(to: vector, energy: model.recipe.energy)
    let score = top + 1.5 * nearest.similarity
    let rejected =
      vector.features.isEmpty || score < threshold
      || best.first.map { model.rejectLabels.contains($0) } ?? true
    return Reading(
      candidates: candidates, isRejected: rejected, rejectScore: score, nearest: nearest)
  }

  private func margins(_ vector: FeatureVector) -> [Float] {
    var scores: [Float] = []
    let bias = model.vocabulary.count * 2
    for weights in model.weights {
      var low = weights[bias]
      var high = weights[bias + 1]
      for (feature, value) in zip(vector.features, vector.values) {
        low += weights[Int(feature) * 2] * value
        high += weights[Int(feature) * 2 + 1] * value
      }
      for lane in 0..<16 { scores.append(low[lane]) }
      for lane in 0..<16 { scores.append(high[lane]) }
    }
    return Array(scores.prefix(model.labels.count))
  }

  private static func best(_ scores: [Float]) -> [Int] {
    var best: [Int] = []
    for label in scores.indices {
      if best.count == 5, let last = best.last, scores[last] >= scores[label] { continue }
      let place = best.firstIndex { scores[$0] < scores[label] } ?? best.count
      best.insert(label, at: place)
      if best.count > 5 { best.removeLast() }
    }
    return best
  }

  /// Says which terms make the score of a label.
  public func explain(_ text: String, label: Int) -> Explanation {
    var terms = Explainer(model: model).terms(text, label: label)
    terms.sort { abs($0.weight) > abs($1.weight) }
    return Explanation(
      label: label, terms: terms, score: terms.reduce(0) { $0 + $1.weight },
      rejectScore: read(text).rejectScore, threshold: threshold)
  }
}

/// Collects the known features of a message.
private struct Finder: FeatureSink {
  let vocabulary: Vocabulary
  var seen: [Int32] = []

  mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int) {
    if let number = vocabulary.find(key) { seen.append(Int32(number)) }
  }
}
