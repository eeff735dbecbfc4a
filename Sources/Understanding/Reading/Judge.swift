/// Decides what the scores of a message come to.
///
/// It borrows from a model's memory, to which nobody writes.
struct Judge: @unchecked Sendable {
  private let biases: UnsafePointer<Float>
  private let count: Int
  private let width: Int
  private let rejects: UnsafePointer<UInt8>
  private let calibration: Calibration
  private let neighbours: Neighbours

  /// - Parameters:
  ///   - biases: those of the labels, in memory.
  ///   - rejects: for each label whether it rejects, likewise.
  init(_ model: Model, biases: Memory, rejects: Memory) {
    count = model.biases.count
    width = model.rows.width
    calibration = model.calibration
    neighbours = model.neighbours
    self.biases = biases.start(of: Float.self)
    self.rejects = rejects.start(of: UInt8.self)
  }

  /// Makes a reading of what a scorer has added up, with so many of the best candidates.
  func judge(_ scorer: Scorer, _ bench: Bench, most: Int) -> Reading {
    if count == 0 { return Reading.nothing }
    let (top, isKnown) = finish(scorer)
    let (scores, tops) = (scorer.scores, scorer.tops)
    let sharpness = calibration.sharpness
    let total = Self.chances(scores, width: width, top: top, sharpness: sharpness)
    var candidates = Candidates()
    while candidates.count < min(most, count) {
      let label = best(scores, tops)
      let margin = scores[label]
      candidates.append(
        Candidate(
          label: label, margin: margin,
          probability: Numerics.exp((margin - top) * sharpness) / total))
      Self.remove(label, scores, tops)
    }
    return Reading(
      candidates: candidates,
      isRejected: !isKnown || rejects[candidates[0].label] != 0
        || isOutside(scorer, bench, margin: top))
  }

  /// Where what a scorer has added up stands to the examples.
  func scope(_ scorer: Scorer, _ bench: Bench) -> Scope {
    if count == 0 { return Scope.nothing }
    let nearest = nearest(scorer, bench)
    return Scope(
      rejectScore: Recipe.rejectScore(
        margin: finish(scorer).top, similarity: nearest.similarity,
        strangeness: strangeness(scorer)),
      nearest: (max(0, nearest.example), nearest.similarity))
  }

  /// Whether the reject score is below the threshold. The nearest example is looked for only where that
  /// depends on how near it is; mostly the margin is enough by itself.
  private func isOutside(_ scorer: Scorer, _ bench: Bench, margin: Float) -> Bool {
    let strangeness = strangeness(scorer)
    func isOutside(_ similarity: Float) -> Bool {
      Recipe.rejectScore(margin: margin, similarity: similarity, strangeness: strangeness)
        < calibration.threshold
    }
    return isOutside(0) && (isOutside(1) || isOutside(nearest(scorer, bench).similarity))
  }

  private func strangeness(_ scorer: Scorer) -> Float {
    neighbours.strangeness(
      unknown: scorer.isChinese ? 0 : scorer.unknown, known: scorer.knownEnergy)
  }

  private func nearest(
    _ scorer: Scorer, _ bench: Bench
  ) -> (example: Int, similarity: Float) {
    neighbours.nearest(
      to: scorer.compared, followed: bench.desk.followed, sums: bench.sums, marks: bench.marks,
      unknown: scorer.unknown)
  }

  /// Finishes the scores and finds the greatest of each eight labels, and of all; says whether any feature
  /// was known.
  private func finish(_ scorer: Scorer) -> (top: Float, isKnown: Bool) {
    let isKnown = scorer.finish(UnsafeBufferPointer(start: biases, count: count))
    let (scores, tops) = (scorer.scores, scorer.tops)
    for label in count..<width { scores[label] = -.infinity }
    Self.findTops(scores, width: width, into: tops)
    var top = tops[0]
    for eight in 1..<(width / 8) { top = max(top, tops[eight]) }
    return (top, isKnown)
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

  /// The greatest score of each eight labels.
  private static func findTops(
    _ scores: UnsafeMutablePointer<Float>, width: Int, into tops: UnsafeMutablePointer<Float>
  ) {
    for eight in 0..<(width / 8) { tops[eight] = top(scores + eight * 8) }
  }

  @inline(__always)
  private static func top(_ scores: UnsafeMutablePointer<Float>) -> Float {
    let eight = UnsafeRawPointer(scores).load(as: SIMD8<Float>.self)
    var four = eight.lowHalf
    four.replace(with: eight.highHalf, where: eight.highHalf .> four)
    return max(max(four.x, four.y), max(four.z, four.w))
  }

  /// The label of the best score, of equals the lower one; some label if a score is not a number.
  private func best(
    _ scores: UnsafeMutablePointer<Float>, _ tops: UnsafeMutablePointer<Float>
  ) -> Int {
    var best = 0
    var top = tops[0]
    for eight in 1..<(width / 8) where tops[eight] > top {
      top = tops[eight]
      best = eight
    }
    var label = best * 8
    let last = min(label + 8, count) - 1
    while label < last, scores[label] != top { label += 1 }
    return label
  }

  /// Takes a label out of the running.
  private static func remove(
    _ label: Int, _ scores: UnsafeMutablePointer<Float>, _ tops: UnsafeMutablePointer<Float>
  ) {
    scores[label] = -.infinity
    tops[label / 8] = top(scores + label / 8 * 8)
  }
}
