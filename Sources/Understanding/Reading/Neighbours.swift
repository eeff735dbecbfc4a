/// Finds the training example that is most like a message, by the cosine over the compared blocks
/// (`Block.isCompared`), weighed by idf^2p.
///
/// Only features that few examples hold are followed; of the examples met, the best is compared in
/// full.
struct Neighbours: Sendable {
  /// The compared features of each vector: `bounds[i]..<bounds[i + 1]`, ascending.
  let features: [Int32]
  let bounds: [Int32]
  /// The example that each vector was made of.
  let sources: [Int32]
  /// 1 / the length of each vector.
  private let inverse: [Float]
  /// The vectors that hold each feature, and idf^2p by feature.
  private let holders: [Int32]
  private let starts: [Int32]
  private let energies: [Float]
  /// What a unit counts for that no example holds: it would be a word and a stem.
  private let rarest: Float

  /// Features that more vectors hold are not followed, unless a message has none that fewer hold.
  private static let limit: Int32 = 40

  init(_ corpus: Corpus) {
    var features: [Int32] = []
    var bounds: [Int32] = [0]
    var sources: [Int32] = []
    for vector in 0..<corpus.count where corpus.sources[vector] >= 0 {
      var held: [Int32] = []
      for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
        let feature = corpus.features[place]
        if Block(rawValue: Int(corpus.blocks[Int(feature)]))?.isCompared == true {
          held.append(feature)
        }
      }
      features += held.sorted()
      bounds.append(Int32(features.count))
      sources.append(corpus.sources[vector])
    }
    self.init(
      features: features, bounds: bounds, sources: sources,
      energies: corpus.rarity.map { $0 * $0 })
  }

  init(features: [Int32], bounds: [Int32], sources: [Int32], energies: [Float]) {
    self.features = features
    self.bounds = bounds
    self.sources = sources
    self.energies = energies
    rarest = 2 * (energies.max() ?? 0)
    var starts = [Int32](repeating: 0, count: energies.count + 2)
    for feature in features { starts[Int(feature) + 2] += 1 }
    for place in 2..<starts.count { starts[place] += starts[place - 1] }
    var holders = [Int32](repeating: 0, count: features.count)
    var inverse = [Float](repeating: 0, count: sources.count)
    for vector in sources.indices {
      var sum: Float = 0
      for place in Int(bounds[vector])..<Int(bounds[vector + 1]) {
        let feature = Int(features[place])
        holders[Int(starts[feature + 1])] = Int32(vector)
        starts[feature + 1] += 1
        sum += energies[feature]
      }
      inverse[vector] = sum > 0 ? 1 / sum.squareRoot() : 0
    }
    self.holders = holders
    self.starts = starts
    self.inverse = inverse
  }

  /// The nearest example to a vector of a corpus, the one it was made of aside.
  func nearest(to vector: Int, of corpus: Corpus) -> (example: Int, similarity: Float) {
    let range = corpus.bounds[vector]..<corpus.bounds[vector + 1]
    let held = corpus.features[range].filter {
      Block(rawValue: Int(corpus.blocks[Int($0)]))?.isCompared == true
    }
    return nearest(to: held, besides: corpus.sources[vector])
  }

  /// The nearest example and its cosine, 0…1; example −1 when none shares a feature.
  ///
  /// - Parameters:
  ///   - message: the compared features, in any order.
  ///   - unknown: how many units of the message no example holds.
  ///   - besides: an example not to find.
  func nearest(
    to message: [Int32], unknown: Int = 0, besides: Int32 = -1
  ) -> (example: Int, similarity: Float) {
    var square = Float(unknown) * rarest
    var fewest = Int32.max
    var bits = SIMD16<UInt64>.zero
    for feature in message {
      square += energies[Int(feature)]
      fewest = min(fewest, starts[Int(feature) + 1] - starts[Int(feature)])
      bits[Int(feature >> 6 & 15)] |= 1 << UInt64(feature & 63)
    }
    guard !message.isEmpty else { return (-1, 0) }
    let best = follow(message, max(fewest, Self.limit), besides)
    guard best >= 0 else { return (-1, 0) }
    var common: Float = 0
    for place in Int(bounds[best])..<Int(bounds[best + 1]) {
      let feature = features[place]
      guard bits[Int(feature >> 6 & 15)] >> UInt64(feature & 63) & 1 == 1 else { continue }
      if message.contains(feature) { common += energies[Int(feature)] }
    }
    return (Int(sources[best]), min(1, common * inverse[best] / square.squareRoot()))
  }

  /// The vector that shares most with the features that at most so many vectors hold; −1 when none
  /// does.
  private func follow(_ message: [Int32], _ limit: Int32, _ besides: Int32) -> Int {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: sources.count) { sums in
      sums.initialize(repeating: 0)
      var best = -1
      var top: Float = 0
      for feature in message {
        let start = Int(starts[Int(feature)])
        let end = Int(starts[Int(feature) + 1])
        if end - start > Int(limit) { continue }
        let energy = energies[Int(feature)]
        for place in start..<end {
          let vector = Int(holders[place])
          sums[vector] += energy
          let score = sums[vector] * inverse[vector]
          if score > top, sources[vector] != besides {
            top = score
            best = vector
          }
        }
      }
      return best
    }
  }
}
