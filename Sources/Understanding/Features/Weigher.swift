/// A message as numbers of features and their values.
struct FeatureVector: Sendable {
  var features: [Int32] = []
  var values: [Float] = []

  mutating func removeAll() {
    features.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }
}

/// Gives the features of one message their values: (1 + ln n)·idf, each block brought to its length.
struct Weigher: Sendable {
  /// The inverse document frequencies by feature.
  var rarity: [Float]
  /// The blocks by feature.
  var block: [UInt8]
  var recipe: Recipe
  private var logarithms: [Float]

  init(rarity: [Float], block: [UInt8], recipe: Recipe) {
    self.rarity = rarity
    self.block = block
    self.recipe = recipe
    logarithms = (0..<64).map { $0 == 0 ? 0 : Float(1 + Numerics.ln(Double($0))) }
  }

  /// Weighs features; `seen` holds a number for each occurrence and is sorted by this.
  func weigh(_ seen: inout [Int32], into vector: inout FeatureVector) {
    vector.removeAll()
    seen.sort()
    var squares = (Float(0), Float(0), Float(0), Float(0), Float(0))
    withUnsafeMutableBytes(of: &squares) { raw in
      let squares = raw.bindMemory(to: Float.self)
      var index = 0
      while index < seen.count {
        let feature = seen[index]
        var next = index + 1
        while next < seen.count, seen[next] == feature { next += 1 }
        let value = logarithms[min(next - index, 63)] * rarity[Int(feature)]
        vector.features.append(feature)
        vector.values.append(value)
        squares[Int(block[Int(feature)])] += value * value
        index = next
      }
      var total: Float = 0
      let chinese = squares[3] > 0 || squares[4] > 0
      for place in 0..<Block.count where squares[place] > 0 {
        let length = chinese && place < 3 ? recipe.foreign : recipe.lengths[place]
        total += length * length
        squares[place] = length / squares[place].squareRoot()
      }
      let scale = total > 0 ? (recipe.energy / total).squareRoot() : 0
      for place in 0..<Block.count { squares[place] *= scale }
      for place in vector.features.indices {
        vector.values[place] *= squares[Int(block[Int(vector.features[place])])]
      }
    }
  }
}
