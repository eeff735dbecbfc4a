/// What words add to the scores that no example holds, but the table of `WordVectors` does: their row
/// follows from those of the dimensions, the last rows of a model.
struct Meanings: Sendable {
  private let rows: Rows
  private let start: Int
  /// The idf^p of such a word.
  let rarity: Float
  private let scale: Float

  /// - Parameters:
  ///   - rarity: the idf^p of a word that no example holds.
  ///   - cells: how many cells there are; the last of them are the rows of the dimensions.
  init(_ rows: Rows, rarity: Float, cells: Int) {
    self.rows = rows
    start = max(0, cells - WordVectors.dimensions * (Rows.head + rows.width))
    self.rarity = rarity
    scale = rarity * WordVectors.shared.unit
  }

  /// Adds what would be the row of a word to sums by label, as many as the rows are wide.
  func add(_ components: UnsafePointer<Int8>, to sums: UnsafeMutablePointer<Int32>) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rows.width) { total in
      guard let total = total.baseAddress else { return }
      for label in 0..<rows.width { total[label] = 0 }
      var row = rows.cells + start + Rows.head
      for number in 0..<WordVectors.dimensions {
        let component = Float(components[number]) * scale
        for label in 0..<rows.width { total[label] += Float(row[label]) * component }
        row += Rows.head + rows.width
      }
      let zero = Int32(bitPattern: Numerics.rounder.bitPattern)
      for label in 0..<rows.width {
        sums[label] &+=
          Int32(bitPattern: (total[label] + Numerics.rounder).bitPattern) &- zero
      }
    }
  }

  /// What would stand in the row of a word for one label.
  func weight(_ components: UnsafePointer<Int8>, label: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: rows.width * 4, alignment: 16) { memory in
      memory.initializeMemory(as: UInt8.self, repeating: 0)
      guard let sums = memory.bindMemory(to: Int32.self).baseAddress else { return 0 }
      add(components, to: sums)
      return Int(sums[label])
    }
  }

  /// Whether the rows of the dimensions of a model lie as they should, given where all rows start.
  static func isSound(_ layout: Layout, starts: [UInt32]) -> Bool {
    let cells = layout.numbers(.cells, Int16.self)
    return starts.count >= WordVectors.dimensions
      && starts.suffix(WordVectors.dimensions).allSatisfy { start in
        cells.baseAddress.map { Rows.head($0 + Int(start)).pairs == Rows.full } ?? false
      }
  }
}
