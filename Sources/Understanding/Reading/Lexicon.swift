/// What the model's own English words add to the scores, put together once, so that a message of
/// known words needs two rows a word instead of thirty.
final class Lexicon: Sendable {
  /// What is known of a word.
  struct Entry: Sendable, BitwiseCopyable {
    /// The hash of the stem.
    var stem: UInt64
    /// The features of the word and its stem; −1 for none.
    var word: Int32
    var root: Int32
    /// Where the row of the two starts, and that of the letters.
    var row: UInt32
    var letters: UInt32
    /// Where the row of its meaning starts, if it has one.
    var meaning: UInt32 = 0
    var hasMeaning = false
    /// How many scalars the word has: with an apostrophe ("it's") it would have the same hash, and others.
    var length: Int32
    /// Whether it can be one of a pair.
    var isPaired = false
  }

  /// A weight above this in a row of sums keeps the word out: sixteen-bit sums of eight rows hold.
  private static let limit: Int32 = 4095

  private let entries: Memory
  private let cells: Memory
  private let slots: Memory
  private let count: Int

  /// A lexicon of some of the words that a model knows.
  init(_ model: Model, words: [String]) {
    var draft = Draft(capacity: words.count)
    for word in words { draft.add(word, model) }
    entries = Memory(draft.entries)
    cells = Memory(draft.rows.cells)
    slots = Memory(draft.numbers.slots)
    count = draft.numbers.slots.count
  }

  /// The words, to be found without counting references; good as long as the lexicon.
  var words: Words {
    Words(
      slots: slots.start(of: UInt64.self), mask: count - 1, entries: entries.start(of: Entry.self),
      cells: cells.start(of: Int16.self))
  }

  /// Finds words; it borrows the tables of a lexicon.
  struct Words: @unchecked Sendable {
    let slots: UnsafePointer<UInt64>
    let mask: Int
    let entries: UnsafePointer<Entry>
    let cells: UnsafePointer<Int16>

    /// What is known of a word.
    @inline(__always)
    func find(_ unit: Unit) -> UnsafePointer<Entry>? {
      let key = Hash.key(unit.hash)
      var slot = Int(key >> 1) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return nil }
        if UInt32(truncatingIfNeeded: entry) == key {
          let found = entries + Int(entry >> 32)
          return Int(found.pointee.length) == unit.count ? found : nil
        }
        slot = (slot + 1) & mask
      }
    }
  }

  /// A lexicon in the making.
  private struct Draft {
    var entries: [Entry] = []
    var rows = RowWriter()
    var numbers: Vocabulary

    init(capacity: Int) { numbers = Vocabulary(capacity: capacity) }

    mutating func add(_ word: String, _ model: Model) {
      let scalars = word.unicodeScalars.map(\.value)
      if scalars.contains(0x27) { return }
      var hash = Hash.seed
      for scalar in scalars { hash = Hash.mix(hash, UInt64(scalar)) }
      let stem = Stem.hash(scalars[...])
      let whole = Sum(model, [Keys.word(hash)])
      let root = Sum(model, [Keys.stem(stem)])
      let both = Sum(model, [Keys.word(hash), Keys.stem(stem)])
      var keys: [UInt32] = []
      Extractor.letters(scalars, 0, scalars.count) { key, _, _ in keys.append(key) }
      let letters = Sum(model, keys)
      guard zip(both.weights, letters.weights).allSatisfy({ abs($0 + $1) <= limit }),
        numbers.find(Hash.key(hash)) == nil
      else { return }
      _ = numbers.number(Hash.key(hash))
      entries.append(
        Entry(
          stem: stem, word: whole.last, root: root.last, row: UInt32(rows.cells.count),
          letters: 0, length: Int32(scalars.count),
          isPaired: root.last >= 0 && root.energy >= Recipe.commonEnergy))
      append(both)
      entries[entries.count - 1].letters = UInt32(rows.cells.count)
      append(letters)
      let meaning = Keys.meaning(hash)
      if model.index.find(meaning) != nil {
        entries[entries.count - 1].meaning = UInt32(rows.cells.count)
        entries[entries.count - 1].hasMeaning = true
        append(Sum(model, [meaning]))
      }
    }

    private mutating func append(_ sum: Sum) {
      rows.append(
        sum.weights.map { Int16(truncatingIfNeeded: $0) }, energy: sum.energy, isFull: true)
    }
  }

  /// The sum of the rows of some keys.
  private struct Sum {
    var weights: [Int32]
    var energy: Float = 0
    /// The last feature that the model knows; −1 when it knows none.
    var last: Int32 = -1

    init(_ model: Model, _ keys: [UInt32]) {
      weights = [Int32](repeating: 0, count: model.rows.width)
      for key in keys {
        guard let start = model.index.find(key) else { continue }
        last = Rows.number(model.rows.cells + start)
        energy += model.rows.energy(start)
        model.rows.add(start, to: &weights)
      }
    }
  }
}
