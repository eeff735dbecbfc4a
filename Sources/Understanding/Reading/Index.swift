/// Finds the number of a feature by its key: a bit for most that are not there, which stays near the
/// processor, and an open table for the others.
struct Index: Sendable {
  private let bits: [UInt64]
  private let bitShift: UInt32
  private let slots: [UInt64]
  private let mask: Int

  init(_ keys: [UInt32], _ rows: Rows) {
    var size = 64
    while size < keys.count * 2 { size *= 2 }
    var bits = [UInt64](repeating: 0, count: size * 4 / 64)
    var slots = [UInt64](repeating: 0, count: size)
    let mask = size - 1
    let shift = UInt32(33 - (size * 4).trailingZeroBitCount - 1)
    for (number, key) in keys.enumerated() {
      let bit = Int(key >> shift)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
      var slot = Int(key >> 1) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt64(number) << 32 | UInt64(key)
    }
    self.bits = bits
    bitShift = shift
    self.slots = slots
    self.mask = mask
  }

  /// False when the model surely does not know a feature.
  @inline(__always)
  func mayHold(_ key: UInt32) -> Bool {
    let bit = Int(key >> bitShift)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// The number of a feature; nil when the model does not know it.
  @inline(__always)
  func find(_ key: UInt32) -> Int? {
    let bit = Int(key >> bitShift)
    if bits[bit >> 6] >> UInt64(bit & 63) & 1 == 0 { return nil }
    var slot = Int(key >> 1) & mask
    while true {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry) == key { return Int(entry >> 32) }
      if entry == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}
