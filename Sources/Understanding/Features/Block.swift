/// The blocks of features; each is weighed and brought to unit length by itself.
enum Block: Int, Sendable, CaseIterable {
  /// English words and pairs of neighbours, the ends of the message among them.
  case words
  /// Two to four letters inside a word and its borders.
  case letters
  /// Two words anywhere in the message, in either order.
  case pairs
  /// One to three neighbouring units of a Chinese message, its ends among them.
  case characters
  /// One to three neighbouring syllables.
  case readings

  /// How many there are.
  static let count = 5
}

/// Receives the features of a message, one by one.
protocol FeatureSink {
  /// A feature of the units from `first` through `last`; within a word (`letters`) of its scalars
  /// from `first` until `last`.
  mutating func add(_ key: UInt32, _ block: Block, _ first: Int, _ last: Int)
}
