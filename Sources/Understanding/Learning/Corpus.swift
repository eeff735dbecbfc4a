/// Examples as vectors, and the vocabulary that they span.
struct Corpus: Sendable {
  /// The features, numbered.
  private(set) var vocabulary = Vocabulary()
  /// What weighs any message the way these were weighed.
  private(set) var weigher: Weigher
  /// The vectors, all in one: `bounds[i]..<bounds[i + 1]` are the entries of vector i.
  private(set) var features: [Int32] = []
  private(set) var values: [Float] = []
  private(set) var bounds: [Int] = [0]
  /// The label of each vector.
  private(set) var labels: [Int32] = []
  /// The example that each vector was made of.
  private(set) var sources: [Int32] = []

  /// How many vectors there are.
  var count: Int { labels.count }

  /// Reads examples; a Chinese one is also taken as if it had been typed in pinyin.
  init(_ examples: [Example], recipe: Recipe) {
    var extractor = Extractor()
    var collector = Collector()
    for (number, example) in examples.enumerated() {
      let script = extractor.load(example.text)
      collector.take(&extractor, as: script, label: example.label, source: number)
      if script == .characters {
        collector.take(&extractor, as: .readings, label: example.label, source: number)
      }
    }
    labels = collector.labels
    sources = collector.sources
    let (kept, frequency, block) = collector.pruned(recipe.floor)
    var counts = [Int](repeating: 0, count: Block.count)
    for members in collector.members { for place in members { counts[place] += 1 } }
    for number in kept.indices where kept[number] >= 0 {
      _ = vocabulary.number(collector.vocabulary.keys[number])
    }
    let rarity = frequency.enumerated().map { number, frequency in
      Float(Numerics.ln(Double(1 + counts[Int(block[number])]) / Double(1 + frequency)) + 1)
    }
    weigher = Weigher(rarity: rarity, block: block, recipe: recipe)
    var seen: [Int32] = []
    var vector = FeatureVector()
    for number in 0..<labels.count {
      seen.removeAll(keepingCapacity: true)
      for place in collector.bounds[number]..<collector.bounds[number + 1] {
        let feature = kept[Int(collector.seen[place])]
        if feature >= 0 { seen.append(feature) }
      }
      weigher.weigh(&seen, into: &vector)
      features += vector.features
      values += vector.values
      bounds.append(features.count)
    }
  }
}

/// Collects the occurrences of features.
private struct Collector: FeatureSink {
  var vocabulary = Vocabulary(capacity: 1 << 16)
  var blocks: [UInt8] = []
  var seen: [Int32] = []
  var bounds: [Int] = [0]
  var labels: [Int32] = []
  var sources: [Int32] = []
  var members: [Set<Int>] = []
  private var present: Set<Int> = []

  mutating func take(
    _ extractor: inout Extractor, as script: Extractor.Script, label: Int, source: Int
  ) {
    present.removeAll()
    extractor.extract(as: script, into: &self)
    bounds.append(seen.count)
    labels.append(Int32(label))
    sources.append(Int32(source))
    members.append(present)
  }

  mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int) {
    let number = vocabulary.number(key)
    if number == blocks.count { blocks.append(UInt8(block.rawValue)) }
    seen.append(Int32(number))
    present.insert(block.rawValue)
  }

  /// New numbers for the features that are frequent enough (−1 for the others), and of those the
  /// number of vectors that hold them and their block.
  func pruned(_ floor: [Int]) -> (kept: [Int32], frequency: [Int], block: [UInt8]) {
    var frequency = [Int](repeating: 0, count: vocabulary.count)
    var last = [Int32](repeating: -1, count: vocabulary.count)
    for number in 0..<labels.count {
      for place in bounds[number]..<bounds[number + 1] {
        let feature = Int(seen[place])
        if last[feature] != Int32(number) {
          last[feature] = Int32(number)
          frequency[feature] += 1
        }
      }
    }
    var kept = [Int32](repeating: -1, count: vocabulary.count)
    var counts: [Int] = []
    var block: [UInt8] = []
    for feature in frequency.indices where frequency[feature] >= floor[Int(blocks[feature])] {
      kept[feature] = Int32(counts.count)
      counts.append(frequency[feature])
      block.append(blocks[feature])
    }
    return (kept, counts, block)
  }
}
