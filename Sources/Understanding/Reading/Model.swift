/// A trained model; it never changes.
public struct Model: Sendable {
  /// The names of what can be meant.
  public let labels: [String]
  /// The labels that stand for "none of these".
  public let rejectLabels: Set<Int>
  /// Whether any example is Chinese; if not, no word is taken for pinyin.
  let isChinese: Bool
  let keys: [UInt32]
  /// Where the row of each feature is.
  let index: Index
  /// The weights times idf^p in units of their block.
  let rows: Rows
  let units: SIMD16<Float>
  /// Whether pairs of words are features.
  var hasPairs: Bool { units[Block.pairs.rawValue] > 1e-10 }
  /// The bias of each label.
  let biases: [Float]
  let neighbours: Neighbours
  let calibration: Calibration
  /// The English words of the examples.
  let words: [String]
  /// The recipe that it was made by; only its lengths are kept in bytes.
  let recipe: Recipe

  init(
    set: TrainingSet, corpus: Corpus, weights: [[SIMD16<Float>]], neighbours: Neighbours,
    calibration: Calibration, recipe: Recipe
  ) {
    labels = set.labels
    rejectLabels = set.rejectLabels
    isChinese = corpus.isChinese
    keys = corpus.vocabulary.keys
    self.neighbours = neighbours
    self.calibration = calibration
    words = corpus.words
    self.recipe = recipe
    let bias = corpus.vocabulary.count * 2
    biases = set.labels.indices.map { label in
      weights[label / 32][bias + label % 32 / 16][label % 16]
    }
    units = Self.units(corpus, weights)
    var rows = Rows(labels: set.labels.count)
    var row = [Int16](repeating: 0, count: rows.width)
    for feature in 0..<corpus.vocabulary.count {
      let scale = corpus.rarity[feature] / units[Int(corpus.blocks[feature])]
      for half in 0..<(rows.width / 16) {
        let weights = weights[half / 2][feature * 2 + half % 2] * scale
        for lane in 0..<16 {
          let weight = weights[lane]
          let whole = Int16(weight < 0 ? weight - 0.5 : weight + 0.5)
          row[half * 16 + lane] = abs(whole) < Rows.least ? 0 : whole
        }
      }
      rows.append(row, energy: corpus.rarity[feature] * corpus.rarity[feature])
    }
    self.rows = rows
    index = Index(corpus.vocabulary.keys, rows)
  }

  /// The unit of each block: its greatest weight over `Rows.limit`.
  private static func units(_ corpus: Corpus, _ weights: [[SIMD16<Float>]]) -> SIMD16<Float> {
    var tops = [SIMD16<Float>](repeating: SIMD16(repeating: 1e-9), count: Block.count)
    for group in weights {
      for feature in 0..<corpus.vocabulary.count {
        let low = group[feature * 2]
        let high = group[feature * 2 + 1]
        let top = pointwiseMax(pointwiseMax(low, -low), pointwiseMax(high, -high))
        let block = Int(corpus.blocks[feature])
        tops[block] = pointwiseMax(tops[block], top * corpus.rarity[feature])
      }
    }
    var units = SIMD16<Float>.zero
    for block in tops.indices { units[block] = tops[block].max() / Rows.limit }
    return units
  }

  init(
    labels: [String], rejectLabels: Set<Int>, isChinese: Bool, keys: [UInt32],
    rows: Rows, units: SIMD16<Float>, biases: [Float],
    neighbours: Neighbours, calibration: Calibration, words: [String], lengths: [Float]
  ) {
    self.labels = labels
    self.rejectLabels = rejectLabels
    self.isChinese = isChinese
    self.keys = keys
    index = Index(keys, rows)
    self.rows = rows
    self.units = units
    self.biases = biases
    self.neighbours = neighbours
    self.calibration = calibration
    self.words = words
    var recipe = Recipe()
    recipe.lengths = lengths
    self.recipe = recipe
  }
}
