/// The features that were seen, numbered in the order of their first sight.
struct Vocabulary: Sendable {
  private(set) var slots: [UInt64]
  private(set) var keys: [UInt32] = []
  private var mask: Int

  /// - Parameter capacity: how many features are expected; more make it grow.
  init(capacity: Int = 1024) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// The features with these keys, numbered in this order.
  init(keys: [UInt32]) {
    self.init(capacity: keys.count)
    self.keys = keys
    for (number, key) in keys.enumerated() { insert(key, number) }
  }

  /// How many features there are.
  var count: Int { keys.count }

  /// The number of a feature; nil when it was never seen.
  @inline(__always)
  func find(_ key: UInt32) -> Int? {
    var slot = Int(key >> 1) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if UInt32(truncatingIfNeeded: entry) == key { return Int(entry >> 32) }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a feature, a new one when it is seen for the first time.
  mutating func number(_ key: UInt32) -> Int {
    if let known = find(key) { return known }
    if keys.count * 2 >= slots.count { grow() }
    keys.append(key)
    insert(key, keys.count - 1)
    return keys.count - 1
  }

  private mutating func insert(_ key: UInt32, _ number: Int) {
    var slot = Int(key >> 1) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt64(number) << 32 | UInt64(key)
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    for (number, key) in keys.enumerated() { insert(key, number) }
  }
}
