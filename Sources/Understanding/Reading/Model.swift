/// A trained model; it never changes, and is read where it lies in memory.
public struct Model: Sendable {
  /// The names of what can be meant.
  public let labels: [String]
  /// The labels that stand for "none of these".
  public let rejectLabels: Set<Int>
  /// Whether any example is Chinese; if not, no word is taken for pinyin.
  let isChinese: Bool
  /// Where the row of each feature is.
  let index: Index
  /// The weights times idf^p in units of their block.
  let rows: Rows
  let units: SIMD16<Float>
  /// The length of each block's vector, and that of the English ones in a Chinese message.
  let lengths: SIMD16<Float>
  /// The bias of each label.
  let biases: [Float]
  let neighbours: Neighbours
  let calibration: Calibration
  /// What unknown words are slips of.
  let spelling: Spelling
  /// What words mean that no example holds.
  let meanings: Meanings
  /// What all of it borrows from.
  private let memory: Memory

  /// The recipe that it was made by; only its lengths are kept in bytes.
  var recipe: Recipe {
    var recipe = Recipe()
    recipe.lengths = (0..<Block.count).map { lengths[$0] }
    return recipe
  }
  /// Whether pairs of words are features.
  var hasPairs: Bool { units[Block.pairs.rawValue] > 1e-10 }
  /// How many features and how many vectors of examples there are.
  let featureCount: Int
  let vectorCount: Int
  /// The English words of the examples.
  var words: [String] { Layout(bytes: memory.bytes).texts(.words) }

  /// Takes the bytes as they are.
  init(trusted memory: Memory) {
    self.memory = memory
    let layout = Layout(bytes: memory.bytes)
    labels = layout.texts(.labels)
    rejectLabels = Set(layout.numbers(.rejects, UInt32.self).map(Int.init))
    isChinese = layout.numbers(.script, UInt8.self).first == 1
    index = Index(layout)
    rows = Rows(
      width: Rows.width(labels: labels.count),
      cells: Layout.pointer(layout.bytes, layout.range(.cells).lowerBound))
    biases = Array(layout.numbers(.biases, Float.self))
    vectorCount = layout.numbers(.sources, Int32.self).count
    featureCount = Int(layout.numbers(.features, Int32.self).last ?? 0)
    let unit = layout.numbers(.units, Float.self)
    let length = layout.numbers(.lengths, Float.self)
    var (units, lengths) = (SIMD16<Float>.zero, SIMD16<Float>.zero)
    for block in 0..<Block.count { (units[block], lengths[block]) = (unit[block], length[block]) }
    (self.units, self.lengths) = (units, lengths)
    spelling = Spelling(layout)
    let figures = layout.numbers(.calibration, Float.self)
    calibration = Calibration(numbers: figures.dropFirst(2))
    neighbours = Neighbours(layout, rarest: figures[0])
    meanings = Meanings(rows, rarity: figures[1], cells: layout.numbers(.cells, Int16.self).count)
  }

  /// The model in bytes of the program itself, which its build wrote and which nothing checks again.
  ///
  /// - Parameter bytes: what `serialised()` gave, at a multiple of 64, to stay until the process ends.
  public init(resident bytes: UnsafeRawBufferPointer) {
    self.init(trusted: Memory(resident: bytes))
  }

  /// Reads a model back.
  ///
  /// - Throws: `ModelError` when the bytes are not what `serialised()` gave.
  public init(bytes: [UInt8]) throws(ModelError) {
    guard bytes.starts(with: Layout.mark.dropLast()) else { throw .unknownFormat }
    let memory = Memory(bytes)
    guard Self.isSound(Layout(bytes: memory.bytes)) else { throw .damaged }
    self.init(trusted: memory)
  }

  /// How often a reading is right whose best candidate has this probability, 0…1: the candidates'
  /// probabilities say how they stand to each other, and this what was counted on examples held out.
  public func confidence(of probability: Float) -> Float {
    calibration.confidence(of: probability)
  }

  /// The model as bytes; the same on any machine.
  public func serialised() -> [UInt8] { Array(memory.bytes) }

  /// Whether bytes can be read safely, whatever they say.
  private static func isSound(_ layout: Layout) -> Bool {
    guard layout.isSound() else { return false }
    let labels = layout.texts(.labels).count
    let starts = Rows.starts(
      layout.numbers(.cells), labels: labels, holders: layout.numbers(.holders, Int32.self).count)
    guard let starts, Index.isSound(layout, starts: starts.dropLast(WordVectors.dimensions)) else {
      return false
    }
    let figures = [Layout.Part.units, .lengths, .biases, .calibration, .inverse]
    return figures.allSatisfy { layout.numbers($0, Float.self).allSatisfy(\.isFinite) }
      && layout.numbers(.units, Float.self).count == Block.count
      && layout.numbers(.lengths, Float.self).count == Block.count
      && layout.numbers(.biases, Float.self).count == labels
      && layout.numbers(.calibration, Float.self).count >= 4
      && layout.numbers(.rejects, UInt32.self).allSatisfy { $0 < UInt32(labels) }
      && NeighbourTables.isSound(layout, features: starts.count)
      && Spelling.isSound(layout)
      && Meanings.isSound(layout, starts: starts)
  }
}
