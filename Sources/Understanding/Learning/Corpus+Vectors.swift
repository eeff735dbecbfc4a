extension Corpus {
  /// The share of a vector's English words that are unknown, 0…1, each weighed by its idf^2p.
  func strangeness(of vector: Int, isKnown: (Int) -> Bool) -> Float {
    var strange: Float = 0
    var all: Float = 0
    for place in bounds[vector]..<bounds[vector + 1] {
      let feature = Int(features[place])
      if Int(blocks[feature]) != Block.words.rawValue { continue }
      let energy = rarity[feature] * rarity[feature]
      all += energy
      if !isKnown(feature) { strange += energy }
    }
    return all > 0 ? strange / all : 0
  }
}
