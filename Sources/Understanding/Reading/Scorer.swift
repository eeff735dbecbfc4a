/// Adds up rows of weights for one message: full rows, some at a time, in sixteen bits, all in 32, and at
/// the end of a block in floating point.
///
/// It works in memory that it is lent, all of it as wide as the rows.
struct Scorer {
  private let wide: UnsafeMutablePointer<Int32>
  /// The scores, before the message's scale and the biases.
  let scores: UnsafeMutablePointer<Float>
  /// Memory for a number for each eight labels.
  let tops: UnsafeMutablePointer<Float>
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
  /// Rows with few and with more pairs.
  private let short: UnsafeMutablePointer<UInt32>
  private let long: UnsafeMutablePointer<UInt32>
  /// How many features there are to compare examples by, and their heads.
  private let heads: UnsafeMutablePointer<RowHead>
  private var comparedCount = 0
  var compared: UnsafeBufferPointer<RowHead> {
    UnsafeBufferPointer(start: heads, count: comparedCount)
  }
  /// How many words, characters or syllables the model does not know, and the sum of idf^2p of the
  /// words that it does.
  var unknown = 0
  private(set) var knownEnergy: Float = 0
  /// Whether English blocks have the length that they have in a Chinese message.
  var isChinese = false

  /// How many bytes of scores it has to be lent.
  static func size(_ width: Int) -> Int { width * 8 + (width + 31) / 32 * 16 }

  init(
    _ bench: Bench, width: Int, units: SIMD16<Float>, lengths: SIMD16<Float>, foreign: Float,
    whole: Float
  ) {
    let memory = bench.scores
    wide = memory.assumingMemoryBound(to: Int32.self)
    scores = (memory + width * 4).assumingMemoryBound(to: Float.self)
    for label in 0..<width { scores[label] = 0 }
    tops = (memory + width * 8).assumingMemoryBound(to: Float.self)
    short = bench.desk.short
    long = bench.desk.long
    heads = bench.desk.compared
    self.width = width
    self.units = units
    self.lengths = lengths
    self.foreign = foreign
    self.whole = whole
  }

  /// Takes a feature to compare by, unless it is none.
  @inline(__always)
  mutating func compare(_ feature: RowHead) {
    heads[comparedCount] = feature
    comparedCount &+= feature.number >= 0 ? 1 : 0
  }

  /// Adds rows of an index by where they start, and forgets where that was. All heads are read before any
  /// row, so that the machine waits for its memory once and not for each row.
  mutating func add(
    _ cells: UnsafePointer<Int16>, _ starts: UnsafeMutablePointer<UInt32>, _ count: Int,
    isCompared: Bool
  ) {
    if count == 0 { return }
    isTouched = true
    var sum = energy
    // Without a branch, which nobody could foretell: full rows to the front, the others to two lists.
    var (fullCount, shortCount, longCount) = (0, 0, 0)
    for place in 0..<count {
      let start = starts[place]
      let head = Rows.head(cells + Int(start))
      sum += head.energy
      if isCompared { compare(head) }
      starts[fullCount] = start
      short[shortCount] = start
      long[longCount] = start
      let isFull = Int(UInt16(bitPattern: head.pairs) >> 15)
      let isLong = Int(UInt16(bitPattern: 4 &- head.pairs) >> 15)
      fullCount &+= isFull
      longCount &+= isLong
      shortCount &+= 1 &- isFull &- isLong
    }
    energy = sum
    for place in 0..<shortCount {
      let row = UnsafeRawPointer(cells + Int(short[place]) + Rows.head)
      addFour(row.load(as: SIMD4<Int32>.self))
    }
    for place in 0..<longCount {
      let row = cells + Int(long[place])
      let pairs = UnsafeRawPointer(row + Rows.head).assumingMemoryBound(to: SIMD4<Int32>.self)
      addFour(pairs[0])
      addFour(pairs[1])
      let fours = Int(Rows.head(row).pairs &+ 3) / 4
      var four = 2
      while four < fours {
        addFour(pairs[four])
        four &+= 1
      }
    }
    addFull(cells + Rows.head, starts, fullCount, mostAdded: Rows.mostAdded)
  }

