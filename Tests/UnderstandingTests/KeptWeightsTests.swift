import Testing

@testable import Understanding

@Suite struct KeptWeightsTests {
  /// Two groups of labels, the second with greater weights, so that the units grow.
  @Test func `What is not kept would be left out of a row, and what is kept is as it was`() {
    let corpus = Corpus(MatcherTests.set, recipe: Recipe())
    var generator = Generator(seed: 1)
    var kept = KeptWeights()
    var given: [[Float]] = []
    for (labels, most) in [(32, 100), (3, 400)] {
      var group = [SIMD16<Float>](repeating: .zero, count: (corpus.featureCount + 1) * 2)
      for row in group.indices {
        for lane in 0..<16 { group[row][lane] = Float(generator.below(2 * most + 1) - most) / 100 }
      }
      kept.add(group, of: corpus, labels: labels)
      corpus.spread(&group)
      for label in 0..<labels {
        given.append((0...corpus.featureCount).map { group[$0 * 2 + label / 16][label % 16] })
      }
    }
    #expect(kept.biases == given.map { $0[corpus.featureCount] })
    var (visited, missing) = (0, 0)
    kept.visit(width: 48) { feature, weights in
      let block = Block(rawValue: Int(corpus.blocks[feature]))
      let scale = corpus.rarity[feature] / kept.units[Int(corpus.blocks[feature])]
      for label in given.indices {
        let weight = weights[label / 16][label % 16]
        if weight != given[label][feature] {
          missing += 1
          #expect(weight == 0 && feature < corpus.firstDimension)
          #expect(abs(given[label][feature] * scale).rounded() < Rows.least(block))
        }
      }
      visited += 1
    }
    #expect(visited == corpus.featureCount && missing > 100)
  }
}
