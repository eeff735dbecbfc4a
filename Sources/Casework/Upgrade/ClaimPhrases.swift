/// A set of phrases, as tokens.
struct ClaimPhrases: Sendable {
  private let byFirst: [ClaimToken: [[ClaimToken]]]

  /// The phrases that white space parts in `list`; within one, `_` stands for a blank.
  init(_ list: String) {
    var byFirst: [ClaimToken: [[ClaimToken]]] = [:]
    for item in list.split(whereSeparator: \.isWhitespace) {
      let phrase = ClaimToken.tokens(of: String(item.map { $0 == "_" ? " " : $0 }))
      if let first = phrase.first { byFirst[first, default: []].append(phrase) }
    }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The tokens with which a phrase begins.
  var firstTokens: [ClaimToken] { Array(byFirst.keys) }

  /// How many tokens the longest phrase at `place` has; nil when none stands there.
  func length(in tokens: [ClaimToken], at place: Int) -> Int? {
    guard tokens.indices.contains(place), let candidates = byFirst[tokens[place]] else {
      return nil
    }
    return candidates.first { tokens[place...].starts(with: $0) }?.count
  }

  /// Whether a phrase of `count` tokens stands at `place`.
  func stands(in tokens: [ClaimToken], at place: Int, count: Int) -> Bool {
    guard tokens.indices.contains(place), let candidates = byFirst[tokens[place]] else {
      return false
    }
    return candidates.contains { $0.count == count && tokens[place...].starts(with: $0) }
  }

  /// The places at which a phrase stands, with its length; they do not overlap.
  func matches(in tokens: [ClaimToken]) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var place = 0
    while place < tokens.count {
      if let length = length(in: tokens, at: place) {
        matches.append(place..<place + length)
        place += length
      } else {
        place += 1
      }
    }
    return matches
  }
}
