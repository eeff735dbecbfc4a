extension Model {
  /// Puts together what was learned.
  init(
    set: TrainingSet, corpus: Corpus, weights: [[SIMD16<Float>]], neighbours: NeighbourTables,
    calibration: Calibration
  ) {
    var writer = LayoutWriter()
    writer.numbers(.script, [corpus.isChinese ? 1 : 0] as [UInt8])
    writer.texts(.labels, set.labels)
    writer.texts(.words, corpus.words)
    let spelling = Spelling.tables(corpus.words)
    writer.numbers(.wordStarts, spelling.starts)
    writer.numbers(.spellings, spelling.slots)
    writer.numbers(.rejects, set.rejectLabels.sorted().map(UInt32.init))
    let bias = corpus.featureCount * 2
    var weights = weights
    corpus.spread(&weights)
    writer.floats(
      .biases,
      set.labels.indices.map { label in
        weights[label / 32][bias + label % 32 / 16][label % 16]
      })
    let units = Self.units(corpus, weights)
    writer.floats(.units, (0..<Block.count).map { units[$0] })
    writer.floats(.lengths, corpus.recipe.lengths)
    writer.floats(
      .calibration, [neighbours.rarest, corpus.unseenRarity] + calibration.numbers)
    let rows = Self.rows(
      corpus, weights, units, neighbours, width: Rows.width(labels: set.labels.count))
    writer.numbers(.cells, rows.cells)
    let tables = Index.tables(corpus.vocabulary.keys, rows.starts)
    writer.numbers(.bits, tables.bits)
    writer.numbers(.slots, tables.slots)
    neighbours.write(to: &writer)
    self.init(trusted: Memory(writer.bytes()))
  }

  private static func rows(
    _ corpus: Corpus, _ weights: [[SIMD16<Float>]], _ units: SIMD16<Float>,
    _ neighbours: NeighbourTables, width: Int
  ) -> RowWriter {
    var rows = RowWriter()
    var row = [SIMD16<Int16>](repeating: .zero, count: width / 16)
    for feature in 0..<corpus.featureCount {
      let scale = corpus.rarity[feature] / units[Int(corpus.blocks[feature])]
      let isDimension = feature >= corpus.firstDimension
      let least = isDimension ? 0 : Rows.least(Block(rawValue: Int(corpus.blocks[feature])))
      for half in row.indices {
        row[half] = Numerics.rounded(
          weights[half / 2][feature * 2 + half % 2] * scale, least: least)
      }
      rows.append(row, head: neighbours.head(feature), isFull: isDimension)
    }
    return rows
  }

  /// The unit of each block: its greatest weight over `Rows.limit(_:)`.
  private static func units(_ corpus: Corpus, _ weights: [[SIMD16<Float>]]) -> SIMD16<Float> {
    var tops = [SIMD16<Float>](repeating: SIMD16(repeating: 1e-9), count: Block.count)
    for group in weights {
      for feature in 0..<corpus.featureCount {
        let block = Int(corpus.blocks[feature])
        var top = tops[block]
        for half in 0..<2 {
          let weights = group[feature * 2 + half] * corpus.rarity[feature]
          top.replace(with: weights, where: weights .> top)
          top.replace(with: -weights, where: -weights .> top)
        }
        tops[block] = top
      }
    }
    var units = SIMD16<Float>.zero
    for block in tops.indices {
      units[block] = tops[block].max() / Rows.limit(Block(rawValue: block))
    }
    return units
  }
}
