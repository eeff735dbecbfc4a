/// Adds up rows of weights for one message: in sixteen bits while eight rows last, then in 32, and at
/// the end of a block in floating point.
///
/// It works in memory that it is lent, all of it as wide as the rows.
struct Scorer {
  private let narrow: UnsafeMutablePointer<Int16>
  private let wide: UnsafeMutablePointer<Int32>
  /// The scores, before the message's scale and the biases.
  let scores: UnsafeMutablePointer<Float>
  private let width: Int
  private let units: SIMD16<Float>
  private let lengths: SIMD16<Float>
  private let foreign: Float
  private let whole: Float
  private var pending = 0
  private var isTouched = false
  /// The sum of idf^2p in the block.
  private var energy: Float = 0
  /// The squared lengths of the blocks so far.
  private var total: Float = 0
  /// The features to compare examples by, as many as `comparedCount`.
  let compared: UnsafeMutablePointer<Int32>
  private(set) var comparedCount = 0
  /// How many words, characters or syllables the model does not know.
  var unknown = 0
  /// Whether English blocks have the length that they have in a Chinese message.
  var isChinese = false

  /// How many bytes of scores it has to be lent.
  static func size(_ width: Int) -> Int { width * 10 }

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
    narrow = (memory + width * 8).assumingMemoryBound(to: Int16.self)
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

  /// Adds rows by where they start. All heads are read before any row, so that the machine waits
  /// for its memory once and not for each row.
  @inline(__always)
  mutating func add(
    _ cells: UnsafePointer<Int16>, _ starts: UnsafePointer<UInt32>, _ count: Int, isCompared: Bool
  ) {
    if count == 0 { return }
    var sum = energy
    for place in 0..<count { sum += Rows.energy(cells + Int(starts[place])) }
    energy = sum
    if isCompared {
      for place in 0..<count { compare(Rows.number(cells + Int(starts[place]))) }
    }
    for place in 0..<count { add(cells + Int(starts[place])) }
    isTouched = true
  }

  /// Adds a row, and its idf^2p to the block's.
  @inline(__always)
  mutating func addOne(_ head: UnsafePointer<Int16>) {
    energy += Rows.energy(head)
    isTouched = true
    add(head)
  }

  @inline(__always)
  private mutating func add(_ head: UnsafePointer<Int16>) {
    let row = head + Rows.head
    let pairs = Int(head[4])
    if pairs >= 0 {
      let source = UnsafeRawPointer(row).assumingMemoryBound(to: Int32.self)
      for pair in 0..<pairs {
        let cell = source[pair]
        wide[Int(cell & 0xFFFF)] &+= cell >> 16
      }
      return
    }
    let source = UnsafeRawPointer(row)
    let target = UnsafeMutableRawPointer(narrow)
    var offset = 0
    while offset < width &* 2 {
      let sum =
        target.load(fromByteOffset: offset, as: SIMD8<Int16>.self)
        &+ source.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int16>.self)
      target.storeBytes(of: sum, toByteOffset: offset, as: SIMD8<Int16>.self)
      offset &+= 16
    }
    pending &+= 1
    if pending == 8 { widen() }
  }

  private mutating func widen() {
    for label in 0..<width {
      wide[label] &+= Int32(narrow[label])
      narrow[label] = 0
    }
    pending = 0
  }

  /// Ends a block: takes its sums into the scores.
  mutating func close(_ block: Block) {
    guard isTouched else { return }
    if pending > 0 { widen() }
    let length = isChinese && block.isEnglish ? foreign : lengths[block.rawValue]
    total += length * length
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
