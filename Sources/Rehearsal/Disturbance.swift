import Policy

/// A way in which merchants write otherwise than the author of a pack. The raw value is its name.
public enum Disturbance: String, Sendable, CaseIterable {
  /// Traditional characters instead of simplified ones.
  case traditional
  /// One character is replaced by another one of the pack that is read alike, tones aside.
  case homophone
  /// The whole message in pinyin without tones, a blank between syllables; Latin letters stay.
  case pinyin
  /// One of at least three characters is missing.
  case missing
  /// One character stands twice.
  case doubled
  /// Two neighbouring characters change places.
  case swapped
  /// ASCII in full width.
  case fullwidth
  /// A blank between characters.
  case blanks
  /// One letter of a word of at least four is missing, doubled, or changes places with the next.
  case typo
  /// One of the pack's `small` words is left out.
  case missingWord = "missing_word"
  /// Small letters only, and no punctuation.
  case noPunctuation = "no_punctuation"
  /// CAPITALS only.
  case capitals
  /// An emoji before the message, behind it, or within.
  case emoji
  /// One of the pack's polite `preamble`s comes before the message.
  case polite
  /// One of the pack's `ramble`s, two clauses of small talk, comes before the message.
  case rambling

  /// The languages in which messages are disturbed so.
  public var tongues: [Tongue] {
    switch self {
    case .traditional, .homophone, .pinyin, .missing, .doubled, .swapped, .fullwidth, .blanks:
      [.zh]
    case .typo, .missingWord, .noPunctuation, .capitals: [.en]
    case .emoji, .polite, .rambling: [.zh, .en]
    }
  }

  /// Whether chance decides what becomes of a message.
  public var isRandom: Bool {
    switch self {
    case .traditional, .pinyin, .fullwidth, .blanks, .noPunctuation, .capitals: false
    case .homophone, .missing, .doubled, .swapped, .typo, .missingWord, .emoji, .polite, .rambling:
      true
    }
  }

  /// Whether it is a slip of the keys or the ear, and not another way to write or to open a message.
  public var isSlip: Bool {
    switch self {
    case .homophone, .missing, .doubled, .swapped, .typo, .missingWord: true
    case .traditional, .pinyin, .fullwidth, .blanks, .noPunctuation, .capitals, .emoji, .polite,
      .rambling:
      false
    }
  }

  /// How many points of accuracy, in per cent, may be lost; so many are still allowed.
  public var limit: Double {
    switch self {
    case .traditional, .fullwidth, .blanks, .emoji: 1
    case .homophone, .missing, .doubled, .swapped, .typo, .missingWord, .noPunctuation, .capitals,
      .polite, .rambling:
      2
    case .pinyin: 5
    }
  }
}
