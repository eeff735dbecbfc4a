/// The blocks of features; each is weighed and brought to its length by itself.
enum Block: Int, Sendable, CaseIterable {
  /// English words, as written and as stems.
  case words
  /// Neighbouring stems, the ends of the message among them.
  case bigrams
  /// Two to four letters inside a word and its borders.
  case letters
  /// Two stems anywhere in the message, in either order.
  case pairs
  /// The units of a Chinese message: characters, and whole words of other scripts.
  case characters
  /// Two neighbouring units, the ends of the message among them.
  case characterPairs
  /// Three of them.
  case characterTriples
  /// Toneless syllables.
  case sounds
  /// Two neighbouring syllables, the ends of the message among them.
  case soundPairs
  /// The directions of words in the table of `WordVectors`, added up.
  case meanings

  /// How many there are.
  static let count = 10

  /// Whether it is one of English words.
  var isEnglish: Bool { rawValue < Block.characters.rawValue }

  /// Whether messages are compared by it to find the nearest example.
  var isCompared: Bool {
    switch self {
    case .words, .bigrams, .characters, .characterPairs, .sounds, .soundPairs: true
    case .letters, .pairs, .characterTriples, .meanings: false
    }
  }
}

/// Receives the features of a message, block by block.
protocol FeatureSink {
  /// A feature of the units from `first` through `last`; within a word (`letters`) of its scalars
  /// from `first` until `last`.
  mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int)
}
