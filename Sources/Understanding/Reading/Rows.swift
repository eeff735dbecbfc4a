/// What stands in front of a row's weights: sixteen bytes, all that is asked of a feature but them.
struct RowHead: Sendable, BitwiseCopyable {
  /// idf^2p.
  var energy: Float = 0
  /// The number of the feature; −1 for none.
  var number: Int32 = -1
  /// How many pairs of a label and its weight follow, or `Rows.full`.
  var pairs: Int16 = 0
  /// How many examples are found by it, at most `mostHolders`, and where the list of them begins.
  var holders: UInt16 = 0
  var firstHolder: UInt32 = 0

  /// Of more examples the first so many are found.
  static let mostHolders = Int(UInt16.max)
}

/// The weights of features as whole numbers, row by row, all in one run of cells, which it borrows.
///
/// A row begins with its head. Then follow pairs of a label and its weight, or, when there would be
/// many, a weight for each label; and what is missing to a multiple of sixteen bytes. In front of a row
/// may be blank heads, so that it lies in as few lines of the processor's memory as it can.
struct Rows: @unchecked Sendable {
  /// Marks a row with a weight for each label.
  static let full: Int16 = -1
  /// Sixteen-bit sums of so many rows hold.
  static let mostAdded = 32
  /// The cells of a head; every row begins at a multiple of as many.
  static let head = 8
  /// The cells of a line of memory.
  static let line = 32

  /// Labels, rounded up to a multiple of 16.
  let width: Int
  let cells: UnsafePointer<Int16>

  /// The greatest weight in a row of a block; less for letters, of which a word has many, so that sixteen
  /// bits hold a whole word's.
  static func limit(_ block: Block?) -> Float { block == .letters ? 255 : 1023 }

  /// A weight below this is left out.
  static func least(_ block: Block?) -> Float { block == .letters ? 4 : 16 }

  /// So many labels, rounded up.
  static func width(labels: Int) -> Int { (labels + 15) / 16 * 16 }

  /// The head of a row.
  @inline(__always)
  static func head(_ row: UnsafePointer<Int16>) -> RowHead {
    UnsafeRawPointer(row).load(as: RowHead.self)
  }

  /// How many cells so many pairs take: at least as many as four of them.
  static func size(pairs: Int) -> Int { max(1, (pairs * 2 + head - 1) / head) * head }

  /// The head of the row that starts there.
  func head(_ start: Int) -> RowHead { Self.head(cells + start) }

  /// The weight of one label in the row that starts there.
  func weight(_ start: Int, label: Int) -> Int {
    let row = cells + start + Self.head
    let pairs = head(start).pairs
    if pairs == Self.full { return Int(row[label]) }
    for pair in 0..<Int(pairs) where Int(row[pair * 2]) == label { return Int(row[pair * 2 + 1]) }
    return 0
  }

  /// Adds the row that starts there to sums by label.
  func add(_ start: Int, to sums: inout [Int32]) {
    let row = cells + start + Self.head
    let pairs = head(start).pairs
    if pairs == Self.full {
      for label in 0..<width { sums[label] += Int32(row[label]) }
    } else {
      for pair in 0..<Int(pairs) { sums[Int(row[pair * 2])] += Int32(row[pair * 2 + 1]) }
    }
  }

  /// Where the rows start that fill cells; nil when the cells are no rows of so many labels, or their
  /// heads name holders behind the last of so many, or no energy.
  static func starts(
    _ cells: UnsafeBufferPointer<Int16>, labels: Int, holders: Int
  ) -> [UInt32]? {
    guard !cells.isEmpty, let base = cells.baseAddress else { return [] }
    let width = width(labels: labels)
    var starts: [UInt32] = []
    var start = 0
    while start < cells.count {
      guard start + head <= cells.count else { return nil }
      let row = Self.head(base + start)
      if row.energy == 0 {
        start += head
        continue
      }
      guard row.energy > 0, row.energy.isFinite, row.pairs >= full,
        row.number == Int32(starts.count), Int(row.firstHolder) + Int(row.holders) <= holders
      else { return nil }
      let end = start + head + (row.pairs == full ? width : size(pairs: Int(row.pairs)))
      guard end <= cells.count else { return nil }
      if row.pairs != full {
        for label in stride(from: start + head, to: end, by: 2) {
          guard cells[label] >= 0, Int(cells[label]) < width else { return nil }
        }
      }
      starts.append(UInt32(start))
      start = end
    }
    return starts
  }
}

/// Writes rows.
struct RowWriter {
  /// A row is full when more than one weight of so many is not 0: adding eight neighbours costs less than
  /// adding one pair.
  private static let density = 8
  /// Where each row begins.
  private(set) var starts: [UInt32] = []
  private(set) var cells: [Int16] = []

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - weights: one for each label, as many as the rows are wide, sixteen at a time.
  ///   - head: what is known of the feature; its number and how many pairs there are, are found here.
  ///   - always: whether it has a weight for each label even when most are 0, and stands right behind
  ///     the one before it.
  mutating func append(_ weights: [SIMD16<Int16>], head: RowHead, isFull always: Bool = false) {
    let filled = weights.withUnsafeBytes { bytes in
      bytes.bindMemory(to: Int16.self).reduce(0) { $0 &+ ($1 == 0 ? 0 : 1) }
    }
    let isFull = always || filled * Self.density > weights.count * 16
    var head = head
    head.number = Int32(starts.count)
    head.pairs = isFull ? Rows.full : Int16(filled)
    if !always { align(Rows.head + (isFull ? weights.count * 16 : Rows.size(pairs: filled))) }
    starts.append(UInt32(cells.count))
    withUnsafeBytes(of: head) { cells += $0.bindMemory(to: Int16.self) }
    if isFull {
      weights.withUnsafeBytes { cells += $0.bindMemory(to: Int16.self) }
    } else {
      for (place, sixteen) in weights.enumerated() where sixteen != .zero {
        for lane in 0..<16 where sixteen[lane] != 0 {
          cells.append(Int16(truncatingIfNeeded: place * 16 + lane))
          cells.append(sixteen[lane])
        }
      }
      let end = Int(starts[starts.count - 1]) + Rows.head + Rows.size(pairs: filled)
      while cells.count < end { cells.append(0) }
    }
  }

  /// Goes on to where a row of so many cells lies in as few lines as it can.
  private mutating func align(_ size: Int) {
    let lines = { (start: Int) in (start % Rows.line + size + Rows.line - 1) / Rows.line }
    let fewest = lines(0)
    while lines(cells.count) > fewest { cells += repeatElement(0, count: Rows.head) }
  }
}
