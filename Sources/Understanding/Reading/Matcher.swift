/// Reads messages with one model.
public struct Matcher: Sendable {
  /// What it reads with.
  public let model: Model
  private let lexicon: Lexicon
  private let reader: Reader

  /// Below this reject score a message is rejected.
  public var threshold: Float { model.calibration.threshold }

  /// Makes a matcher; do it once.
  ///
  /// - Parameter isWarm: whether to put together what known English words add to the scores. It takes
  ///   some milliseconds and makes reading English several times faster; the readings are the same.
  public init(model: Model, isWarm: Bool = true) {
    self.model = model
    lexicon = Lexicon(model, words: isWarm ? model.words : [])
    reader = Reader(model, lexicon)
  }

  /// Reads a message.
  public func read(_ text: String) -> Reading {
    var text = text
    return withExtendedLifetime((model, lexicon)) { text.withUTF8 { read($0) } }
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    let width = model.rows.width
    let size = Scorer.size(width) + Desk.size(bytes.count)
    return withUnsafeTemporaryAllocation(byteCount: size, alignment: 64) { memory in
      guard let base = memory.baseAddress else { return Reading.nothing }
      var desk = Desk(base + Scorer.size(width), bytes: bytes.count)
      var scorer = reader.scorer(base, desk)
      reader.read(bytes, &desk, into: &scorer)
      let isKnown = model.biases.withUnsafeBufferPointer { scorer.finish($0) }
      let compared = UnsafeBufferPointer(start: scorer.compared, count: scorer.comparedCount)
      let nearest = model.neighbours.nearest(to: compared, unknown: scorer.unknown)
      let strangeness = model.neighbours.strangeness(
        unknown: scorer.isChinese ? 0 : scorer.unknown, known: scorer.knownEnergy)
      return judge(
        scorer.scores, best: desk.partners, nearest: nearest, strangeness: strangeness,
        isKnown: isKnown)
    }
  }

  private func judge(
    _ scores: UnsafeMutablePointer<Float>, best: UnsafeMutablePointer<Int32>,
    nearest: (example: Int, similarity: Float), strangeness: Float, isKnown: Bool
  ) -> Reading {
    let count = model.biases.count
    if count == 0 { return Reading.nothing }
    for label in count..<model.rows.width { scores[label] = -.infinity }
    let sharpness = model.calibration.sharpness
    let filled = Self.best(scores, count: count, into: best)
    let top = scores[Int(best[0])]
    let total = Self.chances(scores, width: model.rows.width, top: top, sharpness: sharpness)
    let candidates = (0..<filled).map { place in
      let label = Int(best[place])
      return Candidate(
        label: label, margin: scores[label],
        probability: Numerics.exp((scores[label] - top) * sharpness) / total)
    }
    let score = Recipe.rejectScore(
      margin: top, similarity: nearest.similarity, strangeness: strangeness)
    return Reading(
      candidates: candidates,
      isRejected: !isKnown || score < threshold
        || (!model.rejectLabels.isEmpty && model.rejectLabels.contains(candidates[0].label)),
      rejectScore: score, nearest: (max(0, nearest.example), nearest.similarity))
  }

  /// The sum of e to the sharpened distances to the top.
  private static func chances(
    _ scores: UnsafeMutablePointer<Float>, width: Int, top: Float, sharpness: Float
  ) -> Float {
    var sum = SIMD8<Float>.zero
    for label in stride(from: 0, to: width, by: 8) {
      let scores = UnsafeRawPointer(scores + label).load(as: SIMD8<Float>.self)
      sum += Numerics.exp((scores - top) * sharpness)
    }
    return sum.sum()
  }

  /// Writes down the labels of the five best scores, of equals the lower label first, and says how
  /// many there are.
  private static func best(
    _ scores: UnsafeMutablePointer<Float>, count: Int, into labels: UnsafeMutablePointer<Int32>
  ) -> Int {
    var filled = 0
    var least = -Float.infinity
    for first in stride(from: 0, to: count, by: 8) {
      let eight = UnsafeRawPointer(scores + first).load(as: SIMD8<Float>.self)
      if filled == 5, !any(eight .> least) { continue }
      for label in first..<min(count, first + 8) where scores[label] > least || filled < 5 {
        var place = min(filled, 4)
        while place > 0, scores[Int(labels[place - 1])] < scores[label] {
          labels[place] = labels[place - 1]
          place -= 1
        }
        labels[place] = Int32(truncatingIfNeeded: label)
        filled = min(5, filled + 1)
        if filled == 5 { least = scores[Int(labels[4])] }
      }
    }
    return filled
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
