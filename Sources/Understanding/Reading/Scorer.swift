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
  private let recipe: Recipe
  private var pending = 0
  private var isTouched = false
  /// The sum of idf^2p in the block.
  private var energy: Float = 0
  /// The squared lengths of the blocks so far.
  private var total: Float = 0
  /// The features to compare examples by.
  var compared: [Int32] = []
  /// How many words, characters or syllables the model does not know.
  var unknown = 0
  /// Whether English blocks have the length that they have in a Chinese message.
  var isChinese = false

  /// How many 32-bit numbers it has to be lent.
  static func size(_ width: Int) -> Int { width * 3 }

  init(_ memory: UnsafeMutablePointer<Int32>, width: Int, model: Model) {
    narrow = UnsafeMutableRawPointer(memory + width * 2).assumingMemoryBound(to: Int16.self)
    wide = memory
    scores = UnsafeMutableRawPointer(memory + width).assumingMemoryBound(to: Float.self)
    self.width = width
    units = model.units
    recipe = model.recipe
    UnsafeMutableRawPointer(memory).initializeMemory(
      as: UInt8.self, repeating: 0, count: width * 12)
    compared.reserveCapacity(96)
  }

  /// Adds rows by where they start. All heads are read before any row, so that the machine waits
  /// for its memory once and not for each row.
  @inline(__always)
  mutating func add(
    _ cells: UnsafePointer<Int16>, _ starts: Slice<UnsafeMutableBufferPointer<UInt32>>
  ) {
    for start in starts { energy += Rows.energy(cells + Int(start)) }
    for start in starts { add(cells + Int(start)) }
    if !starts.isEmpty { isTouched = true }
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
    let pairs = head[2]
    if pairs != Rows.full {
      var cell = 0
      while cell < Int(pairs) * 2 {
        wide[Int(row[cell])] &+= Int32(row[cell + 1])
        cell += 2
      }
      return
    }
    let source = UnsafeRawPointer(row)
    let target = UnsafeMutableRawPointer(narrow)
    for offset in stride(from: 0, to: width * 2, by: 32) {
      let sum =
        target.loadUnaligned(fromByteOffset: offset, as: SIMD16<Int16>.self)
        &+ source.loadUnaligned(fromByteOffset: offset, as: SIMD16<Int16>.self)
      target.storeBytes(of: sum, toByteOffset: offset, as: SIMD16<Int16>.self)
    }
    pending += 1
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
    let length = isChinese && block.isEnglish ? recipe.foreign : recipe.lengths[block.rawValue]
    total += length * length
    let factor = length / energy.squareRoot() * units[block.rawValue]
    for label in 0..<width {
      scores[label] += Float(wide[label]) * factor
      wide[label] = 0
    }
    energy = 0
    isTouched = false
  }

  /// Brings the scores to the message's length and adds the biases; false when no feature was known.
  func finish(_ biases: [Float]) -> Bool {
    let scale = total > 0 ? (recipe.energy / total).squareRoot() : 0
    for label in biases.indices { scores[label] = scores[label] * scale + biases[label] }
    return total > 0
  }
}
