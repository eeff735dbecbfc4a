/// Finds the training example that is most like a message, by the cosine over the compared blocks
/// (`Block.isCompared`), weighed by idf^2p.
///
/// Only features that few examples hold are followed; of the examples met, the best is compared in
/// full. It borrows its tables from a model's memory.
struct Neighbours: @unchecked Sendable {
  /// How many vectors there are.
  private let count: Int
  /// The compared features of each vector: `bounds[i]..<bounds[i + 1]`, ascending.
  private let features: UnsafePointer<Int32>
  private let bounds: UnsafePointer<Int32>
  /// The example that each vector was made of.
  private let sources: UnsafePointer<Int32>
  /// 1 / the length of each vector.
  private let inverse: UnsafePointer<Float>
  /// The vectors that hold each feature, and idf^2p by feature.
  private let holders: UnsafePointer<Int32>
  private let starts: UnsafePointer<Int32>
  private let energies: UnsafePointer<Float>
  /// What a unit counts for that no example holds: it would be a word and a stem.
  private let rarest: Float

  /// Features that more vectors hold are not followed, unless a message has none that fewer hold.
  private static let limit: Int32 = 40

  init(_ layout: Layout, rarest: Float) {
    func table<Number: BitwiseCopyable>(_ part: Layout.Part) -> UnsafePointer<Number> {
      Layout.pointer(layout.bytes, layout.range(part).lowerBound)
    }
    count = layout.numbers(.sources, Int32.self).count
    features = table(.features)
    bounds = table(.bounds)
    sources = table(.sources)
    inverse = table(.inverse)
    holders = table(.holders)
    starts = table(.starts)
    energies = table(.energies)
    self.rarest = rarest
  }

  /// The nearest example to a vector of a corpus, the one it was made of aside.
  func nearest(to vector: Int, of corpus: Corpus) -> (example: Int, similarity: Float) {
    let range = corpus.bounds[vector]..<corpus.bounds[vector + 1]
    let held = corpus.features[range].filter {
      Block(rawValue: Int(corpus.blocks[Int($0)]))?.isCompared == true
    }
    return held.withUnsafeBufferPointer { nearest(to: $0, besides: corpus.sources[vector]) }
  }

  /// The nearest example and its cosine, 0…1; example −1 when none shares a feature.
  ///
  /// - Parameters:
  ///   - message: the compared features, in any order.
  ///   - unknown: how many units of the message no example holds.
  ///   - besides: an example not to find.
  func nearest(
    to message: UnsafeBufferPointer<Int32>, unknown: Int = 0, besides: Int32 = -1
  ) -> (example: Int, similarity: Float) {
    var square = Float(unknown) * rarest
    var fewest = Int32.max
    for feature in message {
      square += energies[Int(feature)]
      fewest = min(fewest, starts[Int(feature) + 1] - starts[Int(feature)])
    }
    guard !message.isEmpty else { return (-1, 0) }
    let best = follow(message, max(fewest, Self.limit), besides)
    guard best >= 0 else { return (-1, 0) }
    let common = common(message, best)
    return (Int(sources[best]), min(1, common * inverse[best] / square.squareRoot()))
  }

  /// The share of a message's English words that no example holds, 0…1, each weighed by its idf^2p.
  ///
  /// - Parameters:
  ///   - unknown: how many no example holds.
  ///   - known: the sum of idf^2p of the others.
  func strangeness(unknown: Int, known: Float) -> Float {
    let strange = Float(unknown) * rarest
    return strange > 0 ? strange / (strange + known) : 0
  }

  /// The sum of idf^2p over what a vector shares with a message.
  private func common(_ message: UnsafeBufferPointer<Int32>, _ vector: Int) -> Float {
    var size = 64
    while size < message.count * 4 { size *= 2 }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { table in
      guard let table = table.baseAddress else { return 0 }
      table.initialize(repeating: -1, count: size)
      for feature in message {
        var slot = Int(feature) & (size &- 1)
        while table[slot] >= 0, table[slot] != feature { slot = (slot &+ 1) & (size &- 1) }
        table[slot] = feature
      }
      var common: Float = 0
      for place in Int(bounds[vector])..<Int(bounds[vector + 1]) {
        let feature = features[place]
        var slot = Int(feature) & (size &- 1)
        while table[slot] >= 0, table[slot] != feature { slot = (slot &+ 1) & (size &- 1) }
        if table[slot] == feature { common += energies[Int(feature)] }
      }
      return common
    }
  }

  /// The vector that shares most with the features that at most so many vectors hold; −1 when none
  /// does.
  private func follow(
    _ message: UnsafeBufferPointer<Int32>, _ limit: Int32, _ besides: Int32
  ) -> Int {
    var met = 0
    for feature in message {
      let held = starts[Int(feature) + 1] - starts[Int(feature)]
      if held <= limit { met += Int(held) }
    }
    var size = 64
    while size < met * 2 { size *= 2 }
    // Sums by vector, in an open table: a bit of it is cleared sooner than a place for each vector.
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { sums in
      sums.initialize(repeating: 0)
      guard let sums = sums.baseAddress else { return -1 }
      var best = -1
      var top: Float = 0
      for feature in message {
        let start = Int(starts[Int(feature)])
        let end = Int(starts[Int(feature) + 1])
        if end - start > Int(limit) { continue }
        let energy = energies[Int(feature)]
        for place in start..<end {
          let vector = holders[place]
          var slot = Int(UInt32(bitPattern: vector &+ 1) &* 0x9E37_79B1 >> 7) & (size &- 1)
          while sums[slot] != 0, Int32(truncatingIfNeeded: sums[slot]) != vector &+ 1 {
            slot = (slot &+ 1) & (size &- 1)
          }
          let sum = Float(bitPattern: UInt32(truncatingIfNeeded: sums[slot] >> 32)) + energy
          sums[slot] =
            UInt64(sum.bitPattern) << 32 | UInt64(UInt32(bitPattern: vector &+ 1))
          let score = sum * inverse[Int(vector)]
          if score > top, besides < 0 || sources[Int(vector)] != besides {
            top = score
            best = Int(vector)
          }
        }
      }
      return best
    }
  }
}
