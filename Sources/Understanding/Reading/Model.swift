/// A trained model; it never changes.
public struct Model: Sendable {
  /// The names of what can be meant.
  public let labels: [String]
  /// The labels that stand for "none of these".
  public let rejectLabels: Set<Int>
  /// Whether any example is Chinese; if not, no word is taken for pinyin.
  let isChinese: Bool
  let vocabulary: Vocabulary
  /// The block of each feature, and idf^p.
  let blocks: [UInt8]
  let rarity: [Float]
  /// The weights times idf^p in units of their block.
  let rows: Rows
  let units: SIMD16<Float>
  /// The bias of each label.
  let biases: [Float]
  let neighbours: Neighbours
  let calibration: Calibration
  /// The English words of the examples.
  let words: [String]
  let recipe = Recipe()

  init(
    set: TrainingSet, corpus: Corpus, weights: [[SIMD16<Float>]], neighbours: Neighbours,
    calibration: Calibration, recipe: Recipe
  ) {
    labels = set.labels
    rejectLabels = set.rejectLabels
    isChinese = corpus.isChinese
    vocabulary = corpus.vocabulary
    blocks = corpus.blocks
    rarity = corpus.rarity
    self.neighbours = neighbours
    self.calibration = calibration
    words = corpus.words
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
          let whole = Int16(weights[lane].rounded())
          row[half * 16 + lane] = half * 16 + lane < set.labels.count ? whole : 0
        }
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// The unit of each block: its greatest weight over `Rows.limit`.
  private static func units(_ corpus: Corpus, _ weights: [[SIMD16<Float>]]) -> SIMD16<Float> {
    var units = SIMD16<Float>(repeating: 1e-9)
    for feature in 0..<corpus.vocabulary.count {
      var top = SIMD16<Float>.zero
      for group in weights {
        for half in 0..<2 {
          let weights = group[feature * 2 + half]
          top = pointwiseMax(top, pointwiseMax(weights, -weights))
        }
      }
      let block = Int(corpus.blocks[feature])
      units[block] = max(units[block], top.max() * corpus.rarity[feature] / Rows.limit)
    }
    return units
  }

  init(
    labels: [String], rejectLabels: Set<Int>, isChinese: Bool, vocabulary: Vocabulary,
    blocks: [UInt8], rarity: [Float], rows: Rows, units: SIMD16<Float>, biases: [Float],
    neighbours: Neighbours, calibration: Calibration, words: [String]
  ) {
    self.labels = labels
    self.rejectLabels = rejectLabels
    self.isChinese = isChinese
    self.vocabulary = vocabulary
    self.blocks = blocks
    self.rarity = rarity
    self.rows = rows
    self.units = units
    self.biases = biases
    self.neighbours = neighbours
    self.calibration = calibration
    self.words = words
  }
}
