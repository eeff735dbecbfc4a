/// Examples as vectors, and the vocabulary that they span.
///
/// The value of a feature is n·idf^p, n being how often the message holds it; the vector of each
/// block is brought to its length by √Σ n·idf^2p, a norm that adds up over occurrences, so that a
/// message can be read without sorting or counting.
struct Corpus: Sendable {
  /// The features, numbered, and by number their block and idf^p.
  private(set) var vocabulary = Vocabulary()
  private(set) var blocks: [UInt8] = []
  private(set) var rarity: [Float] = []
  /// The vectors, all in one: `bounds[i]..<bounds[i + 1]` are the entries of vector i.
  private(set) var features: [Int32] = []
  private(set) var values: [Float] = []
  private(set) var bounds: [Int] = [0]
  /// The squared length of each vector, and 1 for the bias.
  private(set) var norms: [Float] = []
  /// The label of each vector, and the example it was made of; −1 for the name of a label.
  private(set) var labels: [Int32] = []
  private(set) var sources: [Int32] = []
  /// By vector: a number that follows from the text of its example, by which whatever would be drawn by
  /// lot is decided, so that an example more or less changes nothing for the others.
  private(set) var lots: [UInt64] = []
  /// The English words of the examples.
  private(set) var words: [String] = []
  /// The first of the features that are the dimensions of meaning, the last of all features. Words
  /// with a meaning are features too, but no entries of a vector.
  var firstDimension: Int { vocabulary.count }
  /// How many features there are.
  var featureCount: Int { vocabulary.count + WordVectors.dimensions }
  /// The idf^p of a word that no example holds.
  private(set) var unseenRarity: Float = 1
  /// The squared length of each vector's meaning, as it is weighed: that of its words, which is not
  /// that of their sum.
  private(set) var meaningEnergies: [Float] = []

  /// The recipe as it suits the set.
  private(set) var recipe: Recipe
  /// Whether any example is Chinese; if not, nothing is taken for pinyin.
  private(set) var isChinese = false

  /// Whether it is too large to be trained on several times.
  private(set) var isLarge = false
  /// Above so many vectors times labels it is.
  private static let limit = 200_000

  /// How many vectors there are.
  var count: Int { labels.count }

  /// Reads the examples of a set; a Chinese one is also taken as if it had been typed in pinyin.
  init(_ set: TrainingSet, recipe: Recipe) {
    self.recipe = recipe
    isChinese = set.examples.contains { LanguageIdentifier.holdsChinese($0.text) }
    var collector = Collector(isChinese: isChinese)
    for (number, example) in set.examples.enumerated() {
      collector.take(example.text, label: example.label, source: number)
    }
    for (label, name) in set.labels.enumerated() where collector.trained.contains(label) {
      for _ in 0..<recipe.names { collector.take(Self.spoken(name), label: label, source: -1) }
    }
    labels = collector.labels
    sources = collector.sources
    lots = Self.lots(set, collector)
    words = collector.words
    isLarge = labels.count * set.labels.count > Self.limit
    let frequency = collector.frequency()
    var kept = [Int32](repeating: -1, count: frequency.count)
    var sizes = [Int](repeating: 0, count: Block.count)
    for present in collector.present {
      for block in 0..<Block.count where present >> UInt16(block) & 1 == 1 { sizes[block] += 1 }
    }
    let recipe = recipe.suited(examples: set.examples.count, labels: set.labels.count)
    self.recipe = recipe
    let limit = Recipe.common * Double(1 + sizes[Block.words.rawValue]) - 1
    for feature in frequency.indices {
      let block = Int(collector.blocks[feature])
      guard frequency[feature] >= recipe.floors[block],
        !collector.isCommonPair(feature, frequency, above: limit)
      else { continue }
      kept[feature] = Int32(vocabulary.number(collector.vocabulary.keys[feature]))
      blocks.append(UInt8(block))
      let inverse = Numerics.ln(Double(1 + sizes[block]) / Double(1 + frequency[feature])) + 1
      rarity.append(Numerics.exp(Float(recipe.powers[block] * Numerics.ln(inverse))))
    }
    let meanings = Block.meanings.rawValue
    unseenRarity = Numerics.exp(
      Float(recipe.powers[meanings] * Numerics.ln(Numerics.ln(Double(1 + sizes[meanings])) + 1)))
    for _ in 0..<WordVectors.dimensions {
      blocks.append(UInt8(meanings))
      rarity.append(1)
    }
    weigh(collector, kept, recipe)
  }

