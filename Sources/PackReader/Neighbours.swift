/// Messages by the pairs of letters in them, to find those that are nearly the same.
struct Neighbours<Item> {
  private var items: [(item: Item, pairs: Int)] = []
  /// The messages that hold a pair of letters, by the pair.
  private var holders: [UInt64: [Int]] = [:]

  /// Adds a folded message.
  mutating func add(_ item: Item, of message: [Unicode.Scalar]) {
    let pairs = Neighbours.pairs(in: message)
    for pair in pairs { holders[pair, default: []].append(items.count) }
    items.append((item, pairs.count))
  }

  /// The item whose message is most like `message`, among those that `isNear` accepts; the likeness
  /// is the Jaccard index of their pairs of letters, 0…1.
  func nearest(
    to message: [Unicode.Scalar], where isNear: (Item, _ likeness: Double) -> Bool
  ) -> Item? {
    let pairs = Neighbours.pairs(in: message)
    var shared: [Int: Int] = [:]
    for pair in pairs { for index in holders[pair] ?? [] { shared[index, default: 0] += 1 } }
    var best: (index: Int, likeness: Double)?
    // More than half of the pairs: what shares fewer is not like it, and most share one or two.
    for (index, count) in shared where 2 * count > pairs.count {
      let likeness = Double(count) / Double(pairs.count + items[index].pairs - count)
      let isLess = best.map { (likeness, $0.index) <= ($0.likeness, index) } ?? false
      if !isLess, isNear(items[index].item, likeness) { best = (index, likeness) }
    }
    return best.map { items[$0.index].item }
  }

  /// The different pairs of neighbouring letters; of one letter, the letter.
  private static func pairs(in message: [Unicode.Scalar]) -> Set<UInt64> {
    guard message.count > 1 else { return Set(message.map { UInt64($0.value) }) }
    return Set(zip(message, message.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }
}
