/// A place in the tokens of a message, from which times are read piece by piece.
struct ClaimCursor {
  /// The tokens of the message.
  let tokens: [ClaimToken]
  /// The place of the next token.
  var place: Int

  /// The token `offset` from here; nil outside the message.
  func peek(_ offset: Int = 0) -> ClaimToken? {
    tokens.indices.contains(place + offset) ? tokens[place + offset] : nil
  }

  /// Takes the next token if it is a number in `range`.
  mutating func number(in range: ClosedRange<Int>) -> Int? {
    guard let value = peek()?.value, range.contains(value) else { return nil }
    place += 1
    return value
  }

  /// Whether one of these phrases stands here, or `offset` from here.
  func sees(_ phrases: ClaimPhrases, at offset: Int = 0) -> Bool {
    phrases.length(in: tokens, at: place + offset) != nil
  }

  /// Takes the longest of these phrases that stands here.
  mutating func take(_ phrases: ClaimPhrases) -> Bool {
    guard let length = phrases.length(in: tokens, at: place) else { return false }
    place += length
    return true
  }

  /// Whether one of these phrases ends right before the token at `position`.
  func isPreceded(by phrases: ClaimPhrases, at position: Int) -> Bool {
    (1...4).contains { back in
      position >= back && phrases.stands(in: tokens, at: position - back, count: back)
    }
  }
}
