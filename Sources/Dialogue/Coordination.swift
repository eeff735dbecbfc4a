/// Hears two questions in one that puts two nouns side by side: 蓝V价格和材料, Blue V price and documents.
extension Listener {
  /// From this probability on, both sides outweigh a whole that only says what one of them says.
  private static let certainty = 0.9

  /// What the first of `halves` say whose sides, completed with the noun that they share, are surely
  /// read as two questions; nil if there are none, or if the `whole` is clear.
  ///
  /// - Parameter isJoined: whether a joining word stands between them. A whole that says the same as
  ///   one of two certain sides is then not clear: it has lost the other.
  func coordinated(
    _ halves: [(left: String, right: String)], _ whole: Heard, isJoined: Bool = false
  ) -> [Heard]? {
    let isClear = whole.isDecided && (whole.score ?? 0) >= Listener.sureness
    guard !isClear || isJoined && whole.isIntent else { return nil }
    for half in halves.prefix(Compound.most) {
      guard let (lefts, right) = completed(half.left, half.right), let second = side(right),
        let first = lefts.lazy.compactMap(side).first, first.meaning != second.meaning
      else { continue }
      let least = min(first.score ?? 0, second.score ?? 0)
      if isClear,
        least < Listener.certainty || ![first.meaning, second.meaning].contains(whole.meaning)
      {
        continue
      }
      return [first, second]
    }
    return nil
  }

  /// Both sides with the noun that only one of them has, or, if each has its own, the left one with
  /// what the right one says of both (免费入驻以及蓝V认证的费用), best first; nil if neither has any.
  private func completed(_ left: String, _ right: String) -> ([String], String)? {
    let (ours, theirs) = (FoldedText(left), FoldedText(right))
    let blank = ours.isLatin ? " " : ""
    switch (nouns.noun(in: ours), nouns.noun(in: theirs)) {
    case (nil, nil): return nil
    case (let noun?, nil): return ([left], noun + blank + right)
    case (nil, let noun?): return ([noun + blank + left], right)
    case (let noun?, _?):
      guard let place = right.lastIndex(of: "的"), !left.contains("的") else {
        return ([left], right)
      }
      return ([left + right[place...], noun + right[place...]], right)
    }
  }

  /// What one side asks; nil if that is not sure.
  private func side(_ text: String) -> Heard? {
    let heard = single(text, after: nil, leaning: false)
    guard let intent = heard.intent, kinds[intent].isAskable,
      (heard.score ?? 0) >= Listener.sureness
    else { return nil }
    return heard
  }
}
