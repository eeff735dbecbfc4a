/// What the model's own English words add to the scores, put together once, so that a message of
/// known words needs two rows a word instead of thirty.
struct Lexicon: Sendable {
  /// What is known of a word.
  struct Entry: Sendable {
    /// The hash of the stem.
    var stem: UInt64
    /// The features of the word and its stem; −1 for none.
    var word: Int32
    var root: Int32
    /// The row of the two; the next one is that of the letters.
    var row: Int32
    /// Whether it can be one of a pair.
    var isPaired = false
  }

  private(set) var entries: [Entry] = []
  private(set) var rows: Rows
  private var numbers: Vocabulary

  /// A weight above this in a row of sums keeps the word out: sixteen-bit sums of eight rows hold.
  private static let limit: Int32 = 4095

  /// A lexicon without words.
  init(labels: Int) {
    rows = Rows(labels: labels)
    numbers = Vocabulary(capacity: 1)
  }

  init(_ model: Model) {
    rows = Rows(labels: model.labels.count)
    numbers = Vocabulary(capacity: model.words.count)
    for word in model.words { add(word, model) }
  }

  /// What is known of a word.
  @inline(__always)
  func find(_ hash: UInt64) -> Int? { numbers.find(Hash.key(hash)) }

  private mutating func add(_ word: String, _ model: Model) {
    let scalars = word.unicodeScalars.map(\.value)
    var hash = Hash.seed
    for scalar in scalars where scalar != 0x27 { hash = Hash.mix(hash, UInt64(scalar)) }
    let stem = Stem.hash(scalars[...])
    var sums = [Int32](repeating: 0, count: rows.width)
    var letters = sums
    var entry = Entry(stem: stem, word: -1, root: -1, row: 0)
    var energies: (words: Float, letters: Float) = (0, 0)
    if let feature = model.index.find(Keys.word(hash)) {
      entry.word = Int32(feature)
      energies.words += model.rows.energy(feature)
      model.rows.add(feature, to: &sums)
    }
    if let feature = model.index.find(Keys.stem(stem)) {
      entry.root = Int32(feature)
      entry.isPaired = model.rows.energy(feature) >= Recipe.commonEnergy
      energies.words += model.rows.energy(feature)
      model.rows.add(feature, to: &sums)
    }
    Extractor.letters(scalars, 0, scalars.count) { key, _, _ in
      guard let feature = model.index.find(key) else { return }
      energies.letters += model.rows.energy(feature)
      model.rows.add(feature, to: &letters)
    }
    guard (sums + letters).allSatisfy({ abs($0) <= Self.limit }),
      numbers.find(Hash.key(hash)) == nil
    else { return }
    entry.row = Int32(rows.starts.count)
    _ = numbers.number(Hash.key(hash))
    rows.append(sums.map { Int16(truncatingIfNeeded: $0) }, energy: energies.words)
    rows.append(letters.map { Int16(truncatingIfNeeded: $0) }, energy: energies.letters)
    entries.append(entry)
  }
}