  /// The lots of an example and of the same one in pinyin differ in their last bit only.
  private static func lots(_ set: TrainingSet, _ collector: Collector) -> [UInt64] {
    var lots: [UInt64] = []
    for (vector, source) in collector.sources.enumerated() {
      let name = set.labels[Int(collector.labels[vector])]
      let text = source < 0 ? name : set.examples[Int(source)].text
      let isAgain = vector > 0 && source >= 0 && collector.sources[vector - 1] == source
      let hash = text.utf8.reduce(Hash.seed) { Hash.mix($0, UInt64($1)) }
      lots.append(hash & ~1 | (isAgain ? 1 : 0))
    }
    return lots
  }

  /// Vectors, fewer than 2^24, in an order that their lots and `salt` decide.
  func shuffled(_ vectors: [Int], by salt: UInt64) -> [Int] {
    // In one number the lot and, in the last 24 bits, the vector: numbers are sorted fastest.
    let place: UInt64 = 0xFF_FFFF
    return vectors.map { Hash.mix(lots[$0], salt) & ~place | UInt64($0) & place }
      .sorted().map { Int($0 & place) }
  }

  /// The name of a label as words: "bluev.fee" is "bluev fee".
  private static func spoken(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      text.unicodeScalars.append(scalar.properties.isAlphabetic ? scalar : " ")
    }
    return text
  }

  private mutating func weigh(_ collector: Collector, _ kept: [Int32], _ recipe: Recipe) {
    features.reserveCapacity(collector.seen.count)
    values.reserveCapacity(collector.seen.count)
    var counts = [Int32](repeating: 0, count: vocabulary.count)
    for vector in 0..<collector.labels.count {
      let start = features.count
      var squares = SIMD16<Float>.zero
      var meaning = [Float](repeating: 0, count: WordVectors.dimensions)
      for place in collector.bounds[vector]..<collector.bounds[vector + 1] {
        let feature = kept[Int(collector.seen[place])]
        if feature < 0 { continue }
        squares[Int(blocks[Int(feature)])] += rarity[Int(feature)] * rarity[Int(feature)]
        if let components = components(of: Int(feature)) {
          let factor = rarity[Int(feature)] * WordVectors.shared.unit
          for number in meaning.indices { meaning[number] += Float(components[number]) * factor }
          continue
        }
        if counts[Int(feature)] == 0 { features.append(feature) }
        counts[Int(feature)] += 1
      }
      let scales = Scales.scales(squares, recipe)
      for place in start..<features.count {
        let feature = Int(features[place])
        values.append(Float(counts[feature]) * rarity[feature] * scales[Int(blocks[feature])])
        counts[feature] = 0
      }
      let scale = scales[Block.meanings.rawValue]
      if scale > 0 {
        for number in 0..<WordVectors.dimensions {
          features.append(Int32(firstDimension + number))
          values.append(meaning[number] * scale)
        }
      }
      meaningEnergies.append(squares[Block.meanings.rawValue] * scale * scale)
      norms.append(values[start...].reduce(1) { $0 + $1 * $1 })
      bounds.append(features.count)
    }
  }

  /// The components of a feature that is a word with a meaning; nil for any other.
  private func components(of feature: Int) -> UnsafePointer<Int8>? {
    blocks[feature] == UInt8(Block.meanings.rawValue)
      ? WordVectors.shared.find(vocabulary.keys[feature]) : nil
  }

  /// Gives words with a meaning their weights for a group of labels, which follow from those of the dimensions.
  func spread(_ weights: inout [SIMD16<Float>]) {
    for feature in 0..<firstDimension {
      guard let components = components(of: feature) else { continue }
      for half in 0..<2 {
        var sum = SIMD16<Float>.zero
        for number in 0..<WordVectors.dimensions {
          sum += weights[(firstDimension + number) * 2 + half] * Float(components[number])
        }
        weights[feature * 2 + half] = sum * WordVectors.shared.unit
      }
    }
  }
}

/// The lengths of a message's blocks.
enum Scales {
  /// What the values of each block are multiplied with, given the sums of their squares.
  @inline(__always)
  static func scales(_ squares: SIMD16<Float>, _ recipe: Recipe) -> SIMD16<Float> {
    var total: Float = 0
    var scales = SIMD16<Float>.zero
    let isChinese = squares[Block.characters.rawValue] > 0
    for block in 0..<Block.count where squares[block] > 0 {
      let isForeign = isChinese && block < Block.characters.rawValue
      let length = isForeign ? recipe.foreign : recipe.lengths[block]
      total += length * length
      scales[block] = length / squares[block].squareRoot()
    }
    return total > 0 ? scales * (recipe.energy / total).squareRoot() : scales
  }
}
