/// Adds up rows of weights for one message: eight full rows at a time in sixteen bits, all in 32, and at
/// the end of a block in floating point.
///
/// It works in memory that it is lent, all of it as wide as the rows.
struct Scorer {
  private let wide: UnsafeMutablePointer<Int32>
  /// The scores, before the message's scale and the biases.
  let scores: UnsafeMutablePointer<Float>
  private let width: Int
  private let units: SIMD16<Float>
  private let lengths: SIMD16<Float>
  private let foreign: Float
  private let whole: Float
  private var isTouched = false
  /// The sum of idf^2p in the block.
  private var energy: Float = 0
  /// The squared lengths of the blocks so far.
  private var total: Float = 0
  /// The features to compare examples by, as many as `comparedCount`.
  let compared: UnsafeMutablePointer<Int32>
  private(set) var comparedCount = 0
  /// How many words, characters or syllables the model does not know, and the sum of idf^2p of the
  /// words that it does.
  var unknown = 0
  private(set) var knownEnergy: Float = 0
  /// Whether English blocks have the length that they have in a Chinese message.
  var isChinese = false

  /// How many bytes of scores it has to be lent.
  static func size(_ width: Int) -> Int { width * 8 }

  /// - Parameters:
  ///   - memory: as many bytes as `size` says, at a multiple of 16.
  ///   - compared: room for the features to compare by.
  init(
    _ memory: UnsafeMutableRawPointer, compared: UnsafeMutablePointer<Int32>, width: Int,
    units: SIMD16<Float>, lengths: SIMD16<Float>, foreign: Float, whole: Float
  ) {
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: Self.size(width))
    wide = memory.assumingMemoryBound(to: Int32.self)
    scores = (memory + width * 4).assumingMemoryBound(to: Float.self)
    self.compared = compared
    self.width = width
    self.units = units
    self.lengths = lengths
    self.foreign = foreign
    self.whole = whole
  }

  /// Takes a feature to compare by.
  @inline(__always)
  mutating func compare(_ feature: Int32) {
    compared[comparedCount] = feature
    comparedCount &+= 1
  }

  /// Adds rows by where they start, and forgets where that was. All heads are read before any row, so
  /// that the machine waits for its memory once and not for each row.
  mutating func add(
    _ cells: UnsafePointer<Int16>, _ starts: UnsafeMutablePointer<UInt32>, _ count: Int,
    isCompared: Bool
  ) {
    if count == 0 { return }
    var sum = energy
    for place in 0..<count { sum += Rows.energy(cells + Int(starts[place])) }
    energy = sum
    isTouched = true
    if isCompared {
      for place in 0..<count { compare(Rows.number(cells + Int(starts[place]))) }
    }
    var full = 0
    for place in 0..<count {
      let head = cells + Int(starts[place])
      let pairs = Int(head[4])
      if pairs >= 0 {
        let source = UnsafeRawPointer(head + Rows.head).assumingMemoryBound(to: Int32.self)
        for pair in 0..<pairs {
          let cell = source[pair]
          wide[Int(cell & 0xFFFF)] &+= cell >> 16
        }
      } else {
        starts[full] = starts[place]
        full &+= 1
      }
    }
    var first = 0
    while first < full {
      let last = min(full, first &+ 8)
      addFull(cells + Rows.head, starts + first, last &- first)
      first = last
    }
  }

  /// Adds a word that no example holds, by its components.
  mutating func add(_ components: UnsafePointer<Int8>, _ meanings: Meanings) {
    energy += meanings.rarity * meanings.rarity
    isTouched = true
    meanings.add(components, to: wide)
  }

  /// Adds at most eight rows that have a weight for each label.
  @inline(__always)
  private func addFull(
    _ cells: UnsafePointer<Int16>, _ starts: UnsafePointer<UInt32>, _ count: Int
  ) {
    var label = 0
    while label < width {
      let column = UnsafeRawPointer(cells + label)
      var low = SIMD8<Int16>.zero
      var high = SIMD8<Int16>.zero
      for place in 0..<count {
        let row = column + Int(starts[place]) &* 2
        low &+= row.loadUnaligned(as: SIMD8<Int16>.self)
        high &+= row.loadUnaligned(fromByteOffset: 16, as: SIMD8<Int16>.self)
      }
      let target = UnsafeMutableRawPointer(wide + label)
      let one = target.load(as: SIMD8<Int32>.self) &+ SIMD8<Int32>(truncatingIfNeeded: low)
      let two =
        target.load(fromByteOffset: 32, as: SIMD8<Int32>.self)
        &+ SIMD8<Int32>(truncatingIfNeeded: high)
      target.storeBytes(of: one, as: SIMD8<Int32>.self)
      target.storeBytes(of: two, toByteOffset: 32, as: SIMD8<Int32>.self)
      label &+= 16
    }
  }

  /// Ends a block: takes its sums into the scores.
  mutating func close(_ block: Block) {
    guard isTouched else { return }
    let length = isChinese && block.isEnglish ? foreign : lengths[block.rawValue]
    total += length * length
    if block == .words { knownEnergy += energy }
    let factor = length / energy.squareRoot() * units[block.rawValue]
    for label in 0..<width { scores[label] += Float(wide[label]) * factor }
    for label in 0..<width { wide[label] = 0 }
    energy = 0
    isTouched = false
  }

  /// Brings the scores to the message's length and adds the biases; false when no feature was known.
  func finish(_ biases: UnsafeBufferPointer<Float>) -> Bool {
    let scale = total > 0 ? (whole / total).squareRoot() : 0
    for label in 0..<biases.count { scores[label] = scores[label] * scale + biases[label] }
    return total > 0
  }
}
