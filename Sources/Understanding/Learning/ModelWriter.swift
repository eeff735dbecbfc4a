extension Model {
  /// Puts together what was learned.
  init(
    set: TrainingSet, corpus: Corpus, weights: KeptWeights, neighbours: NeighbourTables,
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
    writer.floats(.biases, weights.biases)
    writer.floats(.units, (0..<Block.count).map { weights.units[$0] })
    writer.floats(.lengths, corpus.recipe.lengths)
    writer.floats(
      .calibration, [neighbours.rarest, corpus.unseenRarity] + calibration.numbers)
    let rows = Self.rows(
      corpus, weights, neighbours, width: Rows.width(labels: set.labels.count))
    writer.numbers(.cells, rows.cells)
    let tables = Index.tables(corpus.vocabulary.keys, rows.starts)
    writer.numbers(.bits, tables.bits)
    writer.numbers(.slots, tables.slots)
    neighbours.write(to: &writer)
    self.init(trusted: Memory(writer.bytes()))
  }

  private static func rows(
    _ corpus: Corpus, _ weights: KeptWeights, _ neighbours: NeighbourTables, width: Int
  ) -> RowWriter {
    var rows = RowWriter()
    var row = [SIMD16<Int16>](repeating: .zero, count: width / 16)
    let units = weights.units
    weights.visit(width: width) { feature, weights in
      let scale = corpus.rarity[feature] / units[Int(corpus.blocks[feature])]
      let isDimension = feature >= corpus.firstDimension
      let least = isDimension ? 0 : Rows.least(Block(rawValue: Int(corpus.blocks[feature])))
      for sixteen in row.indices {
        row[sixteen] = Numerics.rounded(weights[sixteen] * scale, least: least)
      }
      rows.append(row, head: neighbours.head(feature), isFull: isDimension)
    }
    return rows
  }
}