  /// Adds four pairs of a row; what fills up their number adds nothing.
  @inline(__always)
  private func addFour(_ four: SIMD4<Int32>) {
    wide[Int(four.x & 0xFFFF)] &+= four.x >> 16
    wide[Int(four.y & 0xFFFF)] &+= four.y >> 16
    wide[Int(four.z & 0xFFFF)] &+= four.z >> 16
    wide[Int(four.w & 0xFFFF)] &+= four.w >> 16
  }

  /// Adds rows of a lexicon, which are all full and have no heads.
  ///
  /// - Parameter energy: the sum of their idf^2p.
  @inline(__always)
  mutating func add(
    words cells: UnsafePointer<Int16>, _ starts: UnsafePointer<UInt32>, _ count: Int,
    energy: Float
  ) {
    if count == 0 { return }
    self.energy += energy
    isTouched = true
    addFull(cells, starts, count, mostAdded: Lexicon.mostAdded)
  }

  /// Adds a word that no example holds, by its components.
  mutating func add(_ components: UnsafePointer<Int8>, _ meanings: Meanings) {
    energy += meanings.rarity * meanings.rarity
    isTouched = true
    meanings.add(components, to: wide)
  }

  /// Adds rows that have a weight for each label, as many at a time as sixteen bits hold.
  private func addFull(
    _ cells: UnsafePointer<Int16>, _ starts: UnsafePointer<UInt32>, _ count: Int, mostAdded: Int
  ) {
    var first = 0
    while first < count {
      let last = min(count, first &+ mostAdded)
      var label = 0
      while label &+ 64 <= width {
        addEight(UnsafeRawPointer(cells + label), starts + first, last &- first, label)
        label &+= 64
      }
      while label < width {
        addTwo(UnsafeRawPointer(cells + label), starts + first, last &- first, label)
        label &+= 16
      }
      first = last
    }
  }

  /// Adds 64 weights of each row: eight registers.
  @inline(__always)
  private func addEight(
    _ column: UnsafeRawPointer, _ starts: UnsafePointer<UInt32>, _ count: Int, _ label: Int
  ) {
    typealias Eight = SIMD8<Int16>
    var (one, two, three, four) = (Eight.zero, Eight.zero, Eight.zero, Eight.zero)
    var (five, six, seven, eight) = (Eight.zero, Eight.zero, Eight.zero, Eight.zero)
    for place in 0..<count {
      let row = column + Int(starts[place]) &* 2
      one &+= row.load(as: Eight.self)
      two &+= row.load(fromByteOffset: 16, as: Eight.self)
      three &+= row.load(fromByteOffset: 32, as: Eight.self)
      four &+= row.load(fromByteOffset: 48, as: Eight.self)
      five &+= row.load(fromByteOffset: 64, as: Eight.self)
      six &+= row.load(fromByteOffset: 80, as: Eight.self)
      seven &+= row.load(fromByteOffset: 96, as: Eight.self)
      eight &+= row.load(fromByteOffset: 112, as: Eight.self)
    }
    widen(one, label)
    widen(two, label &+ 8)
    widen(three, label &+ 16)
    widen(four, label &+ 24)
    widen(five, label &+ 32)
    widen(six, label &+ 40)
    widen(seven, label &+ 48)
    widen(eight, label &+ 56)
  }

  /// Adds 16 weights of each row.
  @inline(__always)
  private func addTwo(
    _ column: UnsafeRawPointer, _ starts: UnsafePointer<UInt32>, _ count: Int, _ label: Int
  ) {
    var (one, two) = (SIMD8<Int16>.zero, SIMD8<Int16>.zero)
    for place in 0..<count {
      let row = column + Int(starts[place]) &* 2
      one &+= row.load(as: SIMD8<Int16>.self)
      two &+= row.load(fromByteOffset: 16, as: SIMD8<Int16>.self)
    }
    widen(one, label)
    widen(two, label &+ 8)
  }

  @inline(__always)
  private func widen(_ sums: SIMD8<Int16>, _ label: Int) {
    let target = UnsafeMutableRawPointer(wide + label)
    target.storeBytes(
      of: target.load(as: SIMD8<Int32>.self) &+ SIMD8<Int32>(truncatingIfNeeded: sums),
      as: SIMD8<Int32>.self)
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
