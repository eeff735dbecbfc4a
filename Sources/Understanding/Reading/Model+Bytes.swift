extension Model {
  private static let mark: [UInt8] = Array("xiaoer-model-2\n".utf8)

  /// The model as bytes; the same on any machine.
  public func serialised() -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes = Self.mark
    writer.numbers([isChinese ? 1 : 0] as [UInt8])
    writer.texts(labels)
    writer.texts(words)
    writer.numbers(rejectLabels.sorted().map(UInt32.init))
    writer.numbers(keys)
    writer.numbers(rows.cells)
    writer.numbers((0..<16).map { units[$0].bitPattern })
    writer.numbers(recipe.lengths.map(\.bitPattern))
    writer.numbers(biases.map(\.bitPattern))
    writer.numbers([calibration.sharpness.bitPattern, calibration.threshold.bitPattern])
    writer.numbers(neighbours.sources)
    writer.numbers(neighbours.bounds)
    writer.ascents(neighbours.features, neighbours.bounds)
    return writer.bytes
  }

  /// Reads a model back.
  ///
  /// - Throws: `ModelError` when the bytes are not what `serialised()` gave.
  public init(bytes: [UInt8]) throws(ModelError) {
    guard bytes.starts(with: Self.mark) else { throw .unknownFormat }
    var reader = ByteReader(bytes: bytes, place: Self.mark.count)
    let isChinese = try reader.numbers(UInt8.self) == [1]
    let labels = try reader.texts()
    let words = try reader.texts()
    let rejects = try reader.numbers(UInt32.self).map(Int.init)
    let keys = try reader.numbers(UInt32.self)
    let cells = try reader.numbers(Int16.self)
    let units = try reader.numbers(UInt32.self)
    let lengths = try reader.numbers(UInt32.self)
    let biases = try reader.numbers(UInt32.self)
    let calibration = try reader.numbers(UInt32.self)
    let sources = try reader.numbers(Int32.self)
    let bounds = try reader.numbers(Int32.self)
    let features = try reader.ascents(bounds, below: keys.count)
    guard units.count == 16, lengths.count == Block.count, biases.count == labels.count,
      calibration.count == 2,
      bounds.count == sources.count + 1, rejects.allSatisfy({ $0 < labels.count }),
      let rows = Rows(labels: labels.count, count: keys.count, cells: cells)
    else { throw .damaged }
    var unit = SIMD16<Float>.zero
    for place in 0..<16 { unit[place] = Float(bitPattern: units[place]) }
    self.init(
      labels: labels, rejectLabels: Set(rejects), isChinese: isChinese,
      keys: keys, rows: rows, units: unit,
      biases: biases.map(Float.init(bitPattern:)),
      neighbours: Neighbours(
        features: features, bounds: bounds, sources: sources,
        energies: keys.indices.map { rows.energy($0) }),
      calibration: Calibration(
        sharpness: Float(bitPattern: calibration[0]), threshold: Float(bitPattern: calibration[1])),
      words: words, lengths: lengths.map(Float.init(bitPattern:)))
  }
}
