/// How good readings were; all rates 0…1.
public struct Metrics: Sendable {
  /// The share of messages whose best label was right.
  public var accuracy: Double
  /// The mean of the labels' F1, over the labels that were expected or read.
  public var macroF1: Double
  /// The chance that a message in scope scores above one out of scope; nil without the latter.
  public var auroc: Double?
  /// The share of messages out of scope that pass when 95 % of those in scope do.
  public var fpr95: Double?
  /// The expected calibration error: fifteen equal intervals of confidence.
  public var calibrationError: Double

  /// Measures readings of messages whose labels are known.
  ///
  /// - Parameters:
  ///   - inside: the reject scores of messages in scope.
  ///   - outside: those of messages out of scope; none when there are no such messages.
  ///   - confidence: how often a reading is right by the probability of its best candidate.
  public init(
    expected: [Int], readings: [Reading], inside: [Float] = [], outside: [Float] = [],
    confidence: (_ probability: Float) -> Float
  ) {
    var right: [Int: Int] = [:]
    var wanted: [Int: Int] = [:]
    var read: [Int: Int] = [:]
    var hits = 0
    var bins = [(count: Int, hits: Int, sum: Double)](repeating: (0, 0, 0), count: 15)
    for (label, reading) in zip(expected, readings) {
      wanted[label, default: 0] += 1
      guard let best = reading.candidates.first else { continue }
      read[best.label, default: 0] += 1
      let confidence = confidence(best.probability)
      let bin = min(14, max(0, Int(confidence * 15)))
      bins[bin].count += 1
      bins[bin].sum += Double(confidence)
      if best.label == label {
        hits += 1
        right[label, default: 0] += 1
        bins[bin].hits += 1
      }
    }
    let count = Double(max(1, readings.count))
    accuracy = Double(hits) / count
    let labels = Set(wanted.keys).union(read.keys)
    var sum = 0.0
    for label in labels.sorted() {
      let both = Double(wanted[label, default: 0] + read[label, default: 0])
      sum += 2 * Double(right[label, default: 0]) / both
    }
    macroF1 = sum / Double(max(1, labels.count))
    calibrationError = bins.reduce(0) { $0 + abs(Double($1.hits) - $1.sum) } / count
    guard !inside.isEmpty, !outside.isEmpty else { return }
    let inside = inside.sorted()
    let outside = outside.sorted()
    auroc = Self.area(inside, outside)
    let floor = inside[Int(Double(inside.count) * 0.05)]
    fpr95 = Double(outside.count { $0 >= floor }) / Double(outside.count)
  }

  /// The area under the curve of two sorted lists of scores; a tie counts half.
  private static func area(_ inside: [Float], _ outside: [Float]) -> Double {
    var below = 0
    var level = 0
    var sum = 0.0
    for score in inside {
      while below < outside.count, outside[below] < score { below += 1 }
      level = max(level, below)
      while level < outside.count, outside[level] == score { level += 1 }
      sum += Double(below) + Double(level - below) / 2
    }
    return sum / Double(inside.count * outside.count)
  }
}
