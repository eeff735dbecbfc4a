/// The weights of features as whole numbers, row by row, all in one run of cells.
///
/// A row begins with three cells: idf^2p as the two halves of a float, and the number of pairs. Then
/// follow pairs of a label and its weight, or, when there would be many, a weight for each label.
struct Rows: Sendable {
  /// Marks a row with a weight for each label.
  static let full: Int16 = -1
  /// The greatest weight in a row.
  static let limit: Float = 1023
  /// A weight below this is left out.
  static let least: Int16 = 16
  /// The cells in front of the weights.
  static let head = 3

  /// Labels, rounded up to a multiple of 16.
  let width: Int
  /// Where each row begins.
  private(set) var starts: [UInt32] = []
  private(set) var cells: [Int16] = []

  init(labels: Int) { width = (labels + 15) / 16 * 16 }

  /// Takes in cells that were written; nil when they are not rows.
  init?(labels: Int, count: Int, cells: [Int16]) {
    self.init(labels: labels)
    self.cells = cells
    var start = 0
    starts.reserveCapacity(count)
    for _ in 0..<count {
      guard start + Self.head <= cells.count else { return nil }
      starts.append(UInt32(start))
      let pairs = cells[start + 2]
      guard pairs >= Self.full else { return nil }
      let end = start + Self.head + (pairs == Self.full ? width : Int(pairs) * 2)
      guard end <= cells.count else { return nil }
      if pairs != Self.full {
        for label in stride(from: start + Self.head, to: end, by: 2) {
          guard cells[label] >= 0, Int(cells[label]) < width else { return nil }
        }
      }
      start = end
    }
    if start != cells.count { return nil }
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - weights: one for each label, `width` of them.
  ///   - energy: idf^2p.
  mutating func append(_ weights: [Int16], energy: Float) {
    var filled = 0
    for weight in weights where weight != 0 { filled += 1 }
    let isFull = filled * 2 > width
    starts.append(UInt32(cells.count))
    cells.append(Int16(truncatingIfNeeded: energy.bitPattern))
    cells.append(Int16(truncatingIfNeeded: energy.bitPattern >> 16))
    cells.append(isFull ? Self.full : Int16(filled))
    if isFull {
      cells += weights
    } else {
      for (label, weight) in weights.enumerated() where weight != 0 {
        cells.append(Int16(truncatingIfNeeded: label))
        cells.append(weight)
      }
    }
  }

  /// The idf^2p of a row.
  @inline(__always)
  static func energy(_ row: UnsafePointer<Int16>) -> Float {
    Float(
      bitPattern: UInt32(UInt16(bitPattern: row[0])) | UInt32(UInt16(bitPattern: row[1])) << 16)
  }

  /// The idf^2p of a row.
  func energy(_ row: Int) -> Float {
    let start = Int(starts[row])
    return Float(
      bitPattern: UInt32(UInt16(bitPattern: cells[start]))
        | UInt32(UInt16(bitPattern: cells[start + 1])) << 16)
  }

  /// The weight of one label in a row.
  func weight(_ row: Int, label: Int) -> Int {
    let start = Int(starts[row]) + Self.head
    let pairs = cells[start - 1]
    if pairs == Self.full { return Int(cells[start + label]) }
    for pair in 0..<Int(pairs) where Int(cells[start + pair * 2]) == label {
      return Int(cells[start + pair * 2 + 1])
    }
    return 0
  }

  /// Adds a row to sums by label.
  func add(_ row: Int, to sums: inout [Int32]) {
    let start = Int(starts[row]) + Self.head
    let pairs = cells[start - 1]
    if pairs == Self.full {
      for label in 0..<width { sums[label] += Int32(cells[start + label]) }
    } else {
      for pair in 0..<Int(pairs) {
        sums[Int(cells[start + pair * 2])] += Int32(cells[start + pair * 2 + 1])
      }
    }
  }
}
