/// The tables of `Neighbours`, in the making.
struct NeighbourTables {
  private var features: [Int32] = []
  private var bounds: [Int32] = [0]
  private var sources: [Int32] = []
  private var inverse: [Float] = []
  private var holders: [Int32]
  private var starts: [Int32]
  private let energies: [Float]

  /// What a unit counts for that no example holds.
  var rarest: Float { 2 * (energies.max() ?? 0) }

  init(_ corpus: Corpus) {
    energies = corpus.rarity.map { $0 * $0 }
    for vector in 0..<corpus.count where corpus.sources[vector] >= 0 {
      var sum: Float = 0
      for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
        let feature = corpus.features[place]
        if Block(rawValue: Int(corpus.blocks[Int(feature)]))?.isCompared == true {
          features.append(feature)
          sum += energies[Int(feature)]
        }
      }
      bounds.append(Int32(features.count))
      sources.append(corpus.sources[vector])
      inverse.append(sum > 0 ? 1 / sum.squareRoot() : 0)
    }
    starts = [Int32](repeating: 0, count: energies.count + 2)
    for feature in features { starts[Int(feature) + 2] += 1 }
    for place in 2..<starts.count { starts[place] += starts[place - 1] }
    holders = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    for vector in sources.indices {
      for place in Int(bounds[vector])..<Int(bounds[vector + 1]) {
        let feature = Int(features[place])
        holders[Int(starts[feature + 1])] = Int32(vector)
        starts[feature + 1] += 1
      }
    }
    starts.removeLast()
  }

  /// The head of a feature's row.
  func head(_ feature: Int) -> RowHead {
    RowHead(
      energy: energies[feature], number: Int32(feature),
      holders: UInt16(min(RowHead.mostHolders, Int(starts[feature + 1] - starts[feature]))),
      firstHolder: UInt32(starts[feature]))
  }

  /// Lends the tables as they are read: the body is handed what finds the nearest example to a vector of
  /// the corpus, the one it was made of aside.
  func lend<Result>(
    _ corpus: Corpus, _ body: ((_ vector: Int) -> (example: Int, similarity: Float)) -> Result
  ) -> Result {
    var writer = LayoutWriter()
    write(to: &writer)
    let memory = Memory(writer.bytes())
    return withExtendedLifetime(memory) {
      let neighbours = Neighbours(Layout(bytes: memory.bytes), rarest: rarest)
      let bench = Bench(
        bytes: 0, width: 0, vectors: sources.count, features: energies.count)
      return body { vector in
        let heads = corpus.features[corpus.bounds[vector]..<corpus.bounds[vector + 1]]
          .filter { Block(rawValue: Int(corpus.blocks[Int($0)]))?.isCompared == true }
          .map { head(Int($0)) }
        var followed = heads + [RowHead()]
        return heads.withUnsafeBufferPointer { heads in
          followed.withUnsafeMutableBufferPointer { followed in
            guard let start = followed.baseAddress else { return (-1, 0) }
            return neighbours.nearest(
              to: heads, followed: start, sums: bench.sums, marks: bench.marks, unknown: 0,
              besides: corpus.sources[vector])
          }
        }
      }
    }
  }

  /// Writes the tables.
  func write(to writer: inout LayoutWriter) {
    writer.floats(.inverse, inverse)
    writer.numbers(.sources, sources)
    writer.numbers(.bounds, bounds)
    writer.numbers(.features, features + [Int32(energies.count)])
    writer.numbers(.holders, holders)
  }

  /// Whether tables can be read safely, there being so many features.
  static func isSound(_ layout: Layout, features count: Int) -> Bool {
    let bounds = layout.numbers(.bounds, Int32.self)
    let features = layout.numbers(.features, Int32.self)
    let holders = layout.numbers(.holders, Int32.self)
    let sources = layout.numbers(.sources, Int32.self)
    return layout.numbers(.inverse, Float.self).count == sources.count
      && bounds.count == sources.count + 1
      && sources.allSatisfy { $0 >= 0 } && bounds.first == 0
      && Int(bounds[bounds.count - 1]) == features.count - 1
      && features.last == Int32(count)
      && features.dropLast().allSatisfy { $0 >= 0 && Int($0) < count }
      && zip(bounds, bounds.dropFirst()).allSatisfy { $0 <= $1 }
      && holders.allSatisfy { $0 >= 0 && Int($0) < sources.count }
  }
}
