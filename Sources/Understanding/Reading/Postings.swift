/// For each feature the examples that hold it, to find those that are most like a message.
struct Postings: Sendable {
  private let bounds: [Int]
  private let entries: [(example: Int32, value: Float)]
  private let sources: [Int32]
  private let limit: Int

  init(_ corpus: Corpus) {
    var counts = [Int](repeating: 0, count: corpus.vocabulary.count + 1)
    for feature in corpus.features { counts[Int(feature) + 1] += 1 }
    for place in 1..<max(1, counts.count) { counts[place] += counts[place - 1] }
    bounds = counts
    var entries = [(example: Int32, value: Float)](
      repeating: (0, 0), count: corpus.features.count)
    for example in 0..<corpus.count {
      for place in corpus.bounds[example]..<corpus.bounds[example + 1] {
        let feature = Int(corpus.features[place])
        entries[counts[feature]] = (Int32(example), corpus.values[place])
        counts[feature] += 1
      }
    }
    self.entries = entries
    sources = corpus.sources
    limit = max(50, corpus.count / 10)
  }

  /// The example with the greatest cosine, features that are everywhere aside.
  func nearest(to vector: FeatureVector, energy: Float) -> (example: Int, similarity: Float) {
    var dots = [Float](repeating: 0, count: sources.count)
    for (feature, value) in zip(vector.features, vector.values) {
      let range = bounds[Int(feature)]..<bounds[Int(feature) + 1]
      for place in range { dots[Int(entries[place].example)] += entries[place].value * value }
    }
    var best = 0
    for place in dots.indices where dots[place] > dots[best] { best = place }
    guard !dots.isEmpty else { return (0, 0) }
    return (Int(sources[best]), dots[best] / energy)
  }
}
