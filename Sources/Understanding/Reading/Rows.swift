/// The weights of features as whole numbers, row by row: a row with few labels as pairs of label and
/// weight, a full one as one weight for each label.
struct Rows: Sendable {
  /// Where a row is.
  struct Place: Sendable {
    /// The index of its first cell.
    var start: UInt32
    /// How many pairs it has; `full` when it has a weight for each label.
    var pairs: UInt16
  }

  /// Marks a full row.
  static let full = UInt16.max
  /// The greatest weight in a row.
  static let limit: Float = 1023

  /// Labels, rounded up to a multiple of 16.
  let width: Int
  private(set) var places: [Place] = []
  private(set) var cells: [Int16] = []

  init(labels: Int) { width = (labels + 15) / 16 * 16 }

  init(labels: Int, pairs: [UInt16], cells: [Int16]) {
    self.init(labels: labels)
    var start = 0
    places.reserveCapacity(pairs.count)
    for pairs in pairs {
      places.append(Place(start: UInt32(start), pairs: pairs))
      start += pairs == Self.full ? width : Int(pairs) * 2
    }
    self.cells = cells
  }

  /// Whether every row lies within the cells, and every label within the width.
  var isSound: Bool {
    for place in places {
      let start = Int(place.start)
      let count = place.pairs == Self.full ? width : Int(place.pairs) * 2
      guard start + count <= cells.count else { return false }
      if place.pairs == Self.full { continue }
      for pair in 0..<Int(place.pairs) {
        guard cells[start + pair * 2] >= 0, Int(cells[start + pair * 2]) < width else {
          return false
        }
      }
    }
    return true
  }

  /// Adds a row.
  ///
  /// - Parameter weights: one for each label, `width` of them.
  mutating func append(_ weights: [Int16]) {
    let filled = weights.count { $0 != 0 }
    let isFull = filled * 3 > width
    places.append(Place(start: UInt32(cells.count), pairs: isFull ? Self.full : UInt16(filled)))
    if isFull {
      cells += weights
    } else {
      for (label, weight) in weights.enumerated() where weight != 0 {
        cells.append(Int16(truncatingIfNeeded: label))
        cells.append(weight)
      }
    }
  }

  /// The weight of one label in a row.
  func weight(_ row: Int, label: Int) -> Int {
    let place = places[row]
    let start = Int(place.start)
    if place.pairs == Self.full { return Int(cells[start + label]) }
    for pair in 0..<Int(place.pairs) where Int(cells[start + pair * 2]) == label {
      return Int(cells[start + pair * 2 + 1])
    }
    return 0
  }

  /// Adds a row to sums by label.
  func add(_ row: Int, to sums: inout [Int32]) {
    let place = places[row]
    let start = Int(place.start)
    if place.pairs == Self.full {
      for label in 0..<width { sums[label] += Int32(cells[start + label]) }
    } else {
      for pair in 0..<Int(place.pairs) {
        sums[Int(cells[start + pair * 2])] += Int32(cells[start + pair * 2 + 1])
      }
    }
  }
}
