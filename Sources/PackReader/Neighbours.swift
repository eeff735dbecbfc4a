/// Messages by the runs of letters in them, to find those that are nearly the same.
///
/// How like two messages are is the Jaccard index of their runs, 0…1. Two that are more like than
/// `floor` share one of their rarest runs: only those are looked up (prefix filtering).
struct Neighbours<Item> {
  private let floor: Double
  /// How many letters a run has, 1…3.
  private let width: Int
  /// The runs of all messages, the rarest first, by rank.
  private let ranks: [UInt64: Int]
  /// The ranks of each message, ascending.
  private var items: [(item: Item, ranks: [Int])] = []
  /// The messages of which a run is one of the rarest, by its rank.
  private var holders: [[Int]]

  /// Finds likenesses above `floor` among `messages`, each of them folded.
  init(floor: Double, width: Int, of messages: some Sequence<[Unicode.Scalar]>) {
    self.floor = floor
    self.width = width
    var counts: [UInt64: Int] = [:]
    for message in messages {
      for run in Neighbours.runs(of: width, in: message) { counts[run, default: 0] += 1 }
    }
    let rarestFirst = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    ranks = Dictionary(uniqueKeysWithValues: rarestFirst.enumerated().map { ($1.key, $0) })
    holders = Array(repeating: [], count: rarestFirst.count)
  }

  /// Adds one of the messages.
  mutating func add(_ item: Item, of message: [Unicode.Scalar]) {
    let runs = Neighbours.runs(of: width, in: message)
    let known = runs.compactMap { ranks[$0] }.sorted()
    for rank in known.prefix(lookups(runs.count)) { holders[rank].append(items.count) }
    items.append((item, known))
  }

  /// The item whose message is most like `message`, among those that `isNear` accepts; the first of
  /// equals.
  func nearest(
    to message: [Unicode.Scalar], where isNear: (Item, _ likeness: Double) -> Bool
  ) -> Item? {
    let runs = Neighbours.runs(of: width, in: message)
    // What no message has comes first: it is rarer than all others.
    let known = runs.compactMap { ranks[$0] }.sorted()
    let unknown = runs.count - known.count
    var candidates: Set<Int> = []
    for rank in known.prefix(max(0, lookups(runs.count) - unknown)) {
      for index in holders[rank] where isOfLikeLength(items[index].ranks.count, runs.count) {
        candidates.insert(index)
      }
    }
    var best: (index: Int, likeness: Double)?
    for index in candidates.sorted() {
      let others = items[index].ranks
      let shared = Neighbours.shared(known, others)
      let likeness = Double(shared) / Double(runs.count + others.count - shared)
      if likeness > max(floor, best?.likeness ?? 0), isNear(items[index].item, likeness) {
        best = (index, likeness)
      }
    }
    return best.map { items[$0.index].item }
  }

  /// Of `count` runs, so many of the rarest that a message without any of them is not like this one.
  private func lookups(_ count: Int) -> Int { count - Int(floor * Double(count)) }

  /// Whether two messages of so many runs can be like one another at all.
  private func isOfLikeLength(_ one: Int, _ other: Int) -> Bool {
    Double(min(one, other)) > floor * Double(max(one, other))
  }

  /// How many numbers two ascending lists have in common.
  private static func shared(_ left: [Int], _ right: [Int]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { count += 1 }
      (i, j) = (left[i] <= right[j] ? i + 1 : i, right[j] <= left[i] ? j + 1 : j)
    }
    return count
  }

  /// The different runs of `width` neighbouring letters; the whole message, if it is no longer.
  private static func runs(of width: Int, in message: [Unicode.Scalar]) -> Set<UInt64> {
    var runs: Set<UInt64> = []
    var run: UInt64 = 0
    // A scalar has 21 bits, so that three of them fit.
    let mask: UInt64 = (1 << (21 * UInt64(width))) - 1
    for (index, scalar) in message.enumerated() {
      run = (run << 21 | UInt64(scalar.value)) & mask
      if index >= width - 1 || index == message.count - 1 { runs.insert(run) }
    }
    return runs
  }
}
