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
      var held: [Int32] = []
      var sum: Float = 0
      for place in corpus.bounds[vector]..<corpus.bounds[vector + 1] {
        let feature = corpus.features[place]
        if Block(rawValue: Int(corpus.blocks[Int(feature)]))?.isCompared == true {
          held.append(feature)
        }
      }
      held.sort()
      for feature in held { sum += energies[Int(feature)] }
      features += held
      bounds.append(Int32(features.count))
      sources.append(corpus.sources[vector])
      inverse.append(sum > 0 ? 1 / sum.squareRoot() : 0)
    }
    starts = [Int32](repeating: 0, count: energies.count + 2)
    for feature in features { starts[Int(feature) + 2] += 1 }
    for place in 2..<starts.count { starts[place] += starts[place - 1] }
    holders = [Int32](repeating: 0, count: features.count)
    for vector in sources.indices {
      for place in Int(bounds[vector])..<Int(bounds[vector + 1]) {
        let feature = Int(features[place])
        holders[Int(starts[feature + 1])] = Int32(vector)
        starts[feature + 1] += 1
      }
    }
    starts.removeLast()
  }

  /// Lends the tables as they are read.
  func lend<Result>(_ body: (Neighbours) -> Result) -> Result {
    var writer = LayoutWriter()
    write(to: &writer)
    let memory = Memory(writer.bytes())
    return withExtendedLifetime(memory) {
      body(Neighbours(Layout(bytes: memory.bytes), rarest: rarest))
    }
  }

  /// Writes the tables.
  func write(to writer: inout LayoutWriter) {
    writer.floats(.energies, energies)
    writer.floats(.inverse, inverse)
    writer.numbers(.sources, sources)
    writer.numbers(.bounds, bounds)
    writer.numbers(.features, features)
    writer.numbers(.starts, starts)
    writer.numbers(.holders, holders)
  }

  /// Whether tables can be read safely, there being so many features.
  static func isSound(_ layout: Layout, features count: Int) -> Bool {
    let bounds = layout.numbers(.bounds, Int32.self)
    let starts = layout.numbers(.starts, Int32.self)
    let features = layout.numbers(.features, Int32.self)
    let holders = layout.numbers(.holders, Int32.self)
    let sources = layout.numbers(.sources, Int32.self)
    return layout.numbers(.energies, Float.self).count == count
      && layout.numbers(.inverse, Float.self).count == sources.count
      && bounds.count == sources.count + 1 && starts.count == count + 1
      && sources.allSatisfy { $0 >= 0 }
      && ascend(bounds, until: features.count) && ascend(starts, until: holders.count)
      && features.allSatisfy { $0 >= 0 && Int($0) < count }
      && holders.allSatisfy { $0 >= 0 && Int($0) < sources.count }
  }

  private static func ascend(_ bounds: UnsafeBufferPointer<Int32>, until end: Int) -> Bool {
    bounds.first == 0 && Int(bounds[bounds.count - 1]) == end
      && zip(bounds, bounds.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
