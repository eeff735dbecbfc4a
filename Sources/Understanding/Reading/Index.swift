/// Finds the row of a feature by its key: a bit for most that are not there, which stays near the
/// processor, and an open table for the others. It borrows its tables from a model's memory.
struct Index: @unchecked Sendable {
  private let bits: UnsafePointer<UInt64>
  private let bitShift: UInt32
  private let slots: UnsafePointer<UInt64>
  private let mask: Int

  init(_ layout: Layout) {
    let bits = layout.numbers(.bits, UInt64.self)
    let slots = layout.numbers(.slots, UInt64.self)
    self.bits = UnsafePointer(Layout.pointer(layout.bytes, layout.range(.bits).lowerBound))
    self.slots = UnsafePointer(Layout.pointer(layout.bytes, layout.range(.slots).lowerBound))
    bitShift = UInt32(32 - (bits.count * 64).trailingZeroBitCount)
    mask = slots.count - 1
  }

  /// The tables for features by their keys and where their rows start.
  static func tables(_ keys: [UInt32], _ starts: [UInt32]) -> (bits: [UInt64], slots: [UInt64]) {
    var size = 64
    while size * 5 < keys.count * 8 { size *= 2 }
    var bits = [UInt64](repeating: 0, count: size / 8)
    var slots = [UInt64](repeating: 0, count: size)
    let mask = size - 1
    let shift = UInt32(32 - (bits.count * 64).trailingZeroBitCount)
    for (key, start) in zip(keys, starts) {
      let bit = Int(key >> shift)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
      var slot = Int(key >> 1) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt64(start) << 32 | UInt64(key)
    }
    return (bits, slots)
  }

  /// Whether tables can be read safely: every search ends, and ends at one of these rows.
  static func isSound(_ layout: Layout, starts: ArraySlice<UInt32>) -> Bool {
    let bits = layout.numbers(.bits, UInt64.self)
    let slots = layout.numbers(.slots, UInt64.self)
    guard slots.count >= 64, slots.count & (slots.count - 1) == 0, bits.count == slots.count / 8,
      bits.count <= 1 << 26
    else { return false }
    let filled = slots.filter { $0 != 0 }
    return filled.count < slots.count
      && filled.map { UInt32(truncatingIfNeeded: $0 >> 32) }.sorted() == Array(starts)
  }

  /// False when the model surely does not know a feature.
  @inline(__always)
  func mayHold(_ key: UInt32) -> Bool {
    let bit = Int(key >> bitShift)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// What stands where a key would stand first.
  @inline(__always)
  func first(_ key: UInt32) -> UInt64 { slots[Int(key >> 1) & mask] }

  /// Where the row of a feature starts; nil when the model does not know it.
  @inline(__always)
  func find(_ key: UInt32) -> Int? { mayHold(key) ? search(key, Int(key >> 1) & mask) : nil }

  /// Where the row of a feature starts that does not stand where it would stand first.
  @inline(__always)
  func find(behind key: UInt32) -> Int? {
    let slot = Int(key >> 1) & mask
    return slots[slot] == 0 ? nil : search(key, (slot + 1) & mask)
  }

  @inline(__always)
  private func search(_ key: UInt32, _ first: Int) -> Int? {
    var slot = first
    while true {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry) == key { return Int(entry >> 32) }
      if entry == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}
