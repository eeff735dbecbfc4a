/// What the model's own English words add to the scores, put together once, so that a message of
/// known words needs two rows a word instead of thirty.
final class Lexicon: Sendable {
  /// What is known of a word: 64 bytes.
  struct Entry: Sendable, BitwiseCopyable {
    /// The features of the word and its stem.
    var word: RowHead
    var root: RowHead
    /// The hash of the stem.
    var stem: UInt64
    /// Where the row of the two starts; behind it that of the letters and, if it has one, of the meaning.
    var row: UInt32
    /// The idf^2p of each of the three rows.
    var wordEnergy: Float
    var lettersEnergy: Float
    var meaningEnergy: Float = 0
    var hasMeaning = false
    /// Whether it can be one of a pair.
    var isPaired = false
  }

  /// So many rows of sums hold in sixteen bits, none having a weight above this: it keeps the word out.
  static let mostAdded = 12
  private static let limit = Int32(Int16.max) / Int32(mostAdded)

  private let entries: Memory
  private let cells: Memory
  private let slots: Memory
  private let count: Int

  /// A lexicon of some of the words that a model knows.
  init(_ model: Model, words: [String]) {
    var draft = Draft(capacity: words.count)
    for word in words { draft.add(word, model) }
    entries = Memory(draft.entries)
    cells = Memory(draft.rows)
    slots = Memory(draft.numbers.slots)
    count = draft.numbers.slots.count
  }

  /// The words, to be found without counting references; good as long as the lexicon.
  var words: Words {
    Words(
      slots: slots.start(of: UInt64.self), mask: count - 1, entries: entries.start(of: Entry.self),
      cells: cells.start(of: Int16.self))
  }

  /// A word with an apostrophe ("it's") has the same hash as without, but not its letters.
  @inline(__always)
  static func key(_ hash: UInt64, _ length: Int) -> UInt32 {
    Hash.key(hash &+ UInt64(truncatingIfNeeded: length))
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
      let key = Lexicon.key(unit.hash, unit.count)
      var slot = Int(key >> 1) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return nil }
        if UInt32(truncatingIfNeeded: entry) == key { return entries + Int(entry >> 32) }
        slot = (slot + 1) & mask
      }
    }
  }

  /// A lexicon in the making.
  private struct Draft {
    var entries: [Entry] = []
    var rows: [Int16] = []
    var numbers: Vocabulary

    init(capacity: Int) { numbers = Vocabulary(capacity: capacity) }

    mutating func add(_ word: String, _ model: Model) {
      let scalars = word.unicodeScalars.map(\.value)
      var hash = Hash.seed
      for scalar in scalars where scalar != 0x27 { hash = Hash.mix(hash, UInt64(scalar)) }
      let key = Lexicon.key(hash, scalars.count)
      let stem = Stem.hash(scalars[...])
      let whole = Sum(model, [Keys.word(hash)])
      let root = Sum(model, [Keys.stem(stem)])
      let both = Sum(model, [Keys.word(hash), Keys.stem(stem)])
      var keys: [UInt32] = []
      Extractor.letters(scalars, 0, scalars.count) { key, _, _ in keys.append(key) }
      let letters = Sum(model, keys)
      let meaning = Sum(model, [Keys.meaning(hash)])
      guard [both, letters, meaning].allSatisfy({ $0.weights.allSatisfy { abs($0) <= limit } }),
        numbers.find(key) == nil
      else { return }
      _ = numbers.number(key)
      entries.append(
        Entry(
          word: whole.last, root: root.last, stem: stem, row: UInt32(rows.count),
          wordEnergy: both.energy, lettersEnergy: letters.energy, meaningEnergy: meaning.energy,
          hasMeaning: meaning.last.number >= 0,
          isPaired: root.last.number >= 0 && root.energy >= Recipe.commonEnergy))
      for sum in meaning.last.number >= 0 ? [both, letters, meaning] : [both, letters] {
        rows += sum.weights.map { Int16(truncatingIfNeeded: $0) }
      }
    }
  }

  /// The sum of the rows of some keys.
  private struct Sum {
    var weights: [Int32]
    var energy: Float = 0
    /// The last feature that the model knows.
    var last = RowHead()

    init(_ model: Model, _ keys: [UInt32]) {
      weights = [Int32](repeating: 0, count: model.rows.width)
      for key in keys {
        guard let start = model.index.find(key) else { continue }
        last = model.rows.head(start)
        energy += last.energy
        model.rows.add(start, to: &weights)
      }
    }
  }
}
