/// The weights of features as whole numbers, row by row, all in one run of cells, which it borrows.
///
/// A row begins with six cells: idf^2p as a float, the number of the feature in 32 bits, the number of
/// pairs, and one that is empty. Then follow pairs of a label and its weight, or, when there would be
/// many, a weight for each label.
struct Rows: @unchecked Sendable {
  /// Marks a row with a weight for each label.
  static let full: Int16 = -1
  /// The greatest weight in a row.
  static let limit: Float = 1023
  /// A weight below this is left out.
  static let least: Int16 = 16
  /// The cells in front of the weights.
  static let head = 6

  /// Labels, rounded up to a multiple of 16.
  let width: Int
  let cells: UnsafePointer<Int16>

  /// So many labels, rounded up.
  static func width(labels: Int) -> Int { (labels + 15) / 16 * 16 }

  /// The idf^2p of a row.
  @inline(__always)
  static func energy(_ row: UnsafePointer<Int16>) -> Float {
    UnsafeRawPointer(row).load(as: Float.self)
  }

  /// The number of a row's feature.
  @inline(__always)
  static func number(_ row: UnsafePointer<Int16>) -> Int32 {
    UnsafeRawPointer(row).load(fromByteOffset: 4, as: Int32.self)
  }

  /// The idf^2p of the row that starts there.
  func energy(_ start: Int) -> Float { Self.energy(cells + start) }

  /// The weight of one label in the row that starts there.
  func weight(_ start: Int, label: Int) -> Int {
    let row = cells + start + Self.head
    let pairs = row[-2]
    if pairs == Self.full { return Int(row[label]) }
    for pair in 0..<Int(pairs) where Int(row[pair * 2]) == label { return Int(row[pair * 2 + 1]) }
    return 0
  }

  /// Adds the row that starts there to sums by label.
  func add(_ start: Int, to sums: inout [Int32]) {
    let row = cells + start + Self.head
    let pairs = row[-2]
    if pairs == Self.full {
      for label in 0..<width { sums[label] += Int32(row[label]) }
    } else {
      for pair in 0..<Int(pairs) { sums[Int(row[pair * 2])] += Int32(row[pair * 2 + 1]) }
    }
  }

  /// Where the rows start that fill cells; nil when the cells are no rows of so many labels.
  static func starts(_ cells: UnsafeBufferPointer<Int16>, labels: Int) -> [UInt32]? {
    let width = width(labels: labels)
    var starts: [UInt32] = []
    var start = 0
    while start < cells.count {
      guard start + head <= cells.count else { return nil }
      let pairs = cells[start + 4]
      guard pairs >= full else { return nil }
      let end = start + head + (pairs == full ? width : Int(pairs) * 2)
      guard end <= cells.count, let base = cells.baseAddress,
        number(base + start) == Int32(starts.count)
      else { return nil }
      if pairs != full {
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
  /// Where each row begins.
  private(set) var starts: [UInt32] = []
  private(set) var cells: [Int16] = []

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - weights: one for each label, as many as the rows are wide.
  ///   - energy: idf^2p.
  ///   - always: whether it has a weight for each label even when most are 0.
  mutating func append(_ weights: [Int16], energy: Float, isFull always: Bool = false) {
    var filled = 0
    for weight in weights where weight != 0 { filled += 1 }
    let isFull = always || filled * 2 > weights.count
    let number = UInt32(starts.count)
    starts.append(UInt32(cells.count))
    for half in [energy.bitPattern, number] {
      cells.append(Int16(truncatingIfNeeded: half))
      cells.append(Int16(truncatingIfNeeded: half >> 16))
    }
    cells.append(isFull ? Rows.full : Int16(filled))
    cells.append(0)
    if isFull {
      cells += weights
    } else {
      for (label, weight) in weights.enumerated() where weight != 0 {
        cells.append(Int16(truncatingIfNeeded: label))
        cells.append(weight)
      }
    }
  }
}
