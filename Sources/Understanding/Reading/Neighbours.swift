/// Finds the training example that is most like a message, by the cosine over the compared blocks
/// (`Block.isCompared`), weighed by idf^2p.
///
/// Only features that few examples hold are followed; of the examples met, the best is compared in
/// full. It borrows its tables from a model's memory.
struct Neighbours: @unchecked Sendable {
  /// The compared features of each vector: `bounds[i]..<bounds[i + 1]`; behind the last the number of all
  /// features.
  private let features: UnsafePointer<Int32>
  private let bounds: UnsafePointer<Int32>
  /// The example that each vector was made of.
  private let sources: UnsafePointer<Int32>
  /// 1 / the length of each vector.
  private let inverse: UnsafePointer<Float>
  /// The vectors that hold each feature, one feature's behind another's, as the rows' heads tell.
  private let holders: UnsafePointer<Int32>
  /// What a unit counts for that no example holds: it would be a word and a stem.
  private let rarest: Float

  /// Features that more vectors hold are not followed, unless a message has none that fewer hold.
  private static let limit: UInt16 = 40

  init(_ layout: Layout, rarest: Float) {
    func table<Number: BitwiseCopyable>(_ part: Layout.Part) -> UnsafePointer<Number> {
      Layout.pointer(layout.bytes, layout.range(part).lowerBound)
    }
    features = table(.features)
    bounds = table(.bounds)
    sources = table(.sources)
    inverse = table(.inverse)
    holders = table(.holders)
    self.rarest = rarest
  }

  /// The nearest example and its cosine, 0…1; example −1 when none shares a feature.
  ///
  /// - Parameters:
  ///   - message: the heads of the compared features, in any order.
  ///   - followed: room for as many and one more.
  ///   - sums: zero for each vector, and zero again afterwards.
  ///   - marks: zero for each feature, and zero again afterwards.
  ///   - unknown: how many units of the message no example holds.
  ///   - besides: an example not to find.
  @inline(__always)
  func nearest(
    to message: UnsafeBufferPointer<RowHead>, followed: UnsafeMutablePointer<RowHead>,
    sums: UnsafeMutablePointer<Float>, marks: UnsafeMutablePointer<Float>, unknown: Int,
    besides: Int32 = -1
  ) -> (example: Int, similarity: Float) {
    var square = Float(unknown) * rarest
    var fewest = UInt16.max
    for feature in message {
      square += feature.energy
      fewest = min(fewest, feature.holders)
    }
    let limit = max(fewest, Self.limit)
    var count = 0
    for feature in message {
      followed[count] = feature
      count &+= 1 &- Int((UInt32(limit) &- UInt32(feature.holders)) >> 31)
    }
    let best = follow(UnsafeBufferPointer(start: followed, count: count), sums, besides)
    guard best >= 0 else { return (-1, 0) }
    for feature in message { marks[Int(feature.number)] = feature.energy }
    var common: Float = 0
    for place in Int(bounds[best])..<Int(bounds[best + 1]) { common += marks[Int(features[place])] }
    for feature in message { marks[Int(feature.number)] = 0 }
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

  /// The vector that shares most with some features, for its length; −1 when none shares any.
  @inline(__always)
  private func follow(
    _ followed: UnsafeBufferPointer<RowHead>, _ sums: UnsafeMutablePointer<Float>,
    _ besides: Int32
  ) -> Int {
    for feature in followed {
      let first = holders + Int(feature.firstHolder)
      for place in 0..<Int(feature.holders) { sums[Int(first[place])] += feature.energy }
    }
    var best = -1
    var top: Float = 0
    for feature in followed {
      let first = holders + Int(feature.firstHolder)
      for place in 0..<Int(feature.holders) {
        let vector = Int(first[place])
        let score = sums[vector] * inverse[vector]
        sums[vector] = 0
        if score > top, besides < 0 || sources[vector] != besides {
          top = score
          best = vector
        }
      }
    }
    return best
  }
}
